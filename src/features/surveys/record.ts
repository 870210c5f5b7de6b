import { recordActivity } from '../../platform/activity.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import type { Place, Survey } from './store.ts'

/** One line of the journal of who asks, or of the school at whose place it happens. */
export const record = (
  ask: SignedIn,
  on: Pick<Survey, 'id' | 'organisationId'> | Place,
  kind: string,
  detail: Record<string, string | number> = {},
): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: on.organisationId,
    actorId: ask.caller.personId,
    kind,
    subjectKind: 'survey',
    subjectId: 'survey' in on ? on.survey.id : on.id,
    detail,
  })
