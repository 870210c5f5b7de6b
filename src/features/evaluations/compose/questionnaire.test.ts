import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { publishFrameworks } from '../../frameworks/load-frameworks.ts'
import { listAllThemes } from '../../frameworks/store.ts'
import { listItems } from '../store.ts'

let site: FreshSite
let school: string
let head: Person
let member: Person
let asHead: Visitor
let framework: string

before(async () => {
  site = await freshSite()
  await publishFrameworks(site.ownerUrl)
  school = await makeSchool(site)
  head = await makePerson(site, [{ role: 'head', organisationId: school }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  asHead = await visitor(site, head)
  framework = (await listAllThemes(site.owner, '2026-11-22')).find((theme) => theme.code === 'QF10')?.frameworkId ?? ''
})
after(() => site.stop())

const made = (items: number | string[] = 0): Promise<MadeEvaluation> => makeEvaluation(site, { organisationId: school, items })
const itemsOf = (evaluation: { id: string }) => listItems(site.owner, evaluation.id)
const statements = async (evaluation: { id: string }): Promise<string[]> => (await itemsOf(evaluation)).map((item) => item.statement)
const kinds = async (id: string): Promise<string[]> =>
  (await sql<{ kind: string }>`select kind from activity where subject_id = ${id} order by id`.execute(site.owner)).rows.map((row) => row.kind)

test('the composer shows the first theme of the bank and an empty questionnaire that teaches', async () => {
  const text = await (await asHead.get(urls.evaluation.compose({ evaluation: (await made()).id }))).text()
  assert.match(text, /Votre questionnaire est vide/)
  assert.match(text, /QF10 PFMP/)
})

test('a member of the team may not compose, and someone of another school sees nothing', async () => {
  const evaluation = await made()
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  const path = urls.evaluation.compose({ evaluation: evaluation.id })
  assert.equal((await (await visitor(site, member)).get(path)).status, 403)
  assert.equal((await (await visitor(site, stranger)).get(path)).status, 404)
  assert.equal((await (await visitor(site)).get(path)).status, 303)
})

test('several questions of the bank are added at once, none twice, and each keeps its origin', async () => {
  const evaluation = await made()
  const add = (codes: string[]) => asHead.post(urls.evaluation.addItems({ evaluation: evaluation.id }), { item: codes.map((code) => `${framework}:${code}`) })
  assert.equal((await add(['QF10-P1', 'QF10-C1'])).status, 303)
  await add(['QF10-C1', 'QF10-A1', 'QF99-P1', 'rien'])
  const items = await itemsOf(evaluation)
  assert.deepEqual(
    items.map((item) => item.originCode),
    ['QF10-P1', 'QF10-C1', 'QF10-A1'],
  )
  assert.deepEqual(
    items.map((item) => item.phase),
    ['plan', 'check', 'act'],
  )
  assert.equal(items[0]?.originStatement, items[0]?.statement)
  assert.deepEqual(await kinds(evaluation.id), ['evaluation.questions_added', 'evaluation.questions_added'])
})

test('ticking nothing says what to do', async () => {
  const evaluation = await made()
  const response = await asHead.post(urls.evaluation.addItems({ evaluation: evaluation.id }), {})
  assert.equal(response.status, 303)
  assert.deepEqual(await itemsOf(evaluation), [])
})

test('the same form sent twice adds its own question once', async () => {
  const evaluation = await made()
  const form = { _form: randomUUID(), statement: 'Nos élèves savent qui appeler.', phase: 'do', scale: 'evaluation' }
  const path = urls.evaluation.addOwnItem({ evaluation: evaluation.id })
  const [one, two] = await Promise.all([asHead.post(path, form), asHead.post(path, form)])
  assert.deepEqual([one?.status, two?.status], [303, 303])
  assert.deepEqual(await statements(evaluation), ['Nos élèves savent qui appeler.'])
})

test('an own question without words or quarter comes back with what was written', async () => {
  const evaluation = await made()
  const response = await asHead.post(urls.evaluation.addOwnItem({ evaluation: evaluation.id }), { statement: '', help: 'Mon aide gardée' })
  const text = await response.text()
  assert.equal(response.status, 422)
  assert.match(text, /Écrivez la phrase/)
  assert.match(text, /Choisissez un quart de la roue/)
  assert.match(text, /Mon aide gardée/)
})

test('a prompt of the blank sheet is shown above the question to write, and is never a question itself', async () => {
  const evaluation = await made()
  const blank = (await listAllThemes(site.owner, '2026-11-22')).find((theme) => theme.blank)
  const prompt = `${blank?.frameworkId}:QF20-D1`
  const text = await (await asHead.get(urls.evaluation.addOwnItem({ evaluation: evaluation.id }, { amorce: prompt }))).text()
  assert.match(text, /Décrivez ce qui se fait déjà/)
  await asHead.post(urls.evaluation.addItems({ evaluation: evaluation.id }), { item: [prompt] })
  assert.deepEqual(await itemsOf(evaluation), [])
})

test('buttons move a question by one place, and an order is saved for the page that drags', async () => {
  const evaluation = await made(['a', 'b', 'c'])
  const [a, b, c] = evaluation.items.map((item) => item.id)
  await asHead.post(urls.evaluation.moveItem({ evaluation: evaluation.id, item: c ?? '' }), { move: 'up' })
  assert.equal((await statements(evaluation)).join(''), 'acb')
  const response = await asHead.post(
    urls.evaluation.orderItems({ evaluation: evaluation.id }),
    { item: [b ?? '', 'pas-un-id', a ?? '', c ?? ''] },
    { accept: 'application/json' },
  )
  assert.deepEqual(await response.json(), { saved: true })
  assert.equal((await statements(evaluation)).join(''), 'bac')
})

test('a reworded question shows its first text and finds it again', async () => {
  const evaluation = await made()
  await asHead.post(urls.evaluation.addItems({ evaluation: evaluation.id }), { item: [`${framework}:QF10-P1`] })
  const [item] = await itemsOf(evaluation)
  const edit = urls.evaluation.editItem({ evaluation: evaluation.id, item: item?.id ?? '' })
  assert.equal((await asHead.post(edit, { statement: 'Nos mots à nous.', help: '', scale: 'evaluation', version: '1' })).status, 303)
  const page = await (await asHead.get(edit)).text()
  assert.match(page, /Texte d’origine/)
  assert.ok(page.includes('formulation modifiée'))
  await asHead.post(urls.evaluation.restoreItem({ evaluation: evaluation.id, item: item?.id ?? '' }), { version: '2' })
  const [restored] = await itemsOf(evaluation)
  assert.equal(restored?.statement, item?.statement)
  assert.equal(restored?.help, item?.help)
})

test('two people who edit the same question lose nothing: the second sees both texts and may keep hers', async () => {
  const evaluation = await made(['Au départ.'])
  const edit = urls.evaluation.editItem({ evaluation: evaluation.id, item: evaluation.items[0]?.id ?? '' })
  const change = (statement: string, version: string) => asHead.post(edit, { statement, help: '', phase: 'plan', scale: 'evaluation', version })
  const answers = await Promise.all([change('Texte de Nadia.', '1'), change('Texte de Marc.', '1')])
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409])
  const page = await answers.find((answer) => answer.status === 409)?.text()
  assert.match(page ?? '', /Texte de Nadia/)
  assert.match(page ?? '', /Texte de Marc/)
  assert.match(page ?? '', /name="version" value="2"/)
  assert.equal((await change('Texte de Marc, relu.', '2')).status, 303)
  assert.deepEqual(await statements(evaluation), ['Texte de Marc, relu.'])
})

test('a question taken out meanwhile leads back to the questionnaire', async () => {
  const evaluation = await made(['a', 'b'])
  const item = evaluation.items[0]?.id ?? ''
  await asHead.post(urls.evaluation.removeItem({ evaluation: evaluation.id, item }))
  const response = await asHead.post(urls.evaluation.editItem({ evaluation: evaluation.id, item }), { statement: 'x', phase: 'do', version: '1' })
  assert.equal(response.status, 409)
  assert.match(await response.text(), /Voir le questionnaire/)
  assert.deepEqual(await statements(evaluation), ['b'])
})

test('once the round is open every change of the questionnaire is refused with a way out', async () => {
  const evaluation = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 2, members: [member] })
  const here = { evaluation: evaluation.id }
  const item = { ...here, item: evaluation.items[0]?.id ?? '' }
  const answers = [
    await asHead.post(urls.evaluation.addItems(here), { item: [`${framework}:QF10-P1`] }),
    await asHead.post(urls.evaluation.addOwnItem(here), { statement: 'x', phase: 'do' }),
    await asHead.post(urls.evaluation.editItem(item), { statement: 'x', phase: 'do', version: '1' }),
    await asHead.post(urls.evaluation.removeItem(item)),
    await asHead.post(urls.evaluation.moveItem(item), { move: 'down' }),
    await asHead.get(urls.evaluation.compose(here)),
  ]
  assert.deepEqual(
    answers.map((answer) => answer.status),
    answers.map(() => 409),
  )
  assert.match((await answers[0]?.text()) ?? '', /Voir l’autoévaluation/)
  assert.deepEqual(
    await statements(evaluation),
    evaluation.items.map((one) => one.statement),
  )
})

test('a questionnaire kept as a model gives its questions to another evaluation', async () => {
  const first = await made(['Une phrase.', 'Une autre.'])
  await asHead.post(urls.evaluation.saveModel({ evaluation: first.id }), { name: 'Notre modèle' })
  const second = await made(['Une autre.'])
  const page = await (await asHead.get(urls.evaluation.useModel({ evaluation: second.id }))).text()
  const source = /value="(model:[0-9a-f-]+)"/.exec(page)?.[1] ?? ''
  assert.match(page, /Notre modèle/)
  await asHead.post(urls.evaluation.useModel({ evaluation: second.id }), { source })
  assert.deepEqual(await statements(second), ['Une autre.', 'Une phrase.'])
  await asHead.post(urls.evaluation.deleteModel({ evaluation: second.id, model: source.slice(6) }))
  assert.doesNotMatch(await (await asHead.get(urls.evaluation.useModel({ evaluation: second.id }))).text(), /Notre modèle/)
})

test('last year’s evaluation gives its questions and becomes the previous cycle', async () => {
  const last = await makeEvaluation(site, { organisationId: school, state: 'validated', items: ['Comme avant.'], title: 'L’an dernier' })
  const next = await made()
  await asHead.post(urls.evaluation.useModel({ evaluation: next.id }), { source: `evaluation:${last.id}` })
  assert.deepEqual(await statements(next), ['Comme avant.'])
  assert.match(await (await asHead.get(urls.evaluation.show({ evaluation: next.id }))).text(), /L’an dernier/)
})

test('an evaluation of another school cannot be taken', async () => {
  const elsewhere = await makeEvaluation(site, { organisationId: await makeSchool(site), state: 'validated', items: 3 })
  const mine = await made()
  await asHead.post(urls.evaluation.useModel({ evaluation: mine.id }), { source: `evaluation:${elsewhere.id}` })
  assert.deepEqual(await itemsOf(mine), [])
})

test('a value of the school becomes a question that may be reworded', async () => {
  const evaluation = await made()
  const id = randomUUID()
  await sql`insert into school_references (id, organisation_id, kind, label, position) values (${id}, ${school}, 'value', 'Écoute', 1)`.execute(site.owner)
  assert.match(await (await asHead.get(urls.evaluation.addReferences({ evaluation: evaluation.id }))).text(), /Écoute/)
  await asHead.post(urls.evaluation.addReferences({ evaluation: evaluation.id }), { reference: [id, randomUUID()] })
  const items = await itemsOf(evaluation)
  assert.deepEqual(
    items.map((item) => [item.origin, item.themeTitle]),
    [['value', 'Écoute']],
  )
})

test('a statement with markup is shown as text', async () => {
  const evaluation = await made(['<script>alert(1)</script>'])
  assert.doesNotMatch(await (await asHead.get(urls.evaluation.compose({ evaluation: evaluation.id }))).text(), /<script>alert/)
})
