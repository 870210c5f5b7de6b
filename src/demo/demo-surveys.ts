import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DemoSurvey } from '../../demo/surveys.ts'
import { loadBank } from '../features/surveys/bank/load-bank.ts'
import { encodeRecord, layoutOf } from '../features/surveys/ballots/record.ts'
import type { Answered, GroupBreakdown } from '../features/surveys/ballots/record.ts'
import type { Question } from '../features/surveys/questionnaire/definition.ts'
import { categoriesOf } from '../features/surveys/questionnaire/scales.ts'
import { computeRelease } from '../features/surveys/release/compute-release.ts'
import type { SurveyTables } from '../features/surveys/tables.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'

/**
 * A survey that was asked, answered, released by the very computation that real ones go through, and replied to; or one that is still open, for whoever
 * visits to hold a session of.
 */
export async function insertSurvey(db: Db, survey: DemoSurvey, organisationId: string, personId: string, now: Date): Promise<void> {
  const bank = await loadBank()
  const closedAt = new Date(now.getTime() + survey.closed * 86_400_000)
  const id = randomUUID()
  const tables = db.withTables<SurveyTables>()
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
      results_on: dayOf(new Date(closedAt.getTime() + 10 * 86_400_000)),
      created_by: personId,
    })
    .execute()
  await tables.insertInto('survey_schools').values({ survey_id: id, school_id: organisationId, organisation_id: organisationId }).execute()
  for (const [position, part] of survey.parts.entries()) {
    const ready = bank.find((one) => one.code === part.questionnaire)
    if (!ready) throw new Error(`the bank has no questionnaire ${part.questionnaire}`)
    const partId = randomUUID()
    const breakdowns = part.levels ? [{ code: 'groupe-1', title: 'Niveau', source: 'group' as const, groups: [...part.levels] }] : []
    await tables
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
        free_text: false,
      })
      .execute()
    if (survey.closed > 0) continue
    const ballots = drawBallots(ready.definition.questions, breakdowns, part)
    await sql`insert into ballots (survey_id, part_id, school_id, answers) select ${id}, ${partId}, ${organisationId}, decode(b, 'hex') from unnest(${ballots}::text[]) b`.execute(
      db,
    )
    await sql`
      insert into survey_invitations (id, survey_id, part_id, school_id, digest, used)
      select gen_random_uuid(), ${id}, ${partId}, ${organisationId}, decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), n <= ${part.people} from generate_series(1, ${part.invited}::integer) n`.execute(
      db,
    )
  }
  if (survey.closed > 0) {
    await sql`update surveys set state = 'open', opened_at = ${now} where id = ${id}`.execute(db)
    return
  }
  await sql`update surveys set state = 'closed', opened_at = ${closedAt}::timestamptz - interval '20 days', closed_at = ${closedAt} where id = ${id}`.execute(
    db,
  )
  await computeRelease(db, id)
  for (const table of ['survey_invitations', 'ballots']) await sql`delete from ${sql.table(table)} where survey_id = ${id}`.execute(db)
  const replies = survey.replies.map(({ said, kind, done, pupilWords }, position) => ({
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
    .values({ survey_id: id, organisation_id: organisationId, address: randomUUID(), published_at: closedAt })
    .execute()
}

const yearOf = (day: Date): string => {
  const start = day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1
  return `${start}-${start + 1}`
}

/** Ballots in hexadecimal, the same each time. */
function drawBallots(questions: readonly Question[], breakdowns: readonly GroupBreakdown[], part: DemoSurvey['parts'][number]): string[] {
  const layout = layoutOf(breakdowns, questions)
  let state = part.people
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
  return Array.from({ length: part.people }, (_, person) => {
    const chosen: Record<string, number[]> = {}
    for (const question of questions) {
      if (question.kind === 'text' || question.when || random() < 0.04) continue
      const answers = question.kind === 'scale' ? categoriesOf(question) - 1 : categoriesOf(question)
      const leaning = part.leanings[question.code] ?? 0.6
      const drawn = Math.max(0, Math.min(0.999, leaning + (random() + random() + random() - 1.5) * 0.6))
      chosen[question.code] = [random() < 0.03 && question.kind === 'scale' ? answers + 1 : 1 + Math.floor(drawn * answers)]
    }
    const answered: Answered = { groups: { 'groupe-1': (person % 3) + 1 }, chosen }
    return encodeRecord(layout, answered).toString('hex')
  })
}
