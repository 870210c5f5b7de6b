import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import { longestText } from '../../platform/web/form.ts'
import type { PlanTables } from './tables.ts'

let site: FreshSite
let school: string
let member: Person
let stranger: Person

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { name: 'Lycée voisin' }) }])
})
after(() => site.stop())

const formPath = (): string => `/etablissements/${school}/actions/nouvelle`

async function decide(fields: Record<string, string> = {}): Promise<string> {
  const response = await (await visitor(site, member)).post(formPath(), { title: 'Appeler les entreprises', ...fields })
  assert.equal(response.status, 303, await response.text())
  return response.headers.get('location') ?? ''
}

const rowAt = (path: string) =>
  site.owner
    .withTables<PlanTables>()
    .selectFrom('actions')
    .selectAll()
    .where('id', '=', path.split('/')[2] ?? '')
    .executeTakeFirstOrThrow()

test('a name alone makes an action; the sheet says what would complete it', async () => {
  const path = await decide()
  const text = await (await (await visitor(site, member)).get(path)).text()
  assert.match(text, /Appeler les entreprises/)
  assert.match(text, /Fixer une date/)
})

test('without a name the form comes back with everything that was typed', async () => {
  const response = await (await visitor(site, member)).post(formPath(), { title: '', how: 'Par téléphone, <b>avant</b> le stage' })
  assert.equal(response.status, 422)
  const text = await response.text()
  assert.match(text, /Donnez un nom à l’action/)
  assert.match(text, /Par téléphone, &lt;b&gt;avant&lt;\/b&gt; le stage/)
})

test('a text that is too long comes back whole, with the reason', async () => {
  const long = 'a'.repeat(longestText + 1)
  const response = await (await visitor(site, member)).post(formPath(), { title: 'Trop long', what: long })
  assert.equal(response.status, 422)
  assert.ok((await response.text()).includes(long))
})

test('the same form sent twice makes one action and leads to the same page', async () => {
  const browser = await visitor(site, member)
  const fields = { title: 'Une seule fois', _form: randomUUID() }
  const answers = await Promise.all([browser.post(formPath(), fields), browser.post(formPath(), fields)])
  assert.equal(new Set(answers.map((answer) => answer.headers.get('location'))).size, 1)
  const rows = await site.owner.withTables<PlanTables>().selectFrom('actions').select('id').where('title', '=', 'Une seule fois').execute()
  assert.equal(rows.length, 1)
})

test('two people editing the same sheet: the second sees both texts and nothing is overwritten', async () => {
  const path = await decide({ what: 'Texte de départ' })
  const browser = await visitor(site, member)
  const edit = `${path}/modifier`
  assert.equal((await browser.post(edit, { title: 'Appeler', what: 'Premier texte', version: '1' })).status, 303)
  const late = await browser.post(edit, { title: 'Appeler', what: 'Second texte', version: '1' })
  assert.equal(late.status, 422)
  const text = await late.text()
  assert.match(text, /Premier texte/)
  assert.match(text, /Second texte/)
  assert.equal((await rowAt(path)).what, 'Premier texte')
})

test('progress is kept with its effect; a number that is none comes back with a sentence', async () => {
  const path = await decide()
  const browser = await visitor(site, member)
  assert.equal((await browser.post(`${path}/avancement`, { state: 'under_way', progress: '120', effect: 'Rien encore', version: '1' })).status, 422)
  assert.equal((await browser.post(`${path}/avancement`, { state: 'done', progress: '', effect: 'Moins de retards', version: '1' })).status, 303)
  const row = await rowAt(path)
  assert.deepEqual([row.state, row.progress, row.effect], ['done', 100, 'Moins de retards'])
  assert.ok(row.done_on)
})

test('steps are added and marked as done', async () => {
  const path = await decide()
  const browser = await visitor(site, member)
  assert.equal((await browser.post(`${path}/etapes`, { step: '' })).status, 422)
  assert.equal((await browser.post(`${path}/etapes`, { step: 'Faire la liste', step_due: '2026-12-01' })).status, 303)
  const text = await (await browser.get(path)).text()
  const step = text.match(/etapes\/([0-9a-f-]{36})/)?.[1]
  assert.ok(step)
  assert.equal((await browser.post(`${path}/etapes/${step}`, { done: 'yes' })).status, 303)
  assert.match(await (await browser.get(path)).text(), /1 sur 1 faites/)
})

test('list, board and calendar all show the action', async () => {
  await decide({ title: 'Visible partout', due_on: '2026-12-15', starts_on: '2026-11-01' })
  const browser = await visitor(site, member)
  for (const view of ['list', 'board', 'calendar']) {
    const response = await browser.get(`/etablissements/${school}/actions?vue=${view}`)
    assert.equal(response.status, 200)
    assert.match(await response.text(), /Visible partout/)
  }
})

test('another school finds no such page, a member may not delete, a visitor is asked to sign in', async () => {
  const path = await decide()
  assert.equal((await (await visitor(site, stranger)).get(path)).status, 404)
  assert.equal((await (await visitor(site, stranger)).post(formPath(), { title: 'Intrus' })).status, 404)
  assert.equal((await (await visitor(site, member)).post(`${path}/supprimer`)).status, 403)
  assert.equal((await (await visitor(site)).get(path)).status, 303)
})

test('someone who does not work in the school cannot be given an action', async () => {
  const response = await (await visitor(site, member)).post(formPath(), { title: 'À suivre', owner_id: stranger.id })
  assert.equal(response.status, 422)
  assert.match(await response.text(), /ne travaille plus/)
})
