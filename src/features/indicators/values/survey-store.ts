import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Audience } from '../../surveys/questionnaire/definition.ts'
import type { QuestionResult } from '../../surveys/release/document.ts'

/** What a school's released survey says of some questions, asked in one school year to one audience. */
export interface ReleasedAnswers {
  surveyId: string
  partId: string
  title: string
  schoolYear: string
  answers: number
  results: readonly QuestionResult[]
}

interface Row extends Omit<ReleasedAnswers, 'results'> {
  results: QuestionResult[]
}

/** The releases in which these questions of a ready questionnaire were asked, the latest of each school year. */
export async function listReleased(db: Db, organisationId: string, audience: Audience, questions: readonly string[]): Promise<ReleasedAnswers[]> {
  if (questions.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (s.school_year) s.id as "surveyId", p.id as "partId", s.title, s.school_year as "schoolYear", (r.figures ->> 'answers')::integer as answers,
      (select coalesce(jsonb_agg(r.figures -> 'questions' -> q), '[]') from unnest(${[...questions]}::text[]) q where r.figures -> 'questions' ? q) as results
    from release_figures r join survey_parts p on p.id = r.part_id join surveys s on s.id = r.survey_id
    where r.organisation_id = ${organisationId} and r.level = 'school' and p.audience = ${audience} and r.figures ->> 'answers' is not null
      and exists (select 1 from unnest(${[...questions]}::text[]) q where r.figures -> 'questions' ? q)
    order by s.school_year, s.closed_at desc`.execute(db)
  return rows
}
