import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Content, Evidence } from './store.ts'
import type { EvidenceTables } from './tables.ts'

/** What a proof was before, as it stood. */
export interface Revision extends Omit<Content, 'kind'> {
  evidenceId: string
  number: number
  /** 'YYYY-MM-DD' */
  effectiveOn: string | null
  addedAt: Date
}

const tablesOf = (db: Db) => db.withTables<EvidenceTables>()

const columns = [
  'evidence_id as evidenceId',
  'number',
  'url',
  'file_name as fileName',
  'media_type as mediaType',
  'size',
  'sha256',
  'effective_on as effectiveOn',
  'added_at as addedAt',
] as const

/** The latest first; the present one is not among them. */
export async function listRevisions(db: Db, evidenceId: string): Promise<Revision[]> {
  return tablesOf(db).selectFrom('evidence_revisions').select(columns).where('evidence_id', '=', evidenceId).orderBy('number', 'desc').execute()
}

export async function findRevision(db: Db, evidenceId: string, number: number): Promise<Revision | null> {
  const row = await tablesOf(db)
    .selectFrom('evidence_revisions')
    .select(columns)
    .where('evidence_id', '=', evidenceId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps what the proof was, as it was read, among what it has been. */
export async function keepRevision(db: Db, evidence: Evidence): Promise<void> {
  await tablesOf(db)
    .insertInto('evidence_revisions')
    .values({
      evidence_id: evidence.id,
      organisation_id: evidence.organisationId,
      number: evidence.revision,
      url: evidence.url,
      file_name: evidence.fileName,
      media_type: evidence.mediaType,
      size: evidence.size,
      sha256: evidence.sha256,
      effective_on: evidence.effectiveOn,
      added_at: evidence.updatedAt,
      added_by: evidence.addedBy,
    })
    .execute()
}

/** Every file that a proof holds or has held. */
export async function listContents(db: Db, evidenceId: string): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from evidence where id = ${evidenceId} and sha256 is not null
    union select sha256 from evidence_revisions where evidence_id = ${evidenceId} and sha256 is not null`.execute(db)
  return rows.map((row) => row.sha256)
}
