import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Confidentiality, EvidenceKind, EvidenceTables, Nature } from './tables.ts'

export interface Evidence {
  id: string
  organisationId: string
  title: string
  nature: Nature
  note: string
  kind: EvidenceKind
  url: string | null
  fileName: string | null
  mediaType: string | null
  /** Bytes. */
  size: number | null
  sha256: string | null
  /** 'YYYY-MM-DD' */
  effectiveOn: string | null
  /** 'YYYY-MM-DD': the last day on which it holds. */
  validUntil: string | null
  /** 'YYYY-MM-DD' */
  remindOn: string | null
  confidentiality: Confidentiality
  /** Number of the present file or address, from 1. */
  revision: number
  addedAt: Date
  addedBy: string
  /** When the present file or address was given. */
  updatedAt: Date
  version: number
}

const tablesOf = (db: Db) => db.withTables<EvidenceTables>()

export const evidenceColumns = [
  'evidence.id',
  'evidence.organisation_id as organisationId',
  'evidence.title',
  'evidence.nature',
  'evidence.note',
  'evidence.kind',
  'evidence.url',
  'evidence.file_name as fileName',
  'evidence.media_type as mediaType',
  'evidence.size',
  'evidence.sha256',
  'evidence.effective_on as effectiveOn',
  'evidence.valid_until as validUntil',
  'evidence.remind_on as remindOn',
  'evidence.confidentiality',
  'evidence.revision',
  'evidence.added_at as addedAt',
  'evidence.added_by as addedBy',
  'evidence.updated_at as updatedAt',
  'evidence.version',
] as const

export async function findEvidence(db: Db, id: string): Promise<Evidence | null> {
  const row = await tablesOf(db).selectFrom('evidence').select(evidenceColumns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Those of these ids that one school has, in the order of the ids. */
export async function listEvidenceByIds(db: Db, organisationId: string, ids: readonly string[]): Promise<Evidence[]> {
  if (ids.length === 0) return []
  const rows = await tablesOf(db).selectFrom('evidence').select(evidenceColumns).where('organisation_id', '=', organisationId).where('id', 'in', ids).execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** The school's proof with this very content or address, if it has one that the caller sees. */
export async function findSame(db: Db, organisationId: string, content: { sha256: string } | { url: string }): Promise<Evidence | null> {
  const same = tablesOf(db).selectFrom('evidence').select(evidenceColumns).where('organisation_id', '=', organisationId).orderBy('added_at').limit(1)
  const row = await ('url' in content ? same.where('url', '=', content.url) : same.where('sha256', '=', content.sha256)).executeTakeFirst()
  return row ?? null
}

/** What a proof is made of: a file or an address. */
export type Content = Pick<Evidence, 'kind' | 'url' | 'fileName' | 'mediaType' | 'size' | 'sha256'>

/** What people say of a proof. */
export type Description = Pick<Evidence, 'title' | 'nature' | 'note' | 'effectiveOn' | 'validUntil' | 'remindOn' | 'confidentiality'>

export type NewEvidence = Content & Description & Pick<Evidence, 'organisationId' | 'addedBy'>

export async function saveEvidence(db: Db, given: NewEvidence): Promise<Evidence> {
  return tablesOf(db)
    .insertInto('evidence')
    .values({ id: randomUUID(), organisation_id: given.organisationId, added_by: given.addedBy, ...contentRow(given), ...descriptionRow(given) })
    .returning(evidenceColumns)
    .executeTakeFirstOrThrow()
}

const contentRow = (content: Content) => ({
  kind: content.kind,
  url: content.url,
  file_name: content.fileName,
  media_type: content.mediaType,
  size: content.size,
  sha256: content.sha256,
})

const descriptionRow = (description: Description) => ({
  title: description.title,
  nature: description.nature,
  note: description.note,
  effective_on: description.effectiveOn,
  valid_until: description.validUntil,
  remind_on: description.remindOn,
  confidentiality: description.confidentiality,
})

/** False when it was changed since that version. A new end or a new day of recall is recalled afresh. */
export async function updateDescription(db: Db, id: string, version: number, description: Description): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('evidence')
    .set(descriptionRow(description))
    .set({
      version: version + 1,
      reminded_for: sql`case when valid_until is distinct from ${description.validUntil}::date or remind_on is distinct from ${description.remindOn}::date
        then null else reminded_for end`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts another file or address in the place of the present one. False when the proof was changed since that version. */
export async function updateContent(db: Db, id: string, version: number, content: Content & Pick<Evidence, 'effectiveOn' | 'validUntil'>): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('evidence')
    .set(contentRow(content))
    .set((old) => ({
      effective_on: content.effectiveOn,
      valid_until: content.validUntil,
      remind_on: null,
      reminded_for: null,
      revision: old('revision', '+', 1),
      updated_at: sql`now()`,
      version: version + 1,
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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
