import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { tablesOf } from '../store.ts'

export type ReplyKind = 'done' | 'planned' | 'no'

export interface TypedReply {
  said: string
  kind: ReplyKind
  done: string
  pupilWords: string
  /** What the school does about it. */
  actionId: string | null
  /** The result that it answers to. */
  partId: string | null
  question: string | null
}

export interface Reply extends TypedReply {
  id: string
  position: number
  version: number
}

/** In the order in which they are read. */
export async function listReplies(db: Db, surveyId: string, organisationId: string): Promise<Reply[]> {
  return tablesOf(db)
    .selectFrom('survey_replies')
    .select(['id', 'position', 'said', 'kind', 'done', 'pupil_words as pupilWords', 'action_id as actionId', 'part_id as partId', 'question', 'version'])
    .where('survey_id', '=', surveyId)
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** After the others. */
export async function insertReply(db: Db, id: string, surveyId: string, organisationId: string, typed: TypedReply): Promise<void> {
  await sql`
    insert into survey_replies (id, survey_id, organisation_id, position, said, kind, done, pupil_words, action_id, part_id, question)
    select ${id}, ${surveyId}, ${organisationId}, coalesce(max(position), 0) + 1, ${typed.said}, ${typed.kind}, ${typed.done}, ${typed.pupilWords},
      ${typed.actionId}, ${typed.partId}, ${typed.question}
    from survey_replies where survey_id = ${surveyId} and organisation_id = ${organisationId}`.execute(db)
}

/** False when somebody changed it since this version. */
export async function updateReply(db: Db, id: string, version: number, typed: TypedReply): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('survey_replies')
    .set({ said: typed.said, kind: typed.kind, done: typed.done, pupil_words: typed.pupilWords, action_id: typed.actionId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Two replies change places; all of them are numbered again, since two may have been written at once under one number. */
export async function moveReply(db: Db, replies: readonly Reply[], moved: Reply, passed: Reply): Promise<void> {
  const order = replies.map(({ id }) => (id === moved.id ? passed.id : id === passed.id ? moved.id : id))
  await sql`update survey_replies r set position = o.place from unnest(${order}::uuid[]) with ordinality o (id, place) where r.id = o.id`.execute(db)
}

export async function deleteReply(db: Db, id: string): Promise<void> {
  await tablesOf(db).deleteFrom('survey_replies').where('id', '=', id).execute()
}

/** The address of the page, and whether it is published; null before the first time. */
export async function findReplyPage(db: Db, surveyId: string, organisationId: string): Promise<{ address: string; published: boolean } | null> {
  const row = await tablesOf(db)
    .selectFrom('survey_reply_pages')
    .select(['address', 'published_at'])
    .where('survey_id', '=', surveyId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ? { address: row.address, published: row.published_at !== null } : null
}

/** Opens the page of replies under this address, or closes it; the first address stays. */
export async function publishReplies(db: Db, surveyId: string, organisationId: string, address: string, publish: boolean): Promise<void> {
  await sql`
    insert into survey_reply_pages (survey_id, organisation_id, address, published_at) values (${surveyId}, ${organisationId}, ${address}, ${publish ? new Date() : null})
    on conflict (survey_id, organisation_id) do update set published_at = excluded.published_at`.execute(db)
}

interface PublicReplies {
  school: string
  title: string
  schoolYear: string
  replies: Pick<TypedReply, 'said' | 'kind' | 'done' | 'pupilWords'>[]
}

/** What anybody who has the address reads. */
export async function findPublicReplies(db: Db, address: string): Promise<PublicReplies | null> {
  const { rows } = await sql<PublicReplies>`select school, title, school_year as "schoolYear", replies from find_reply_page(${address})`.execute(db)
  return rows[0] ?? null
}

export interface ReleasedText {
  id: string
  partId: string
  question: string
  /** As it was written; thirty days after it was read, as it is shown, and empty if it is not. */
  words: string
  shown: string | null
  state: 'waiting' | 'shown' | 'withheld'
  version: number
}

const selectTexts = (db: Db, surveyId: string, organisationId: string) =>
  tablesOf(db)
    .selectFrom('release_texts')
    .select(['id', 'part_id as partId', 'question', 'words', 'shown', 'state', 'version'])
    .where('survey_id', '=', surveyId)
    .where('organisation_id', '=', organisationId)

/** In an order that comes from the texts themselves: the same each time, and telling nothing. */
export async function listTexts(db: Db, surveyId: string, organisationId: string): Promise<ReleasedText[]> {
  return selectTexts(db, surveyId, organisationId)
    .orderBy(sql`md5(words)`)
    .orderBy('id')
    .execute()
}

/** Null where this school has no such text. */
export async function findText(db: Db, surveyId: string, organisationId: string, id: string): Promise<ReleasedText | null> {
  return (await selectTexts(db, surveyId, organisationId).where('id', '=', id).executeTakeFirst()) ?? null
}

/** False when somebody judged it since this version. */
export async function judgeText(db: Db, personId: string, text: ReleasedText, state: 'shown' | 'withheld', shown: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('release_texts')
    .set({ state, shown: state === 'shown' ? shown : null, read_by: personId, read_at: new Date(), version: text.version + 1 })
    .where('id', '=', text.id)
    .where('version', '=', text.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
