import { recordActivity } from '../../../platform/activity.ts'
import { notFound, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { findOrganisation } from '../../organisations/store.ts'
import type { Action } from '../../plans/store.ts'
import { loadDirectory } from '../known.ts'
import { textsIn } from '../texts.en.ts'
import { deleteFollowed, insertFollowed } from './follow-store.ts'

/** Follows an indicator, or no longer does. Asked again, it changes nothing and leaves no line in the journal. */
export async function saveActionIndicator(ask: SignedIn, action: Action): Promise<Answer> {
  const t = textsIn(ask.language).action
  const school = await findOrganisation(ask.db, action.organisationId)
  if (!school) return notFound()
  const back = urls.action.show({ action: action.id })
  const measure = ask.form.text('measure')
  if (ask.form.text('remove') === 'oui') {
    if (await deleteFollowed(ask.db, action.id, measure)) await record(ask, action, 'indicator.unfollowed', measure)
    return redirect(back, t.removed)
  }
  const directory = await loadDirectory(ask.db, school)
  if (!directory.measures.has(measure)) return redirect(back)
  if (await insertFollowed(ask.db, ask.caller.personId, action, measure)) await record(ask, action, 'indicator.followed', measure)
  return redirect(back, t.added)
}

const record = (ask: SignedIn, action: Action, kind: 'indicator.followed' | 'indicator.unfollowed', measure: string): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: action.organisationId,
    actorId: ask.caller.personId,
    kind,
    subjectKind: 'action',
    subjectId: action.id,
    detail: { measure, title: action.title },
  })
