import { recordActivity } from '../../../platform/activity.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Place } from '../store.ts'

export const hereOf = ({ survey, organisationId }: Place) => ({ survey: survey.id, organisation: organisationId })

/** One line of the journal: `survey.reply_saved`, `survey.text_read`… */
export const note = (ask: SignedIn, place: Place, verb: string): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: place.organisationId,
    actorId: ask.caller.personId,
    kind: `survey.${verb}`,
    subjectKind: 'survey',
    subjectId: place.survey.id,
  })
