import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { urls } from '../../urls.ts'
import type { CrosswalkTables } from '../crosswalks/tables.ts'
import type { DraftTables } from '../frameworks/edit/tables.ts'
import type { FrameworkTables } from '../frameworks/tables.ts'
import type { EvaluationTables } from '../evaluations/tables.ts'
import type { EvidenceTables } from '../evidence/tables.ts'
import type { Subject } from '../organisations/journal/sentence.ts'
import type { JournalLine } from '../organisations/journal/store.ts'
import { tablesOf as surveyTables } from '../surveys/store.ts'
import type { PlanTables } from '../plans/tables.ts'

/** Titles of the self-evaluations (also of those a question belongs to), actions, proofs, frameworks, drafts and crosswalks that lines of the journal are about; those deleted since have none. */
export async function nameJournalSubjects(db: Db, lines: readonly JournalLine[]): Promise<ReadonlyMap<string, Subject>> {
  const tables = db.withTables<EvaluationTables & EvidenceTables & PlanTables & FrameworkTables & DraftTables & CrosswalkTables>()
  const idsOf = (kind: string): string[] => [...new Set(lines.flatMap((line) => (line.subjectKind === kind && line.subjectId ? [line.subjectId] : [])))]
  const [evaluations, items, actions, frameworks] = [idsOf('evaluation'), idsOf('evaluation_item'), idsOf('action'), idsOf('framework')]
  const [evidence, drafts, crosswalks] = [idsOf('evidence'), idsOf('framework_draft'), idsOf('crosswalk')]
  const subjects = new Map<string, Subject>()
  if (evaluations.length > 0) {
    for (const { id, title } of await tables.selectFrom('evaluations').select(['id', 'title']).where('id', 'in', evaluations).execute()) {
      subjects.set(id, { title, href: urls.evaluation.show({ evaluation: id }) })
    }
  }
  if (items.length > 0) {
    const rows = await tables
      .selectFrom('evaluation_items as i')
      .innerJoin('evaluations as e', 'e.id', 'i.evaluation_id')
      .select(['i.id', 'e.id as evaluation', 'e.title'])
      .where('i.id', 'in', items)
      .execute()
    for (const { id, evaluation, title } of rows) subjects.set(id, { title, href: urls.evaluation.show({ evaluation }) })
  }
  if (actions.length > 0) {
    for (const { id, title } of await tables.selectFrom('actions').select(['id', 'title']).where('id', 'in', actions).execute()) {
      subjects.set(id, { title, href: urls.action.show({ action: id }) })
    }
  }
  if (evidence.length > 0) {
    for (const { id, title } of await tables.selectFrom('evidence').select(['id', 'title']).where('id', 'in', evidence).execute()) {
      subjects.set(id, { title, href: urls.evidence.show({ evidence: id }) })
    }
  }
  if (frameworks.length > 0) {
    for (const { id, title } of await tables.selectFrom('frameworks').select(['id', 'short_title as title']).where('id', 'in', frameworks).execute()) {
      subjects.set(id, { title, href: urls.frameworks.show({ framework: id }) })
    }
  }
  if (drafts.length > 0) {
    const title = sql<string>`coalesce(nullif(content ->> 'short_title', ''), content ->> 'title')`.as('title')
    for (const row of await tables.selectFrom('framework_drafts').select(['id', title]).where('id', 'in', drafts).execute()) {
      subjects.set(row.id, { title: row.title, href: urls.drafts.show({ draft: row.id }) })
    }
  }
  if (crosswalks.length > 0) {
    const rows = await tables
      .selectFrom('crosswalks as c')
      .innerJoin('frameworks as a', 'a.id', 'c.from_id')
      .innerJoin('frameworks as b', 'b.id', 'c.to_id')
      .select(['c.id', 'a.short_title as from', 'b.short_title as to'])
      .where('c.id', 'in', crosswalks)
      .execute()
    for (const { id, from, to } of rows) subjects.set(id, { title: `${from} – ${to}`, href: urls.crosswalks.show({ crosswalk: id }) })
  }
  const surveys = idsOf('survey')
  if (surveys.length > 0) {
    // To a school that only takes part, its own page of the survey: row-level security shows it its own row alone.
    const rows = await surveyTables(db)
      .selectFrom('surveys as s')
      .select(['s.id', 's.title', sql<boolean>`s.organisation_id = any (caller_organisations())`.as('own')])
      .select((row) => row.selectFrom('survey_schools as t').select('t.school_id').whereRef('t.survey_id', '=', 's.id').limit(1).as('school'))
      .where('s.id', 'in', surveys)
      .execute()
    for (const { id, title, own, school } of rows)
      subjects.set(id, { title, href: own || !school ? urls.survey.show({ survey: id }) : urls.survey.place({ survey: id, organisation: school }) })
  }
  return subjects
}
