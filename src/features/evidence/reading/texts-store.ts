import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { EvidenceTables } from '../tables.ts'
import type { TextState } from '../tables.ts'
import type { Words } from './read-words.ts'

const tablesOf = (db: Db) => db.withTables<EvidenceTables>()

/** Keeps the words of a revision of a proof, unless it has another one by now. */
export async function saveWords(db: Db, evidenceId: string, revision: number, { state, words }: Words): Promise<void> {
  await sql`
    insert into evidence_texts (evidence_id, organisation_id, revision, state, words)
    select id, organisation_id, revision, ${state}, ${words} from evidence where id = ${evidenceId} and revision = ${revision}
    on conflict (evidence_id) do update set revision = excluded.revision, state = excluded.state, words = excluded.words`.execute(db)
}

/** Files of these media types whose present words are not read yet, the latest first, whatever their school; a job's question. */
export async function listUnread(db: Db, mediaTypes: readonly string[], most: number): Promise<{ evidenceId: string; organisationId: string }[]> {
  const { rows } = await sql<{ evidenceId: string; organisationId: string }>`
    select evidence_id as "evidenceId", organisation_id as "organisationId" from evidence_to_read(${[...mediaTypes]}::text[], ${most})`.execute(db)
  return rows
}

/** Whether the words of the present file are searched; null while they are not read. */
export async function findTextState(db: Db, evidenceId: string, revision: number): Promise<TextState | null> {
  const row = await tablesOf(db)
    .selectFrom('evidence_texts')
    .select('state')
    .where('evidence_id', '=', evidenceId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.state ?? null
}
