import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { publishFrameworks } from '../../frameworks/load-frameworks.ts'
import { listAllThemes } from '../../frameworks/store.ts'
import { findEvaluation, listEvaluations, listItems, listMembers } from '../store.ts'
import { listEvaluationThemes, saveThemes } from './settings-store.ts'

let site: FreshSite
let school: string
let head: Person
let member: Person
let asHead: Visitor
let theme: string

before(async () => {
  site = await freshSite()
  site.setNow(new Date('2026-11-22T10:00:00Z'))
  await publishFrameworks(site.ownerUrl)
  school = await makeSchool(site)
  head = await makePerson(site, [{ role: 'head', organisationId: school }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }], 'Karim Belaïd')
  asHead = await visitor(site, head)
  const found = (await listAllThemes(site.owner, '2026-11-22')).find((one) => one.code === 'QF10')
  theme = `${found?.frameworkId}:QF10`
})
after(() => site.stop())

const newPath = (): string => urls.school.newEvaluation({ organisation: school })
const filled = { title: 'Nos stages', purpose: 'Mieux accueillir', scope: 'school', year: '2026-2027', scale: 'levels' }
const createdId = (response: Response): string => /autoevaluations\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''

test('the form offers themes, people and scales, and says that Qualéduc has none', async () => {
  const text = await (await asHead.get(urls.school.newEvaluation({ organisation: school }, { theme }))).text()
  assert.match(text, /PFMP, stages/)
  assert.match(text, /Karim Belaïd/)
  assert.match(text, /n’ont pas d’échelle/)
  assert.match(text, new RegExp(`value="${theme}" checked`))
})

test('a member may not start an evaluation, a stranger does not see the school, a visitor signs in', async () => {
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  assert.equal((await (await visitor(site, member)).get(newPath())).status, 403)
  assert.equal((await (await visitor(site, stranger)).get(newPath())).status, 404)
  assert.equal((await (await visitor(site)).get(newPath())).status, 303)
})

test('a new evaluation keeps purpose, theme, period, scale and team, and leads to its questionnaire', async () => {
  const response = await asHead.post(newPath(), { ...filled, theme: [theme], starts: '2026-11-30', ends: '2026-12-18', member: [head.id, member.id] })
  assert.equal(response.status, 303)
  const id = createdId(response)
  const evaluation = await findEvaluation(site.owner, id)
  assert.deepEqual(
    [evaluation?.title, evaluation?.purpose, evaluation?.startsOn, evaluation?.endsOn, evaluation?.state],
    ['Nos stages', 'Mieux accueillir', '2026-11-30', '2026-12-18', 'composing'],
  )
  assert.equal(evaluation?.scale.kind, 'levels')
  assert.deepEqual(
    (await listEvaluationThemes(site.owner, id)).map((one) => one.code),
    ['QF10'],
  )
  assert.equal((await listMembers(site.owner, id)).length, 2)
})

test('a form with an error comes back filled, and nothing is created', async () => {
  const before = (await listEvaluations(site.owner, school)).length
  const response = await asHead.post(newPath(), {
    ...filled,
    title: '',
    purpose: 'Un but que je ne veux pas perdre',
    theme: [theme],
    member: [member.id],
    starts: '2026-12-18',
    ends: '2026-12-01',
  })
  const text = await response.text()
  assert.equal(response.status, 422)
  assert.match(text, /Donnez un titre/)
  assert.match(text, /Le dernier jour vient avant le premier/)
  assert.match(text, /Un but que je ne veux pas perdre/)
  assert.match(text, new RegExp(`value="${theme}" checked`))
  assert.match(text, new RegExp(`value="${member.id}" checked`))
  assert.equal((await listEvaluations(site.owner, school)).length, before)
})

test('the same form sent twice makes one evaluation', async () => {
  const form = { ...filled, title: 'Une seule fois', _form: randomUUID() }
  const answers = await Promise.all([asHead.post(newPath(), form), asHead.post(newPath(), form)])
  assert.equal(createdId(answers[0] ?? new Response()), createdId(answers[1] ?? new Response()))
  assert.equal((await listEvaluations(site.owner, school)).filter((one) => one.title === 'Une seule fois').length, 1)
})

test('people of another school and unknown themes are left out of what the form sends', async () => {
  const stranger = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
  const response = await asHead.post(newPath(), { ...filled, theme: [`${randomUUID()}:QF10`, 'rien'], member: [stranger.id, member.id, 'rien'] })
  const id = createdId(response)
  assert.deepEqual(
    (await listMembers(site.owner, id)).map((one) => one.personId),
    [member.id],
  )
  assert.deepEqual(await listEvaluationThemes(site.owner, id), [])
})

test('a new cycle starts from the previous one: settings shown, questions copied, comparison possible', async () => {
  const last = await makeEvaluation(site, { organisationId: school, state: 'validated', items: 3, title: 'Le cycle passé', members: [member] })
  await saveThemes(site.owner, { id: last.id, organisationId: school }, [{ frameworkId: theme.slice(0, 36), code: 'QF10' }])
  const text = await (await asHead.get(urls.school.newEvaluation({ organisation: school }, { reprendre: last.id }))).text()
  assert.match(text, /value="Le cycle passé"/)
  assert.match(text, new RegExp(`value="evaluation:${last.id}" selected`))
  const id = createdId(await asHead.post(newPath(), { ...filled, start: `evaluation:${last.id}` }))
  assert.equal((await listItems(site.owner, id)).length, 3)
  assert.equal((await findEvaluation(site.owner, id))?.previousId, last.id)
  assert.deepEqual(
    (await listEvaluationThemes(site.owner, id)).map((one) => one.code),
    ['QF10'],
  )
})

test('changing the scale changes the questions that had the school’s own', async () => {
  const id = createdId(await asHead.post(newPath(), { ...filled, scale: 'none', theme: [theme] }))
  await asHead.post(urls.evaluation.addItems({ evaluation: id }), { item: [theme.replace('QF10', 'QF10-P1')] })
  const settings = urls.evaluation.settings({ evaluation: id })
  assert.equal((await asHead.post(settings, { ...filled, scale: 'levels', version: '1' })).status, 303)
  assert.deepEqual(
    (await listItems(site.owner, id)).map((item) => item.scale.kind),
    ['levels'],
  )
})

test('two people who change the settings at once lose nothing', async () => {
  const id = createdId(await asHead.post(newPath(), filled))
  const settings = urls.evaluation.settings({ evaluation: id })
  await asHead.post(settings, { ...filled, title: 'Titre de Marc', version: '1' })
  const response = await asHead.post(settings, { ...filled, title: 'Titre de Nadia', version: '1' })
  const text = await response.text()
  assert.equal(response.status, 409)
  assert.match(text, /Titre de Marc/)
  assert.match(text, /value="Titre de Nadia"/)
  assert.equal((await asHead.post(settings, { ...filled, title: 'Titre de Nadia', version: '2' })).status, 303)
})

test('settings do not change once the round is open', async () => {
  const open = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [member] })
  assert.equal((await asHead.post(urls.evaluation.settings({ evaluation: open.id }), { ...filled, version: '1' })).status, 409)
})

test('an evaluation is deleted while composing, after a question, and leaves a line in the journal', async () => {
  const id = createdId(await asHead.post(newPath(), { ...filled, theme: [theme], member: [member.id] }))
  assert.match(await (await asHead.get(urls.evaluation.delete({ evaluation: id }))).text(), /Supprimer cette autoévaluation/)
  assert.equal((await asHead.post(urls.evaluation.delete({ evaluation: id }))).status, 303)
  assert.equal(await findEvaluation(site.owner, id), null)
  const { rows } = await sql<{ kind: string }>`select kind from activity where subject_id = ${id} order by id`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['evaluation.created', 'evaluation.deleted'],
  )
})

test('an evaluation that has been opened is not deleted', async () => {
  const open = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [member] })
  assert.equal((await asHead.post(urls.evaluation.delete({ evaluation: open.id }))).status, 409)
  assert.notEqual(await findEvaluation(site.owner, open.id), null)
})
