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

/**
 * The facts of evaluation `e`, in a query that reads evaluations. The team is unknown (null) to those who see it through sharing. Once the
 * round is closed, whether anybody answered is known from the counts that stayed with the team; before, from answers that nobody else reads.
 */
export const factsOfEvaluation = sql<CycleFacts>`(
  select json_build_object(
    'state', e.state,
    'hasPurpose', e.purpose <> '',
    'themes', (select count(*) from evaluation_themes t where t.evaluation_id = e.id),
    'items', (select count(*) from evaluation_items i where i.evaluation_id = e.id),
    'members', case when inside then team.members end,
    'begun', case when inside then case when e.state in ('agreeing', 'validated') then team.answered else round_has_answers(e.id) end end,
    'finished', case when inside then team.finished end,
    'agreed', (select count(*) from agreements a where a.evaluation_id = e.id and a.choice is not null),
    'findings', (select count(*) from findings f where f.evaluation_id = e.id),
    'actions', (select count(*) from actions a where a.evaluation_id = e.id and a.state <> 'abandoned'))
  from (select e.organisation_id = any ((select caller_organisations())::uuid[]) as inside) scope
  cross join lateral (
    select count(*) filter (where m.removed_at is null) as members,
      count(*) filter (where m.removed_at is null and m.finished_at is not null) as finished,
      coalesce(bool_or(m.answered > 0), false) as answered
    from evaluation_members m where m.evaluation_id = e.id) team)`

/** The facts of each of these evaluations, by id, in one query. */
export async function listCycleFacts(db: Db, evaluationIds: readonly string[]): Promise<Map<string, CycleFacts>> {
  if (evaluationIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; facts: CycleFacts }>`
    select e.id, ${factsOfEvaluation} as facts from evaluations e where e.id = any (${evaluationIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, facts }) => [id, facts]))
}

export const findCycleFacts = async (db: Db, evaluationId: string): Promise<CycleFacts> =>
  (await listCycleFacts(db, [evaluationId])).get(evaluationId) ?? nothingYet
