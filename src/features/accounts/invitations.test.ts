import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import { givePassword, linkOf, mailsTo, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { nobody } from '../../platform/database.ts'
import { scopeOfCaller } from '../../platform/session.ts'
import type { Caller, Role } from '../../platform/session.ts'
import { createAccount, endMandate, invitePerson } from './invitations.ts'
import { invitationDays } from './rules.ts'
import type { AccountTables } from './tables.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

interface Team {
  school: string
  person: Person
  caller: Caller
}

async function makeTeam(role: Role = 'head', name = 'Lycée des Tilleuls'): Promise<Team> {
  const school = await makeSchool(site, { name })
  const person = await makePerson(site, [{ role, organisationId: school }])
  return { school, person, caller: callerOf(person, role, school) }
}

const callerOf = (person: Person, role: Role, organisationId: string): Caller => ({
  sessionId: randomUUID(),
  personId: person.id,
  name: person.name,
  email: person.email,
  language: 'fr',
  secondFactorPassed: true,
  hasSecondFactor: false,
  mandates: [{ organisationId, role, kind: 'school', name: '' }],
})

const newEmail = (): string => `${randomUUID().slice(0, 8)}@exemple.fr`

const invite = (team: Team, wish: { email: string; role?: Role; organisationId?: string; name?: string; now?: Date }) =>
  site.as(scopeOfCaller(team.caller), (db) =>
    invitePerson(db, {
      email: wish.email,
      name: wish.name ?? 'Élise Durand',
      organisationId: wish.organisationId ?? team.school,
      role: wish.role ?? 'member',
      language: 'fr',
      actor: team.caller,
      baseUrl: 'http://localhost:3000',
      now: wish.now ?? new Date(),
    }),
  )

const end = (team: Team, mandateId: string) => site.as(scopeOfCaller(team.caller), (db) => endMandate(db, { mandateId, actor: team.caller, now: new Date() }))

const mandatesOf = (email: string) =>
  site.owner
    .withTables<AccountTables>()
    .selectFrom('mandates')
    .innerJoin('persons', 'persons.id', 'mandates.person_id')
    .select(['mandates.id', 'mandates.role', 'mandates.valid_to', 'mandates.organisation_id'])
    .where('persons.email', '=', email)
    .execute()

test('somebody new gets a mail, confirms her name, chooses a password and is in, with her role', async () => {
  const team = await makeTeam()
  const email = newEmail()
  assert.ok('invited' in (await invite(team, { email })))
  const [mail] = await mailsTo(site, email)
  assert.match(mail?.subject ?? '', /Lycée des Tilleuls/)
  assert.match(mail?.body ?? '', /Camille Martin[^]*Membre d’équipe/)
  const visitor = browser(site)
  await visitor.open(linkOf(mail))
  assert.match(visitor.text, /value="Élise Durand"/)
  await visitor.send(visitor.path, { name: 'Élise Durand-Petit', password })
  assert.equal(visitor.path, '/ma-page')
  await visitor.open('/mon-compte')
  assert.match(visitor.text, /Élise Durand-Petit/)
  assert.match(visitor.text, /Membre d’équipe, Lycée des Tilleuls/)
})

test('a link works once, even when it is sent twice in the same instant', async () => {
  const team = await makeTeam()
  const email = newEmail()
  await invite(team, { email })
  const link = linkOf((await mailsTo(site, email))[0])
  const visitors = [browser(site), browser(site)]
  for (const visitor of visitors) await visitor.open(link)
  await Promise.all(visitors.map((visitor, index) => visitor.send(link, { name: `Élise ${index}`, password })))
  assert.deepEqual(visitors.map((visitor) => visitor.status === 410).sort(), [false, true])
  const late = browser(site)
  await late.open(link)
  assert.equal(late.status, 410)
  assert.match(late.text, /Ce lien ne marche plus/)
})

test('a link works until the end of its days, and only for what it was made for', async () => {
  const team = await makeTeam()
  const email = newEmail()
  const sent = new Date('2027-01-10T12:00:00Z')
  await invite(team, { email, now: sent })
  const link = linkOf((await mailsTo(site, email))[0])
  const visitor = browser(site)
  const life = invitationDays * 86_400_000
  site.setNow(new Date(sent.getTime() + life - 1))
  await visitor.open(link)
  assert.equal(visitor.status, 200)
  await visitor.open(link.replace('/invitation/', '/mot-de-passe/nouveau/'))
  assert.equal(visitor.status, 410)
  site.setNow(new Date(sent.getTime() + life))
  await visitor.open(link)
  assert.equal(visitor.status, 410)
  site.setNow(new Date())
})

test('a weak password or an empty name brings the form back, filled, and the link still works', async () => {
  const team = await makeTeam()
  const email = newEmail()
  await invite(team, { email })
  const visitor = browser(site)
  await visitor.open(linkOf((await mailsTo(site, email))[0]))
  await visitor.send(visitor.path, { name: '', password: 'trop court' })
  assert.equal(visitor.status, 422)
  assert.match(visitor.text, /prénom et votre nom, en 100/)
  await visitor.send(visitor.path, { name: 'Élise Durand', password: 'Élise Durand Durand' })
  assert.match(visitor.text, /serait vite deviné/)
  assert.match(visitor.text, /value="Élise Durand"/)
  assert.doesNotMatch(visitor.text, /Élise Durand Durand/)
  await visitor.send(visitor.path, { password })
  assert.equal(visitor.path, '/ma-page')
})

test('somebody who has an account gets the role and a mail that says so; the inviter is told nothing else', async () => {
  const [team, elsewhere] = [await makeTeam(), await makeTeam('member')]
  await givePassword(site, elsewhere.person)
  const [known, unknown] = [await invite(team, { email: elsewhere.person.email.toUpperCase() }), await invite(team, { email: newEmail() })]
  assert.deepEqual(Object.keys(known), Object.keys(unknown))
  const [mail] = await mailsTo(site, elsewhere.person.email.toUpperCase())
  assert.match(mail?.subject ?? '', /nouveau rôle/)
  assert.equal(linkOf(mail), '/connexion')
  const mandates = await mandatesOf(elsewhere.person.email)
  assert.deepEqual(mandates.map((mandate) => mandate.organisation_id).sort(), [elsewhere.school, team.school].sort())
})

test('somebody invited twice before answering gets two links, and using one voids the other', async () => {
  const [team, other] = [await makeTeam(), await makeTeam('head', 'Collège des Ormes')]
  const email = newEmail()
  await invite(team, { email })
  await invite(other, { email })
  const links = (await mailsTo(site, email)).map(linkOf)
  assert.equal(new Set(links).size, 2)
  const visitor = browser(site)
  await visitor.open(links[0] ?? '')
  await visitor.send(visitor.path, { password })
  await visitor.open('/mon-compte')
  assert.match(visitor.text, /Lycée des Tilleuls[^]*|Collège des Ormes/)
  await visitor.open(links[1] ?? '')
  assert.equal(visitor.status, 410)
})

test('expected refusals say why', async () => {
  const [head, lead, member, elsewhere] = [await makeTeam('head'), await makeTeam('lead'), await makeTeam('member'), await makeTeam('head')]
  const email = newEmail()
  assert.deepEqual(await invite(head, { email: 'pas une adresse' }), { refused: 'bad-email' })
  assert.deepEqual(await invite(head, { email, name: ' ' }), { refused: 'bad-name' })
  assert.deepEqual(await invite(head, { email, organisationId: randomUUID() }), { refused: 'no-such-organisation' })
  assert.deepEqual(await invite(lead, { email, role: 'head' }), { refused: 'not-yours-to-give' })
  assert.deepEqual(await invite(member, { email }), { refused: 'not-yours-to-give' })
  assert.deepEqual(await invite(elsewhere, { email, organisationId: head.school }), { refused: 'not-yours-to-give' })
  assert.deepEqual(await invite(head, { email, role: 'referent' }), { refused: 'not-yours-to-give' })
  assert.equal((await mailsTo(site, email)).length, 0)
  assert.ok('invited' in (await invite(head, { email })))
  assert.deepEqual(await invite(head, { email }), { refused: 'already-there' })
})

test('the database itself refuses a role given in somebody else’s school', async () => {
  const [team, other] = [await makeTeam(), await makeTeam()]
  const mandate = {
    id: randomUUID(),
    person_id: team.person.id,
    organisation_id: other.school,
    role: 'head' as const,
    valid_from: '2026-01-01',
    valid_to: null,
    created_by: null,
  }
  await assert.rejects(
    site.as(scopeOfCaller(team.caller), (db) => db.withTables<AccountTables>().insertInto('mandates').values(mandate).execute()),
    /row-level security/,
  )
})

test('an ended mandate gives no access at the next request, even when it began today', async () => {
  const team = await makeTeam()
  const email = newEmail()
  const given = await invite(team, { email })
  const visitor = browser(site)
  await visitor.open(linkOf((await mailsTo(site, email))[0]))
  await visitor.send(visitor.path, { password })
  await visitor.open('/mon-compte')
  assert.match(visitor.text, /Lycée des Tilleuls/)
  assert.ok('invited' in given)
  assert.deepEqual(await end(team, given.mandateId), { ended: true })
  await visitor.open('/mon-compte')
  assert.doesNotMatch(visitor.text, /Lycée des Tilleuls/)
  assert.deepEqual(await end(team, given.mandateId), { refused: 'already-over' })
})

test('only those who may give a role may end it, and a school keeps a head', async () => {
  const [head, lead, elsewhere] = [await makeTeam('head'), await makeTeam('lead'), await makeTeam('head')]
  const [mandate] = await mandatesOf(head.person.email)
  const [leadMandate] = await mandatesOf(lead.person.email)
  assert.ok(mandate && leadMandate)
  assert.deepEqual(await end(elsewhere, mandate.id), { refused: 'not-found' })
  assert.deepEqual(await end(head, randomUUID()), { refused: 'not-found' })
  assert.deepEqual(await end(head, mandate.id), { refused: 'last-head' })
  const second = await invite(head, { email: newEmail(), role: 'head' })
  assert.ok('invited' in second)
  assert.deepEqual(await end(head, mandate.id), { ended: true })
  assert.deepEqual(await end(lead, leadMandate.id), { ended: true }, 'one may always leave')
})

test('two heads who end each other in the same instant do not leave the school without one', async () => {
  const first = await makeTeam('head')
  const colleague = await makePerson(site, [{ role: 'head', organisationId: first.school }])
  const second = { ...first, person: colleague, caller: callerOf(colleague, 'head', first.school) }
  const [one] = await mandatesOf(first.person.email)
  const [other] = await mandatesOf(colleague.email)
  assert.ok(one && other)
  const outcomes = await Promise.all([end(first, other.id), end(second, one.id)])
  assert.equal(outcomes.filter((outcome) => 'ended' in outcome).length, 1)
})

test('the operator’s own door makes an account and hands over its link', async () => {
  const authority = await makeAuthority(site)
  const email = newEmail()
  const account = { email, name: 'Rachid Référent', role: 'referent' as const, language: 'fr' as const, baseUrl: 'http://localhost:3000', now: new Date() }
  const make = (wish: object) => site.as({ ...nobody, operator: true }, (db) => createAccount(db, { ...account, ...wish }))
  assert.deepEqual(await make({ organisationId: await makeSchool(site) }), { refused: 'role-does-not-fit' })
  assert.deepEqual(await make({ role: 'operator' }), { refused: 'no-such-organisation' })
  const created = await make({ organisationId: authority })
  assert.ok('created' in created && created.link)
  const visitor = browser(site)
  await visitor.open(new URL(created.link).pathname)
  await visitor.send(visitor.path, { password })
  assert.match(visitor.path, /double-verification/)
})

test('an invitation accepted on a computer where a colleague is signed in ends that session', async () => {
  const team = await makeTeam()
  await givePassword(site, team.person)
  const email = newEmail()
  await invite(team, { email })
  const visitor = browser(site)
  await signInWith(visitor, team.person)
  const old = visitor.cookie('session') ?? ''
  await visitor.open(linkOf((await mailsTo(site, email))[0]))
  assert.match(visitor.text, /au nom de Camille Martin/)
  await visitor.send(visitor.path, { password })
  await visitor.open('/mon-compte')
  assert.match(visitor.text, /Élise Durand/)
  visitor.setCookie('session', old)
  await visitor.open('/mon-compte')
  assert.match(visitor.path, /^\/connexion/)
})
