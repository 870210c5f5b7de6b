import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { PartFigures } from '../release/document.ts'
import { findPlace, findSurvey, tablesOf } from '../store.ts'
import type { Place } from '../store.ts'

type ItemOfFramework = NonNullable<Question['item']>

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

/** One text that somebody who leads chose to show, as it is shown. */
interface ShownText {
  partId: string
  question: string
  shown: string
}

/** In an order that comes from the texts themselves: the same each time, and telling nothing. */
export async function listShownTexts(db: Db, surveyId: string, organisationId: string): Promise<ShownText[]> {
  const { rows } = await sql<ShownText>`
    select part_id as "partId", question, shown from release_texts
    where survey_id = ${surveyId} and organisation_id = ${organisationId} and state = 'shown' and shown <> '' order by md5(shown), id`.execute(db)
  return rows
}

/** What these items say, by name of the item: in the latest version of their framework. */
export async function listStatements(db: Db, items: readonly ItemOfFramework[]): Promise<Map<string, string>> {
  if (items.length === 0) return new Map()
  const { rows } = await sql<ItemOfFramework & { statement: string }>`
    select distinct on (f.framework, i.code) f.framework, i.code, i.statement from framework_items i join frameworks f on f.id = i.framework_id
    where f.owner_id is null
      and (f.framework, i.code) in (select * from unnest(${items.map((item) => item.framework)}::text[], ${items.map((item) => item.code)}::text[]))
    order by f.framework, i.code, f.valid_from desc nulls last, f.version desc`.execute(db)
  return new Map(rows.map((row) => [itemName(row), row.statement]))
}

/** Questions of an evaluation that come from an item, whatever the version of its framework. */
export async function listItemIds(db: Db, evaluationId: string, item: ItemOfFramework): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from evaluation_items i join frameworks f on f.id = i.framework_id
    where i.evaluation_id = ${evaluationId} and f.framework = ${item.framework} and i.origin_code = ${item.code} order by i.position`.execute(db)
  return rows.map(({ id }) => id)
}

/** What a team agreed on one statement. */
export interface TeamPosition {
  statement: string
  /** On the scale; null where it spoke with words only. */
  value: number | null
  scale: Scale
  reason: string
}

/** The latest agreement of the team on each of these items, by name of the item, whatever the version of its framework. */
export async function listTeamPositions(db: Db, organisationId: string, items: readonly ItemOfFramework[]): Promise<Map<string, TeamPosition>> {
  if (items.length === 0) return new Map()
  const { rows } = await sql<TeamPosition & ItemOfFramework>`
    select distinct on (f.framework, i.origin_code) f.framework, i.origin_code as code, i.statement, a.value, i.scale, a.reason
    from agreements a join evaluation_items i on i.id = a.item_id join frameworks f on f.id = i.framework_id join evaluations e on e.id = i.evaluation_id
    where a.organisation_id = ${organisationId} and a.choice in ('rated', 'worded')
      and (f.framework, i.origin_code) in (select * from unnest(${items.map((item) => item.framework)}::text[], ${items.map((item) => item.code)}::text[]))
    order by f.framework, i.origin_code, e.created_at desc`.execute(db)
  return new Map(rows.map((row) => [itemName(row), row]))
}
