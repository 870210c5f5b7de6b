import { redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { findDraft } from './drafts-store.ts'
import type { Draft } from './drafts-store.ts'
import { refusedPage } from './refusals.ts'

/** A route on one draft: to those who do not write for its organisation it does not exist, or is not theirs. Published, it leads to the edition. */
export const onDraft = (handle: (ask: SignedIn, draft: Draft) => Promise<Answer>): Guarded =>
  onObject(
    'draft',
    'framework.edit',
    (ask) => findDraft(ask.db, ask.params['draft'] ?? ''),
    (ask, draft) => (draft.publishedId ? Promise.resolve(redirect(urls.frameworks.show({ framework: draft.publishedId }))) : handle(ask, draft)),
  )

/** The same for what may only be changed while it is being written. */
export const onWriting = (handle: (ask: SignedIn, draft: Draft) => Promise<Answer>): Guarded =>
  onDraft((ask, draft) => (draft.state === 'draft' ? handle(ask, draft) : Promise.resolve(refusedPage(ask, draft, 'not-writing'))))
