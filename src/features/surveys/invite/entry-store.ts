import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { SurveyDoor } from '../answer/find-door.ts'

/** What stands behind one code, as for who answers with it. */
export async function findDoorByDigest(db: Db, digest: Uint8Array): Promise<SurveyDoor | null> {
  const { rows } = await sql<SurveyDoor>`
    select kind, survey_id as "surveyId", part_id as "partId", school_id as "schoolId", groups, used, over
    from find_survey_doors(array[${digest}::bytea])`.execute(db)
  return rows[0] ?? null
}
