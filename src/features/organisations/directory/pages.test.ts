import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'

let site: FreshSite
let operator: Person
let browser: Visitor
let authority: string
let school: string

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site, 'Académie du Test')
  operator = await makePerson(site, [{ role: 'operator', organisationId: authority }])
  browser = await visitor(site, operator)
  school = await makeSchool(site, { name: 'Lycée privé Sacré-Cœur d’Émeraude', authorityId: authority })
  await sql`update organisations set uai = '0359912J', town = 'Saint-Brieuc' where id = ${school}`.execute(site.owner)
  await sql`insert into organisation_links (child_id, parent_id, kind, valid_from) values (${school}, ${authority}, 'part_of', '2020-09-01')`.execute(
    site.owner,
  )
})
after(() => site.stop())

interface LinkRow {
  parent: string
  kind: string
  from: string
  to: string | null
}

const links = async (id: string): Promise<LinkRow[]> =>
  (
    await sql<LinkRow>`select p.name as parent, l.kind, l.valid_from as from, l.valid_to as to from organisation_links l join organisations p on p.id = l.parent_id
    where l.child_id = ${id} order by l.valid_from, p.name`.execute(site.owner)
  ).rows

const search = async (words: string, kind = 'school'): Promise<string> =>
  (await browser.get(`/exploitation/etablissements?${new URLSearchParams({ q: words, sorte: kind })}`)).text()

async function create(fields: Record<string, string>): Promise<string> {
  const response = await browser.post('/exploitation/organisations/nouvelle', { from: '2020-09-01', ...fields })
  assert.equal(response.status, 303, await response.text())
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

test('a school is found by the beginning of words of its name or town and by its UAI, with or without accents', async () => {
  for (const words of ['sacre coeur', 'SACRÉ-CŒUR', 'émer', "d'emeraude", 'd’Émeraude', 'saint brieuc', 'Saint-Br', '0359912j', '0359', 'sacr bri 03']) {
    assert.match(await search(words), /Sacré-Cœur/, words)
  }
  for (const words of ['coeurs', 'rennes', '0359913', "' | !", '&:*']) assert.match(await search(words), /Rien ne correspond/, words)
})

test('a search that is very long or full of signs is answered all the same', async () => {
  for (const words of ['x'.repeat(5000), '%_\\', '<script>', "');--", '\u0000', ' '])
    assert.equal((await browser.get(`/exploitation/etablissements?${new URLSearchParams({ q: words })}`)).status, 200)
  assert.doesNotMatch(await search('<script>alert'), /<script>alert/)
})

test('a network and a district are made, with a name of their own', async () => {
  const refused = await browser.post('/exploitation/organisations/nouvelle', { kind: 'district', name: 'Bassin <1>', from: '2020-09-01' })
  assert.equal(refused.status, 422)
  const text = await refused.text()
  assert.match(text, /académie du bassin/)
  assert.match(text, /value="Bassin &lt;1&gt;"/)
  await create({ kind: 'network', name: 'Réseau du Littoral' })
  const twice = await browser.post('/exploitation/organisations/nouvelle', { kind: 'network', name: 'réseau du LITTORAL', from: '2020-09-01' })
  assert.equal(twice.status, 422)
  assert.match(await twice.text(), /Voir celui qui existe/)
  assert.equal((await browser.post('/exploitation/organisations/nouvelle', { kind: 'network', name: 'Autre', from: '2026-02-30' })).status, 422)
  assert.equal((await browser.post('/exploitation/organisations/nouvelle', { kind: 'authority', name: 'Autre', from: '2026-02-01' })).status, 422)
})

test('schools are attached by their UAI, all or none, and the end is dated', async () => {
  const network = await create({ kind: 'network', name: 'Réseau des Caps' })
  const attach = `/exploitation/organisations/${network}/rattacher`
  const unknown = await browser.post(attach, { uais: '0359912j 0350000A', from: '2026-09-01' })
  assert.equal(unknown.status, 422)
  assert.match(await unknown.text(), /0350000A/)
  assert.equal((await browser.post(attach, { uais: '', from: '2026-09-01' })).status, 422)
  assert.equal((await browser.post(attach, { uais: '0359912J', from: '2026-09-01', to: '2026-08-01' })).status, 422)
  assert.equal(
    (await links(school)).some((link) => link.parent === 'Réseau des Caps'),
    false,
  )
  assert.equal((await browser.post(attach, { uais: '0359912j, 0359912J', from: '2026-09-01' })).status, 303)
  assert.equal((await browser.post(attach, { uais: '0359912J', from: '2026-10-01' })).status, 422)
  const end = `/exploitation/organisations/${school}/rattachements/fin`
  assert.equal((await browser.get(`${end}?groupe=${network}&depuis=2026-09-01`)).status, 200)
  assert.equal((await browser.post(end, { group: network, from: '2026-09-01', last: '2026-08-31' })).status, 422)
  assert.equal((await browser.post(end, { group: network, from: '2026-09-01', last: '2027-08-31' })).status, 303)
  assert.deepEqual(
    (await links(school)).find((link) => link.parent === 'Réseau des Caps'),
    { parent: 'Réseau des Caps', kind: 'member_of', from: '2026-09-01', to: '2027-08-31' },
  )
})

test('a district takes the place of the académie, which takes it back at the end', async () => {
  const district = await create({ kind: 'district', name: 'Bassin de Brieuc', authority })
  assert.equal((await browser.post(`/exploitation/organisations/${school}/rattacher`, { group: district, from: '2025-09-01' })).status, 303)
  assert.equal(
    (await browser.post(`/exploitation/organisations/${school}/rattachements/fin`, { group: district, from: '2025-09-01', last: '2026-08-31' })).status,
    303,
  )
  const places = (await links(school)).filter((link) => link.kind === 'part_of')
  assert.deepEqual(
    places.map(({ parent, from, to }) => [parent, from, to]),
    [
      ['Académie du Test', '2020-09-01', '2025-08-31'],
      ['Bassin de Brieuc', '2025-09-01', '2026-08-31'],
      ['Académie du Test', '2026-09-01', null],
    ],
  )
  // The link to the académie itself comes from the directory.
  assert.equal(
    (await browser.post(`/exploitation/organisations/${school}/rattachements/fin`, { group: authority, from: '2026-09-01', last: '2027-08-31' })).status,
    422,
  )
})

test('a district of another académie is refused, and one person’s double click attaches once', async () => {
  const elsewhere = await create({ kind: 'district', name: 'Bassin d’ailleurs', authority: await makeAuthority(site, 'Académie voisine') })
  const refused = await browser.post(`/exploitation/organisations/${school}/rattacher`, { group: elsewhere, from: '2027-09-01' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /établissements de son académie/)
  const campus = await create({ kind: 'campus', name: 'Campus des mers' })
  const sendings = await Promise.all(
    [1, 2].map(() => browser.post(`/exploitation/organisations/${campus}/rattacher`, { uais: '0359912J', from: '2026-09-01' })),
  )
  assert.deepEqual(sendings.map((one) => one.status).sort(), [303, 422])
})

test('a school’s sheet shows its facts and the history of its links; nobody but the operator sees it', async () => {
  const text = await (await browser.get(`/exploitation/organisations/${school}`)).text()
  assert.match(text, /0359912J/)
  assert.match(text, /du 1er septembre 2025 au 31 août 2026/)
  const head = await makePerson(site, [{ role: 'head', organisationId: school }])
  assert.equal((await (await visitor(site, head)).get(`/exploitation/organisations/${school}`)).status, 404)
  assert.equal(
    (await (await visitor(site, head)).post('/exploitation/organisations/nouvelle', { kind: 'network', name: 'Intrus', from: '2020-09-01' })).status,
    404,
  )
  assert.equal((await (await visitor(site)).get('/exploitation/etablissements')).status, 303)
})
