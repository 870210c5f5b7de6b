import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { toldKinds } from './moved-rules.ts'
import type { Told } from './moved-rules.ts'

interface Wish {
  organisationIds: readonly string[]
  /** Her own doings are not news to her. */
  personId: string
  since: Date
}

/**
 * What others did in these organisations since a moment, one line for each sort and evaluation, the latest first. The condition on
 * 'answer.saved' lets the index leave those lines out, which are most of the log.
 */
export async function listTold(db: Db, wish: Wish): Promise<Told[]> {
  if (wish.organisationIds.length === 0) return []
  const { rows } = await sql<Omit<Told, 'subject'> & { subjectId: string | null; subjectTitle: string | null }>`
    with lines as (
      select kind, organisation_id, max(at) as last_at, (array_agg(subject_id order by id desc))[1] as last_subject,
        count(distinct case when kind = 'answer.finished' then actor_id::text when kind like 'action.%' then subject_id::text else id::text end) as times,
        case subject_kind when 'evaluation' then subject_id
          when 'evaluation_item' then (select i.evaluation_id from evaluation_items i where i.id = subject_id) end as evaluation_id
      from activity
      where organisation_id = any (${wish.organisationIds}::uuid[]) and at >= ${wish.since} and kind <> 'answer.saved'
        and actor_id is distinct from ${wish.personId} and kind = any (${toldKinds}::text[])
        and (kind <> 'action.moved' or detail ->> 'to' = 'done')
      group by kind, organisation_id, evaluation_id, case when kind = 'action.moved' then subject_id end)
    select l.kind, l.organisation_id as "organisationId", o.name as "organisationName", l.times as count, l.last_at as "lastAt",
      coalesce(e.id, a.id) as "subjectId", coalesce(e.title, a.title) as "subjectTitle"
    from lines l
    join organisations o on o.id = l.organisation_id
    left join evaluations e on e.id = l.evaluation_id
    left join actions a on a.id = l.last_subject and l.kind like 'action.%' and (l.kind <> 'action.created' or l.times = 1)
    order by l.last_at desc
    limit 30`.execute(db)
  return rows.map(({ subjectId, subjectTitle, ...line }) => ({ ...line, subject: subjectId && subjectTitle ? { id: subjectId, title: subjectTitle } : null }))
}
