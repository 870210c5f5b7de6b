import type { Db } from '../../../platform/database.ts'
import type { SchoolType } from '../../organisations/tables.ts'
import { loadPack } from '../pack/load-pack.ts'
import type { Indicator, Pack } from '../pack/indicator.ts'
import type { KnownMeasure } from '../known.ts'
import { publishedAs, publishedBreaks } from '../values/published-points.ts'
import type { Published } from '../values/published-points.ts'
import { findRangesTogether } from '../values/kept-ranges.ts'
import { listPeriodsTogether } from '../values/ranges-store.ts'
import type { Group, Range } from '../values/ranges-store.ts'
import type { Break } from '../values/series.ts'

/** A figure that the ministry publishes of each school: all that may be told of several schools together. */
export interface OpenMeasure {
  known: KnownMeasure
  published: Published
}

export interface FigureTogether extends OpenMeasure {
  ranges: readonly Range[]
  breaks: readonly Break[]
}

/** In the order of the directory. What schools type, or the site counts for them, is theirs and never here. */
export async function listOpenMeasures(): Promise<{ pack: Pack; open: readonly OpenMeasure[] }> {
  const pack = await loadPack()
  return { pack, open: pack.indicators.flatMap(measuresOf).flatMap(openOf) }
}

/** An indicator made of several figures is told by them, when what is published is one of them. */
function measuresOf(indicator: Indicator): KnownMeasure[] {
  const { code, name, unit, dataset } = indicator
  const parts = (indicator.parts ?? []).map((part) => ({ ...part, indicator }))
  return parts.some((part) => part.code === dataset?.measure) ? parts : [{ code, name, unit, indicator }, ...parts]
}

// Where a data set has a file by school and one by programme, the first is the school's.
function openOf(known: KnownMeasure): OpenMeasure[] {
  const [published] = known.unit === 'text' ? [] : publishedAs(known)
  return published ? [{ known, published }] : []
}

const wantedOf = (open: readonly OpenMeasure[]): Map<string, Published> => new Map(open.map(({ known, published }) => [known.code, published]))

/** Those of which five schools or more have a figure, worked out once (findRangesTogether). */
export async function findFiguresTogether(
  site: object,
  db: Db,
  group: Group,
  open: readonly OpenMeasure[],
  schoolType: SchoolType | null,
): Promise<FigureTogether[]> {
  const ranges = await findRangesTogether(site, db, group, wantedOf(open), schoolType)
  return open.flatMap((one) => {
    const found = ranges.get(one.known.code)
    return found ? [{ ...one, ranges: found, breaks: publishedBreaks([one.published]) }] : []
  })
}

export type KnownTogether = OpenMeasure & { periods: readonly string[] }

/** The same ones, with their periods alone. */
export async function listKnownTogether(db: Db, group: Group, open: readonly OpenMeasure[]): Promise<KnownTogether[]> {
  const found = await listPeriodsTogether(db, group, wantedOf(open))
  return open.flatMap((one) => {
    const periods = found.get(one.known.code)
    return periods ? [{ ...one, periods }] : []
  })
}
