import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { askedOf } from '../answer/part-view.ts'
import type { PartView } from '../answer/part-view.ts'
import { trialAnswer } from '../answer/trial.ts'
import type { Part, Survey } from '../store.ts'

/** The pages as people will meet them, from the first question to the thanks. */
export async function showTrial(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  const view: PartView = {
    ...part,
    ...survey,
    partId: part.id,
    surveyId: survey.id,
    schoolId: survey.organisationId,
    schoolName: survey.organisationName,
    ...askedOf(part.definition, [], part),
  }
  return trialAnswer(ask, view)
}
