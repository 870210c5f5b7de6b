import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { askedOf } from '../answer/part-view.ts'
import { trialAnswer } from '../answer/trial.ts'
import type { Questionnaire } from './write-store.ts'

/** Usual settings: the preview is of the questions, before any survey asks them. */
const usual = { threshold: 11, access: 'personal', breakdowns: [], freeText: true, closesOn: null, resultsOn: null, purpose: '', promise: '' } as const

export async function showPreview(ask: SignedIn, { id, organisationId, title, audience, definition }: Questionnaire): Promise<Answer> {
  const shown = { surveyId: id, partId: id, schoolId: organisationId, schoolName: '', title, audience, definition }
  return trialAnswer(ask, { ...usual, ...shown, ...askedOf(definition, [], usual) }, { phone: true, back: urls.questionnaire.show({ questionnaire: id }) })
}
