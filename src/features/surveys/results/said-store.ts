import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Audience, Question } from '../questionnaire/definition.ts'
import type { QuestionResult } from '../release/document.ts'

type ItemOfFramework = NonNullable<Question['item']>

/** What one audience said of one item, in the last survey of a school that asked it. */
export interface Said {
  item: ItemOfFramework
  audience: Audience
  question: string
  result: QuestionResult
  surveyId: string
  partId: string
  survey: string
  schoolYear: string
}

type Row = Omit<Said, 'item'> & ItemOfFramework

/** What people said of these items, where it may be shown; the latest survey of each audience, whatever the version of the framework. */
export async function listSaid(db: Db, organisationId: string, items: readonly ItemOfFramework[]): Promise<Said[]> {
  if (items.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (framework, code, audience) framework, code, audience, question, result, "surveyId", "partId", survey, "schoolYear" from (
      select q -> 'item' ->> 'framework' as framework, q -> 'item' ->> 'code' as code, p.audience, q -> 'words' ->> 'fr' as question,
        r.figures -> 'questions' -> (q ->> 'code') as result, s.id as "surveyId", p.id as "partId", s.title as survey, s.school_year as "schoolYear", s.closed_at
      from release_figures r join survey_parts p on p.id = r.part_id join surveys s on s.id = r.survey_id
        left join survey_additions a on a.part_id = p.id and a.school_id = r.organisation_id
        cross join lateral jsonb_array_elements((p.definition -> 'questions') || coalesce(a.questions, '[]')) q
      where r.organisation_id = ${organisationId} and r.level = 'school' and q ? 'item') asked
    where (framework, code) in (select * from unnest(${items.map((item) => item.framework)}::text[], ${items.map((item) => item.code)}::text[]))
      and result -> 'figures' ? 'favourable'
    order by framework, code, audience, closed_at desc`.execute(db)
  return rows.map(({ framework, code, ...row }) => ({ ...row, item: { framework, code } }))
}
