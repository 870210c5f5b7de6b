import type { Db } from '../../../platform/database.ts'
import { loadBank } from '../../surveys/bank/load-bank.ts'
import { computeFormula } from '../formula/compute-formula.ts'
import type { Reference } from '../formula/formula.ts'
import { namesIn } from '../formula/names-in.ts'
import { parseFormula } from '../formula/parse-formula.ts'
import type { Directory, KnownMeasure } from '../known.ts'
import { comparePeriods } from '../period.ts'
import { listCounted } from './counts-store.ts'
import { listOwnBreaks, listOwnValues } from './own-store.ts'
import type { OwnValue } from './own-store.ts'
import { pointsOf, publishedAs, publishedBreaks } from './published-points.ts'
import { listPublished } from './published-store.ts'
import { orderPoints } from './series.ts'
import type { Point, Series } from './series.ts'
import { surveyIndex } from './survey-index.ts'
import { listReleased } from './survey-store.ts'

export interface School {
  id: string
  uai: string | null
  authorityId: string | null
}

/** Formulas of formulas are followed so far; further, nobody could explain the figure. */
const deepest = 5

interface Loading {
  db: Db
  directory: Directory
  school: School
  today: string
}

/**
 * The figures of a school for these measures, from everywhere they may come: published, given by the school, counted by the site, said in surveys, computed.
 * A published figure wins over a typed one of the same period, and any figure over its absence.
 */
export async function loadSeries(loading: Loading, codes: readonly string[]): Promise<Map<string, Series>> {
  const wanted = withNeeded(loading.directory, codes)
  const measures = wanted.flatMap((code) => loading.directory.measures.get(code) ?? [])
  const published = new Map(measures.map((measure) => [measure.code, publishedAs(measure)]))
  const datasets = [...new Set([...published.values()].flat().map(({ dataset }) => dataset.code))]
  const { db, school } = loading
  const [rows, ownValues, ownBreaks] = await Promise.all([
    listPublished(db, school, datasets),
    listOwnValues(db, school.id, wanted),
    listOwnBreaks(db, school.id, wanted),
  ])
  const own = Map.groupBy(ownValues, (value) => value.measure)
  const series = new Map<string, Series>()
  for (const measure of measures) {
    const { code } = measure
    const points = [
      ...pointsOf(published.get(code) ?? [], rows),
      ...(own.get(code) ?? []).filter((value) => value.section === '').map(pointOfOwn),
      ...(await countedPoints(loading, measure)),
      ...(await surveyPoints(loading, measure)),
    ]
    const breaks = [
      ...publishedBreaks(published.get(code) ?? []),
      ...ownBreaks.filter((one) => one.measure === code).map(({ period, sentence }) => ({ from: period, sentence })),
    ]
    series.set(code, { measure: code, points: orderPoints(knownFirst(points)), breaks })
  }
  for (const measure of inOrderOfNeed(measures, loading.directory)) computeInto(series, measure, own, loading.directory)
  return series
}

const knownFirst = (points: readonly Point[]): Point[] => [...points.filter((point) => point.value !== null), ...points.filter((point) => point.value === null)]

const formulaOf = ({ code, indicator }: KnownMeasure) => {
  if (!indicator.formula || code !== indicator.code) return null
  const parsed = parseFormula(indicator.formula)
  return 'formula' in parsed ? parsed.formula : null
}

const neededBy = (measure: KnownMeasure): string[] => {
  const formula = formulaOf(measure)
  return formula ? [...new Set(namesIn(formula).map((reference) => reference.code))] : []
}

/** These codes and those that their formulas need, in turn. */
function withNeeded({ measures }: Directory, codes: readonly string[]): string[] {
  const all = new Set(codes)
  let fresh = [...codes]
  for (let depth = 0; depth < deepest && fresh.length > 0; depth++) {
    fresh = fresh
      .flatMap((code) => measures.get(code) ?? [])
      .flatMap(neededBy)
      .filter((code) => !all.has(code))
    for (const code of fresh) all.add(code)
  }
  return [...all]
}

/** Those that are computed, each after those that it needs. One that needs itself is left without a figure. */
function inOrderOfNeed(measures: readonly KnownMeasure[], directory: Directory): KnownMeasure[] {
  const placed = new Set<string>()
  const ordered: KnownMeasure[] = []
  const computed = measures.filter((measure) => formulaOf(measure) !== null)
  const waiting = new Set(computed.map((measure) => measure.code))
  for (let turn = 0; turn <= deepest; turn++) {
    for (const measure of computed) {
      if (placed.has(measure.code) || neededBy(measure).some((code) => waiting.has(code) && !placed.has(code) && directory.measures.has(code))) continue
      placed.add(measure.code)
      ordered.push(measure)
    }
  }
  return ordered
}

function pointOfOwn({ period, value, missing, numerator, denominator, note, by, at, fileName }: OwnValue): Point {
  const provenance: Point['provenance'] = fileName === null ? { kind: 'typed', by, at, note } : { kind: 'file', by, at, fileName, note }
  return { period, value, missing, numerator, denominator, provenance, ...(missing && note ? { reason: note } : {}) }
}

async function countedPoints({ db, school, today }: Loading, { code, unit, indicator }: KnownMeasure): Promise<Point[]> {
  if (!indicator.platform || code !== indicator.code) return []
  const { counts } = indicator.platform
  const counted = await listCounted(db, counts, { organisationId: school.id, today })
  return counted.flatMap(({ period, numerator, denominator }): Point[] => {
    const provenance: Point['provenance'] = { kind: 'counted', counts }
    if (unit !== 'percent') return [{ period, value: numerator, missing: null, numerator: null, denominator: null, provenance }]
    if (!denominator) return []
    return [{ period, value: Math.round((numerator / denominator) * 1000) / 10, missing: null, numerator, denominator, provenance }]
  })
}

async function surveyPoints({ db, school }: Loading, { code, unit, indicator }: KnownMeasure): Promise<Point[]> {
  const { survey } = indicator
  if (!survey || survey.questions.length === 0 || code !== indicator.code) return []
  const ready = (await loadBank()).find(({ code: one }) => one === survey.questionnaires[0])
  if (!ready) return []
  const released = await listReleased(db, school.id, ready, survey.questions)
  return released.flatMap(({ said, schoolYear, answers, surveyId, partId, title }): Point[] => {
    const index = surveyIndex(said, survey.questions.length, unit)
    if (!index) return []
    const provenance: Point['provenance'] = { kind: 'survey', surveyId, partId, title, questions: index.questions }
    return [{ period: schoolYear, value: index.value, missing: null, numerator: null, denominator: unit === 'percent' ? answers : null, provenance }]
  })
}

/** Computes one measure for every period in which something that it needs has a figure, where no figure was given for it. */
function computeInto(series: Map<string, Series>, measure: KnownMeasure, own: ReadonlyMap<string, readonly OwnValue[]>, { measures }: Directory): void {
  const formula = formulaOf(measure)
  const given = series.get(measure.code)
  if (!formula || !given) return
  const needed = neededBy(measure).flatMap((code) => series.get(code) ?? [])
  const periods = [...new Set(needed.flatMap((one) => one.points.map((point) => point.period)))].sort(comparePeriods)
  const nameOf = (code: string): string => measures.get(code)?.name ?? code
  const points = periods.flatMap((period): Point[] => {
    const sections = [...new Set([...own.values()].flat().flatMap((value) => (value.period === period && value.section ? [value.section] : [])))]
    const outcome = computeFormula(formula, (reference) => valueAt(series, own, periods, period, reference), sections)
    if (!('value' in outcome)) return []
    const value = Math.round(outcome.value * 100) / 100
    return [
      {
        period,
        value,
        missing: null,
        numerator: null,
        denominator: null,
        provenance: { kind: 'computed', trace: outcome.trace, percent: measure.unit === 'percent', nameOf },
      },
    ]
  })
  series.set(measure.code, { ...given, points: orderPoints(knownFirst([...given.points, ...points])) })
}

function valueAt(
  series: ReadonlyMap<string, Series>,
  own: ReadonlyMap<string, readonly OwnValue[]>,
  periods: readonly string[],
  now: string,
  { code, shift, section }: Reference,
) {
  const period = periods[periods.indexOf(now) + shift]
  if (period === undefined) return { missing: 'not-entered' as const }
  if (section !== null) {
    const value = (own.get(code) ?? []).find((one) => one.section === section && one.period === period)
    return value?.value === null || value === undefined ? { missing: value?.missing ?? ('not-entered' as const) } : { value: value.value }
  }
  const point = series.get(code)?.points.find((one) => one.period === period)
  return point?.value === null || point === undefined ? { missing: point?.missing ?? ('not-entered' as const) } : { value: point.value }
}
