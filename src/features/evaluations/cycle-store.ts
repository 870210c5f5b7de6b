import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { CycleFacts } from './wheel.ts'

const nothingYet: CycleFacts = {
  state: 'composing',
  hasPurpose: false,
  themes: 0,
  items: 0,
  members: 0,
  begun: false,
  finished: 0,
  agreed: 0,
  findings: 0,
  actions: 0,
}

/** The facts of each of these evaluations, by id, in one query. The team is unknown (null) to those who see it through sharing. */
export async function listCycleFacts(db: Db, evaluationIds: readonly string[]): Promise<Map<string, CycleFacts>> {
  if (evaluationIds.length === 0) return new Map()
  const { rows } = await sql<CycleFacts & { id: string }>`
    select e.id, e.state, e.purpose <> '' as "hasPurpose",
      (select count(*) from evaluation_themes t where t.evaluation_id = e.id) as themes,
      (select count(*) from evaluation_items i where i.evaluation_id = e.id) as items,
      case when inside then team.members end as members,
      case when inside then round_has_answers(e.id) end as begun,
      case when inside then team.finished end as finished,
      (select count(*) from agreements a where a.evaluation_id = e.id and a.choice is not null) as agreed,
      (select count(*) from findings f where f.evaluation_id = e.id) as findings,
      (select count(*) from actions a where a.evaluation_id = e.id and a.state <> 'abandoned') as actions
    from evaluations e
    cross join lateral (select e.organisation_id = any (caller_organisations()) as inside) scope
    cross join lateral (
      select count(*) as members, count(*) filter (where m.finished_at is not null) as finished
      from evaluation_members m where m.evaluation_id = e.id and m.removed_at is null) team
    where e.id = any (${evaluationIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

export const findCycleFacts = async (db: Db, evaluationId: string): Promise<CycleFacts> =>
  (await listCycleFacts(db, [evaluationId])).get(evaluationId) ?? nothingYet
