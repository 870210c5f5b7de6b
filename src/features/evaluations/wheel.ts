import type { Phase, QuarterState } from '../../ui/phases.ts'
import type { EvaluationState } from './tables.ts'

/** What the rule needs to know of a cycle. Null is unknown (a school's team is not told outside the school), never none. */
export interface CycleFacts {
  state: EvaluationState
  hasPurpose: boolean
  themes: number
  items: number
  /** Members of the team today. */
  members: number | null
  /** Whether anybody has answered at least one question. */
  begun: boolean | null
  /** Members who said that they have finished. */
  finished: number | null
  /** Questions on which the group has agreed. */
  agreed: number
  findings: number
  actions: number
}

/** What keeps a quarter from being full. */
export type Missing =
  | { what: 'purpose' }
  | { what: 'theme' }
  | { what: 'team' }
  | { what: 'questionnaire' }
  | { what: 'opening' }
  | { what: 'answers'; members: number }
  | { what: 'closing' }
  | { what: 'positions'; items: number }
  | { what: 'diagnosis' }
  | { what: 'actions' }
  | { what: 'validation' }

export interface Cycle {
  quarters: Record<Phase, QuarterState>
  /** In the order in which a team would meet them. */
  missing: Record<Phase, readonly Missing[]>
}

/** One part of a quarter: what is missing of it (null: nothing), and whether it has at least begun. */
interface Part {
  missing: Missing | null
  begun: boolean
}

/**
 * Where a cycle stands. Projeter holds purpose, theme, team and questionnaire; mettre en œuvre the team's answers; évaluer the
 * agreed positions and the diagnosis; ajuster the actions decided and the validation.
 */
export function cycleWheel(facts: CycleFacts): Cycle {
  const parts: Record<Phase, readonly Part[]> = { plan: planParts(facts), do: doParts(facts), check: checkParts(facts), act: actParts(facts) }
  return { quarters: forEachPhase((phase) => stateOf(parts[phase])), missing: forEachPhase((phase) => parts[phase].flatMap((part) => part.missing ?? [])) }
}

const forEachPhase = <T>(make: (phase: Phase) => T): Record<Phase, T> => ({ plan: make('plan'), do: make('do'), check: make('check'), act: make('act') })

function stateOf(parts: readonly Part[]): QuarterState {
  if (parts.every((part) => part.missing === null)) return 'full'
  return parts.some((part) => part.begun) ? 'partial' : 'empty'
}

const given = (present: boolean, missing: Missing): Part => ({ missing: present ? null : missing, begun: present })

// Purpose and theme are settled by opening the round: a questionnaire may do without, and neither can be given after.
const planParts = (facts: CycleFacts): Part[] => [
  given(facts.hasPurpose || facts.state !== 'composing', { what: 'purpose' }),
  given(facts.themes > 0 || facts.state !== 'composing', { what: 'theme' }),
  given(facts.items > 0, { what: 'questionnaire' }),
  given(facts.members === null || facts.members > 0, { what: 'team' }),
]

function doParts(facts: CycleFacts): Part[] {
  const someone = facts.begun === null || facts.begun
  switch (facts.state) {
    case 'composing':
      return [given(false, { what: 'opening' })]
    case 'answering': {
      const left = facts.members === null || facts.finished === null ? null : facts.members - facts.finished
      const answers: Part = { missing: left === null || left === 0 ? null : { what: 'answers', members: left }, begun: someone }
      return [answers, { missing: { what: 'closing' }, begun: false }]
    }
    case 'agreeing':
    case 'validated':
      return [given(someone, { what: 'answers', members: facts.members ?? 0 })]
  }
}

const checkParts = (facts: CycleFacts): Part[] => [
  { missing: facts.items > 0 && facts.agreed >= facts.items ? null : { what: 'positions', items: facts.items - facts.agreed }, begun: facts.agreed > 0 },
  given(facts.findings > 0, { what: 'diagnosis' }),
]

const actParts = (facts: CycleFacts): Part[] => [given(facts.actions > 0, { what: 'actions' }), given(facts.state === 'validated', { what: 'validation' })]
