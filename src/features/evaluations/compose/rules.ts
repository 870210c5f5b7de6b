import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import type { Scale } from '../../frameworks/scale.ts'

/** Seconds to read a statement and place oneself on its scale. Measured on nobody yet: a first estimate, said as such (« environ »). */
const placeSeconds = 45
/** Seconds to write why. */
const reasonSeconds = 30
/** Seconds to answer with words only. */
const wordsSeconds = 75

/** Minutes that a member needs to answer, rounded up; 0 without question. */
export function estimatedMinutes(questions: readonly { scale: Scale }[]): number {
  const seconds = questions.reduce((sum, question) => sum + (question.scale.kind === 'none' ? wordsSeconds : placeSeconds + reasonSeconds), 0)
  return Math.ceil(seconds / 60)
}

/** Beyond this, people put off answering. */
export const comfortableMinutes = 30

/** Below this number of members, each can guess who gave which answer. */
export const smallestDiscreetTeam = 3

export type Warning =
  | { what: 'quarters'; phases: Phase[] }
  | { what: 'long'; minutes: number }
  | { what: 'small-team'; members: number }
  | { what: 'no-purpose' }

/** What deserves a look before opening; nothing here prevents it. */
export function warningsOf(facts: { questions: readonly { scale: Scale; phase: Phase }[]; members: number; hasPurpose: boolean }): Warning[] {
  const warnings: Warning[] = []
  const minutes = estimatedMinutes(facts.questions)
  const phases = emptyQuarters(facts.questions)
  if (facts.questions.length > 0 && phases.length > 0) warnings.push({ what: 'quarters', phases })
  if (minutes > comfortableMinutes) warnings.push({ what: 'long', minutes })
  if (facts.members > 0 && facts.members < smallestDiscreetTeam) warnings.push({ what: 'small-team', members: facts.members })
  if (!facts.hasPurpose) warnings.push({ what: 'no-purpose' })
  return warnings
}

const emptyQuarters = (questions: readonly { phase: Phase }[]): Phase[] => phases.filter((phase) => !questions.some((question) => question.phase === phase))

export type OpeningGap = 'no-items' | 'no-members'

/** What a round cannot open without. */
export function openingGaps(facts: { items: number; members: number }): OpeningGap[] {
  return [...(facts.items === 0 ? (['no-items'] as const) : []), ...(facts.members === 0 ? (['no-members'] as const) : [])]
}

export type Move = 'up' | 'down'

/** The ids with one moved by one place; the same order at either end or when it is not there. */
export function moved(ids: readonly string[], id: string, move: Move): string[] {
  const from = ids.indexOf(id)
  const to = move === 'up' ? from - 1 : from + 1
  const other = ids[to]
  if (from < 0 || other === undefined) return [...ids]
  return ids.map((one, index) => (index === from ? other : index === to ? id : one))
}

/** The wanted order, held against what is there now: unknown ids are left out, those not named keep their order after. */
export function reconciled(present: readonly string[], wanted: readonly string[]): string[] {
  const known = [...new Set(wanted)].filter((id) => present.includes(id))
  return [...known, ...present.filter((id) => !known.includes(id))]
}

/** In the order of the wheel; within a quarter, as they stood. */
export const byWheel = (items: readonly { id: string; phase: Phase }[]): string[] =>
  [...items].sort((one, other) => phases.indexOf(one.phase) - phases.indexOf(other.phase)).map((item) => item.id)
