import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'

export interface ParticipationLine {
  partId: string
  schoolId: string
  groups: Record<string, string>
  invited: number | null
  /** null: fewer than eleven, or nobody yet. */
  answered: number | null
}

export async function listParticipation(db: Db, surveyId: string): Promise<ParticipationLine[]> {
  const { rows } = await sql<ParticipationLine>`
    select part_id as "partId", school_id as "schoolId", groups, invited, answered from survey_participation(${surveyId})`.execute(db)
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
