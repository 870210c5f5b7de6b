import type { Change, ChangeKind } from '../../crosswalks/content.ts'
import type { Condition } from '../../frameworks/content.ts'
import type { Level } from '../../frameworks/scale.ts'
import { countCoverage } from '../projection/coverage.ts'
import type { ItemCoverage } from '../projection/coverage.ts'
import type { StateCounts } from '../projection/project.ts'
import type { Followed, ItemOutline } from '../store.ts'
import type { ItemFact } from '../facts-store.ts'

/** What a school has to do with a point when it moves: nothing, read it again, see that it is new, or know that it is no longer asked. */
export const outlookGroups = ['reread', 'added', 'dropped', 'kept'] as const
export type OutlookGroup = (typeof outlookGroups)[number]

const groupOf: Readonly<Record<ChangeKind, OutlookGroup>> = {
  same: 'kept',
  minor: 'kept',
  major: 'reread',
  split: 'reread',
  merged: 'reread',
  dropped: 'dropped',
  added: 'added',
}

export interface OlderPoint {
  coverage: ItemCoverage<ItemOutline>
  /** What the school said or joined there; null when nothing. */
  fact: ItemFact | null
}

export interface ChangedPoint {
  change: Change
  older: readonly OlderPoint[]
  /** As they would stand: what is written on the older points reaches them. */
  newer: readonly ItemCoverage<ItemOutline>[]
}

/** What would change for one school from a version to the next. */
export interface Outlook {
  before: StateCounts
  after: StateCounts
  groups: Readonly<Record<OutlookGroup, readonly ChangedPoint[]>>
}

export function outlookOf(
  changes: readonly Change[],
  older: readonly ItemCoverage<ItemOutline>[],
  newer: readonly ItemCoverage<ItemOutline>[],
  facts: readonly ItemFact[],
): Outlook {
  const olderByCode = new Map(older.map((one) => [one.item.code, one]))
  const newerByCode = new Map(newer.map((one) => [one.item.code, one]))
  const factByCode = new Map(facts.filter((fact) => fact.frameworkId === older[0]?.item.frameworkId).map((fact) => [fact.code, fact]))
  const points = changes.map((change): ChangedPoint => ({
    change,
    older: change.from.flatMap((code) => {
      const coverage = olderByCode.get(code)
      return coverage ? [{ coverage, fact: factByCode.get(code) ?? null }] : []
    }),
    newer: change.to.map((code) => newerByCode.get(code)).filter((one) => one !== undefined),
  }))
  const inGroup = (group: OutlookGroup): ChangedPoint[] => points.filter((point) => groupOf[point.change.kind] === group)
  return {
    before: countCoverage(older),
    after: countCoverage(newer),
    groups: { kept: inGroup('kept'), reread: inGroup('reread'), added: inGroup('added'), dropped: inGroup('dropped') },
  }
}

/** What a school says of a label as a whole, and that it takes along from a version to the other. */
export type Settings = Pick<Followed, 'state' | 'grade' | 'conditions' | 'heldFrom' | 'heldUntil' | 'nextStep' | 'nextDueOn' | 'sharedAt'>

/** What a version knows of levels and questions. */
export interface Knows {
  grades: readonly Level[]
  questions: readonly Condition[]
}

/** What was said of the label on the other version before, and stays said where this one has no word for it. */
type Kept = Pick<Settings, 'grade' | 'conditions'> | null

/** The settings as they stand on another version. */
export function settingsOn(target: Knows, source: Settings & Knows, kept: Kept): Settings {
  const { state, heldFrom, heldUntil, nextStep, nextDueOn, sharedAt } = source
  return { state, grade: gradeOn(target, source, kept), conditions: conditionsOn(target, source, kept), heldFrom, heldUntil, nextStep, nextDueOn, sharedAt }
}

function gradeOn(target: Knows, source: Settings & Knows, kept: Kept): number | null {
  const said = kept?.grade ?? null
  if (source.grade !== null) return has(target, source.grade) ? source.grade : said
  // No level: taken back by somebody who had the choice, or never to be said there.
  return said !== null && has(source, said) ? null : said
}

const has = ({ grades }: Knows, value: number): boolean => grades.some((grade) => grade.value === value)

function conditionsOn(target: Knows, source: Settings & Knows, kept: Kept): string[] {
  const askedThere = new Set(source.questions.map((question) => question.code))
  return target.questions
    .map((question) => question.code)
    .filter((code) => (askedThere.has(code) ? source.conditions.includes(code) : (kept?.conditions ?? []).includes(code)))
}
