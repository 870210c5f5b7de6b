import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { listAttached } from '../evidence/store.ts'
import { fingerprint } from './snapshot.ts'

let site: FreshSite
let school: string
let head: Person
let lead: Person

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Hortense Kerviel')
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Malik Benhamou')
})
after(() => site.stop())

/** An evaluation with one position, one finding tied to it, one proof. */
async function make(state: 'answering' | 'agreeing' = 'agreeing'): Promise<MadeEvaluation & { findingId: string }> {
  const evaluation = await makeEvaluation(site, { organisationId: school, state, items: 3, members: [head, lead] })
  const item = evaluation.items[0]?.id ?? ''
  const { rows } = await sql<{ id: string }>`insert into findings (id, evaluation_id, organisation_id, kind, text, position)
    values (gen_random_uuid(), ${evaluation.id}, ${school}, 'strength', 'Le livret sert à tous.', 1) returning id`.execute(site.owner)
  const findingId = rows[0]?.id ?? ''
  await sql`insert into finding_items values (${findingId}, ${item}, ${school})`.execute(site.owner)
  await sql`insert into agreements (item_id, evaluation_id, organisation_id, choice, value, reason, minority_view)
    values (${item}, ${evaluation.id}, ${school}, 'rated', 3, 'Vu partout.', 'Sauf en hiver.')`.execute(site.owner)
  await sql`with proof as (insert into evidence (id, organisation_id, title, kind, url, added_by) values (gen_random_uuid(), ${school}, 'Trame du livret', 'link', 'https://exemple.fr/trame', ${head.id}) returning id)
    insert into evidence_links select id, ${item}, ${evaluation.id}, ${school}, '' from proof`.execute(site.owner)
  return { ...evaluation, findingId }
}

const addressOf = (evaluation: { id: string }): string => urls.evaluation.validate({ evaluation: evaluation.id })
const seenIn = (page: string): string => /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''

async function validate(evaluation: MadeEvaluation): Promise<void> {
  const browser = await visitor(site, head)
  const response = await browser.post(addressOf(evaluation), { seen: seenIn(await (await browser.get(addressOf(evaluation))).text()) })
  assert.equal(response.status, 303)
}

interface Row {
  state: string
  snapshot: Record<string, unknown> | null
}

const rowOf = async (evaluation: { id: string }): Promise<Row> => {
  const { rows } = await sql<Row>`select state, snapshot from evaluations where id = ${evaluation.id}`.execute(site.owner)
  assert.ok(rows[0])
  return rows[0]
}

test('the head validates: a snapshot is frozen, its fingerprint is in the log, and nobody is named in it', async () => {
  const evaluation = await make()
  const page = await (await (await visitor(site, head)).get(addressOf(evaluation))).text()
  assert.match(page, /1 position retenue sur 3 questions/)
  assert.match(page, /S’accorder sur 2 questions/)
  assert.match(page, /Rien de tout cela n’empêche de valider/)
  await validate(evaluation)
  const { state, snapshot } = await rowOf(evaluation)
  assert.equal(state, 'validated')
  assert.ok(snapshot)
  const text = JSON.stringify(snapshot)
  for (const part of ['Constat numéro 1.', 'Vu partout.', 'Sauf en hiver.', 'Le livret sert à tous.', 'Le plus souvent']) assert.ok(text.includes(part), part)
  for (const person of [head, lead]) for (const part of [person.id, person.email, ...person.name.split(' ')]) assert.ok(!text.includes(part), part)
  const { rows } = await sql<{
    detail: { sha256: string }
  }>`select detail from activity where kind = 'evaluation.validated' and subject_id = ${evaluation.id}`.execute(site.owner)
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.detail.sha256, fingerprint(snapshot))
})

test('the lead may not validate, a stranger finds nothing, nobody signed in is sent to sign-in', async () => {
  const evaluation = await make()
  assert.equal((await (await visitor(site, lead)).post(addressOf(evaluation), { seen: 'x' })).status, 403)
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  assert.equal((await (await visitor(site, stranger)).get(addressOf(evaluation))).status, 404)
  assert.match((await (await visitor(site)).get(addressOf(evaluation))).headers.get('location') ?? '', /^\/connexion/)
  assert.equal((await rowOf(evaluation)).state, 'agreeing')
})

test('answers still open are the only thing that prevents validation', async () => {
  const evaluation = await make('answering')
  const browser = await visitor(site, head)
  assert.match(await (await browser.get(addressOf(evaluation))).text(), /Les réponses sont encore ouvertes/)
  assert.equal((await browser.post(addressOf(evaluation), { seen: 'x' })).status, 422)
  assert.equal((await rowOf(evaluation)).state, 'answering')
})

test('nobody validates what she has not seen: a change since the page was opened brings it back', async () => {
  const evaluation = await make()
  const browser = await visitor(site, head)
  const seen = seenIn(await (await browser.get(addressOf(evaluation))).text())
  await sql`update agreements set reason = 'Réécrit entre-temps.' where evaluation_id = ${evaluation.id}`.execute(site.owner)
  const response = await browser.post(addressOf(evaluation), { seen })
  assert.equal(response.status, 422)
  const page = await response.text()
  assert.match(page, /depuis que cette page est ouverte/)
  assert.notEqual(seenIn(page), seen)
  assert.equal((await browser.post(addressOf(evaluation), { seen: seenIn(page) })).status, 303)
})

test('validating twice is one validation', async () => {
  const evaluation = await make()
  await validate(evaluation)
  const browser = await visitor(site, head)
  assert.equal((await browser.post(addressOf(evaluation), { seen: 'x' })).status, 303)
  const { rows } = await sql`select 1 from activity where kind = 'evaluation.validated' and subject_id = ${evaluation.id}`.execute(site.owner)
  assert.equal(rows.length, 1)
  const page = await (await browser.get(addressOf(evaluation))).text()
  assert.match(page, new RegExp(fingerprint((await rowOf(evaluation)).snapshot ?? {})))
})

test('once validated the database itself refuses any change but sharing, to the application as well', async () => {
  const evaluation = await make()
  await validate(evaluation)
  const { id, findingId } = evaluation
  const item = evaluation.items[0]?.id
  const changes: Record<string, RawBuilder<unknown>> = {
    title: sql`update evaluations set title = 'Autre' where id = ${id}`,
    state: sql`update evaluations set state = 'agreeing' where id = ${id}`,
    snapshot: sql`update evaluations set snapshot = '{}' where id = ${id}`,
    evaluation: sql`delete from evaluations where id = ${id}`,
    question: sql`update evaluation_items set statement = 'Autre' where id = ${item}`,
    'question removed': sql`delete from evaluation_items where id = ${item}`,
    'question added': sql`insert into evaluation_items (id, evaluation_id, organisation_id, position, origin, phase, statement, scale) values (gen_random_uuid(), ${id}, ${school}, 9, 'own', 'do', 'x', '{"kind":"none"}')`,
    position: sql`update agreements set value = 1 where item_id = ${item}`,
    'position added': sql`insert into agreements (item_id, evaluation_id, organisation_id, choice) values (${evaluation.items[1]?.id}, ${id}, ${school}, 'unknown')`,
    finding: sql`update findings set text = 'Autre' where id = ${findingId}`,
    'finding removed': sql`delete from findings where id = ${findingId}`,
    'finding added': sql`insert into findings (id, evaluation_id, organisation_id, kind, text, position) values (gen_random_uuid(), ${id}, ${school}, 'axis', 'x', 9)`,
    'finding untied': sql`delete from finding_items where finding_id = ${findingId}`,
    'finding tied': sql`insert into finding_items values (${findingId}, ${evaluation.items[1]?.id}, ${school})`,
    member: sql`update evaluation_members set answered = 9 where evaluation_id = ${id}`,
    'member removed': sql`delete from evaluation_members where evaluation_id = ${id}`,
    theme: sql`insert into evaluation_themes select ${id}, ${school}, framework_id, code, 1 from framework_themes limit 1`,
    'proof taken off': sql`delete from evidence_links where evaluation_id = ${id}`,
    'proof noted': sql`update evidence_links set note = 'x' where evaluation_id = ${id}`,
    'own answer': sql`insert into ratings (evaluation_id, item_id, person_id, organisation_id, choice) values (${id}, ${item}, ${head.id}, ${school}, 'unknown')`,
  }
  for (const [what, change] of Object.entries(changes)) {
    await assert.rejects(
      site.as({ personId: head.id, organisations: [school] }, (db) => change.execute(db)),
      /is validated/,
      what,
    )
  }
  const shared = await site.as({ personId: head.id, organisations: [school] }, (db) =>
    sql`update evaluations set shared_at = now() where id = ${id} returning id`.execute(db),
  )
  assert.equal(shared.rows.length, 1)
})

test('the proof of a validated evaluation may be renamed and keeps its name there; it cannot be deleted', async () => {
  const evaluation = await make()
  await validate(evaluation)
  const scope = { personId: head.id, organisations: [school] }
  const names = async (): Promise<string[]> => (await site.as(scope, (db) => listAttached(db, evaluation.id))).map((proof) => proof.title)
  const before = await names()
  assert.ok(before.length > 0)
  await site.as(scope, (db) => sql`update evidence set title = 'Autre' where organisation_id = ${school}`.execute(db))
  assert.deepEqual(await names(), before)
  await assert.rejects(
    site.as(scope, (db) => sql`delete from evidence where id in (select evidence_id from evidence_links where evaluation_id = ${evaluation.id})`.execute(db)),
    /foreign key/,
  )
})

test('a position written at the very moment of validation is either in the snapshot or refused', async () => {
  const evaluation = await make()
  const scope = { personId: lead.id, organisations: [school] }
  const browser = await visitor(site, head)
  const seen = seenIn(await (await browser.get(addressOf(evaluation))).text())
  const [writing, validating] = await Promise.allSettled([
    site.as(scope, async (db) => {
      await sql`update agreements set reason = 'Au dernier moment.' where evaluation_id = ${evaluation.id}`.execute(db)
      await sql`select pg_sleep(0.3)`.execute(db)
    }),
    browser.post(addressOf(evaluation), { seen }),
  ])
  const { rows } = await sql<{ reason: string }>`select reason from agreements where evaluation_id = ${evaluation.id}`.execute(site.owner)
  const { state, snapshot } = await rowOf(evaluation)
  if (state === 'validated') assert.ok(JSON.stringify(snapshot).includes(rows[0]?.reason ?? ''))
  else assert.equal(validating.status === 'fulfilled' ? validating.value.status : 0, 422)
  assert.ok(writing.status === 'fulfilled' || /is validated/.test(String(writing.reason)))
})
