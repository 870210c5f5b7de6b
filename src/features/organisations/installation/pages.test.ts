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
  operator = await makePerson(site, [{ role: 'operator', organisationId: authority }], 'Agnès Opératrice')
  browser = await visitor(site, operator)
  school = await makeSchool(site, { name: 'Lycée Henri Avril', authorityId: authority })
  await sql`update organisations set uai = '0359912J' where id = ${school}`.execute(site.owner)
})
after(() => site.stop())

const createPath = '/exploitation/comptes/nouveau'

async function rolesOf(email: string): Promise<string[]> {
  const { rows } = await sql<{ role: string; name: string }>`
    select m.role, o.name from mandates m join persons p on p.id = m.person_id join organisations o on o.id = m.organisation_id where p.email = ${email}`.execute(
    site.owner,
  )
  return rows.map((row) => `${row.role}, ${row.name}`)
}

test('a role is given by the UAI of a school, in one step, and the line says who gave it', async () => {
  const response = await browser.post(createPath, { name: 'Jeanne Tête', email: 'jeanne@exemple.fr', role: 'head', where: ' 0359912 j' })
  assert.equal(response.status, 303, await response.text())
  assert.deepEqual(await rolesOf('jeanne@exemple.fr'), ['head, Lycée Henri Avril'])
  const { rows } = await sql<{ actor: string }>`select actor_id as actor from activity where kind = 'mandate.given' and organisation_id = ${school}`.execute(
    site.owner,
  )
  assert.deepEqual(rows, [{ actor: operator.id }])
})

test('a place named in words is shown back before a role is given there', async () => {
  const fields = { name: 'Luc Pilote', email: 'luc@exemple.fr', role: 'lead', where: 'henri avr' }
  const asked = await browser.post(createPath, fields)
  assert.equal(asked.status, 422)
  const text = await asked.text()
  assert.match(text, /Est-ce bien ici/)
  assert.match(text, new RegExp(`value="${school}"[^>]*checked`))
  assert.deepEqual(await rolesOf('luc@exemple.fr'), [])
  assert.equal((await browser.post(createPath, { ...fields, organisation: school })).status, 303)
  assert.deepEqual(await rolesOf('luc@exemple.fr'), ['lead, Lycée Henri Avril'])
})

test('a referent is given an académie, never a school; a place that is not found comes back with what was typed', async () => {
  const fields = { name: 'Hélène Ref', email: 'helene@exemple.fr', role: 'referent' }
  assert.equal((await browser.post(createPath, { ...fields, organisation: school })).status, 422)
  assert.equal((await browser.post(createPath, { ...fields, where: '0359912J' })).status, 422)
  const lost = await browser.post(createPath, { ...fields, where: 'Atlantide <i>' })
  assert.equal(lost.status, 422)
  assert.match(await lost.text(), /value="Atlantide &lt;i&gt;"/)
  assert.equal((await browser.post(createPath, { ...fields, organisation: authority })).status, 303)
  assert.deepEqual(await rolesOf('helene@exemple.fr'), ['referent, Académie du Test'])
})

test('everything that is wrong in the form is said at once', async () => {
  const text = await (await browser.post(createPath, { name: '', email: 'x', where: '' })).text()
  for (const sentence of [/prénom et le nom/, /adresse électronique complète/, /Choisissez un rôle/]) assert.match(text, sentence)
})

test('a deactivated account loses its session at the next request, and gets its access back when reactivated', async () => {
  const head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Paul Ferme')
  const hers = await visitor(site, head)
  assert.equal((await hers.get(`/etablissements/${school}/equipe`)).status, 200)
  assert.equal((await browser.post(`/exploitation/comptes/${head.id}/desactiver`)).status, 303)
  assert.equal((await hers.get(`/etablissements/${school}/equipe`)).status, 303)
  assert.match(await (await browser.get('/exploitation/comptes?q=paul+ferme')).text(), /Désactivé/)
  assert.equal((await browser.post(`/exploitation/comptes/${head.id}/reactiver`)).status, 303)
  assert.equal((await (await visitor(site, head)).get(`/etablissements/${school}/equipe`)).status, 200)
})

test('the operator does not shut the door behind herself', async () => {
  assert.equal((await browser.post(`/exploitation/comptes/${operator.id}/desactiver`)).status, 403)
  const { rows } = await sql<{ id: string }>`select id from mandates where person_id = ${operator.id}`.execute(site.owner)
  assert.equal((await browser.post(`/exploitation/comptes/${operator.id}/roles/${rows[0]?.id}/fin`)).status, 422)
  assert.equal((await browser.get('/exploitation')).status, 200)
})

test('the operator ends a role, once', async () => {
  const member = await makePerson(site, [{ role: 'member', organisationId: school }])
  const { rows } = await sql<{ id: string }>`select id from mandates where person_id = ${member.id}`.execute(site.owner)
  const path = `/exploitation/comptes/${member.id}/roles/${rows[0]?.id}/fin`
  assert.equal((await browser.get(path)).status, 200)
  assert.equal((await browser.post(path)).status, 303)
  assert.equal((await browser.post(path)).status, 422)
  assert.equal((await browser.post(`/exploitation/comptes/${operator.id}/roles/${rows[0]?.id}/fin`)).status, 404)
})

test('accounts are found by a part of the name, without accents, or of the address', async () => {
  await makePerson(site, [], 'Éloïse d’Œuvre')
  for (const words of ['eloise', 'ÉLO', 'oeuvre', 'exemple.fr'])
    assert.match(await (await browser.get(`/exploitation/comptes?${new URLSearchParams({ q: words })}`)).text(), /Éloïse d’Œuvre/, words)
  for (const words of ['%', '_', 'zzz'])
    assert.match(await (await browser.get(`/exploitation/comptes?${new URLSearchParams({ q: words })}`)).text(), /Personne ne correspond/, words)
})

test('a head of school finds no such pages, a visitor is asked to sign in', async () => {
  const head = await makePerson(site, [{ role: 'head', organisationId: school }])
  const hers = await visitor(site, head)
  for (const path of ['/exploitation', '/exploitation/comptes', createPath, `/exploitation/comptes/${operator.id}`]) {
    assert.equal((await hers.get(path)).status, 404)
    assert.equal((await (await visitor(site)).get(path)).status, 303)
  }
  assert.equal((await hers.post(`/exploitation/comptes/${operator.id}/desactiver`)).status, 404)
  assert.equal((await hers.post(createPath, { name: 'A B', email: 'c@exemple.fr', role: 'operator' })).status, 404)
})
