import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { FrameworkHeader } from '../content.ts'
import type { Change } from '../version-changes.ts'
import type { DraftState, DraftTables } from './tables.ts'

/** A framework being written. Its content has the shape of a file, but may still be incomplete: check-value.ts says what is missing. */
export interface Draft {
  id: string
  organisationId: string
  content: FrameworkHeader
  /** The published version that this is the next one of. */
  basedOnId: string | null
  /** The version that this only adds to. */
  extendsId: string | null
  /** What becomes of codes of the version before, where people have said it themselves. */
  changes: readonly Change[]
  state: DraftState
  publishedId: string | null
  sentBy: string | null
  updatedBy: string
  updatedAt: Date
  version: number
}

/** Largest content, in bytes of JSON: what a file may hold. */
export const largestContent = 2 * 1024 * 1024

export const isTooLarge = (content: FrameworkHeader): boolean => Buffer.byteLength(JSON.stringify(content)) > largestContent

export interface NewDraft {
  organisationId: string
  content: FrameworkHeader
  basedOnId?: string | null
  extendsId?: string | null
  personId: string
}

const tables = (db: Db) => db.withTables<DraftTables>()

/** Throws when the content is larger than `largestContent`: callers ask isTooLarge before. */
export async function createDraft(db: Db, draft: NewDraft): Promise<string> {
  if (isTooLarge(draft.content)) throw new Error('the content of a draft is larger than it may be')
  const id = randomUUID()
  await tables(db)
    .insertInto('framework_drafts')
    .values({
      id,
      organisation_id: draft.organisationId,
      content: draft.content,
      based_on_id: draft.basedOnId ?? null,
      extends_id: draft.extendsId ?? null,
      created_by: draft.personId,
      updated_by: draft.personId,
    })
    .execute()
  return id
}

const columns = [
  'id',
  'organisation_id as organisationId',
  'content',
  'based_on_id as basedOnId',
  'extends_id as extendsId',
  'changes',
  'state',
  'published_id as publishedId',
  'sent_by as sentBy',
  'updated_by as updatedBy',
  'updated_at as updatedAt',
  'version',
] as const

export const findDraft = async (db: Db, id: string): Promise<Draft | null> =>
  (await tables(db).selectFrom('framework_drafts').select(columns).where('id', '=', id).executeTakeFirst()) ?? null

/** The draft as it is now, its row held until the end of the transaction: changes of one draft go one after the other. Null once published. */
export const lockDraft = async (db: Db, id: string): Promise<Draft | null> =>
  (await tables(db).selectFrom('framework_drafts').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null

export interface DraftChange {
  content?: FrameworkHeader
  changes?: readonly Change[]
  state?: DraftState
  publishedId?: string
  sentBy?: string | null
}

/** False when the draft is no longer at this version, or is published: nothing is written. */
export async function saveDraft(db: Db, draft: Pick<Draft, 'id' | 'version'>, change: DraftChange, personId: string): Promise<boolean> {
  const row = await tables(db)
    .updateTable('framework_drafts')
    .set({
      ...(change.content ? { content: change.content } : {}),
      // A list given as it is would be sent as an array of PostgreSQL, not as JSON.
      ...(change.changes ? { changes: sql<Change[]>`${JSON.stringify(change.changes)}::text::jsonb` } : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.publishedId ? { published_id: change.publishedId } : {}),
      ...(change.sentBy === undefined ? {} : { sent_by: change.sentBy, sent_at: change.sentBy ? sql<Date>`now()` : null }),
      updated_by: personId,
      updated_at: sql<Date>`now()`,
      version: draft.version + 1,
    })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('state', '<>', 'published')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when it is published, or no longer there. */
export async function deleteDraft(db: Db, id: string): Promise<boolean> {
  const row = await tables(db).deleteFrom('framework_drafts').where('id', '=', id).where('state', '<>', 'published').returning('id').executeTakeFirst()
  return row !== undefined
}
