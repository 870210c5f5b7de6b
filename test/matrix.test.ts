import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { may, permissions } from '../src/features/accounts/permissions.ts'
import type { PermissionName } from '../src/features/accounts/permissions.ts'
import type { EvaluationState } from '../src/features/evaluations/tables.ts'
import type { Caller, Role } from '../src/platform/session.ts'
import type { Route } from '../src/platform/web/route.ts'
import { routes } from '../src/routes.ts'
import { wordParameters } from '../src/urls.ts'
import { freshSite } from './fresh-database.ts'
import type { FreshSite } from './fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from './make.ts'
import type { Person } from './make.ts'
import { makeThings } from './make-things.ts'
import type { Things } from './make-things.ts'
import { visitor } from './sign-in.ts'
import type { Visitor } from './sign-in.ts'

/**
 * Every route × every role × {own school, sibling school, other académie} × {draft, closed}, held against the permission table. Nothing
 * here is written route by route: a new route is found by itself.
 */

interface Place {
  schoolId: string
  authorityId: string
}

let site: FreshSite
let places: Record<'own' | 'sibling' | 'elsewhere', Place>
let people: Record<Role, Person>
const callers = new Map<Role, Pick<Caller, 'mandates'>>()

before(async () => {
  site = await freshSite()
  const [here, there] = [await makeAuthority(site, 'Académie A'), await makeAuthority(site, 'Académie B')]
  places = {
    own: { schoolId: await makeSchool(site, { authorityId: here }), authorityId: here },
    sibling: { schoolId: await makeSchool(site, { authorityId: here }), authorityId: here },
    elsewhere: { schoolId: await makeSchool(site, { authorityId: there }), authorityId: there },
  }
  const at = (role: Role, organisationId: string): Promise<Person> => makePerson(site, [{ role, organisationId }], `Personne ${role}`)
  people = {
    head: await at('head', places.own.schoolId),
    lead: await at('lead', places.own.schoolId),
    member: await at('member', places.own.schoolId),
    referent: await at('referent', here),
    national: await at('national', here),
    operator: await at('operator', here),
  }
  for (const [role, organisationId] of roleHomes()) {
    callers.set(role, { mandates: [{ organisationId, role, kind: organisationId === here ? 'authority' : 'school', name: '' }] })
  }
})
after(() => site.stop())

const roleHomes = (): [Role, string][] => [
  ['head', places.own.schoolId],
  ['lead', places.own.schoolId],
  ['member', places.own.schoolId],
  ['referent', places.own.authorityId],
  ['national', places.own.authorityId],
  ['operator', places.own.authorityId],
]

const states: readonly EvaluationState[] = ['composing', 'validated']
const unknownId = '00000000-0000-4000-8000-000000000000'

const parametersOf = (pattern: string): string[] => [...pattern.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')

/** A code that is there. */
const codeOn = ({ pattern }: Route): string =>
  pattern.includes('/indicateurs/') ? 'R01' : pattern.includes('/modeles/') ? 'climat-eleves' : pattern.startsWith('/questionnaires/') ? 'Q1' : 'QF10-P1'

/** The address of a route on the things of one school, or on ids that nobody has. */
function addressOn(route: Route, things: Things | null): string {
  return route.pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    if (name === 'theme') return 'QF10'
    if (name === 'format' && route.pattern.includes('/questionnaires/')) return 'lss'
    if (name === 'format') return /\/demarches\/|\/codes\/|\/indicateurs\//.test(route.pattern) ? 'ods' : 'pdf'
    if (name === 'revision') return '1'
    if (name === 'code') return codeOn(route)
    if (name === 'tag') return 'ar'
    if (wordParameters.includes(name)) return 'unknown-word'
    if (!things) return unknownId
    const { policy } = route
    const id = (name === 'organisation' && policy.who === 'holder' ? things.organisationOf[policy.object] : undefined) ?? things.ids[name]
    assert.ok(id, `test/make-things.ts makes no « ${name} » for ${route.pattern}`)
    return id
  })
}

const withoutKeys = (text: string): string => text.replace(/name="_form" value="[^"]+"/g, '')

// One session for each person, so that two of her pages differ only in what they are about.
const browsers = new Map<string, Promise<Visitor>>()

function browserOf(person: Person | null): Promise<Visitor> {
  const key = person?.id ?? ''
  const open = browsers.get(key) ?? visitor(site, person)
  browsers.set(key, open)
  return open
}

async function ask(route: Route, address: string, person: Person | null): Promise<{ status: number; text: string; to: string }> {
  const browser = await browserOf(person)
  const response = route.method === 'get' ? await browser.get(address) : await browser.post(address)
  return { status: response.status, text: withoutKeys(await response.text()), to: response.headers.get('location') ?? '' }
}

const countChanges = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from activity where kind <> 'session.opened'`.execute(site.owner)
  return rows[0]?.n ?? -1
}

const isPermission = (name: string): name is PermissionName => name in permissions
const allows = (role: Role, permission: PermissionName, organisationId: string): boolean => {
  const caller = callers.get(role)
  assert.ok(caller)
  return may({ ...someone, mandates: caller.mandates }, permission, { organisationId })
}
const someone: Caller = { sessionId: '', personId: '', name: '', email: '', language: 'fr', mandates: [], secondFactorPassed: true, hasSecondFactor: true }

const held = routes.filter((route) => route.policy.who === 'holder')

test('every route has a policy, and every policy names a permission of the table', () => {
  assert.ok(held.length > 30, 'the matrix must have routes to walk')
  for (const route of held) {
    assert.ok(route.policy.who === 'holder' && isPermission(route.policy.permission), `${route.method} ${route.pattern}`)
  }
})

test('without a session, every page but the public ones leads to sign-in and changes nothing', async () => {
  const things = await makeThings(site, { ...places.own, state: 'composing' })
  for (const route of routes.filter((one) => one.policy.who !== 'anyone')) {
    const before = await countChanges()
    const { status, to } = await ask(route, addressOn(route, things), null)
    assert.ok(
      (route.method === 'get' && status === 303 && to.startsWith('/connexion')) || (route.method === 'post' && status === 401),
      `${route.method} ${route.pattern}: ${status} ${to}`,
    )
    assert.equal(await countChanges(), before)
  }
})

for (const state of states) {
  test(`a school's things are the same unknown page to every role that has no part in them (${state})`, async () => {
    // Nothing that is refused changes them: one set serves every route.
    const thingsAt = { sibling: await makeThings(site, { ...places.sibling, state }), elsewhere: await makeThings(site, { ...places.elsewhere, state }) }
    for (const route of held.filter((one) => parametersOf(one.pattern).some((name) => !wordParameters.includes(name)))) {
      const { policy } = route
      assert.ok(policy.who === 'holder' && isPermission(policy.permission))
      const unknown = { ...(await ask(route, addressOn(route, null), people.head)) }
      for (const place of ['sibling', 'elsewhere'] as const) {
        const things = thingsAt[place]
        for (const role of Object.keys(people) as Role[]) {
          if (allows(role, policy.permission, things.organisationOf[policy.object] ?? things.schoolId) && !isSchoolSide(policy.object, role)) continue
          const before = await countChanges()
          const { status, text } = await ask(route, addressOn(route, things), people[role])
          assert.equal(status, 404, `${role} at ${place}: ${route.method} ${route.pattern}`)
          if (role === 'head') assert.ok(text === unknown.text, `foreign and unknown differ: ${route.pattern}`)
          assert.equal(await countChanges(), before, `${role} changed something at ${place}: ${route.pattern}`)
        }
      }
    }
  })

  test(`in the own school each role may exactly what the table says (${state})`, async () => {
    const own = (role: Role): Promise<Things> => makeThings(site, { ...places.own, state, member: people[role === 'operator' ? 'member' : role] })
    const kept = { head: await own('head'), lead: await own('lead'), member: await own('member'), operator: await own('operator') }
    for (const route of held) {
      const { policy } = route
      assert.ok(policy.who === 'holder' && isPermission(policy.permission))
      for (const role of ['head', 'lead', 'member', 'operator'] as const) {
        // What a form may change is made anew for it.
        const things = route.method === 'post' ? await own(role) : kept[role]
        const allowed = allows(role, policy.permission, things.organisationOf[policy.object] ?? things.schoolId)
        const before = await countChanges()
        const { status } = await ask(route, addressOn(route, things), people[role])
        assert.ok(status < 500, `${role}: ${route.method} ${route.pattern}: ${status}`)
        if (allowed) assert.notEqual(status, 404, `${role} is allowed but finds nothing: ${route.method} ${route.pattern}`)
        else {
          assert.ok(status === 403 || status === 404, `${role} is not allowed: ${route.method} ${route.pattern}: ${status}`)
          assert.equal(await countChanges(), before, `${role} changed something: ${route.pattern}`)
        }
      }
    }
  })
}

// Without sharing, those who accompany a school see none of its things, whatever the table allows them once it shares.
const isSchoolSide = (object: string, role: Role): boolean =>
  !['authority', 'installation', 'network'].includes(object) && (role === 'referent' || role === 'national')

test('a referent reads what a school of her académie has shared, nothing else of it, and nothing from elsewhere', async () => {
  const shared = await makeThings(site, { ...places.sibling, state: 'validated', shared: true })
  const foreign = await makeThings(site, { ...places.elsewhere, state: 'validated', shared: true })
  for (const route of held.filter((one) => one.policy.who === 'holder' && one.policy.object === 'evaluation')) {
    const { policy } = route
    assert.ok(policy.who === 'holder' && isPermission(policy.permission))
    const before = await countChanges()
    const open = await ask(route, addressOn(route, shared), people.referent)
    if ('whenShared' in permissions[policy.permission]) assert.ok(open.status < 400, `shared but refused: ${route.method} ${route.pattern}: ${open.status}`)
    else assert.ok(open.status === 403 || open.status === 404, `not to be read: ${route.method} ${route.pattern}: ${open.status}`)
    assert.equal((await ask(route, addressOn(route, foreign), people.referent)).status, 404)
    assert.equal(await countChanges(), before)
  }
})

test('an ended mandate opens nothing from the next request on', async () => {
  const things = await makeThings(site, { ...places.own, state: 'composing' })
  const gone = await makePerson(site, [{ role: 'head', organisationId: places.own.schoolId, validTo: '2021-07-31' }])
  for (const route of held) assert.equal((await ask(route, addressOn(route, things), gone)).status, 404, route.pattern)
})
