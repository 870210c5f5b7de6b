import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { OrganisationTables, ReferenceKind } from '../tables.ts'

/** A value, a rule or a body of a school. */
export interface Reference {
  id: string
  organisationId: string
  kind: ReferenceKind
  label: string
  description: string
  position: number
  version: number
}

const select = (db: Db) =>
  db
    .withTables<OrganisationTables>()
    .selectFrom('school_references')
    .select(['id', 'organisation_id as organisationId', 'kind', 'label', 'description', 'position', 'version'])

/** In the school's own order, kind by kind. */
export const listReferences = (db: Db, organisationId: string): Promise<Reference[]> =>
  select(db).where('organisation_id', '=', organisationId).orderBy('kind').orderBy('position').orderBy('id').execute()

export const findReference = async (db: Db, organisationId: string, id: string): Promise<Reference | null> =>
  (await select(db).where('id', '=', id).where('organisation_id', '=', organisationId).executeTakeFirst()) ?? null

/** Puts it last of its kind. */
export async function insertReference(db: Db, reference: Pick<Reference, 'id' | 'organisationId' | 'kind' | 'label' | 'description'>): Promise<void> {
  const { id, organisationId, kind, label, description } = reference
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from school_references where organisation_id = ${organisationId} and kind = ${kind})`
  await db
    .withTables<OrganisationTables>()
    .insertInto('school_references')
    .values({ id, organisation_id: organisationId, kind, label, description, position })
    .execute()
}

/** False when somebody saved meanwhile: nothing is changed then. */
export async function updateReference(db: Db, id: string, version: number, text: { label: string; description: string }): Promise<boolean> {
  const done = await db
    .withTables<OrganisationTables>()
    .updateTable('school_references')
    .set({ ...text, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Numbers a kind from 1 in the order of the ids given. */
export async function savePositions(db: Db, ids: readonly string[]): Promise<void> {
  await sql`update school_references r set position = n.place
    from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as n (id, place) where r.id = n.id::uuid`.execute(db)
}

/** Two people moving lines at the same moment wait for each other. */
export const lockReferences = (db: Db, organisationId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`references ${organisationId}`}, 0))`.execute(db)

export async function deleteReference(db: Db, id: string): Promise<void> {
  await db.withTables<OrganisationTables>().deleteFrom('school_references').where('id', '=', id).execute()
}
