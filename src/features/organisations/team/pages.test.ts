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
let lead: Person
let member: Person
let stranger: Person

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Claire Tête')
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Karim Pilote')
  member = await makePerson(site, [{ role: 'member', organisationId: school }], 'Nadia Membre')
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { name: 'Lycée voisin' }) }])
})
after(() => site.stop())

const team = (): string => `/etablissements/${school}/equipe`

async function mandateOf(person: Person): Promise<{ id: string; validTo: string | null }> {
  const { rows } = await sql<{ id: string; validTo: string | null }>`select id, valid_to as "validTo" from mandates where person_id = ${person.id}`.execute(
    site.owner,
  )
  assert.ok(rows[0])
  return rows[0]
}

test('everybody of the school sees who is in it; addresses are for those who lead', async () => {
  const seen = await (await (await visitor(site, member)).get(team())).text()
  assert.match(seen, /Claire Tête/)
  assert.doesNotMatch(seen, new RegExp(head.email.split('@')[0] ?? ''))
  assert.match(await (await (await visitor(site, lead)).get(team())).text(), new RegExp(head.email.split('@')[0] ?? ''))
})

test('an invitation gives the role, sends a mail and leaves a line without a name', async () => {
  const response = await (await visitor(site, head)).post(`${team()}/inviter`, { name: 'Zoé Neuve', email: 'zoe@exemple.fr', role: 'lead' })
  assert.equal(response.status, 303)
  const { rows } = await sql<{ role: string; mails: number; detail: string }>`
    select m.role, (select count(*)::int from mails where to_address = 'zoe@exemple.fr') as mails, a.detail::text as detail
    from mandates m join persons p on p.id = m.person_id join activity a on a.subject_id = m.id where p.email = 'zoe@exemple.fr'`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => [row.role, row.mails]),
    [['lead', 1]],
  )
  assert.doesNotMatch(rows[0]?.detail ?? '', /Zoé|zoe@/)
})

test('a refused invitation comes back whole, with every reason at once', async () => {
  const response = await (await visitor(site, head)).post(`${team()}/inviter`, { name: '<b>Zoé</b>', email: 'zoe' })
  assert.equal(response.status, 422)
  const text = await response.text()
  assert.match(text, /value="&lt;b&gt;Zoé&lt;\/b&gt;"/)
  assert.match(text, /adresse électronique complète/)
  assert.match(text, /Choisissez son rôle/)
})

test('a lead may invite members only, whatever the form says', async () => {
  const browser = await visitor(site, lead)
  assert.doesNotMatch(await (await browser.get(`${team()}/inviter`)).text(), /value="head"/)
  assert.equal((await browser.post(`${team()}/inviter`, { name: 'A B', email: 'a@exemple.fr', role: 'head' })).status, 422)
  assert.equal((await browser.post(`${team()}/inviter`, { name: 'A B', email: 'a@exemple.fr', role: 'operator' })).status, 422)
  assert.equal((await browser.post(`${team()}/inviter`, { name: 'A B', email: 'a@exemple.fr', role: 'member' })).status, 303)
  assert.equal((await browser.post(`${team()}/inviter`, { name: 'A B', email: 'a@exemple.fr', role: 'member' })).status, 422)
})

test('the only head cannot leave: the page says why and leads to the invitation of another, and then she can', async () => {
  const browser = await visitor(site, head)
  const path = `${team()}/${(await mandateOf(head)).id}/fin`
  const shown = await (await browser.get(path)).text()
  assert.match(shown, /seule personne à la tête/)
  assert.match(shown, /inviter\?role=head/)
  assert.equal((await browser.post(path)).status, 422)
  assert.equal((await mandateOf(head)).validTo, null)
  const second = await makePerson(site, [{ role: 'head', organisationId: school }])
  assert.equal((await browser.post(path)).status, 303)
  assert.equal((await browser.get(team())).status, 404)
  const text = await (await (await visitor(site, second)).get(team())).text()
  assert.match(text, /Rôles qui ont pris fin/)
  head = second
})

test('a lead does not end the role of a head, a member leaves by herself, and access ends at once', async () => {
  const of = async (person: Person): Promise<string> => `${team()}/${(await mandateOf(person)).id}/fin`
  assert.equal((await (await visitor(site, lead)).post(await of(head))).status, 422)
  assert.equal((await (await visitor(site, member)).post(await of(lead))).status, 422)
  const browser = await visitor(site, member)
  assert.equal((await browser.post(await of(member))).status, 303)
  assert.equal((await browser.get(team())).status, 404)
})

test('another school finds no such page, a mandate of another school neither, a visitor is asked to sign in', async () => {
  const foreign = (await mandateOf(stranger)).id
  assert.equal((await (await visitor(site, stranger)).get(team())).status, 404)
  assert.equal((await (await visitor(site, stranger)).post(`${team()}/inviter`, { name: 'A B', email: 'b@exemple.fr', role: 'member' })).status, 404)
  assert.equal((await (await visitor(site, head)).post(`${team()}/${foreign}/fin`)).status, 404)
  assert.equal((await (await visitor(site)).get(team())).status, 303)
})
