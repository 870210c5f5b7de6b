import type { Missing } from '../opendata/observation.ts'

export const arithmetic = ['+', '-', '*', '/'] as const
export const comparisons = ['=', '≠', '<', '≤', '>', '≥'] as const
export type Arithmetic = (typeof arithmetic)[number]
export type Comparison = (typeof comparisons)[number]
export type Operator = Arithmetic | Comparison

export type FunctionName =
  | 'SI'
  | 'SI_VIDE'
  | 'SOMME'
  | 'MOYENNE'
  | 'MIN'
  | 'MAX'
  | 'PART'
  | 'SOMME_PÉRIODES'
  | 'MOYENNE_PÉRIODES'
  | 'SOMME_SECTIONS'
  | 'ET'
  | 'OU'
  | 'NON'
  | 'ARRONDI'

/** One value to fetch: which indicator or part, how many periods back (0, -1, …), in which section (null: the whole school). */
export interface Reference {
  readonly code: string
  readonly shift: number
  readonly section: string | null
}

/** A value that a formula needs; with `eachSection`, once per section. */
export interface NamedReference extends Reference {
  readonly eachSection: boolean
}

export interface NumberNode {
  readonly kind: 'number'
  readonly value: number
}
export interface ReferenceNode {
  readonly kind: 'reference'
  readonly reference: Reference
}
export interface NegativeNode {
  readonly kind: 'negative'
  readonly of: Expression
}
export interface OperationNode {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly left: Expression
  readonly right: Expression
}
export interface CallNode {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly inputs: readonly Expression[]
}
export type Expression = NumberNode | ReferenceNode | NegativeNode | OperationNode | CallNode

/** A formula that has been checked: it gives a number, and keeps to every limit. */
export interface Formula {
  readonly root: Expression
}

export interface FormulaProblem {
  /** In French: what was expected, and after what. */
  sentence: string
  /** Index in the typed text; its length when something is missing at the end. */
  at: number
}

/** Why a result is unknown: the five of a value, and what a computation adds to them. */
export type Reason = Missing | 'no-denominator' | 'no-sections' | 'out-of-range'

export interface KnownValue {
  value: number
  /** What to call it, when it is not the name of the indicator. */
  label?: string
}
export interface MissingValue {
  missing: Reason
}

/** One cause of an unknown result. `reference` is null when the computation itself is the cause. */
export interface Absence {
  reason: Reason
  reference: Reference | null
}

/** How a result came to be: as the formula, without the branches that were not taken. `value` is null when unknown. */
export interface Trace {
  expression: Expression
  value: number | boolean | null
  absences: readonly Absence[]
  label: string | null
  parts: readonly Trace[]
}

export type Outcome = { value: number; trace: Trace } | { missing: readonly Absence[]; trace: Trace }
