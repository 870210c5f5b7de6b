import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { loadBank } from '../../surveys/bank/load-bank.ts'
import type { ReadyQuestionnaire } from '../../surveys/bank/load-bank.ts'
import type { Question } from '../../surveys/questionnaire/definition.ts'
import type { QuestionResult, Share } from '../../surveys/release/document.ts'
import { surveyIndex } from './survey-index.ts'
import { listReleased } from './survey-store.ts'

const shown = (shares: readonly Share[]): QuestionResult => ({ shown: true, figures: { base: 40, shares, favourable: { share: 60, low: 45, high: 74 } } })
const said = (shares: readonly Share[], levels = 4) => ({ result: shown(shares), levels })
const masked = { result: { shown: false } as const, levels: 4 }
/** Of four levels, then « je ne sais pas ». */
const middle = said([0, 50, 50, 0, 10])

test('« je ne sais pas » of a scale of three levels is no fourth level, and what is asked on it stays out of a mean on four', () => {
  const three = said([10, 10, 10, 70], 3)
  assert.deepEqual(surveyIndex([middle, middle, middle, three], 4, 'mean-4'), { value: 2.5, questions: 3 })
  assert.equal(surveyIndex([middle, middle, three], 4, 'mean-4'), null)
  assert.deepEqual(surveyIndex([middle, middle, three], 4, 'percent'), { value: 60, questions: 3 }, 'a favourable share has its meaning on any scale')
})

test('an index of several questions is null under three that are shown, even where no others were asked', () => {
  assert.equal(surveyIndex([middle, middle], 9, 'mean-4'), null)
  assert.equal(surveyIndex([middle, middle, masked], 9, 'mean-4'), null)
  assert.deepEqual(surveyIndex([middle], 1, 'mean-4'), { value: 2.5, questions: 1 })
  assert.equal(surveyIndex([masked], 1, 'mean-4'), null)
})

let site: FreshDatabase
let schoolId: string
let personId: string
before(async () => {
  site = await freshDatabase()
  schoolId = await makeSchool(site)
  personId = (await makePerson(site)).id
})
after(() => site.stop())

const readyOf = async (code: string): Promise<ReadyQuestionnaire> => {
  const found = (await loadBank()).find((one) => one.code === code)
  assert.ok(found)
  return found
}

async function release(title: string, { audience, definition }: ReadyQuestionnaire, questions: readonly Question[], closedAt: string): Promise<void> {
  const [survey, part] = [randomUUID(), randomUUID()]
  await sql`insert into surveys (id, organisation_id, title, state, school_year, created_by, closed_at)
    values (${survey}, ${schoolId}, ${title}, 'draft', '2025-2026', ${personId}, ${closedAt})`.execute(site.owner)
  await sql`insert into survey_parts (id, survey_id, organisation_id, position, audience, definition)
    values (${part}, ${survey}, ${schoolId}, 1, ${audience}, ${JSON.stringify({ ...definition, questions })}::text::jsonb)`.execute(site.owner)
  await sql`update surveys set state = 'released' where id = ${survey}`.execute(site.owner)
  const figures = { answers: 40, questions: Object.fromEntries(questions.map(({ code }) => [code, shown([10, 20, 30, 40, 5])])) }
  await sql`insert into release_figures (survey_id, part_id, organisation_id, owner_id, level, figures)
    values (${survey}, ${part}, ${schoolId}, ${schoolId}, 'school', ${JSON.stringify(figures)}::text::jsonb)`.execute(site.owner)
}

test('a survey made from another ready questionnaire says nothing, although it has six codes in common', async () => {
  const [climate, welcome] = [await readyOf('climat-familles'), await readyOf('accueil-familles')]
  const codes = climate.definition.questions.filter(({ kind }) => kind === 'scale').map(({ code }) => code)
  const scalesOnly = climate.definition.questions.filter(({ code }) => codes.includes(code))
  await release('Climat', climate, scalesOnly.slice(0, 7), '2026-03-01')
  await release('Accueil', welcome, welcome.definition.questions, '2026-05-01')
  const released = await listReleased(site.owner, schoolId, climate, codes)
  assert.deepEqual(
    released.map(({ title, said: all }) => [title, all.length, all[0]?.levels]),
    [['Climat', 7, 4]],
  )
  await release('Climat coupé', climate, scalesOnly.slice(0, 6), '2026-06-01')
  assert.equal((await listReleased(site.owner, schoolId, climate, codes))[0]?.title, 'Climat')
})
