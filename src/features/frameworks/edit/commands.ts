import { recordActivity } from '../../../platform/activity.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { FrameworkHeader } from '../content.ts'
import type { Change } from '../version-changes.ts'
import { createDraft, deleteDraft, isTooLarge, lockDraft, saveDraft } from './drafts-store.ts'
import type { Draft, DraftChange, NewDraft } from './drafts-store.ts'

/** Why an edit is not made: it is being read again or published; somebody changed this part; it is no longer there; it would be too large. */
export type Refusal = 'not-writing' | 'changed-meanwhile' | 'gone' | 'too-large' | 'code-taken'

export interface Refused {
  refused: Refusal
}

export interface Edit {
  content?: FrameworkHeader
  changes?: readonly Change[]
}

/** Begins a draft in the caller's organisation. */
export async function beginDraft(ask: SignedIn, draft: Omit<NewDraft, 'personId'>): Promise<{ id: string } | Refused> {
  if (isTooLarge(draft.content)) return { refused: 'too-large' }
  const id = await createDraft(ask.db, { ...draft, personId: ask.caller.personId })
  await record(ask, { id, organisationId: draft.organisationId }, 'draft.created')
  return { id }
}

/**
 * Changes a draft as it is now, whoever wrote before: `edit` is given the present content and says the next one, so that two people who
 * work on two parts never undo each other. It refuses when its own part is no longer what was shown.
 */
export async function changeDraft(ask: SignedIn, draft: Pick<Draft, 'id'>, edit: (now: Draft) => Edit | Refused): Promise<{ saved: true } | Refused> {
  const now = await lockDraft(ask.db, draft.id)
  if (!now || now.state !== 'draft') return { refused: 'not-writing' }
  const next = edit(now)
  if ('refused' in next) return next
  if (next.content && isTooLarge(next.content)) return { refused: 'too-large' }
  await save(ask, now, next)
  await record(ask, now, 'draft.edited')
  return { saved: true }
}

/** To be read again by somebody else before it is published. */
export async function sendDraft(ask: SignedIn, draft: Draft): Promise<{ saved: true } | Refused> {
  const now = await lockDraft(ask.db, draft.id)
  if (!now || now.state !== 'draft') return { refused: 'not-writing' }
  await save(ask, now, { state: 'review', sentBy: ask.caller.personId })
  await record(ask, now, 'draft.sent')
  return { saved: true }
}

/** Back to writing. */
export async function resumeDraft(ask: SignedIn, draft: Draft): Promise<{ saved: true } | Refused> {
  const now = await lockDraft(ask.db, draft.id)
  if (!now || now.state !== 'review') return { refused: 'not-writing' }
  await save(ask, now, { state: 'draft', sentBy: null })
  await record(ask, now, 'draft.resumed')
  return { saved: true }
}

export async function removeDraft(ask: SignedIn, draft: Draft): Promise<{ saved: true } | Refused> {
  if (!(await deleteDraft(ask.db, draft.id))) return { refused: 'gone' }
  await record(ask, draft, 'draft.deleted')
  return { saved: true }
}

async function save(ask: SignedIn, now: Draft, change: DraftChange): Promise<void> {
  // The row is held: nobody else can have written.
  if (!(await saveDraft(ask.db, now, change, ask.caller.personId))) throw new Error('a draft that was held has changed')
}

export const record = (ask: SignedIn, draft: Pick<Draft, 'id' | 'organisationId'>, kind: string): Promise<void> =>
  recordActivity(ask.db, { organisationId: draft.organisationId, actorId: ask.caller.personId, kind, subjectKind: 'framework_draft', subjectId: draft.id })
