import type { Change, ChangeKind } from '../version-changes.ts'

/** What is compared of an item from one version to the next. */
export interface Statement {
  code: string
  /** What one positions oneself on, contrasts included. */
  text: string
  /** The rest: help, proofs, phase… */
  around: string
}

/** Of the words of both texts, the part that must be common for a text to have only been touched up. */
const mostlySame = 0.5

const foldedWords = (text: string): Set<string> =>
  new Set(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

/** From 0 (nothing in common) to 1 (the same words). */
export function likeness(one: string, other: string): number {
  const [first, second] = [foldedWords(one), foldedWords(other)]
  const common = [...first].filter((word) => second.has(word)).length
  const all = first.size + second.size - common
  return all === 0 ? 1 : common / all
}

function kindOf(before: Statement, after: Statement): ChangeKind {
  if (before.text === after.text) return before.around === after.around ? 'same' : 'minor'
  return likeness(before.text, after.text) >= mostlySame ? 'minor' : 'major'
}

const fits: Readonly<Record<ChangeKind, (change: Change) => boolean>> = {
  same: ({ from, to }) => from.length === 1 && to.length === 1,
  minor: ({ from, to }) => from.length === 1 && to.length === 1,
  major: ({ from, to }) => from.length === 1 && to.length === 1,
  split: ({ from, to }) => from.length === 1 && to.length > 1,
  merged: ({ from, to }) => from.length > 0 && to.length === 1,
  dropped: ({ from, to }) => from.length > 0 && to.length === 0,
  added: ({ from, to }) => from.length === 0 && to.length > 0,
}

export type Reasons = Readonly<Record<'same' | 'minor' | 'major' | 'dropped' | 'added', string>>

/**
 * What becomes of every code: first what people have said, as far as it still stands; then, code by code, what comparing the texts
 * shows. Each code of both versions stands in one change and one only.
 */
export function allChanges(before: readonly Statement[], after: readonly Statement[], said: readonly Change[], reasons: Reasons): Change[] {
  const [old, next] = [new Map(before.map((one) => [one.code, one])), new Map(after.map((one) => [one.code, one]))]
  const changes = standing(said, old, next)
  const [fromTold, toTold] = [new Set(changes.flatMap((change) => change.from)), new Set(changes.flatMap((change) => change.to))]
  for (const statement of before) {
    if (fromTold.has(statement.code)) continue
    const kept = toTold.has(statement.code) ? undefined : next.get(statement.code)
    if (kept) toTold.add(statement.code)
    const kind = kept ? kindOf(statement, kept) : 'dropped'
    changes.push({ kind, from: [statement.code], to: kept ? [kept.code] : [], reason: reasonFor(kind, reasons) })
  }
  for (const { code } of after) if (!toTold.has(code)) changes.push({ kind: 'added', from: [], to: [code], reason: reasons.added })
  return changes
}

const reasonFor = (kind: ChangeKind, reasons: Reasons): string => (kind === 'split' || kind === 'merged' ? '' : reasons[kind])

/** Those whose codes are all there, each code once. */
function standing(said: readonly Change[], old: ReadonlyMap<string, unknown>, next: ReadonlyMap<string, unknown>): Change[] {
  const [from, to] = [new Set<string>(), new Set<string>()]
  return said.filter((change) => {
    const whole = change.from.every((code) => old.has(code) && !from.has(code)) && change.to.every((code) => next.has(code) && !to.has(code))
    if (!whole || !fits[change.kind](change)) return false
    for (const code of change.from) from.add(code)
    for (const code of change.to) to.add(code)
    return true
  })
}

export interface Said {
  kind: ChangeKind
  to: readonly string[]
  reason: string
}

/** Notes what becomes of one code of the version before, in place of what was said of it; those merged into the same one stand together. */
export function sayChange(said: readonly Change[], code: string, { kind, to, reason }: Said): Change[] {
  const others = withoutCode(said, code).filter((change) => kind === 'merged' || !change.to.some((one) => to.includes(one)))
  const together = kind === 'merged' ? others.find((change) => change.kind === 'merged' && change.to[0] === to[0]) : undefined
  if (!together) return [...others.filter((change) => !change.to.some((one) => to.includes(one))), { kind, from: [code], to: [...to], reason }]
  return others.map((change) => (change === together ? { ...change, from: [...change.from, code], reason } : change))
}

/** As if nothing had been said of this code: comparing the texts speaks for it again. */
export const withoutCode = (said: readonly Change[], code: string): Change[] =>
  said.flatMap((change) => {
    if (!change.from.includes(code)) return [change]
    const rest = change.from.filter((one) => one !== code)
    return rest.length > 0 ? [{ ...change, from: rest }] : []
  })

/** What was said of codes whose item now has another code. */
export const recodeChanges = (said: readonly Change[], codes: ReadonlyMap<string, string>): Change[] =>
  said.map((change) => ({ ...change, to: change.to.map((code) => codes.get(code) ?? code) }))

/** Merging needs two: one alone is told before publishing. */
export const lonelyMerges = (changes: readonly Change[]): Change[] => changes.filter((change) => change.kind === 'merged' && change.from.length < 2)

/** A code of the version before that is said to have become something else, and stands in the next one all the same. */
export const codesUsedAgain = (changes: readonly Change[]): string[] => {
  const before = new Set(changes.flatMap((change) => change.from))
  return changes.flatMap((change) => (change.kind === 'added' ? change.to.filter((code) => before.has(code)) : []))
}
