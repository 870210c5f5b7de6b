import type { EvaluationState, FindingKind, ScopeKind } from '../src/features/evaluations/tables.ts'
import type { ActionState } from '../src/features/plans/tables.ts'

/** One question of a demo evaluation, taken from the bank by its code. */
export interface DemoQuestion {
  code: string
  /** Positions of the members, unsigned; null for « je ne sais pas ». */
  answers?: readonly (number | null)[]
  /** Reasons that go with the first positions. */
  reasons?: readonly string[]
  agreed?: { value: number; reason: string; minority?: string }
}

export interface DemoAction {
  title: string
  /** Position in the findings of the evaluation. */
  finding?: number
  what?: string
  forWhom?: string
  byWhom?: string
  withWhom?: string
  place?: string
  how?: string
  why?: string
  indicator?: string
  workload?: string
  comments?: string
  state: ActionState
  progress?: number
  /** Address, before the @, of who follows it. */
  owner?: string
  /** Days from today. */
  starts?: number
  due?: number
  effect?: string
  steps?: readonly { label: string; done?: boolean }[]
}

export interface DemoEvaluation {
  key: string
  at: string
  title: string
  purpose: string
  scope?: { kind: ScopeKind; detail: string }
  themes: readonly string[]
  state: EvaluationState
  /** Days from today: created, then opened, closed, validated where the state has been reached. */
  days: { created: number; opened?: number; ends?: number; closed?: number; validated?: number; shared?: number }
  lead: string
  /** Addresses, before the @; while the round is open, how many questions each has answered. */
  members: readonly { who: string; answered?: number; finished?: true }[]
  questions: readonly DemoQuestion[]
  findings?: readonly { kind: FindingKind; text: string; detail?: string; codes: readonly string[] }[]
  actions?: readonly DemoAction[]
  previous?: string
}
