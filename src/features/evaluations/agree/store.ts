import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { tablesOf } from '../store.ts'
import type { AgreedChoice, Choice } from '../tables.ts'
import type { Agreed, CountedItem } from './rules.ts'

type CountedRow = Omit<CountedItem, 'scale'> & { scale: Scale | null }

/**
 * Every question with its answers counted by level, in the questionnaire's order. The database counted them when they arrived; a scale
 * that is the one of the question before is not sent again.
 */
export async function listCounted(db: Db, evaluationId: string): Promise<CountedItem[]> {
  const { rows } = await sql<CountedRow>`
    select i.id, i.position, i.phase, i.theme_title as "themeTitle", i.statement,
      case when i.scale is distinct from lag(i.scale) over (order by i.position, i.id) then i.scale end as scale,
      a.choice as "agreedChoice", a.value as "agreedValue", coalesce(c.reasons, 0) as reasons, coalesce(c.counts, '[]') as counts
    from evaluation_items i
    left join answer_counts c on c.item_id = i.id
    left join agreements a on a.item_id = i.id
    where i.evaluation_id = ${evaluationId}
    order by i.position, i.id`.execute(db)
  let scale: Scale = { kind: 'none' }
  return rows.map((row) => ({ ...row, scale: (scale = row.scale ?? scale) }))
}

export interface Reason {
  choice: Choice | null
  value: number | null
  reason: string
}

/**
 * What people wrote on one question, without a name. The order comes from the texts themselves: it is stable while a group reads, and
 * says nothing of who wrote or when.
 */
export async function listReasons(db: Db, itemId: string): Promise<Reason[]> {
  return tablesOf(db)
    .selectFrom('evaluation_answers')
    .select(['choice', 'value', 'reason'])
    .where('item_id', '=', itemId)
    .where('reason', '<>', '')
    .orderBy(sql`md5(item_id::text || reason)`)
    .execute()
}

export interface KeptAgreement extends Agreed {
  version: number
  updatedAt: Date
}

export async function findAgreement(db: Db, itemId: string): Promise<KeptAgreement | null> {
  const row = await tablesOf(db)
    .selectFrom('agreements')
    .select(['choice', 'value', 'reason', 'minority_view as minorityView', 'version', 'updated_at as updatedAt'])
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return row ?? null
}

export interface SentAgreement extends Agreed {
  itemId: string
  /** The version that the writer started from, 0 for none. */
  version: number
}

/**
 * Saves an agreed position if nobody changed it since, and if the evaluation is still being agreed at that moment. Null when either fails.
 */
export async function saveAgreement(db: Db, evaluationId: string, personId: string, sent: SentAgreement): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    with held as (
      select e.id, e.organisation_id, i.id as item_id
      from evaluations e join evaluation_items i on i.evaluation_id = e.id
      where e.id = ${evaluationId} and e.state = 'agreeing' and i.id = ${sent.itemId}
      for share of e)
    insert into agreements (item_id, evaluation_id, organisation_id, choice, value, reason, minority_view, version, updated_by)
    select item_id, id, organisation_id, ${sent.choice}::text, ${sent.value}::smallint, ${sent.reason}::text, ${sent.minorityView}::text,
      ${sent.version + 1}::integer, ${personId}::uuid
    from held
    on conflict (item_id) do update
      set choice = excluded.choice, value = excluded.value, reason = excluded.reason, minority_view = excluded.minority_view,
        version = excluded.version, updated_by = excluded.updated_by, updated_at = now()
      where agreements.version = excluded.version - 1
    returning version`.execute(db)
  return rows[0]?.version ?? null
}

export interface EarlierAgreement {
  title: string
  schoolYear: string
  choice: AgreedChoice
  value: number | null
  reason: string
  scale: Scale
}

/** What the group had agreed on the same question in the previous cycle: the same code of the same framework, or the same words. */
export async function findEarlier(db: Db, previousId: string, itemId: string): Promise<EarlierAgreement | null> {
  const { rows } = await sql<EarlierAgreement>`
    select e.title, e.school_year as "schoolYear", a.choice, a.value, a.reason, before.scale
    from evaluation_items now_item
    join evaluation_items before on before.evaluation_id = ${previousId}
    left join frameworks f on f.id = now_item.framework_id
    left join frameworks g on g.id = before.framework_id
    join agreements a on a.item_id = before.id
    join evaluations e on e.id = before.evaluation_id
    where now_item.id = ${itemId} and a.choice is not null
      and ((f.framework = g.framework and now_item.origin_code = before.origin_code) or now_item.statement = before.statement)
    order by (now_item.origin_code is not distinct from before.origin_code) desc
    limit 1`.execute(db)
  return rows[0] ?? null
}
