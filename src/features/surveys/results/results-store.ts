import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { PartFigures } from '../release/document.ts'
import { findPlace, findSurvey, tablesOf } from '../store.ts'
import type { Place } from '../store.ts'

/** Where results are read: a school that took part, or who asked. */
export async function findReadingPlace(db: Db, surveyId: string, organisationId: string): Promise<Place | null> {
  const survey = await findSurvey(db, surveyId)
  if (survey?.organisationId === organisationId) return { survey, organisationId, schoolName: survey.organisationName }
  return findPlace(db, surveyId, organisationId)
}

/** Figures of one organisation and, where several schools are told together, those. By part. */
export async function listFigures(
  db: Db,
  surveyId: string,
  organisationId: string,
): Promise<Map<string, { own: PartFigures | null; together: PartFigures | null }>> {
  const rows = await tablesOf(db)
    .selectFrom('release_figures')
    .select(['part_id as partId', 'organisation_id as organisationId', 'level', 'figures'])
    .where('survey_id', '=', surveyId)
    .where((where) => where.or([where('organisation_id', '=', organisationId), where('level', '=', 'together')]))
    .execute()
  const found = new Map<string, { own: PartFigures | null; together: PartFigures | null }>()
  for (const row of rows) {
    const both = found.get(row.partId) ?? { own: null, together: null }
    if (row.organisationId === organisationId && row.level === 'school') both.own = row.figures
    if (row.level === 'together') both.together = row.figures
    found.set(row.partId, both)
  }
  return found
}

export interface TeamPosition {
  item: string
  choice: string
  value: number | null
  scale: unknown
}

/** What the team agreed on these statements, the latest time. */
export async function listTeamPositions(db: Db, organisationId: string, framework: string, items: readonly string[]): Promise<Map<string, string>> {
  if (items.length === 0) return new Map()
  const { rows } = await sql<{ item: string; position: string }>`
    select distinct on (i.origin_code) i.origin_code as item,
      case when a.choice = 'rated' then coalesce((select l ->> 'label' from jsonb_array_elements(i.scale -> 'levels') l where (l ->> 'value')::int = a.value), a.value::text) else a.choice end as position
    from agreements a join evaluation_items i on i.id = a.item_id join frameworks f on f.id = i.framework_id join evaluations e on e.id = i.evaluation_id
    where a.organisation_id = ${organisationId} and f.framework = ${framework} and i.origin_code = any (${[...items]}::text[]) and a.choice in ('rated', 'worded')
    order by i.origin_code, e.created_at desc`.execute(db)
  return new Map(rows.map((row) => [row.item, row.position]))
}
