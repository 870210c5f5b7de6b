import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/database.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { insertVersion } from '../insert-version.ts'
import { record } from './commands.ts'
import { lockDraft, saveDraft } from './drafts-store.ts'
import type { Draft } from './drafts-store.ts'
import { listOwnFrameworks, listWriters } from './lists-store.ts'
import { changesOf } from './problems.ts'
import { mayPublish } from './review-rules.ts'
import { insertConversion } from './publish-store.ts'

export type PublishRefusal = 'not-writing' | 'not-complete' | 'other-eye' | 'edition-taken'

/**
 * Copies a draft that has been read again into the frozen tables, through the same checks as a file, with what becomes of the codes of
 * the edition before. From then on nothing of it changes.
 */
export async function publishDraft(ask: SignedIn, draft: Draft): Promise<{ published: string } | { refused: PublishRefusal }> {
  const now = await lockDraft(ask.db, draft.id)
  if (!now || now.state !== 'review') return { refused: 'not-writing' }
  const writers = await listWriters(ask.db, now.organisationId, ask.today)
  if (!mayPublish(now.sentBy, ask.caller.personId, writers)) return { refused: 'other-eye' }
  const { checkContentValue } = await import('../check-value.ts')
  const { content } = checkContentValue(now.content)
  if (!content) return { refused: 'not-complete' }
  if (await hasEdition(ask.db, now)) return { refused: 'edition-taken' }
  const changes = await changesOf(ask, now)
  const id = randomUUID()
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  // A file that was still a draft when it was imported says nothing else of its source.
  const status = content.status === 'unconfirmed' ? 'unconfirmed' : 'confirmed'
  await insertVersion(ask.db, { id, content, status, sha256, ownerId: now.organisationId, extendsId: now.extendsId })
  if (now.basedOnId)
    await insertConversion(ask.db, {
      fromId: now.basedOnId,
      toId: id,
      ownerId: now.organisationId,
      author: content.source.publisher,
      note: content.source.note,
      changes,
    })
  await saveDraft(ask.db, now, { state: 'published', publishedId: id }, ask.caller.personId)
  await record(ask, now, 'draft.published')
  return { published: id }
}

const hasEdition = async (db: Db, { organisationId, content }: Draft): Promise<boolean> =>
  (await listOwnFrameworks(db, organisationId)).some((own) => own.framework === content.id && own.version === content.version)
