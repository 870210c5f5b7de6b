import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'

export interface ParticipationLine {
  partId: string
  /** Its name. */
  school: string
  groups: Record<string, string>
  invited: number | null
  /** null: fewer than eleven, or nobody yet. */
  answered: number | null
}

/** Of one school. */
export async function listSchoolParticipation(db: Db, surveyId: string, schoolId: string): Promise<ParticipationLine[]> {
  const { rows } = await sql<ParticipationLine>`
    select part_id as "partId", o.name as school, groups, invited, answered
    from school_participation(${surveyId}, ${schoolId}) p join organisations o on o.id = p.school_id order by groups::text`.execute(db)
  return rows
}

/** Of all schools: so many lines at most, by name of the school. */
export async function listParticipation(db: Db, surveyId: string, most: number): Promise<ParticipationLine[]> {
  const { rows } = await sql<ParticipationLine>`
    select part_id as "partId", o.name as school, groups, invited, answered
    from survey_participation(${surveyId}) p join organisations o on o.id = p.school_id order by o.name, o.id, groups::text limit ${most}`.execute(db)
  return rows
}

export interface ReleasedParticipation {
  partId: string
  /** Rounded down to five; null under the threshold, or where nobody was counted. */
  answers: number | null
  invited: number | null
  /** Whole percent. */
  participation: number | null
}

/** How many took part, from the one release: of one school, or of several together. */
export async function listReleasedParticipation(db: Db, surveyId: string, organisationId: string): Promise<ReleasedParticipation[]> {
  const { rows } = await sql<ReleasedParticipation>`
    select part_id as "partId", (figures ->> 'answers')::int as answers, (figures ->> 'invited')::int as invited, (figures ->> 'participation')::int as participation
    from release_figures where survey_id = ${surveyId} and organisation_id = ${organisationId}`.execute(db)
  return rows
}
