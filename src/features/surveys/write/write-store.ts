import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { NotCarried } from '../exchange/carried.ts'
import type { Audience, Definition } from '../questionnaire/definition.ts'
import { tablesOf } from '../store.ts'

export interface Questionnaire {
  id: string
  organisationId: string
  title: string
  audience: Audience
  definition: Definition
  version: number
  updatedAt: Date
  /** Of another tool: which file, and what did not come with it. */
  imported: { from: string; notCarried: NotCarried[] } | null
}

const selectQuestionnaires = (db: Db) =>
  tablesOf(db)
    .selectFrom('questionnaires')
    .select([
      'id',
      'organisation_id as organisationId',
      'title',
      'audience',
      'definition',
      'version',
      'updated_at as updatedAt',
      'imported_from',
      'not_carried',
    ])

type Row = Omit<Questionnaire, 'imported'> & { imported_from: string | null; not_carried: NotCarried[] }

const fromRow = ({ imported_from: from, not_carried: notCarried, ...row }: Row): Questionnaire => ({
  ...row,
  imported: from === null ? null : { from, notCarried },
})

/** Null where the caller may not see it. */
export async function findQuestionnaire(db: Db, id: string): Promise<Questionnaire | null> {
  const row = await selectQuestionnaires(db).where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

export interface NewQuestionnaire {
  id: string
  organisationId: string
  title: string
  audience: Audience
  origin: string | null
  definition: Definition
  imported?: { from: string; notCarried: readonly NotCarried[] }
}

export async function insertQuestionnaire(db: Db, personId: string, made: NewQuestionnaire): Promise<void> {
  await tablesOf(db)
    .insertInto('questionnaires')
    .values({
      id: made.id,
      organisation_id: made.organisationId,
      title: made.title,
      audience: made.audience,
      origin: made.origin,
      definition: made.definition,
      updated_by: personId,
      imported_from: made.imported?.from ?? null,
      not_carried: sql`${JSON.stringify(made.imported?.notCarried ?? [])}::text::jsonb`,
    })
    .execute()
}

/** False when somebody changed it since this version. */
export async function saveDefinition(db: Db, personId: string, { id, version }: Questionnaire, definition: Definition): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('questionnaires')
    .set({ definition, title: definition.title.fr, updated_by: personId, updated_at: new Date(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it is no more at this version. */
export async function deleteQuestionnaire(db: Db, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db).deleteFrom('questionnaires').where('id', '=', id).where('version', '=', version).executeTakeFirst()
  return numDeletedRows === 1n
}
