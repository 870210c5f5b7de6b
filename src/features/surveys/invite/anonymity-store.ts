import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Audience, Definition } from '../questionnaire/definition.ts'
import type { Access, Breakdown, SurveyState } from '../tables.ts'

/** What an offered survey says to whoever stands at its door. */
export interface PublicPart {
  title: string
  state: SurveyState
  closesOn: string | null
  resultsOn: string | null
  threshold: number
  audience: Audience
  definition: Definition
  access: Access
  breakdowns: Breakdown[]
  freeText: boolean
}

/** Null before the survey is offered; needs no account. */
export async function findPublicPart(db: Db, partId: string): Promise<PublicPart | null> {
  const { rows } = await sql<PublicPart>`
    select title, state, closes_on as "closesOn", results_on as "resultsOn", threshold, audience, definition, access, breakdowns, free_text as "freeText"
    from open_survey_part(${partId})`.execute(db)
  return rows[0] ?? null
}
