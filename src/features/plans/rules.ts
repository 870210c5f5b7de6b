import type { ActionState } from './tables.ts'

/** Days before its date from which an action is said to be near. */
const nearDays = 14

export type Timing = 'closed' | 'undated' | 'passed' | 'near' | 'later'

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Where an open action stands towards its date. A date that has passed is a next step to talk about, not a fault. */
export function timingOf(action: { state: ActionState; dueOn: string | null }, today: string): Timing {
  if (action.state === 'done' || action.state === 'abandoned') return 'closed'
  if (!action.dueOn) return 'undated'
  const days = dayNumber(action.dueOn) - dayNumber(today)
  if (days < 0) return 'passed'
  return days <= nearDays ? 'near' : 'later'
}

export type MissingPart = 'why' | 'by_whom' | 'owner' | 'due_on' | 'how' | 'indicator' | 'effect'

interface Described {
  state: ActionState
  why: string
  byWhom: string
  how: string
  indicator: string
  effect: string
  ownerId: string | null
  dueOn: string | null
}

/** What would complete the sheet, most useful first. Shown, never asked for: an action is valid with its name alone. */
export function missingParts(action: Described): MissingPart[] {
  const missing: MissingPart[] = []
  if (!action.why) missing.push('why')
  if (!action.byWhom && !action.ownerId) missing.push('by_whom')
  if (!action.ownerId) missing.push('owner')
  if (!action.dueOn) missing.push('due_on')
  if (!action.how) missing.push('how')
  if (!action.indicator) missing.push('indicator')
  // An effect is looked for once the action is done: planned is not done, and done is not yet an effect.
  if (action.state === 'done' && !action.effect) missing.push('effect')
  return missing
}

export interface Progress {
  state: ActionState
  progress: number | null
  doneOn: string | null
}

/** The next state of an action: reaching « done » dates it, leaving « done » takes the date away; progress never closes by itself. */
export function moveTo(current: Progress, state: ActionState, progress: number | null, today: string): Progress {
  const doneOn = state === 'done' ? (current.doneOn ?? today) : null
  return { state, progress: state === 'done' ? 100 : progress, doneOn }
}

export type DateFault = 'ends-before-start'

export const dateFaultOf = (startsOn: string | null, dueOn: string | null): DateFault | null =>
  startsOn && dueOn && dueOn < startsOn ? 'ends-before-start' : null
