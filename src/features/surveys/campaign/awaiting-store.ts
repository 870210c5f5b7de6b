import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { SurveyState } from '../tables.ts'

/** A survey that an organisation asks, or in which a school takes part, with what tells whether it awaits somebody. */
export interface SurveyAtSchool {
  id: string
  title: string
  state: SurveyState
  closesOn: string | null
  /** The school, or who asks. */
  organisationId: string
  organisationName: string
  /** Whether this organisation asks. */
  own: boolean
  /** Whether its own people answer: not those of an académie or a network that asks its schools. */
  takesPart: boolean
  /** Whether anybody there was given a way in. */
  invited: boolean
  /** A session that the person holds now. */
  session: string | null
  /** Null too once it was asked again and that has results. */
  releasedAt: Date | null
}

export async function listSurveysAtSchools(
  db: Db,
  { organisationIds, personId, now }: { organisationIds: readonly string[]; personId: string; now: Date },
): Promise<SurveyAtSchool[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<SurveyAtSchool>`
    with seats as (
      select survey_id, school_id as organisation_id from survey_schools where school_id = any (${organisationIds}::uuid[]) and declined_at is null
      union select id, organisation_id from surveys where organisation_id = any (${organisationIds}::uuid[]))
    select s.id, s.title, s.state, s.closes_on as "closesOn", o.id as "organisationId", o.name as "organisationName", s.organisation_id = o.id as own,
      exists (select from survey_schools t where t.survey_id = s.id and t.school_id = o.id) as "takesPart",
      exists (select from survey_invitations i where i.survey_id = s.id and i.school_id = o.id)
        or exists (select from survey_doors d where d.survey_id = s.id and d.school_id = o.id) as invited,
      (select d.id from survey_doors d where d.survey_id = s.id and d.school_id = o.id and d.kind = 'session' and d.created_by = ${personId} and d.open_until > ${now}
        order by d.open_until desc limit 1) as session,
      (select r.released_at from survey_releases r where r.survey_id = s.id
        and not exists (select from surveys n where n.previous_id = s.id and n.state = 'released')) as "releasedAt"
    from seats join surveys s on s.id = seats.survey_id join organisations o on o.id = seats.organisation_id
    order by s.created_at desc, s.id limit 200`.execute(db)
  return rows
}
