import type { Db } from '../../platform/database.ts'
import { urls } from '../../urls.ts'
import type { FrameworkTables } from '../frameworks/tables.ts'
import type { EvaluationTables } from '../evaluations/tables.ts'
import type { Subject } from '../organisations/journal/sentence.ts'
import type { JournalLine } from '../organisations/journal/store.ts'
import type { PlanTables } from '../plans/tables.ts'

/** Titles of the self-evaluations (also of those a question belongs to), actions and frameworks that lines of the journal are about; those deleted since have none. */
export async function nameJournalSubjects(db: Db, lines: readonly JournalLine[]): Promise<ReadonlyMap<string, Subject>> {
  const tables = db.withTables<EvaluationTables & PlanTables & FrameworkTables>()
  const idsOf = (kind: string): string[] => [...new Set(lines.flatMap((line) => (line.subjectKind === kind && line.subjectId ? [line.subjectId] : [])))]
  const [evaluations, items, actions, frameworks] = [idsOf('evaluation'), idsOf('evaluation_item'), idsOf('action'), idsOf('framework')]
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
  if (frameworks.length > 0) {
    for (const { id, title } of await tables.selectFrom('frameworks').select(['id', 'short_title as title']).where('id', 'in', frameworks).execute()) {
      subjects.set(id, { title, href: urls.frameworks.show({ framework: id }) })
    }
  }
  return subjects
}
