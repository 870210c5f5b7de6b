import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvidence } from '../../../../test/make-evidence.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { frameworkId } from '../../frameworks/load-frameworks.ts'

let site: FreshSite

const older = frameworkId('lycee-des-metiers', '2016')
const newer = frameworkId('lycee-des-metiers', '2023')

before(async () => {
  site = await freshSite()
})
after(() => site.stop())

interface School {
  id: string
  head: Person
  member: Person
  browser: Visitor
}

/** A school that follows the version of 2016. */
async function makeFollower(): Promise<School> {
  const id = await makeSchool(site)
  const head = await makePerson(site, [{ role: 'head', organisationId: id }])
  const member = await makePerson(site, [{ role: 'member', organisationId: id }])
  await sql`insert into followed_frameworks (organisation_id, framework_id, state, next_step, added_by) values (${id}, ${older}, 'preparing', 'Déposer le dossier', ${head.id})`.execute(
    site.owner,
  )
  return { id, head, member, browser: await visitor(site, head) }
}

const page = (school: School, framework: string): string => `/etablissements/${school.id}/demarches/${framework}/version`

interface Row {
  framework: string
  state: string
  step: string
  previous: string | null
  version: number
}

const rowsOf = async (school: School): Promise<Row[]> =>
  (
    await sql<Row>`select framework_id as framework, state, next_step as step, previous_id as previous, version from followed_frameworks
      where organisation_id = ${school.id} order by (select version from frameworks where id = framework_id)`.execute(site.owner)
  ).rows

/** Presses a button of the page as it is shown now. */
async function press(school: School, framework: string, step: '' | '/revenir' | '/confirmer'): Promise<Response> {
  const shown = await (await school.browser.get(page(school, framework))).text()
  const version = shown.match(/name="version" value="(\d+)"/)?.[1] ?? ''
  return school.browser.post(`${page(school, framework)}${step}`, { version })
}

test('before it moves a school sees what stays, what to read again, what is new and what is no longer asked, with what it wrote', async () => {
  const school = await makeFollower()
  await makeEvidence(site, {
    organisationId: school.id,
    addedBy: school.head.id,
    points: [
      { frameworkId: older, code: 'LDM5-D13' },
      { frameworkId: older, code: 'LDM1-P2' },
    ],
  })
  await sql`insert into item_positions (organisation_id, framework_id, item_code, position, noted_by) values (${school.id}, ${older}, 'LDM6-D12', 'partly', ${school.head.id})`.execute(
    site.owner,
  )
  const shown = await (await school.browser.get(page(school, older))).text()
  assert.match(shown, /une édition plus récente existe \(2023\)/)
  assert.match(shown, /Passer à l’édition 2023/)
  const section = (group: string): string => shown.slice(shown.indexOf(`id="${group}"`), shown.indexOf('</section>', shown.indexOf(`id="${group}"`)))
  assert.match(section('dropped'), /LDM5-D13.*1 preuve.*points\/LDM5-D13/s)
  assert.match(section('reread'), /LDM6-D12.*« C’est en partie en place ».*points\/LDM6-D12/s)
  assert.match(section('added'), /point nouveau|points nouveaux/)
  assert.match(section('kept'), /LDM1-P2/)
})

test('moving, going back and confirming change which version is followed, and nothing else', async () => {
  const school = await makeFollower()
  const moved = await press(school, older, '')
  assert.equal(moved.headers.get('location'), `/etablissements/${school.id}/demarches/${newer}`)
  assert.deepEqual(
    (await rowsOf(school)).map(({ framework, state, step, previous }) => [framework, state, step, previous]),
    [
      [older, 'ended', 'Déposer le dossier', null],
      [newer, 'preparing', 'Déposer le dossier', older],
    ],
  )
  // The older address leads to where one is now.
  assert.equal((await school.browser.get(page(school, older))).headers.get('location'), page(school, newer))
  assert.match(await (await school.browser.get(page(school, newer))).text(), /Revenir à l’édition 2016/)
  assert.equal((await press(school, newer, '/revenir')).status, 303)
  assert.deepEqual(
    (await rowsOf(school)).map(({ state, previous }) => [state, previous]),
    [
      ['preparing', null],
      ['ended', null],
    ],
  )
  assert.equal((await press(school, older, '')).status, 303)
  assert.equal((await press(school, newer, '/confirmer')).status, 303)
  assert.deepEqual(
    (await rowsOf(school)).map(({ state, previous }) => [state, previous]),
    [
      ['ended', null],
      ['preparing', null],
    ],
  )
  const refused = await press(school, newer, '/revenir')
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Le passage est déjà confirmé/)
  const { rows } = await sql<{ kind: string }>`select kind from activity where organisation_id = ${school.id} order by id`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['label.version_moved', 'label.version_back', 'label.version_moved', 'label.version_confirmed'],
  )
})

test('a page that is out of date changes nothing, and the new one is shown', async () => {
  const school = await makeFollower()
  await sql`update followed_frameworks set version = version + 1 where organisation_id = ${school.id}`.execute(site.owner)
  const late = await school.browser.post(page(school, older), { version: '1' })
  assert.equal(late.status, 422)
  const text = await late.text()
  assert.match(text, /Quelqu’un vient de modifier cette démarche/)
  assert.match(text, /name="version" value="2"/)
  assert.equal((await rowsOf(school)).length, 1)
})

test('a school that follows both versions is told what to do, and nothing is changed', async () => {
  const school = await makeFollower()
  await sql`insert into followed_frameworks (organisation_id, framework_id, added_by) values (${school.id}, ${newer}, ${school.head.id})`.execute(site.owner)
  const refused = await press(school, older, '')
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /suit déjà les deux éditions/)
  assert.deepEqual(
    (await rowsOf(school)).map(({ state }) => state),
    ['preparing', 'exploring'],
  )
})

test('without anything newer the page says so', async () => {
  const school = await makeFollower()
  await sql`update followed_frameworks set framework_id = ${newer} where organisation_id = ${school.id}`.execute(site.owner)
  assert.match(await (await school.browser.get(page(school, newer))).text(), /rien de plus récent/)
  assert.equal((await school.browser.post(page(school, newer), { version: '1' })).status, 422)
})

test('a member reads and does not move, another school finds nothing, a visitor is asked to sign in', async () => {
  const school = await makeFollower()
  const stranger = await makeFollower()
  const member = await visitor(site, school.member)
  const seen = await (await member.get(page(school, older))).text()
  assert.match(seen, /une édition plus récente existe/)
  assert.doesNotMatch(seen, /Passer à l’édition/)
  assert.equal((await member.post(page(school, older), { version: '1' })).status, 403)
  assert.equal((await stranger.browser.get(page(school, older))).status, 404)
  assert.equal((await (await visitor(site)).get(page(school, older))).status, 303)
})

type Step =
  | { kind: 'move' }
  | { kind: 'back' }
  | { kind: 'confirm' }
  | { kind: 'prove'; on: 'older' | 'newer'; code: string }
  | { kind: 'note'; on: 'older' | 'newer'; code: string }

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'move' }, { kind: 'back' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'confirm' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('prove' as const, 'note' as const),
      on: fc.constantFrom('older' as const, 'newer' as const),
      code: fc.constantFrom('LDM1-P1', 'LDM1-P2', 'LDM2-P2'),
    }),
  },
)

test('whatever the order of moves, nothing that was written is lost: it is all there, and can be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 8 }), async (way) => {
      const school = await makeFollower()
      const written: { framework: string; code: string; said: RegExp }[] = []
      for (const [index, step] of way.entries()) {
        if (step.kind === 'move') await press(school, older, '')
        else if (step.kind === 'back') await press(school, newer, '/revenir')
        else if (step.kind === 'confirm') await press(school, newer, '/confirmer')
        else written.push(await write(school, step, index))
      }
      const counts = await sql<{ proofs: number; positions: number }>`
        select (select count(*)::int from evidence_supports where organisation_id = ${school.id}) as proofs,
          (select count(*)::int from item_positions where organisation_id = ${school.id}) as positions`.execute(site.owner)
      const distinct = (kind: Step['kind']): number =>
        new Set(way.filter((step) => step.kind === kind).map((step) => ('code' in step ? `${step.on} ${step.code}` : ''))).size
      assert.equal(counts.rows[0]?.proofs, way.filter((step) => step.kind === 'prove').length)
      assert.equal(counts.rows[0]?.positions, distinct('note'))
      for (const { framework, code, said } of written) {
        const shown = await school.browser.get(`/etablissements/${school.id}/demarches/${framework}/points/${code}`)
        assert.equal(shown.status, 200)
        assert.match(await shown.text(), said)
      }
      // One version is on the board, and one only.
      assert.equal((await rowsOf(school)).filter((row) => row.state !== 'ended').length, 1)
    }),
    { numRuns: 12 },
  )
})

async function write(school: School, step: Extract<Step, { code: string }>, index: number): Promise<{ framework: string; code: string; said: RegExp }> {
  const framework = step.on === 'older' ? older : newer
  const title = `Preuve ${index}`
  if (step.kind === 'prove') {
    await makeEvidence(site, { organisationId: school.id, addedBy: school.head.id, title, points: [{ frameworkId: framework, code: step.code }] })
    return { framework, code: step.code, said: new RegExp(title) }
  }
  await sql`insert into item_positions (organisation_id, framework_id, item_code, position, reason, noted_by) values (${school.id}, ${framework}, ${step.code}, 'held', 'Parce que', ${school.head.id})
    on conflict (organisation_id, framework_id, item_code) do update set noted_at = now()`.execute(site.owner)
  return { framework, code: step.code, said: /C’est en place/ }
}
