import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'

let site: FreshSite
let school: string
let head: Person
let member: Person
let stranger: Person

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  head = await makePerson(site, [{ role: 'head', organisationId: school }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
})
after(() => site.stop())

const path = (): string => `/etablissements/${school}/valeurs`

interface Row {
  id: string
  label: string
  version: number
}

const rows = async (kind: string): Promise<Row[]> =>
  (await sql<Row>`select id, label, version from school_references where organisation_id = ${school} and kind = ${kind} order by position`.execute(site.owner))
    .rows

const add = async (kind: string, label: string): Promise<Response> => (await visitor(site, head)).post(path(), { kind, label, description: '' })

test('values are added at the end, moved and removed', async () => {
  for (const label of ['Respect', 'Exigence', 'Confiance']) assert.equal((await add('value', label)).status, 303)
  const browser = await visitor(site, head)
  const [, second, third] = await rows('value')
  assert.equal((await browser.post(`${path()}/${third?.id}/deplacer`, { direction: 'up' })).status, 303)
  assert.deepEqual(
    (await rows('value')).map((row) => row.label),
    ['Respect', 'Confiance', 'Exigence'],
  )
  assert.match(await (await browser.get(`${path()}/${second?.id}/retirer`)).text(), /Retirer «\sExigence\s»/)
  assert.equal((await browser.post(`${path()}/${second?.id}/retirer`)).status, 303)
  assert.deepEqual(
    (await rows('value')).map((row) => row.label),
    ['Respect', 'Confiance'],
  )
})

test('without a name the form of that kind comes back open, with what was typed', async () => {
  const response = await (await visitor(site, head)).post(path(), { kind: 'norm', label: '', description: 'Ce que <nous> faisons' })
  assert.equal(response.status, 422)
  const text = await response.text()
  assert.match(text, /href="#label-norm"/)
  assert.match(text, /Ce que &lt;nous&gt; faisons/)
})

test('two people editing the same line: the second sees both texts and nothing is overwritten', async () => {
  await add('body', 'Conseil')
  const [row] = await rows('body')
  const edit = `${path()}/${row?.id}`
  const browser = await visitor(site, head)
  assert.equal((await browser.post(edit, { label: 'Conseil pédagogique', description: '', version: '1' })).status, 303)
  const late = await browser.post(edit, { label: 'Conseil de classe', description: '', version: '1' })
  assert.equal(late.status, 422)
  const text = await late.text()
  assert.match(text, /Conseil pédagogique/)
  assert.match(text, /value="Conseil de classe"/)
  assert.match(text, /name="version" value="2"/)
  assert.equal((await rows('body'))[0]?.label, 'Conseil pédagogique')
  assert.equal((await browser.post(edit, { label: 'Conseil de classe', description: '', version: '2' })).status, 303)
})

test('a member reads and does not change, another school finds nothing, a visitor is asked to sign in', async () => {
  const [row] = await rows('value')
  const seen = await (await (await visitor(site, member)).get(path())).text()
  assert.match(seen, /Respect/)
  assert.doesNotMatch(seen, /Ajouter une valeur/)
  assert.equal((await (await visitor(site, member)).post(path(), { kind: 'value', label: 'Non' })).status, 403)
  for (const address of [path(), `${path()}/${row?.id}`, `${path()}/${row?.id}/retirer`])
    assert.equal((await (await visitor(site, stranger)).get(address)).status, 404)
  assert.equal((await (await visitor(site)).get(path())).status, 303)
})

test('a line of another school is not reached through one’s own address', async () => {
  const [row] = await rows('value')
  const own = await sql<{ id: string }>`select organisation_id as id from mandates where person_id = ${stranger.id}`.execute(site.owner)
  assert.equal((await (await visitor(site, stranger)).post(`/etablissements/${own.rows[0]?.id}/valeurs/${row?.id}/retirer`)).status, 404)
})
