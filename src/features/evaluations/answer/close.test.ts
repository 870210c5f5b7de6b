import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { closeRound, saveAnswers } from './store.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

/** Three members, of whom two answer the first question. */
async function makeAnswered() {
  const school = await makeSchool(site)
  const person = (role: 'member' | 'lead' | 'head', name: string) => makePerson(site, [{ role, organisationId: school }], name)
  const [one, two, lead, head] = [
    await person('member', 'Sam Roy'),
    await person('member', 'Lou Petit'),
    await person('lead', 'Alix Noël'),
    await person('head', 'Dominique Faure'),
  ]
  const made = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 2, members: [one, two, lead] })
  const itemId = made.items[0]?.id ?? ''
  for (const [who, value] of [
    [one, 1],
    [two, 4],
  ] as const) {
    await site.as({ personId: who.id, organisations: [school] }, (db) =>
      saveAnswers(db, made.id, who.id, [{ itemId, version: 0, choice: 'rated', value, reason: `Avis ${value}` }]),
    )
  }
  return { school, made, itemId, one, two, lead, head, close: urls.evaluation.close({ evaluation: made.id }) }
}

test('before closing, the lead reads who has not finished, what happens to names, and that few answers may be recognised', async () => {
  const { lead, close } = await makeAnswered()
  const text = await (await (await visitor(site, lead)).get(close)).text()
  for (const words of [
    'Sam Roy\u00a0: 1 sur 2',
    'Alix Noël\u00a0: 0 sur 2',
    'détachés des réponses, pour toujours',
    'Seulement 2 personnes ont répondu',
    'ne peut pas être annulée',
  ])
    assert.match(text, new RegExp(words))
})

test('closing leads to the positions, writes one line, and tells the others by mail', async () => {
  const { lead, made, one, two, close } = await makeAnswered()
  const visit = await visitor(site, lead)
  assert.equal((await visit.post(close)).headers.get('location'), urls.evaluation.spread({ evaluation: made.id }))
  assert.equal((await visit.post(close)).headers.get('location'), urls.evaluation.spread({ evaluation: made.id }))
  const { rows } = await sql<{ kind: string }>`select kind from activity where subject_id = ${made.id} and kind = 'evaluation.closed'`.execute(site.owner)
  assert.equal(rows.length, 1)
  const mails = await sql<{
    to_address: string
    body: string
  }>`select to_address, body from mails where to_address in (${one.email}, ${two.email}, ${lead.email})`.execute(site.owner)
  assert.deepEqual(mails.rows.map((mail) => mail.to_address).sort(), [one.email, two.email].sort())
  assert.match(mails.rows[0]?.body ?? '', new RegExp(urls.evaluation.spread({ evaluation: made.id })))
})

test('two leads who close at the same moment have one effect', async () => {
  const { lead, head, made, close } = await makeAnswered()
  const [one, two] = await Promise.all([(await visitor(site, lead)).post(close), (await visitor(site, head)).post(close)])
  assert.deepEqual([one.status, two.status], [303, 303])
  const { rows } = await sql<{ n: number }>`select count(*)::int n from evaluation_answers where evaluation_id = ${made.id}`.execute(site.owner)
  assert.equal(rows[0]?.n, 2)
})

test('an answer sent while the round is closing waits, then is told that it is closed', async () => {
  const { school, made, one, lead, itemId } = await makeAnswered()
  const sent = { itemId, version: 1, choice: 'rated' as const, value: 2, reason: 'Trop tard' }
  let saving: ReturnType<typeof saveAnswers> | undefined
  await site.as({ personId: lead.id, organisations: [school] }, async (db) => {
    await closeRound(db, made.id)
    saving = site.as({ personId: one.id, organisations: [school] }, (other) =>
      saveAnswers(other, made.id, one.id, [sent, { ...sent, itemId: made.items[1]?.id ?? '', version: 0 }]),
    )
    await new Promise((done) => setTimeout(done, 300))
  })
  assert.deepEqual(await saving, { open: false, saved: [] })
  const { rows } = await sql<{ n: number }>`select count(*)::int n from ratings where evaluation_id = ${made.id}`.execute(site.owner)
  assert.equal(rows[0]?.n, 0)
})

test('a member who does not lead is refused; nobody signed in is led to sign-in', async () => {
  const { one, close } = await makeAnswered()
  assert.equal((await (await visitor(site, one)).post(close)).status, 403)
  assert.equal((await (await visitor(site)).get(close)).status, 303)
})

test('while the round is open, nobody but its author reads an answer: not the lead, not the head, not a colleague', async () => {
  const { school, one, two, lead, head, itemId } = await makeAnswered()
  const read = (personId: string) =>
    site.as({ personId, organisations: [school] }, async (db) => {
      const { rows } = await sql<{ person_id: string; n: number }>`select person_id from ratings where item_id = ${itemId}`.execute(db)
      const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from ratings where item_id = ${itemId}`.execute(db)
      const { rows: shown } = await sql<{ n: number }>`select count(*)::int as n from evaluation_answers where item_id = ${itemId}`.execute(db)
      return { authors: rows.map((row) => row.person_id), counted: counted[0]?.n, shown: shown[0]?.n }
    })
  assert.deepEqual(await read(one.id), { authors: [one.id], counted: 1, shown: 0 })
  assert.deepEqual(await read(two.id), { authors: [two.id], counted: 1, shown: 0 })
  for (const reader of [lead, head]) assert.deepEqual(await read(reader.id), { authors: [], counted: 0, shown: 0 })
})

test('nobody can write or change an answer in the name of another', async () => {
  const { school, one, lead, made, itemId } = await makeAnswered()
  const scope = { personId: lead.id, organisations: [school] }
  const { numAffectedRows } = await site.as(scope, (db) => sql`update ratings set value = 2 where item_id = ${itemId}`.execute(db))
  assert.equal(numAffectedRows, 0n)
  await assert.rejects(
    site.as(scope, (db) =>
      sql`insert into ratings (evaluation_id, item_id, person_id, organisation_id, choice, value) values (${made.id}, ${made.items[1]?.id}, ${one.id}, ${school}, 'rated', 1)`.execute(
        db,
      ),
    ),
    /row-level security/,
  )
})

test('after closing, no table that the application reads joins an answer with a name, a time or an order', async () => {
  const { school, one, lead, made, close } = await makeAnswered()
  await (await visitor(site, lead)).post(close)
  const { rows: left } = await sql<{ n: number }>`select count(*)::int n from ratings where evaluation_id = ${made.id}`.execute(site.owner)
  assert.equal(left[0]?.n, 0)
  const { rows: columns } = await sql<{
    column_name: string
  }>`select column_name from information_schema.columns where table_name = 'evaluation_answers' order by 1`.execute(site.owner)
  assert.deepEqual(
    columns.map((row) => row.column_name),
    ['choice', 'evaluation_id', 'item_id', 'organisation_id', 'reason', 'value'],
  )
  const { rows: writers } = await sql<{ n: number }>`select count(distinct xmin::text)::int n from evaluation_answers where evaluation_id = ${made.id}`.execute(
    site.owner,
  )
  assert.equal(writers[0]?.n, 1)
  const seen = await site.as({ personId: one.id, organisations: [school] }, (db) =>
    sql<{ reason: string }>`select reason from evaluation_answers where evaluation_id = ${made.id}`.execute(db),
  )
  assert.deepEqual(seen.rows.map((row) => row.reason).sort(), ['Avis 1', 'Avis 4'])
  const { rows: details } = await sql<{ text: string }>`select detail::text as text from activity where subject_id = ${made.id}`.execute(site.owner)
  assert.ok(details.every((row) => row.text === '{}'))
})
