import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { factsOfEvaluation } from '../evaluations/cycle-store.ts'
import type { EvaluationState } from '../evaluations/tables.ts'
import type { CycleFacts } from '../evaluations/wheel.ts'

/** One evaluation as its school and its members live it. */
export interface CycleLine {
  id: string
  organisationId: string
  organisationName: string
  title: string
  state: EvaluationState
  schoolYear: string
  /** Last day of answers, 'YYYY-MM-DD'. */
  endsOn: string | null
  remindedAt: Date | null
  validatedAt: Date | null
  sharedAt: Date | null
  /** Null when this person is not in the team. */
  part: OwnPart | null
  /** Null for what is validated, unless it was wished. */
  facts: CycleFacts | null
}

/** How far one member is. Questions left are counted in the open round only. */
export interface OwnPart {
  finished: boolean
  answered: number
  /** Questions without an answer: those with a scale, and those to be answered in words. */
  leftPlaced: number
  leftInWords: number
}

export interface Cycle extends CycleLine {
  facts: CycleFacts
}

interface Row extends Omit<CycleLine, 'part'>, OwnPart {
  inTeam: boolean
}

export const hasFacts = (line: CycleLine): line is Cycle => line.facts !== null

interface Wish {
  organisationIds: readonly string[]
  personId: string
  /** Also the facts of validated ones in whose team the person is. */
  factsOfOwn?: boolean
  /** Validated ones only since this moment; all of them without it. */
  validatedSince?: Date
  /** 60 unless told. */
  limit?: number
}

/** Evaluations of these organisations that the caller may see: those under way first, then the validated ones, the latest first. */
export async function listCycleLines(db: Db, wish: Wish): Promise<CycleLine[]> {
  if (wish.organisationIds.length === 0) return []
  const { rows } = await sql<Row>`
    select e.id, e.organisation_id as "organisationId", o.name as "organisationName", e.title, e.state, e.school_year as "schoolYear",
      e.ends_on as "endsOn", e.reminded_at as "remindedAt", e.validated_at as "validatedAt", e.shared_at as "sharedAt",
      m.person_id is not null as "inTeam", m.finished_at is not null as finished,
      coalesce(own.answered, 0) as answered, coalesce(own.left_placed, 0) as "leftPlaced", coalesce(own.left_in_words, 0) as "leftInWords",
      case when e.state <> 'validated' or (${wish.factsOfOwn ?? false} and m.person_id is not null) then ${factsOfEvaluation} end as facts
    from evaluations e
    join organisations o on o.id = e.organisation_id
    left join evaluation_members m on m.evaluation_id = e.id and m.person_id = ${wish.personId} and m.removed_at is null
    left join lateral (
      select count(r.item_id) as answered,
        count(*) filter (where r.item_id is null and i.scale ->> 'kind' <> 'none') as left_placed,
        count(*) filter (where r.item_id is null and i.scale ->> 'kind' = 'none') as left_in_words
      from evaluation_items i
      left join ratings r on r.item_id = i.id and r.person_id = m.person_id and (r.choice is not null or r.reason <> '')
      where i.evaluation_id = m.evaluation_id and e.state = 'answering') own on true
    where e.organisation_id = any (${wish.organisationIds}::uuid[])
      and (e.state <> 'validated' or ${wish.validatedSince ?? null}::timestamptz is null or e.validated_at >= ${wish.validatedSince ?? null})
    order by e.state = 'validated', coalesce(e.validated_at, e.created_at) desc
    limit ${wish.limit ?? 60}`.execute(db)
  return rows.map(({ inTeam, finished, answered, leftPlaced, leftInWords, ...line }) => ({
    ...line,
    part: inTeam ? { finished, answered, leftPlaced, leftInWords } : null,
  }))
}
