import { longestText } from '../../../platform/web/form.ts'
import { scaleValues } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { Agreed } from '../agree/rules.ts'
import type { EvaluationState, FindingKind } from '../tables.ts'

export const findingKinds: readonly FindingKind[] = ['strength', 'weakness', 'axis']

/** Longest sentence of a finding, in characters: it must be said in one breath. The detail has room for the rest. */
export const longestFinding = 300

/**
 * From which height of its scale an agreed position may be a strength, and up to which it deserves a look; the lowest step is 0, the
 * highest 1. Ours, and only to suggest: of four steps the last is a strength, the first two deserve a look.
 */
export const strengthFrom = 3 / 4
export const lookUpTo = 1 / 3

export interface Suggestion<Question> {
  question: Question
  kind: 'strength' | 'weakness'
}

interface Placed {
  id: string
  scale: Scale
  agreed: Agreed | null
}

/** Questions whose agreed position stands out and from which no finding was made yet, in the order of the questionnaire. */
export function suggestFindings<Question extends Placed>(questions: readonly Question[], used: ReadonlySet<string>): Suggestion<Question>[] {
  return questions.flatMap((question) => {
    const kind = used.has(question.id) ? null : suggestedKind(heightOf(question))
    return kind ? [{ question, kind }] : []
  })
}

function suggestedKind(height: number | null): 'strength' | 'weakness' | null {
  if (height === null) return null
  if (height >= strengthFrom) return 'strength'
  return height <= lookUpTo ? 'weakness' : null
}

/** Where an agreed position stands on its scale, from 0 to 1; null without a position. */
export function heightOf({ scale, agreed }: Pick<Placed, 'scale' | 'agreed'>): number | null {
  const values = scaleValues(scale)
  const step = agreed?.choice === 'rated' && agreed.value !== null ? values.indexOf(agreed.value) : -1
  return step < 0 || values.length < 2 ? null : step / (values.length - 1)
}

/** What stands in the way of noting findings. */
export type DiagnosisRefusal = 'not-closed' | 'validated'

export function diagnosisObstacle(state: EvaluationState): DiagnosisRefusal | null {
  switch (state) {
    case 'composing':
    case 'answering':
      return 'not-closed'
    case 'agreeing':
      return null
    case 'validated':
      return 'validated'
  }
}

/** What a form says of a finding. */
export interface FindingDraft {
  kind: FindingKind
  text: string
  detail: string
  /** Questions that it comes from. */
  itemIds: string[]
}

export type DraftError = 'no-text' | 'long-text' | 'long-detail'

export function draftErrors(draft: FindingDraft): { field: 'text' | 'detail'; error: DraftError }[] {
  return [
    ...(draft.text === '' ? [{ field: 'text' as const, error: 'no-text' as const }] : []),
    ...(draft.text.length > longestFinding ? [{ field: 'text' as const, error: 'long-text' as const }] : []),
    ...(draft.detail.length > longestText ? [{ field: 'detail' as const, error: 'long-detail' as const }] : []),
  ]
}

/** An action starts from what is to be changed. */
export const leadsToAction = (kind: FindingKind): boolean => kind === 'weakness' || kind === 'axis'
