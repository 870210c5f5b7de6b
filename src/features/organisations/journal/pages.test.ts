import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { recordActivity } from '../../../platform/activity.ts'
import { verifyJournal } from './store.ts'
import type { Proof } from './store.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

interface Place {
  school: string
  head: Person
  path: string
}

async function makePlace(): Promise<Place> {
  const school = await makeSchool(site)
  return { school, head: await makePerson(site, [{ role: 'head', organisationId: school }], 'Claire Tête'), path: `/etablissements/${school}/journal` }
}

const write = ({ school, head }: Place, kind: string, subject: { kind?: string; id?: string } = {}): Promise<void> =>
  site.as({ organisations: [school], personId: head.id }, (db) =>
    recordActivity(db, {
      organisationId: school,
      actorId: head.id,
      kind,
      ...(subject.kind ? { subjectKind: subject.kind } : {}),
      ...(subject.id ? { subjectId: subject.id } : {}),
    }),
  )

const proofOf = ({ school }: Place): Promise<Proof> => site.as({ organisations: [school] }, (db) => verifyJournal(db, school))

const textOf = async ({ head, path }: Place, query = ''): Promise<string> => (await (await visitor(site, head)).get(path + query)).text()

/** As somebody with the keys of the database would: the triggers that refuse are put aside. */
async function tamper(change: ReturnType<typeof sql>): Promise<void> {
  await site.owner.transaction().execute(async (db) => {
    await sql`alter table activity disable trigger user`.execute(db)
    await change.execute(db)
    await sql`alter table activity enable trigger user`.execute(db)
  })
}

test('each line says who did what and when, with the title of what it is about', async () => {
  const place = await makePlace()
  const evaluation = await makeEvaluation(site, { organisationId: place.school, title: 'Accueil <des> élèves' })
  await write(place, 'evaluation.opened', { kind: 'evaluation', id: evaluation.id })
  const text = await textOf(place)
  assert.match(text, /Claire Tête/)
  assert.match(text, /a ouvert aux réponses l’autoévaluation/)
  assert.match(text, /«\sAccueil &lt;des&gt; élèves\s»/)
  assert.match(text, /1 ligne, intacte/)
})

test('a kind that nobody has put into words gets a sentence; what was deleted since is said so', async () => {
  const place = await makePlace()
  await write(place, 'something.new')
  await write(place, 'evaluation.opened', { kind: 'evaluation', id: place.head.id })
  const text = await textOf(place)
  assert.match(text, /a fait un changement/)
  assert.match(text, /supprimée depuis/)
})

test('single answers are counted in the proof and not listed: when somebody wrote is her own affair', async () => {
  const place = await makePlace()
  await write(place, 'answer.saved')
  await write(place, 'evaluation.closed')
  const text = await textOf(place)
  assert.match(text, /2 lignes, toutes intactes/)
  assert.equal((text.match(/<th scope="row"/g) ?? []).length, 1)
})

test('the journal is read page by page', async () => {
  const place = await makePlace()
  for (let line = 0; line < 51; line += 1) await write(place, 'reference.added')
  assert.match(await textOf(place), /Page 1 sur 2/)
  assert.equal(((await textOf(place, '?page=2')).match(/<th scope="row"/g) ?? []).length, 1)
})

test('many changes at the same moment still make one chain', async () => {
  const place = await makePlace()
  await Promise.all(Array.from({ length: 30 }, () => write(place, 'evaluation.reminded')))
  assert.deepEqual(await proofOf(place), { lines: 30, intact: true })
})

test('a line changed, taken out, added aside, or the last one cut off: the proof fails and the page says so', async () => {
  const attacks = [
    (school: string) =>
      sql`update activity set kind = 'evaluation.deleted' where organisation_id = ${school} and id = (select min(id) from activity where organisation_id = ${school})`,
    (school: string) =>
      sql`update activity set actor_id = null where organisation_id = ${school} and id = (select max(id) from activity where organisation_id = ${school})`,
    (school: string) => sql`delete from activity where id = (select min(id) from activity where organisation_id = ${school})`,
    (school: string) => sql`delete from activity where id = (select max(id) from activity where organisation_id = ${school})`,
    (school: string) => sql`delete from activity where organisation_id = ${school}`,
    (school: string) => sql`insert into activity (organisation_id, kind, previous_hash, hash) values (${school}, 'a.b', ''::bytea, sha256('x'::bytea))`,
  ]
  for (const attack of attacks) {
    const place = await makePlace()
    for (const kind of ['evaluation.created', 'evaluation.opened', 'evaluation.closed']) await write(place, kind)
    assert.deepEqual(await proofOf(place), { lines: 3, intact: true })
    await tamper(attack(place.school))
    assert.equal((await proofOf(place)).intact, false)
    assert.match(await textOf(place), /n’est plus comme elle a été écrite/)
  }
})

test('nobody else learns anything of the journal: a member, another school, a visitor', async () => {
  const place = await makePlace()
  await write(place, 'evaluation.created')
  const member = await makePerson(site, [{ role: 'member', organisationId: place.school }])
  const stranger = (await makePlace()).head
  assert.equal((await (await visitor(site, member)).get(place.path)).status, 403)
  assert.equal((await (await visitor(site, stranger)).get(place.path)).status, 404)
  assert.equal((await (await visitor(site)).get(place.path)).status, 303)
  assert.deepEqual(await site.as({ organisations: [] }, (db) => verifyJournal(db, place.school)), { lines: 0, intact: true })
})
