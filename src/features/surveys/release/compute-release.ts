import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { layoutOf } from '../ballots/record.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { Breakdown } from '../tables.ts'
import { sumOf } from './atoms.ts'
import { countBallots } from './count-ballots.ts'
import type { SplitAt } from './count-ballots.ts'
import type { PartFigures } from './document.ts'
import { roundDown } from './figures.ts'
import type { CountedQuestion, Drawn, Telling } from './figures.ts'
import { openNoise } from './noise.ts'
import type { Noise } from './noise.ts'
import { insertFigures, listAdditions, listParticipation, listSchoolBallots, releaseTexts } from './release-store.ts'
import type { Participation, SchoolBallots } from './release-store.ts'
import type { Split } from './shown-groups.ts'
import { fewestSchools, Together } from './together.ts'
import { breakdownsOf, judgeUnit, totalsOf } from './unit-figures.ts'
import type { Unit } from './unit-figures.ts'

interface SurveyRow {
  id: string
  organisationId: string
  kind: string
  threshold: number
}

interface PartRow {
  id: string
  definition: Definition
  breakdowns: Breakdown[]
  freeText: boolean
}

/** The schools of one part, as they go through. */
interface Work {
  db: Db
  survey: SurveyRow
  part: PartRow
  participation: Map<string, Participation>
  additions: Map<string, Question[]>
  together: Together
  noise: Noise
  splits: Split[]
}

/**
 * Computes everything that will ever be shown of a survey, as the owner and in the transaction given, and sets its state to « released ». Does nothing
 * if that has been done, or if the survey is not closed. Every count of answers is blurred by `noise` before anything is decided or told of it; how many
 * people answered, and in which groups, is rounded only. Rejects if ballots do not have the shape of their questions. Decisions 13 and 15 say why nobody can be found in it.
 */
export async function computeRelease(db: Db, surveyId: string, noise: Noise = openNoise()): Promise<void> {
  const { rows } = await sql<SurveyRow & { state: string }>`
    select s.id, s.organisation_id as "organisationId", o.kind, s.threshold, s.state from surveys s join organisations o on o.id = s.organisation_id
    where s.id = ${surveyId} for update of s`.execute(db)
  const survey = rows[0]
  if (survey?.state !== 'closed') return
  const { rows: parts } = await sql<PartRow>`
    select id, definition, breakdowns, free_text as "freeText" from survey_parts where survey_id = ${surveyId} order by position, id`.execute(db)
  const schools = await sql<{ n: number }>`select count(*)::integer as n from survey_schools where survey_id = ${surveyId}`.execute(db)
  await sql`insert into survey_releases (survey_id, organisation_id, threshold, schools)
    values (${surveyId}, ${survey.organisationId}, ${survey.threshold}, ${schools.rows[0]?.n ?? 0})`.execute(db)
  for (const part of parts) await releasePart(db, survey, part, noise)
  await sql`update surveys set state = 'released', version = version + 1 where id = ${surveyId}`.execute(db)
  await recordActivity(db, { organisationId: survey.organisationId, actorId: null, kind: 'survey.released', subjectKind: 'survey', subjectId: surveyId })
}

async function releasePart(db: Db, survey: SurveyRow, part: PartRow, noise: Noise): Promise<void> {
  const common = closedOf(part.definition.questions)
  const work: Work = {
    db,
    survey,
    part,
    participation: await listParticipation(db, survey.id, part.id),
    additions: await listAdditions(db, part.id),
    together: new Together(common.map(countedOf)),
    noise,
    splits: part.breakdowns.map((breakdown) => ({ code: breakdown.code, groups: groupsOf(breakdown, part.definition) })),
  }
  for await (const batch of listSchoolBallots(db, survey.id, part.id)) {
    const rows = batch.map((school) => ({ organisationId: school.schoolId, figures: releaseSchool(work, school) }))
    await insertFigures(db, survey, part.id, 'school', rows)
  }
  if (survey.kind !== 'school') await releaseTogether(work, common)
  if (part.freeText) await releaseTexts(db, survey, part.id)
}

function releaseSchool(work: Work, { schoolId, ballots, length }: SchoolBallots): PartFigures {
  const { part, splits, survey, together } = work
  const common = closedOf(part.definition.questions).length
  const all = [...part.definition.questions, ...(work.additions.get(schoolId) ?? [])]
  const layout = layoutOf(
    part.breakdowns.filter((one) => one.source === 'group'),
    all,
  )
  // Read with another layout than they were written with, all answers would be somebody else's: better no release yet, and nothing is deleted.
  if (length !== layout.length) throw new Error(`ballots of ${schoolId} are not ${layout.length} bytes long, as their questions are`)
  const offsets = part.breakdowns.map((one): SplitAt => ({ offset: layout.places.find((place) => place.code === one.code)?.offset ?? 0 }))
  const cells = countBallots(layout, ballots, offsets)
  const questions = closedOf(all)
  const counted = questions.map(countedOf)
  const telling: Telling = { drawn: questions.map(drawnOf), threshold: survey.threshold }
  const unit = judgeUnit(cells, counted, splits, survey.threshold, work.noise)
  addToTogether(together, unit, common)
  const invited = work.participation.get(schoolId) ?? null
  if (!unit.told) return { ...nothingShown, invited: invited?.invited === null || !invited ? null : roundDown(invited.invited) }
  return {
    answers: roundDown(unit.people),
    ...participationOf(invited, unit.people),
    questions: totalsOf(counted, unit, telling),
    breakdowns: breakdownsOf(counted, splits, unit, telling, (split, group, question, sum) => {
      // A school's own questions come after the common ones, and are its alone.
      if (survey.kind !== 'school' && question < common) together.addGroup(split, group, question, sum)
    }),
  }
}

function addToTogether(together: Together, unit: Unit, common: number): void {
  if (unit.told) together.schools += 1
  else together.pooledSchools += 1
  together.people += unit.people
  for (let question = 0; question < common; question++) together.add(question, sumOf(unit.atoms, question), (unit.questions[question]?.depth ?? -1) >= 0)
}

async function releaseTogether({ db, survey, part, together, participation, splits }: Work, common: readonly Question[]): Promise<void> {
  const telling: Telling = { drawn: common.map(drawnOf), threshold: survey.threshold }
  const fewest = survey.kind === 'network' ? fewestSchools.network : fewestSchools.other
  const enough = together.schools >= fewest
  const invited = [...participation.values()].reduce<number | null>((sum, one) => (sum === null || one.invited === null ? null : sum + one.invited), 0)
  const figures: PartFigures = enough
    ? {
        answers: roundDown(together.people),
        ...participationOf({ invited, answered: together.people }, together.people),
        schools: { counted: together.schools, left: together.pooledSchools },
        questions: together.results(telling, fewest),
        breakdowns: together.breakdowns(splits, telling, fewest),
      }
    : { ...nothingShown, schools: { counted: together.schools, left: together.pooledSchools } }
  await insertFigures(db, survey, part.id, 'together', [{ organisationId: survey.organisationId, figures }])
}

const nothingShown: PartFigures = { answers: null, invited: null, participation: null, questions: {}, breakdowns: [] }

function participationOf(known: Participation | null, people: number): Pick<PartFigures, 'invited' | 'participation'> {
  const invited = known?.invited ?? null
  if (!invited) return { invited: null, participation: null }
  // Of the rounded numbers: of the exact ones it would give them back.
  const rounded = roundDown(invited)
  return { invited: rounded, participation: rounded === 0 ? null : Math.min(100, Math.round((roundDown(people) / rounded) * 100)) }
}

const closedOf = (questions: readonly Question[]): Question[] => questions.filter((question) => question.kind !== 'text')

function countedOf(question: Question): CountedQuestion {
  return { code: question.code, categories: placesOf(question), several: question.kind === 'multiple' }
}

const placesOf = (question: Question): number => layoutOf([], [question]).places[0]?.categories ?? 0

function drawnOf(question: Question): Drawn {
  const several = question.kind === 'multiple'
  const scale = question.kind === 'scale' ? findScale(question.scale) : null
  if (!scale) return { several, levels: null, values: null }
  return { several, levels: scale.levels.length, values: scale.numeric ? scale.levels.map((level) => Number(level.fr)) : null }
}

function groupsOf(breakdown: Breakdown, { questions }: Definition): string[] {
  if (breakdown.source === 'group') return breakdown.groups
  const question = questions.find((one) => one.code === breakdown.code)
  if (!question) return []
  return 'options' in question ? question.options.map((option) => option.code) : Array.from({ length: placesOf(question) }, (_, index) => String(index + 1))
}
