/**
 * What a release shows of one audience, in one school or in several together: the content of release_figures.figures. Nothing here is an exact
 * count. `answers` and every base are rounded down to five; shares are whole percents.
 */

/** A share: a whole percent, or at most 5 %, or at least 95 % (all or nobody would tell what each person answered). */
export type Share = number | 'low' | 'high'

/** Why a group is not shown: fewer people than the threshold; somebody could be found by subtraction. */
export type HiddenGroup = 'few' | 'subtraction'

export interface QuestionFigures {
  /** People who answered it, rounded down to five. */
  base: number
  /** By answer, in the question's order; « je ne sais pas » of a scale is last, as a share of the base as well. */
  shares: readonly Share[]
  /** Of a scale: those on the favourable half, among those who took a position; its 95 % Wilson interval in whole percents. */
  favourable?: { share: Share; low: number; high: number }
  /** Where the scale allows it, one decimal. */
  mean?: number
}

/** What is not shown says no more: whether too few answered or nearly all alike would itself tell of answers. */
export type QuestionResult = { shown: true; figures: QuestionFigures } | { shown: false }

export interface GroupFigures {
  code: string
  /** null: the group is not shown, and neither is its number. */
  answers: number | null
  why?: HiddenGroup
  /** By question code. */
  questions: Readonly<Record<string, QuestionResult>>
}

export interface BreakdownFigures {
  code: string
  /** False: no group of it can be shown here, and why. */
  shown: boolean
  why?: HiddenGroup
  groups: readonly GroupFigures[]
}

export interface PartFigures {
  /** Rounded down to five; null under the threshold: then nothing else is shown. */
  answers: number | null
  /** Rounded down to five; null where nobody was invited by name or number. */
  invited: number | null
  /** Whole percent of those invited, where both are known. */
  participation: number | null
  /** Of a figure for several schools: how many show figures of their own, and how many, where too few answered, are counted with others only. */
  schools?: { counted: number; left: number }
  questions: Readonly<Record<string, QuestionResult>>
  breakdowns: readonly BreakdownFigures[]
}
