import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { EvaluationState, FindingKind } from '../evaluations/tables.ts'
import { searchQuery } from '../frameworks/search-store.ts'

/** What is looked for in the caller's own schools, and among what was shared with her. */
export const foundKinds = ['evaluation', 'question', 'finding', 'action', 'evidence'] as const
export type FoundKind = (typeof foundKinds)[number]

export interface Found {
  kind: FoundKind
  id: string
  text: string
  organisationId: string
  organisationName: string
  /** The evaluation it belongs to; null for a proof, and for an action born of an idea. */
  evaluationId: string | null
  evaluationTitle: string | null
  state: EvaluationState | null
  findingKind: FindingKind | null
  /** How many of this kind were found in all. */
  total: number
}

interface Wish {
  words: string
  /** Organisations in which the caller works. */
  organisationIds: readonly string[]
  /** Whether schools may have shared something with her. */
  accompanies: boolean
  /** Of each kind. */
  limit: number
}

/**
 * What holds all the words, the last of which may be only begun, the closest first; what is shared is found by its school's name too.
 * Row-level security hides the rest. The organisations are named all the same: an index is used only on a condition that is written, and
 * never one on words under row-level security, so each row of the school is looked at.
 */
export async function searchOwn(db: Db, wish: Wish): Promise<Found[]> {
  const words = searchQuery(wish.words)
  if (!words || (wish.organisationIds.length === 0 && !wish.accompanies)) return []
  const own = sql`${wish.organisationIds}::uuid[]`
  const limit = wish.limit
  const { rows } = await sql<Found>`
    with asked as materialized (select to_tsquery('french', fold_words(${words})) as query, to_tsquery('simple', fold_words(${words})) as name),
    mine as materialized (
      select e.id, e.title, e.state, e.organisation_id, o.name as school, e.search, e.created_at
      from evaluations e join organisations o on o.id = e.organisation_id where e.organisation_id = any (${own})),
    shared as (
      select e.id, e.title, e.state, e.organisation_id, o.name as school, e.search, e.created_at
      from evaluations e join organisations o on o.id = e.organisation_id, asked
      where ${wish.accompanies} and e.shared_at is not null and e.organisation_id <> all (${own}) and (e.search @@ asked.query or o.search @@ asked.name)),
    found as (
      select 'evaluation' as kind, e.id, e.title as text, e.organisation_id, e.school, e.id as evaluation_id, e.title, e.state, null::text as finding_kind,
        ts_rank(e.search, asked.query) as rank, e.created_at as at
      from (select mine.* from mine, asked where mine.search @@ asked.query union all select * from shared) e, asked
      union all
      select 'question', i.id, i.statement, i.organisation_id, e.school, e.id, e.title, e.state, null, ts_rank(i.search, asked.query), e.created_at
      from mine e join evaluation_items i on i.evaluation_id = e.id, asked where i.search @@ asked.query
      union all
      select 'finding', f.id, f.text, f.organisation_id, e.school, e.id, e.title, e.state, f.kind, ts_rank(f.search, asked.query), e.created_at
      from mine e join findings f on f.evaluation_id = e.id, asked where f.search @@ asked.query
      union all
      select 'action', a.id, a.title, a.organisation_id, o.name, e.id, e.title, null, null, ts_rank(a.search, asked.query), a.created_at
      from actions a join organisations o on o.id = a.organisation_id left join mine e on e.id = a.evaluation_id, asked
      where a.organisation_id = any (${own}) and a.search @@ asked.query
      union all
      select 'evidence', p.id, p.title, p.organisation_id, o.name, null, null, null, null, ts_rank(p.search, asked.query), p.added_at
      from evidence p join organisations o on o.id = p.organisation_id
        left join evidence_texts x on x.evidence_id = p.id and x.revision = p.revision, asked
      where p.organisation_id = any (${own}) and (p.search || coalesce(x.search, ''::tsvector)) @@ asked.query),
    ranked as (
      select *, count(*) over (partition by kind) as total, row_number() over (partition by kind order by rank desc, at desc, id) as place from found)
    select kind, id, text, organisation_id as "organisationId", school as "organisationName", evaluation_id as "evaluationId", title as "evaluationTitle", state,
      finding_kind as "findingKind", total
    from ranked where place <= ${limit} order by kind, place`.execute(db)
  return rows
}
