import { urls } from '../../urls.ts'
import type { EvaluationState } from './tables.ts'
import type { Missing } from './wheel.ts'

/** Where one goes to give what is missing; null while its moment has not come or is over. */
export function missingHref(reason: Missing, evaluation: { id: string; state: EvaluationState }): string | null {
  const here = { evaluation: evaluation.id }
  const during = (states: readonly EvaluationState[], href: string): string | null => (states.includes(evaluation.state) ? href : null)
  switch (reason.what) {
    case 'purpose':
    case 'theme':
      return during(['composing'], urls.evaluation.settings(here))
    case 'questionnaire':
      return during(['composing'], urls.evaluation.compose(here))
    case 'opening':
      return during(['composing'], urls.evaluation.open(here))
    case 'team':
      return during(['composing', 'answering'], urls.evaluation.members(here))
    case 'answers':
      return during(['answering'], urls.evaluation.members(here))
    case 'closing':
      return during(['answering'], urls.evaluation.close(here))
    case 'positions':
      return during(['agreeing'], urls.evaluation.spread(here))
    case 'diagnosis':
      return during(['agreeing'], urls.evaluation.diagnosis(here))
    case 'actions':
      return during(['agreeing', 'validated'], urls.evaluation.diagnosis(here))
    case 'validation':
      return during(['agreeing'], urls.evaluation.validate(here))
  }
}
