import type { SignedIn } from '../../../platform/web/route.ts'
import { orRefused } from '../campaign/refusals.ts'
import type { Question } from '../questionnaire/definition.ts'
import { record } from '../record.ts'
import type { Place } from '../store.ts'
import { mostAdditions } from './additions-rules.ts'
import type { PlaceRefused } from './invite-commands.ts'
import { lockOwnQuestions, saveOwnQuestions } from './invite-store.ts'

/** Own questions change until the survey opens. */
export const mayAdd = ({ survey, declined }: Place): boolean => survey.state === 'draft' || (survey.state === 'offered' && !declined)

/** What becomes of a school's questions of one audience; null where somebody changed them meanwhile, or there are too many. */
type Change = (questions: readonly Question[]) => readonly Question[] | null

/** Changes them, held for the length of the transaction. */
export async function changeAdditions(
  ask: SignedIn,
  place: Place,
  partId: string,
  kind: string,
  change: Change,
): Promise<{ saved: true } | 'changed' | PlaceRefused> {
  if (!mayAdd(place)) return { refused: 'not-preparing' }
  const result = await orRefused(async () => {
    const spot = { surveyId: place.survey.id, partId, schoolId: place.organisationId }
    const questions = change(await lockOwnQuestions(ask.db, spot))
    if (!questions || questions.length > mostAdditions) return 'changed' as const
    await saveOwnQuestions(ask.db, spot, questions)
    await record(ask, place, kind)
    return { saved: true as const }
  })
  // The database says the same as the survey's state: opened in the meantime.
  return typeof result === 'object' && 'refused' in result ? { refused: 'not-preparing' } : result
}
