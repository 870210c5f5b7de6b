import type { Db } from '../../../platform/database.ts'
import type { Audience, Definition } from '../questionnaire/definition.ts'
import { tablesOf } from '../store.ts'

export interface Questionnaire {
  id: string
  organisationId: string
  title: string
  audience: Audience
  definition: Definition
  version: number
}

const selectQuestionnaires = (db: Db) =>
  tablesOf(db).selectFrom('questionnaires').select(['id', 'organisation_id as organisationId', 'title', 'audience', 'definition', 'version'])

export async function findQuestionnaire(db: Db, id: string): Promise<Questionnaire | null> {
  return (await selectQuestionnaires(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The latest changed first. */
export async function listQuestionnaires(db: Db, organisationId: string): Promise<Questionnaire[]> {
  return selectQuestionnaires(db).where('organisation_id', '=', organisationId).orderBy('updated_at', 'desc').orderBy('id').execute()
}

export interface NewQuestionnaire {
  id: string
  organisationId: string
  title: string
  audience: Audience
  origin: string | null
  definition: Definition
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
