import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../test/make-evaluation.ts'
import { makeAuthority, makeNetwork, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'

let site: FreshSite
let authority: string
let schools: string[]
let referent: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site, 'Académie du Test')
  referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  schools = []
  for (const name of ['Étang', 'Abeilles', 'Zéphyr', 'Bois', 'Dune', 'Forêt', 'Gué', 'Hêtre', 'Île', 'Jonc', 'Lac', 'Mur'])
    schools.push(await makeSchool(site, { name: `Lycée ${name}`, authorityId: authority }))
  for (const [index, school] of schools.entries()) {
    if (index >= 7) continue
    await makeEvaluation(site, { organisationId: school, title: `Cycle ${index}`, state: 'validated', ...(index < 3 ? { shared: true } : {}) })
  }
})
after(() => site.stop())

const path = (): string => `/academies/${authority}`

test('the referent reads how many schools have begun, never a count under five', async () => {
  const text = await (await (await visitor(site, referent)).get(path())).text()
  assert.match(text, /12 sont ouverts/)
  assert.match(text, /7 ont commencé une autoévaluation/)
  assert.match(text, /Moins de 5 en partagent une/)
})

test('what schools have shared stands in alphabetical order; the rest does not appear', async () => {
  const text = await (await (await visitor(site, referent)).get(path())).text()
  const order = ['Lycée Abeilles', 'Lycée Étang', 'Lycée Zéphyr'].map((name) => text.indexOf(name))
  assert.ok(
    order.every((place, index) => place > 0 && (index === 0 || place > (order[index - 1] ?? 0))),
    order.join(),
  )
  assert.match(text, /Cycle 0/)
  for (const hidden of ['Lycée Bois', 'Cycle 3', 'Lycée Hêtre']) assert.doesNotMatch(text, new RegExp(hidden))
})

test('districts, when there are any, hold their schools', async () => {
  const { rows } = await sql<{
    id: string
  }>`insert into organisations (id, kind, name, authority_id) values (gen_random_uuid(), 'district', 'Bassin du Sud', ${authority}) returning id`.execute(
    site.owner,
  )
  await sql`insert into organisation_links (child_id, parent_id, kind, valid_from) values (${schools[2]}, ${rows[0]?.id}, 'part_of', '2020-09-01')`.execute(
    site.owner,
  )
  const text = await (await (await visitor(site, referent)).get(path())).text()
  assert.ok(text.indexOf('Bassin du Sud') < text.indexOf('Lycée Zéphyr') && text.indexOf('Lycée Zéphyr') < text.indexOf('Sans bassin'))
})

test('another referent, a head of school and the operator find no such page; a visitor is asked to sign in', async () => {
  const elsewhere = await makePerson(site, [{ role: 'referent', organisationId: await makeAuthority(site, 'Académie voisine') }])
  const head = await makePerson(site, [{ role: 'head', organisationId: schools[0] ?? '' }])
  const operator = await makePerson(site, [{ role: 'operator', organisationId: authority }])
  for (const person of [elsewhere, head, operator]) assert.equal((await (await visitor(site, person)).get(path())).status, 404)
  assert.equal((await (await visitor(site)).get(path())).status, 303)
})

test('the national team goes from académie to académie; others have no such list', async () => {
  const national = await makePerson(site, [{ role: 'national', organisationId: authority }])
  const browser = await visitor(site, national)
  assert.match(await (await browser.get('/academies')).text(), /Académie du Test/)
  assert.match(await (await browser.get(path())).text(), /7 ont commencé/)
  assert.equal((await (await visitor(site, referent)).get('/academies')).status, 404)
})

test('a network shows its schools with their days to its own people, and nothing that a school wrote', async () => {
  const network = await makeNetwork(site, { name: 'Réseau des Lacs' })
  await sql`insert into organisation_links (child_id, parent_id, kind, valid_from, valid_to) values
    (${schools[0]}, ${network}, 'member_of', '2024-09-01', null), (${schools[1]}, ${network}, 'member_of', '2020-09-01', '2023-08-31')`.execute(site.owner)
  await makeEvaluation(site, { organisationId: network, title: 'Cycle du réseau', state: 'validated', shared: true })
  const lead = await makePerson(site, [{ role: 'lead', organisationId: network }])
  const text = await (await (await visitor(site, lead)).get(`/reseaux/${network}`)).text()
  assert.match(text, /Lycée Étang/)
  assert.match(text, /depuis le 1er septembre 2024/)
  assert.match(text, /1 établissement dans le passé/)
  assert.match(text, /Cycle du réseau/)
  assert.doesNotMatch(text, /Cycle 0/)
  for (const person of [referent, await makePerson(site, [{ role: 'head', organisationId: schools[0] ?? '' }])])
    assert.equal((await (await visitor(site, person)).get(`/reseaux/${network}`)).status, 404)
  assert.equal((await (await visitor(site)).get(`/reseaux/${network}`)).status, 303)
})
