import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { PartFigures } from './document.ts'
import { shuffle } from '../ballots/shuffle.ts'

export interface Participation {
  invited: number | null
  answered: number
}

/** By school: people invited (null where a shared link invites whoever has it) and people who answered. */
export async function listParticipation(db: Db, surveyId: string, partId: string): Promise<Map<string, Participation>> {
  const { rows } = await sql<Participation & { schoolId: string }>`
    select school_id as "schoolId", case when bool_or(open_to_all) then null else sum(invited)::integer end as invited, sum(answered)::integer as answered from (
      select school_id, false as open_to_all, count(*) as invited, count(*) filter (where used) as answered
      from survey_invitations where survey_id = ${surveyId} and part_id = ${partId} group by 1
      union all
      select school_id, seats is null, coalesce(seats, 0), used from survey_doors where survey_id = ${surveyId} and part_id = ${partId}) ways
    group by 1`.execute(db)
  return new Map(rows.map(({ schoolId, ...participation }) => [schoolId, participation]))
}

/** By school, what it asks after the common questions. */
export async function listAdditions(db: Db, partId: string): Promise<Map<string, Question[]>> {
  const { rows } = await sql<{
    schoolId: string
    questions: Question[]
  }>`select school_id as "schoolId", questions from survey_additions where part_id = ${partId}`.execute(db)
  return new Map(rows.map((row) => [row.schoolId, row.questions]))
}

/** Ballots in memory at most, in schools. */
const schoolsAtOnce = 100

/** Ballots of one school, end to end, and how long each is; `length` null where they are not all as long. */
export interface SchoolBallots {
  schoolId: string
  ballots: Uint8Array
  length: number | null
}

/** Ballots of each school of a part, some schools at a time. */
export async function* listSchoolBallots(db: Db, surveyId: string, partId: string): AsyncGenerator<SchoolBallots[]> {
  const { rows: schools } = await sql<{ id: string }>`select school_id as id from survey_schools where survey_id = ${surveyId} order by 1`.execute(db)
  for (let at = 0; at < schools.length; at += schoolsAtOnce) {
    const some = schools.slice(at, at + schoolsAtOnce).map((school) => school.id)
    const { rows } = await sql<SchoolBallots>`
      select school_id as "schoolId", string_agg(answers, ''::bytea) as ballots,
        case when min(length(answers)) = max(length(answers)) then min(length(answers)) end as length from ballots
      where survey_id = ${surveyId} and part_id = ${partId} and school_id = any (${some}::uuid[]) group by 1`.execute(db)
    yield rows
  }
}

/** As they are shown from then on: the database refuses every later change (QS001). */
export async function insertFigures(
  db: Db,
  survey: { id: string; organisationId: string },
  partId: string,
  level: 'school' | 'together',
  rows: readonly { organisationId: string; figures: PartFigures }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into release_figures (survey_id, part_id, organisation_id, owner_id, level, figures)
    select ${survey.id}, ${partId}, organisation, ${survey.organisationId}, ${level}, figures::jsonb
    from unnest(${rows.map((row) => row.organisationId)}::uuid[], ${rows.map((row) => JSON.stringify(row.figures))}::text[]) f (organisation, figures)`.execute(
    db,
  )
}

/** What people wrote, in each school from the threshold up, in an order that tells nothing. */
export async function releaseTexts(db: Db, survey: { id: string; threshold: number }, partId: string): Promise<void> {
  const { rows } = await sql<{ schoolId: string; question: string; words: string }>`
    select t.school_id as "schoolId", t.question, t.words from ballot_texts t where t.survey_id = ${survey.id} and t.part_id = ${partId}
      and (select count(*) from ballot_texts o where o.survey_id = t.survey_id and o.part_id = t.part_id and o.school_id = t.school_id and o.question = t.question) >= ${survey.threshold}`.execute(
    db,
  )
  const shuffled = shuffle(rows)
  if (shuffled.length === 0) return
  await sql`
    insert into release_texts (survey_id, part_id, organisation_id, question, words)
    select ${survey.id}, ${partId}, school, question, words from unnest(${shuffled.map((row) => row.schoolId)}::uuid[], ${shuffled.map((row) => row.question)}::text[],
      ${shuffled.map((row) => row.words)}::text[]) t (school, question, words)`.execute(db)
}
