import type { Missing } from '../tables.ts'

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

interface NumberNode {
  readonly kind: 'number'
  readonly value: number
}
interface ReferenceNode {
  readonly kind: 'reference'
  readonly reference: Reference
}
interface NegativeNode {
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

/** What is wrong with a typed formula: what was expected, and after what. formula/texts says it in each language. */
export type FormulaFault =
  | { reason: 'empty' | 'gives-truth' | 'bracket-closed' | 'comma' | 'percent' | 'no-code' | 'more-than-shift' | 'separator-outside' | 'closed-twice' }
  | { reason: 'too-long' | 'too-many-nodes' | 'too-many-references' | 'too-deep' | 'long-code' | 'shift'; most: number }
  | { reason: 'digits'; whole: number; decimals: number }
  /** A condition where a number is expected. */
  | { reason: 'truth-for-number'; said: string }
  | { reason: 'count'; name: FunctionName; expected: number; repeats: boolean; found: number; example: string }
  | { reason: 'input'; name: FunctionName; example: string; wrong: WrongInput; said: string }
  | { reason: 'bracket-open'; said: string }
  | { reason: 'character'; said: string }
  | { reason: 'no-opening' | 'no-function' | 'not-understood'; word: string }
  /** Null at the beginning, or at the end. */
  | { reason: 'no-value'; after: string | null; before: string | null }
  /** « PART( » or « ( »; `before` a semicolon, or at the end. */
  | { reason: 'no-closing'; open: string; before: string | null }
  | { reason: 'no-sign'; after: string; before: string }
  | { reason: 'second-comparison'; sign: string }

/** What an input of a function had to be and is not. */
export type WrongInput = { expected: 'number' } | { expected: 'truth' } | { expected: 'reference' } | { expected: 'whole'; least: number; most: number }

export interface FormulaProblem {
  fault: FormulaFault
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
