import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { EvidenceKind, EvidenceTables } from './tables.ts'

export interface Evidence {
  id: string
  organisationId: string
  title: string
  kind: EvidenceKind
  url: string | null
  fileName: string | null
  mediaType: string | null
  /** Bytes. */
  size: number | null
  sha256: string | null
  /** 'YYYY-MM-DD' */
  effectiveOn: string | null
  addedAt: Date
}

const tablesOf = (db: Db) => db.withTables<EvidenceTables>()

export const evidenceColumns = [
  'evidence.id',
  'evidence.organisation_id as organisationId',
  'evidence.title',
  'evidence.kind',
  'evidence.url',
  'evidence.file_name as fileName',
  'evidence.media_type as mediaType',
  'evidence.size',
  'evidence.sha256',
  'evidence.effective_on as effectiveOn',
  'evidence.added_at as addedAt',
] as const

export async function findEvidence(db: Db, id: string): Promise<Evidence | null> {
  const row = await tablesOf(db).selectFrom('evidence').select(evidenceColumns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Of one school, the latest first. */
export async function listEvidence(db: Db, organisationId: string, part: { limit: number; offset?: number }): Promise<Evidence[]> {
  return tablesOf(db)
    .selectFrom('evidence')
    .select(evidenceColumns)
    .where('organisation_id', '=', organisationId)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .limit(part.limit)
    .offset(part.offset ?? 0)
    .execute()
}

export async function countEvidence(db: Db, organisationId: string): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('evidence')
    .select((one) => one.fn.countAll<number>().as('total'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.total
}

/** The school's proof with this very content or address, if it has one. */
export async function findSame(db: Db, organisationId: string, content: { sha256: string } | { url: string }): Promise<Evidence | null> {
  const same = tablesOf(db).selectFrom('evidence').select(evidenceColumns).where('organisation_id', '=', organisationId).orderBy('added_at').limit(1)
  const row = await ('url' in content ? same.where('url', '=', content.url) : same.where('sha256', '=', content.sha256)).executeTakeFirst()
  return row ?? null
}

export type NewEvidence = Omit<Evidence, 'id' | 'addedAt'> & { addedBy: string }

export async function saveEvidence(db: Db, given: NewEvidence): Promise<Evidence> {
  return tablesOf(db)
    .insertInto('evidence')
    .values({
      id: randomUUID(),
      organisation_id: given.organisationId,
      title: given.title,
      kind: given.kind,
      url: given.url,
      file_name: given.fileName,
      media_type: given.mediaType,
      size: given.size,
      sha256: given.sha256,
      effective_on: given.effectiveOn,
      added_by: given.addedBy,
    })
    .returning(evidenceColumns)
    .executeTakeFirstOrThrow()
}

export async function deleteEvidence(db: Db, id: string): Promise<void> {
  await tablesOf(db).deleteFrom('evidence').where('id', '=', id).execute()
}

/** Until the end of the transaction, nobody else adds or removes this content: a file is not thrown away while it is being added again. */
export async function lockContent(db: Db, content: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${content}, 20261122))`.execute(db)
}

/** Whether anybody still holds this file, in any school. */
export async function isFileKept(db: Db, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select file_is_kept(${sha256}) as kept`.execute(db)
  return rows[0]?.kept ?? true
}
