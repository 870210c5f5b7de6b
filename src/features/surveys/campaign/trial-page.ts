import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { askedOf } from '../answer/part-view.ts'
import type { PartView } from '../answer/part-view.ts'
import { trialAnswer } from '../answer/trial.ts'
import { hereOf, listAdditions } from '../store.ts'
import type { Part, Place, Survey } from '../store.ts'
import type { Question } from '../questionnaire/definition.ts'

const viewOf = (survey: Survey, part: Part, school: { id: string; name: string }, additions: readonly Question[]): PartView => ({
  ...part,
  ...survey,
  partId: part.id,
  surveyId: survey.id,
  schoolId: school.id,
  schoolName: school.name,
  ...askedOf(part.definition, additions, part),
})

/** The pages as people will meet them, from the first question to the thanks. */
export const showTrial = async (ask: SignedIn, survey: Survey, part: Part): Promise<Answer> =>
  Promise.resolve(
    trialAnswer(ask, viewOf(survey, part, { id: survey.organisationId, name: survey.organisationName }, []), { back: urls.survey.show({ survey: survey.id }) }),
  )

/** The same in one school, with the questions that it adds. */
export async function showPlaceTrial(ask: SignedIn, place: Place, part: Part): Promise<Answer> {
  const school = { id: place.organisationId, name: place.schoolName }
  const additions = await listAdditions(ask.db, part.id, school.id)
  return trialAnswer(ask, viewOf(place.survey, part, school, additions), { back: urls.survey.place(hereOf(place)) })
}
