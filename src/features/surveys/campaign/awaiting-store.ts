import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { SurveyState } from '../tables.ts'

/** A survey in which a school asks or takes part, with what tells whether it awaits somebody. */
export interface SurveyAtSchool {
  id: string
  title: string
  state: SurveyState
  closesOn: string | null
  /** The school. */
  organisationId: string
  organisationName: string
  /** Whether the school itself asks. */
  own: boolean
  /** Whether anybody there was given a way in. */
  invited: boolean
  /** A session that the person holds now. */
  session: string | null
  releasedAt: Date | null
}

export async function listSurveysAtSchools(
  db: Db,
  { organisationIds, personId, now }: { organisationIds: readonly string[]; personId: string; now: Date },
): Promise<SurveyAtSchool[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<SurveyAtSchool>`
    select s.id, s.title, s.state, s.closes_on as "closesOn", o.id as "organisationId", o.name as "organisationName", s.organisation_id = o.id as own,
      exists (select from survey_invitations i where i.survey_id = s.id and i.school_id = o.id)
        or exists (select from survey_doors d where d.survey_id = s.id and d.school_id = o.id) as invited,
      (select d.id from survey_doors d where d.survey_id = s.id and d.school_id = o.id and d.kind = 'session' and d.created_by = ${personId} and d.open_until > ${now}
        order by d.open_until desc limit 1) as session,
      (select r.released_at from survey_releases r where r.survey_id = s.id) as "releasedAt"
    from survey_schools t join surveys s on s.id = t.survey_id join organisations o on o.id = t.school_id
    where t.school_id = any (${organisationIds}::uuid[]) order by s.created_at desc, s.id limit 200`.execute(db)
  return rows
}
