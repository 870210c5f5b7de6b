import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { findScale } from '../../surveys/questionnaire/scales.ts'
import type { ReadyQuestionnaire } from '../../surveys/bank/load-bank.ts'
import type { QuestionResult } from '../../surveys/release/document.ts'
import type { Said } from './survey-index.ts'

/** What a school's released survey says of some questions, asked in one school year to one audience. */
interface ReleasedAnswers {
  surveyId: string
  partId: string
  title: string
  schoolYear: string
  answers: number
  said: readonly Said[]
}

interface Row extends Omit<ReleasedAnswers, 'said'> {
  results: Record<string, QuestionResult>
  /** Scale of each question asked on one, by code. */
  scales: Record<string, string>
}

/** Of the scale questions of a ready questionnaire, the part that a questionnaire must have kept to be still that one. */
const mostKept = 2 / 3

/**
 * The releases in which these questions of a ready questionnaire were asked, the latest of each school year. Codes such as « regles » stand in several ready
 * questionnaires: a part counts only where two thirds at least of the scale questions of `ready` were asked in it under their codes. What a school adds or
 * leaves out changes nothing else; a questionnaire brought in from elsewhere counts as soon as it asks the same.
 */
export async function listReleased(db: Db, organisationId: string, ready: ReadyQuestionnaire, questions: readonly string[]): Promise<ReleasedAnswers[]> {
  if (questions.length === 0) return []
  const { rows } = await sql<Row>`
    select s.id as "surveyId", p.id as "partId", s.title, s.school_year as "schoolYear", (r.figures ->> 'answers')::integer as answers,
      (select jsonb_object_agg(q, r.figures -> 'questions' -> q) from unnest(${[...questions]}::text[]) q where r.figures -> 'questions' ? q) as results,
      (select coalesce(jsonb_object_agg(q ->> 'code', q ->> 'scale'), '{}') from jsonb_array_elements(p.definition -> 'questions') q
        where q ->> 'kind' = 'scale') as scales
    from release_figures r join survey_parts p on p.id = r.part_id join surveys s on s.id = r.survey_id
    where r.organisation_id = ${organisationId} and r.level = 'school' and p.audience = ${ready.audience} and r.figures ->> 'answers' is not null
      and exists (select 1 from unnest(${[...questions]}::text[]) q where r.figures -> 'questions' ? q)
    order by s.school_year, s.closed_at desc`.execute(db)
  const latest = new Map<string, Row>()
  for (const row of rows) if (!latest.has(row.schoolYear) && isKept(ready, row.scales)) latest.set(row.schoolYear, row)
  return [...latest.values()].map(({ results, scales, ...row }) => ({
    ...row,
    said: Object.entries(results).map(([code, result]) => ({ result, levels: findScale(scales[code] ?? '')?.levels.length ?? 0 })),
  }))
}

function isKept({ definition }: ReadyQuestionnaire, scales: Readonly<Record<string, string>>): boolean {
  const own = definition.questions.filter(({ kind }) => kind === 'scale')
  return own.filter(({ code }) => Object.hasOwn(scales, code)).length >= own.length * mostKept
}
