import type { Breakdown, Groups } from '../tables.ts'

/** Personal codes made at once, at most; a larger school asks twice. */
export const mostAtOnce = 1500
/** Addresses pasted at once, at most. */
export const mostAddresses = 400

/** Why a pasted line is not taken. */
export type LineFault = 'not-an-address' | 'unknown-group' | 'twice' | 'too-many-parts'

export interface RefusedLine {
  line: number
  text: string
  why: LineFault
}

interface MailLine {
  mail: string
  groups: Groups
}

const address = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{1,190}\.[^\s@<>(),;:".]{2,}$/

/** One address a line, then the groups in the order of the breakdowns, after a semicolon, a comma or a tab. Empty lines are passed over. */
export function readMailLines(text: string, breakdowns: readonly Breakdown[]): { lines: MailLine[]; refused: RefusedLine[] } {
  const lines: MailLine[] = []
  const refused: RefusedLine[] = []
  const seen = new Set<string>()
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue
    const [mail = '', ...names] = row.split(/[;,\t]/).map((part) => part.trim())
    const groups = groupsOf(names, breakdowns)
    const fault = faultOf(mail, names, breakdowns, groups, seen)
    if (fault || !groups) refused.push({ line: index + 1, text: row.trim().slice(0, 120), why: fault ?? 'unknown-group' })
    else lines.push({ mail, groups })
    seen.add(mail.toLowerCase())
  }
  return { lines, refused }
}

function faultOf(mail: string, names: readonly string[], breakdowns: readonly Breakdown[], groups: Groups | null, seen: ReadonlySet<string>): LineFault | null {
  if (!address.test(mail)) return 'not-an-address'
  if (seen.has(mail.toLowerCase())) return 'twice'
  if (names.length > breakdowns.length && names.slice(breakdowns.length).some((name) => name !== '')) return 'too-many-parts'
  return groups ? null : 'unknown-group'
}

/** Groups by code of breakdown; a name left empty says nothing; null where one is not known. */
export function groupsOf(names: readonly string[], breakdowns: readonly Breakdown[]): Groups | null {
  const groups: Groups = {}
  for (const [index, breakdown] of breakdowns.entries()) {
    const name = names[index]
    if (!name) continue
    const known = breakdown.groups.find((group) => group.toLowerCase() === name.toLowerCase())
    if (known === undefined) return null
    groups[breakdown.code] = known
  }
  return groups
}

/** How many codes of each group of the first breakdown, one field each, as they are typed. */
export const countField = (index: number): string => `count${index}`

export type CountFault = 'not-a-number' | 'none' | 'too-many'

/** `typed`: a number by group, in order. */
export function readCounts(typed: readonly string[]): { counts: number[] } | { fault: CountFault; field: number } {
  const counts: number[] = []
  for (const [index, text] of typed.entries()) {
    if (text !== '' && !/^\d{1,4}$/.test(text)) return { fault: 'not-a-number', field: index }
    counts.push(Number(text))
  }
  const sum = counts.reduce((total, one) => total + one, 0)
  if (sum === 0) return { fault: 'none', field: 0 }
  return sum > mostAtOnce ? { fault: 'too-many', field: 0 } : { counts }
}

/** Days between two reminders of a survey in a school. */
export const reminderDays = 3

/** Whether the last reminder is long enough ago. */
export const mayRemind = (last: Date | null, now: Date): boolean => last === null || now.getTime() - last.getTime() >= reminderDays * 86_400_000

/** Slips printed in one file at most, fifty pages. */
export const slipsInOneFile = 400

/** Files into which so many slips are parted. */
export const lotsOf = (count: number): number => Math.ceil(count / slipsInOneFile)
