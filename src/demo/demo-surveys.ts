import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DemoPart, DemoSurvey } from '../../demo/surveys.ts'
import { loadBank } from '../features/surveys/bank/load-bank.ts'
import { ensureSurveyKey } from '../features/surveys/ballots/keys.ts'
import { encodeRecord, layoutOf } from '../features/surveys/ballots/record.ts'
import type { Answered, GroupBreakdown } from '../features/surveys/ballots/record.ts'
import type { Question } from '../features/surveys/questionnaire/definition.ts'
import { categoriesOf } from '../features/surveys/questionnaire/scales.ts'
import { computeRelease } from '../features/surveys/release/compute-release.ts'
import type { SurveyTables } from '../features/surveys/tables.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'

interface Asked {
  organisationId: string
  personId: string
  now: Date
  /** Id of an organisation by its key. */
  idOf: (key: string) => string
}

/**
 * A survey that was asked, answered, released by the very computation that real ones go through, and replied to; or one that is still open, for whoever
 * visits to hold a session of. One that follows another comes after it.
 */
export async function insertSurvey(db: Db, dataDir: string, survey: DemoSurvey, { organisationId, personId, now, idOf }: Asked): Promise<void> {
  const closedAt = new Date(now.getTime() + survey.closed * dayLength)
  const id = randomUUID()
  const tables = db.withTables<SurveyTables>()
  const schools = Object.entries(survey.schools ?? { [survey.at]: 1 }).map(([key, times]) => ({ key, id: idOf(key), times }))
  await tables
    .insertInto('surveys')
    .values({
      id,
      organisation_id: organisationId,
      title: survey.title,
      purpose: survey.purpose,
      promise: survey.promise,
      school_year: yearOf(closedAt),
      closes_on: dayOf(closedAt),
      results_on: dayOf(new Date(closedAt.getTime() + 10 * dayLength)),
      previous_id: survey.previous ? await findByTitle(db, organisationId, survey.previous) : null,
      created_by: personId,
      created_at: new Date(Math.min(closedAt.getTime(), now.getTime()) - 40 * dayLength),
    })
    .execute()
  await tables
    .insertInto('survey_schools')
    .values(schools.map((school) => ({ survey_id: id, school_id: school.id, organisation_id: organisationId })))
    .execute()
  for (const [position, part] of survey.parts.entries()) await insertPart(db, { id, organisationId, position, answered: survey.closed < 0, schools }, part)
  if (survey.closed > 0) {
    await ensureSurveyKey(dataDir, id)
    await sql`update surveys set state = 'open', opened_at = ${now} where id = ${id}`.execute(db)
    return
  }
  await sql`update surveys set state = 'closed', opened_at = ${closedAt}::timestamptz - interval '20 days', closed_at = ${closedAt} where id = ${id}`.execute(
    db,
  )
  await computeRelease(db, id)
  for (const table of ['survey_invitations', 'ballots', 'ballot_texts']) await sql`delete from ${sql.table(table)} where survey_id = ${id}`.execute(db)
  for (const { texts } of survey.parts) if (texts) await showTexts(db, id, texts.words.slice(0, texts.shown))
  if (survey.replies.length > 0) await insertReplies(db, id, organisationId, survey.replies, closedAt)
}

const dayLength = 86_400_000

async function findByTitle(db: Db, organisationId: string, title: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from surveys where organisation_id = ${organisationId} and title = ${title}`.execute(db)
  if (!rows[0]) throw new Error(`demo/ speaks of the survey « ${title} », which does not come before`)
  return rows[0].id
}

interface Around {
  /** The survey. */
  id: string
  organisationId: string
  position: number
  answered: boolean
  schools: readonly { key: string; id: string; times: number }[]
}

async function insertPart(db: Db, { id, organisationId, position, answered, schools }: Around, part: DemoPart): Promise<void> {
  const ready = (await loadBank()).find((one) => one.code === part.questionnaire)
  if (!ready) throw new Error(`the bank has no questionnaire ${part.questionnaire}`)
  const partId = randomUUID()
  const breakdowns = part.levels ? [{ code: 'groupe-1', title: 'Niveau', source: 'group' as const, groups: [...part.levels] }] : []
  await db
    .withTables<SurveyTables>()
    .insertInto('survey_parts')
    .values({
      id: partId,
      survey_id: id,
      organisation_id: organisationId,
      position,
      audience: ready.audience,
      questionnaire_id: null,
      definition: ready.definition,
      breakdowns,
      access: part.access ?? 'personal',
      free_text: part.texts !== undefined,
    })
    .execute()
  if (!answered) return
  for (const [index, school] of schools.entries()) {
    const people = Math.round(part.people * school.times)
    const invited = Math.round(part.invited * school.times)
    const ballots = drawBallots(ready.definition.questions, breakdowns, part, people, index)
    await sql`insert into ballots (survey_id, part_id, school_id, answers) select ${id}, ${partId}, ${school.id}, decode(b, 'hex') from unnest(${ballots}::text[]) b`.execute(
      db,
    )
    await sql`
      insert into survey_invitations (id, survey_id, part_id, school_id, digest, used)
      select gen_random_uuid(), ${id}, ${partId}, ${school.id}, decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), n <= ${people} from generate_series(1, ${invited}::integer) n`.execute(
      db,
    )
    if (part.texts?.at === school.key) {
      await sql`insert into ballot_texts (survey_id, part_id, school_id, question, words)
        select ${id}, ${partId}, ${school.id}, ${part.texts.question}, w from unnest(${[...part.texts.words]}::text[]) w`.execute(db)
    }
  }
}

/** As if somebody who leads the school had read them; the others still wait to be read. */
async function showTexts(db: Db, surveyId: string, words: readonly string[]): Promise<void> {
  await sql`update release_texts set state = 'shown', shown = words, read_at = now(), version = 2,
      read_by = (select m.person_id from mandates m where m.organisation_id = release_texts.organisation_id and m.role = 'lead' limit 1)
    where survey_id = ${surveyId} and words = any (${[...words]}::text[])`.execute(db)
}

async function insertReplies(db: Db, id: string, organisationId: string, all: DemoSurvey['replies'], publishedAt: Date): Promise<void> {
  const tables = db.withTables<SurveyTables>()
  const replies = all.map(({ said, kind, done, pupilWords }, position) => ({
    id: randomUUID(),
    survey_id: id,
    organisation_id: organisationId,
    position,
    part_id: null,
    question: null,
    said,
    kind,
    done,
    pupil_words: pupilWords,
    action_id: null,
  }))
  await tables.insertInto('survey_replies').values(replies).execute()
  await tables
    .insertInto('survey_reply_pages')
    .values({ survey_id: id, organisation_id: organisationId, address: randomUUID(), published_at: publishedAt })
    .execute()
}

const yearOf = (day: Date): string => {
  const start = day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1
  return `${start}-${start + 1}`
}

/** Ballots in hexadecimal, the same each time. */
function drawBallots(questions: readonly Question[], breakdowns: readonly GroupBreakdown[], part: DemoPart, people: number, school: number): string[] {
  const layout = layoutOf(breakdowns, questions)
  let state = people + school
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
  return Array.from({ length: people }, (_, person) => {
    const chosen: Record<string, number[]> = {}
    for (const question of questions) {
      if (question.kind === 'text' || question.when || random() < 0.04) continue
      const answers = question.kind === 'scale' ? categoriesOf(question) - 1 : categoriesOf(question)
      const leaning = (part.leanings[question.code] ?? 0.6) + ((school % 3) - 1) * (school === 0 ? 0 : 0.06)
      const drawn = Math.max(0, Math.min(0.999, leaning + (random() + random() + random() - 1.5) * 0.6))
      chosen[question.code] = [random() < 0.03 && question.kind === 'scale' ? answers + 1 : 1 + Math.floor(drawn * answers)]
    }
    const answered: Answered = { groups: { 'groupe-1': (person % 3) + 1 }, chosen }
    return encodeRecord(layout, answered).toString('hex')
  })
}
