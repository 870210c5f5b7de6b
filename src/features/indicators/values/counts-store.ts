import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../../platform/database.ts'

/** What the site counted of a school in one period; a count without a whole has no denominator. */
export interface Counted {
  period: string
  numerator: number
  denominator: number | null
}

interface Asked {
  organisationId: string
  /** 'YYYY-MM-DD' */
  today: string
}

type Count = (asked: Asked) => RawBuilder<Counted>

/** So many school years are counted, the present one among them. */
const yearsCounted = 5

/** The present school year and those before it, for a query to join on `y`. */
const years = ({ today }: Asked): RawBuilder<unknown> =>
  sql`(select * from school_years where starts_on <= ${today}::date order by starts_on desc limit ${yearsCounted}) y`

/** Actions of a school with the year in which they were due or done. */
const actionsOfYears = (asked: Asked, day: 'due_on' | 'done_on'): RawBuilder<unknown> =>
  sql`${years(asked)} join actions a on a.organisation_id = ${asked.organisationId} and a.${sql.ref(day)} between y.starts_on and y.ends_on`

const evidenceOfYears = (asked: Asked, natures: readonly string[]): RawBuilder<Counted> => sql<Counted>`
  select y.code as period, count(e.id)::integer as numerator, null::integer as denominator from ${years(asked)}
    left join evidence e on e.organisation_id = ${asked.organisationId} and e.nature = any (${[...natures]}::text[])
      and (e.added_at at time zone 'Europe/Paris')::date between y.starts_on and y.ends_on
  group by 1`

/** Rounded numbers of the releases, added up: nothing finer was ever shown. */
const participation = ({ organisationId }: Asked, audiences: readonly string[]): RawBuilder<Counted> => sql<Counted>`
  select s.school_year as period, sum((r.figures ->> 'answers')::integer)::integer as numerator, sum((r.figures ->> 'invited')::integer)::integer as denominator
  from release_figures r join survey_parts p on p.id = r.part_id join surveys s on s.id = r.survey_id
  where r.organisation_id = ${organisationId} and r.level = 'school' and p.audience = any (${[...audiences]}::text[])
    and (r.figures ->> 'invited')::integer > 0 and r.figures ->> 'answers' is not null
  group by 1`

/** What the site counts itself, by the key that the directory gives. Every row says its definition in indicators/*.yaml. */
const counts: Readonly<Record<string, Count>> = {
  'actions-on-time': (asked) => sql<Counted>`
    select y.code as period, count(*) filter (where a.state = 'done' and a.done_on <= a.due_on)::integer as numerator, count(*)::integer as denominator
    from ${actionsOfYears(asked, 'due_on')} where a.due_on < ${asked.today}::date group by 1`,
  'actions-with-effect': (asked) => sql<Counted>`
    select y.code as period, count(*) filter (where a.effect <> '')::integer as numerator, count(*)::integer as denominator
    from ${actionsOfYears(asked, 'done_on')} where a.state = 'done' group by 1`,
  'minutes-and-reports': (asked) => evidenceOfYears(asked, ['minutes', 'report', 'plan']),
  publications: (asked) => evidenceOfYears(asked, ['publication']),
  'agreements-in-force': ({ organisationId, today }) => sql<Counted>`
    select ${today} as period, count(*)::integer as numerator, null::integer as denominator from evidence
    where organisation_id = ${organisationId} and nature = 'agreement' and (valid_until is null or valid_until >= ${today}::date)
      and (effective_on is null or effective_on <= ${today}::date)`,
  'proof-coverage': ({ organisationId, today }) => sql<Counted>`
    select ${today} as period, count(*) filter (where proved)::integer as numerator, nullif(count(*), 0)::integer as denominator from (
      select exists (select 1 from evidence_supports s join evidence e on e.id = s.evidence_id
        where s.organisation_id = f.organisation_id and s.framework_id = i.framework_id and s.item_code = i.code
          and (e.valid_until is null or e.valid_until >= ${today}::date)) as proved
      from followed_frameworks f join framework_items i on i.framework_id = f.framework_id
      where f.organisation_id = ${organisationId} and f.state <> 'ended' and not exists (select 1 from item_positions p
        where p.organisation_id = f.organisation_id and p.framework_id = i.framework_id and p.item_code = i.code and p.position = 'not_applicable')) points`,
  'proof-reuse': ({ organisationId, today }) => sql<Counted>`
    select ${today} as period, count(*) filter (where frameworks > 1)::integer as numerator, nullif(count(*), 0)::integer as denominator from (
      select s.evidence_id, count(distinct f.framework) as frameworks from evidence_supports s join frameworks f on f.id = s.framework_id
      where s.organisation_id = ${organisationId} group by 1) proofs`,
  'labels-held': ({ organisationId, today }) => sql<Counted>`
    select ${today} as period, count(*)::integer as numerator, null::integer as denominator from followed_frameworks
    where organisation_id = ${organisationId} and state = 'held' and (held_until is null or held_until >= ${today}::date)`,
  'people-involved': (asked) => sql<Counted>`
    select y.code as period, count(distinct person)::integer as numerator, null::integer as denominator from ${years(asked)} left join lateral (
      select m.person_id as person from evaluation_members m join evaluations e on e.id = m.evaluation_id
        where e.organisation_id = ${asked.organisationId} and e.school_year = y.code
      union
      select a.owner_id from actions a where a.organisation_id = ${asked.organisationId} and a.owner_id is not null
        and coalesce(a.done_on, a.due_on, (a.created_at at time zone 'Europe/Paris')::date) between y.starts_on and y.ends_on) involved on true
    group by 1`,
  'sheets-complete': (asked) => sql<Counted>`
    select period, count(*) filter (where phases = 4)::integer as numerator, count(*)::integer as denominator from (
      select e.school_year as period, e.id, i.theme_title, count(distinct i.phase) filter (where g.choice in ('rated', 'worded')) as phases
      from evaluations e join evaluation_items i on i.evaluation_id = e.id left join agreements g on g.item_id = i.id
      where e.organisation_id = ${asked.organisationId} and e.state <> 'composing' group by 1, 2, 3) sheets
    group by 1`,
  // Of an académie: its schools that shared an evaluation of the year with it. A school has none under it, and so no figure.
  'schools-engaged': (asked) => sql<Counted>`
    select y.code as period, count(distinct e.organisation_id)::integer as numerator,
      (select nullif(count(*), 0)::integer from organisations where authority_id = ${asked.organisationId} and kind = 'school' and valid_to is null) as denominator
    from ${years(asked)} left join evaluations e on e.school_year = y.code and e.state <> 'composing'
      and e.organisation_id in (select id from organisations where authority_id = ${asked.organisationId}) group by 1`,
  'survey-participation': (asked) => participation(asked, ['pupil', 'family', 'staff', 'company', 'former']),
  'pupil-survey-participation': (asked) => participation(asked, ['pupil']),
  'former-pupils-survey-participation': (asked) => participation(asked, ['former']),
}

/** Whether the site counts it: what it cannot yet count waits, in words, in the directory. */
export const isCounted = (key: string): boolean => Object.hasOwn(counts, key)

/** What the site counts of a school, by period; a whole of nobody is no figure. */
export async function listCounted(db: Db, key: string, asked: Asked): Promise<Counted[]> {
  const count = counts[key]
  if (!count) return []
  const { rows } = await count(asked).execute(db)
  return rows
}
