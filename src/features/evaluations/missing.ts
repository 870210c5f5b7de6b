import { urls } from '../../urls.ts'
import type { Missing } from './wheel.ts'

/** Where one goes to give what is missing. */
export function missingHref(reason: Missing, evaluationId: string): string {
  const evaluation = { evaluation: evaluationId }
  switch (reason.what) {
    case 'purpose':
    case 'theme':
      return urls.evaluation.settings(evaluation)
    case 'team':
      return urls.evaluation.members(evaluation)
    case 'questionnaire':
      return urls.evaluation.compose(evaluation)
    case 'opening':
      return urls.evaluation.open(evaluation)
    case 'answers':
      return urls.evaluation.members(evaluation)
    case 'closing':
      return urls.evaluation.close(evaluation)
    case 'positions':
      return urls.evaluation.spread(evaluation)
    case 'diagnosis':
    case 'actions':
      return urls.evaluation.diagnosis(evaluation)
    case 'validation':
      return urls.evaluation.validate(evaluation)
  }
}
