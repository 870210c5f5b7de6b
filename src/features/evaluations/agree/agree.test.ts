import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { longestText } from '../../../platform/web/form.ts'
import { urls } from '../../../urls.ts'
import { closeRound, saveAnswers } from '../answer/store.ts'
import type { EvaluationTables } from '../tables.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const asJson = { accept: 'application/json' }

interface Closed {
  school: string
  made: MadeEvaluation
  member: Person
  lead: Person
}

/** A closed round: `values` says who chose which level, question by question; null is « I do not know ». */
async function makeClosed(
  values: readonly (readonly (number | null)[])[],
  wish: { previousId?: string; school?: string; statements?: readonly string[] } = {},
): Promise<Closed> {
  const school = wish.school ?? (await makeSchool(site))
  const lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Alix Noël')
  const team: Person[] = []
  for (let index = 0; index < Math.max(...values.map((row) => row.length)); index++)
    team.push(await makePerson(site, [{ role: 'member', organisationId: school }], `Membre ${index}`))
  const made = await makeEvaluation(site, {
    organisationId: school,
    state: 'answering',
    items: wish.statements ?? values.length,
    members: [...team, lead],
    ...(wish.previousId ? { previousId: wish.previousId } : {}),
  })
  for (const [index, person] of team.entries()) {
    const answers = made.items.flatMap((item, question) => {
      const value = values[question]?.[index]
      if (value === undefined) return []
      return [{ itemId: item.id, version: 0, choice: value === null ? ('unknown' as const) : ('rated' as const), value, reason: `Raison ${question}-${index}` }]
    })
    await site.as({ personId: person.id, organisations: [school] }, (db) => saveAnswers(db, made.id, person.id, answers))
  }
  await site.as({ personId: lead.id, organisations: [school] }, (db) => closeRound(db, made.id))
  const [member = lead] = team
  return { school, made, member, lead }
}

const spreadUrl = (closed: Closed, query = {}): string => urls.evaluation.spread({ evaluation: closed.made.id }, query)
const agreeUrl = (closed: Closed, index = 0): string => urls.evaluation.agree({ evaluation: closed.made.id, item: closed.made.items[index]?.id ?? '' })
const textOf = async (person: Person, path: string): Promise<string> => (await (await visitor(site, person)).get(path)).text()
const storedOf = (closed: Closed) =>
  site.owner.withTables<EvaluationTables>().selectFrom('agreements').selectAll().where('evaluation_id', '=', closed.made.id).execute()

test('questions come by disagreement, widest first, each with its finding in words', async () => {
  const closed = await makeClosed([
    [3, 3, 3, 3],
    [1, 1, 4, 4],
    [2, 3, 2, 3],
  ])
  const text = await textOf(closed.member, spreadUrl(closed))
  assert.match(text, /Les avis divergent le plus sur[^<]*Constat numéro 2\./)
  const order = [...text.matchAll(/accord\/([0-9a-f-]{36})/g)].map((match) => closed.made.items.findIndex((item) => item.id === match[1]))
  assert.deepEqual(order, [1, 2, 0])
  assert.match(text, /Deux avis opposés/)
  assert.match(text, /Les 4 personnes se placent sur/)
})

test('reasons are not on the page of all questions; a member reads them on the question, unsigned and in an order of their own', async () => {
  const closed = await makeClosed([[1, 2, 3, 4, 4]])
  assert.doesNotMatch(await textOf(closed.member, spreadUrl(closed)), /Raison 0/)
  const text = await textOf(closed.member, agreeUrl(closed))
  for (const index of [0, 1, 2, 3, 4]) assert.match(text, new RegExp(`Raison 0-${index}`))
  assert.doesNotMatch(text, /Membre 1/)
  assert.match(text, /ne s’est pas encore accordé/)
})

test('« I do not know » is counted apart, and too few answers are said in words', async () => {
  const closed = await makeClosed([
    [2, null, null],
    [null, null, null],
  ])
  const text = await textOf(closed.lead, spreadUrl(closed))
  assert.match(text, /Une seule personne s’est placée[^<]*2 ne savent pas/)
  assert.match(text, /Personne ne s’est placé[^<]*3 ne savent pas/)
})

test('the list can be narrowed to a phase and to what is still to agree on', async () => {
  const closed = await makeClosed([
    [1, 4],
    [1, 4],
    [1, 4],
    [1, 4],
    [1, 3],
  ])
  await (await visitor(site, closed.lead)).post(agreeUrl(closed, 0), { choice: '2', reason: '', minority: '', version: '0' })
  const shown = async (query: Record<string, string>) => {
    const text = await textOf(closed.lead, spreadUrl(closed, query))
    return closed.made.items.flatMap((item, index) => (text.includes(item.id) ? [index] : []))
  }
  assert.deepEqual(await shown({ temps: 'plan' }), [0, 4])
  assert.deepEqual(await shown({ temps: 'plan', reste: 'oui' }), [4])
  assert.deepEqual(await shown({ temps: 'rien', theme: 'inconnu' }), [0, 1, 2, 3, 4])
  assert.match(await textOf(closed.lead, spreadUrl(closed)), /1 accord noté sur 5/)
})

test('before closing the page teaches what it is for; nothing of the answers is shown', async () => {
  const school = await makeSchool(site)
  const lead = await makePerson(site, [{ role: 'lead', organisationId: school }])
  const made = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 2, members: [lead] })
  const text = await textOf(lead, urls.evaluation.spread({ evaluation: made.id }))
  assert.match(text, /Pas encore de position à comparer/)
  assert.doesNotMatch(text, /Constat numéro/)
  const visit = await visitor(site, lead)
  assert.equal((await visit.get(urls.evaluation.agree({ evaluation: made.id, item: made.items[0]?.id ?? '' }))).status, 303)
})

test('positions are for the team: a colleague outside it is told so, another school finds nothing, nobody signed in goes to sign-in', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  const colleague = await visitor(site, await makePerson(site, [{ role: 'member', organisationId: closed.school }]))
  const stranger = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }]))
  for (const path of [spreadUrl(closed), agreeUrl(closed)]) {
    const refused = await colleague.get(path)
    assert.equal(refused.status, 403)
    assert.match(await refused.text(), /lues par l’équipe de cette autoévaluation/)
    assert.equal((await stranger.get(path)).status, 404)
    assert.equal((await (await visitor(site)).get(path)).status, 303)
  }
})

test('a page of 40 questions and 60 members weighs less than 15 kB once compressed', async () => {
  const members = Array.from({ length: 60 }, (_, index) => index)
  const closed = await makeClosed(
    Array.from({ length: 40 }, (_, question) =>
      members.map((index) => ((index * 7 + question * 3) % 11 === 0 ? null : 1 + ((index * (question + 1) + question) % 4))),
    ),
  )
  const response = await (await visitor(site, closed.lead)).get(spreadUrl(closed), { 'accept-encoding': 'br' })
  const bytes = Buffer.from(await response.arrayBuffer())
  assert.ok(bytes.length <= 15_000, `${bytes.length} bytes`)
  assert.equal(brotliDecompressSync(bytes).toString().split('q-spread-row').length - 1, 37)
})

test('the lead notes a position, why and the other view; the button leads to the next question by disagreement', async () => {
  const closed = await makeClosed([
    [2, 3, 2],
    [1, 4, 4],
  ])
  const lead = await visitor(site, closed.lead)
  const saved = await lead.post(agreeUrl(closed, 1), {
    choice: '3',
    reason: 'Trois sections sur cinq.',
    minority: 'Deux y voient un 4.',
    version: '0',
    then: 'next',
  })
  assert.equal(saved.headers.get('location'), agreeUrl(closed, 0))
  assert.deepEqual(
    (await storedOf(closed)).map((row) => [row.choice, row.value, row.reason, row.minority_view, row.version]),
    [['rated', 3, 'Trois sections sur cinq.', 'Deux y voient un 4.', 1]],
  )
  const { rows } = await sql<{
    kind: string
    detail: string
  }>`select kind, detail::text as detail from activity where subject_id = ${closed.made.items[1]?.id}`.execute(site.owner)
  assert.deepEqual(rows, [{ kind: 'agreement.saved', detail: '{}' }])
  const read = await textOf(closed.member, agreeUrl(closed, 1))
  assert.match(read, /Position\u00a0: Le plus souvent/)
  assert.match(read, /Deux y voient un 4\./)
  const last = await lead.post(agreeUrl(closed, 0), { choice: 'worded', reason: 'Avec des mots.', minority: '', version: '0', then: 'next' })
  assert.equal(last.headers.get('location'), spreadUrl(closed))
})

test('two leads write at once: neither text is lost, with and without scripts', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  const head = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: closed.school }]))
  const lead = await visitor(site, closed.lead)
  await lead.post(agreeUrl(closed), { choice: '2', reason: 'Texte du pilote', minority: '', version: '0' }, asJson)
  const byScript = await head.post(agreeUrl(closed), { choice: '3', reason: 'Texte du chef', minority: '', version: '0' }, asJson)
  const clash = JSON.parse(await byScript.text())
  assert.deepEqual([byScript.status, clash.reason, clash.version, clash.fields], [409, 'conflict', 1, { choice: '2', reason: 'Texte du pilote', minority: '' }])
  const byForm = await head.post(agreeUrl(closed), { choice: '3', reason: 'Texte du chef', minority: '', version: '0' })
  const text = await byForm.text()
  assert.equal(byForm.status, 422)
  assert.match(text, /Texte du pilote/)
  assert.match(text, /Texte du chef/)
  assert.match(text, /name="version" value="1"/)
  assert.equal((await head.post(agreeUrl(closed), { choice: '3', reason: 'Texte du chef', minority: '', version: '1' })).status, 303)
  assert.equal((await storedOf(closed))[0]?.reason, 'Texte du chef')
})

test('twenty saves at once keep one text, and the others are told', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  const lead = await visitor(site, closed.lead)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => lead.post(agreeUrl(closed), { choice: '2', reason: `Texte ${index}`, minority: '', version: '0' }, asJson)),
  )
  assert.equal(replies.filter((reply) => reply.status === 200).length, 1)
  assert.equal(replies.filter((reply) => reply.status === 409).length, 19)
})

test('a member cannot write the agreement: told so, and the text comes back', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  const response = await (await visitor(site, closed.member)).post(agreeUrl(closed), { choice: '2', reason: 'Mon texte', minority: '', version: '0' })
  assert.equal(response.status, 403)
  assert.match(await response.text(), /Mon texte/)
  assert.equal((await storedOf(closed)).length, 0)
})

test('validated meanwhile: nothing changes, and the text comes back', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  await sql`update evaluations set state = 'validated' where id = ${closed.made.id}`.execute(site.owner)
  const lead = await visitor(site, closed.lead)
  const response = await lead.post(agreeUrl(closed), { choice: '2', reason: 'Mon texte', minority: '', version: '0' })
  assert.equal(response.status, 409)
  assert.match(await response.text(), /est validée[\s\S]*Mon texte/)
  assert.equal((await lead.post(agreeUrl(closed), { choice: '2', reason: 'x', minority: '', version: '0' }, asJson)).status, 409)
  assert.equal((await storedOf(closed)).length, 0)
})

test('a text that is too long is refused beside its field and comes back whole', async () => {
  const closed = await makeClosed([[1, 4, 2]])
  const long = 'a'.repeat(longestText + 1)
  const response = await (await visitor(site, closed.lead)).post(agreeUrl(closed), { choice: '2', reason: 'Court', minority: long, version: '0' })
  const text = await response.text()
  assert.equal(response.status, 422)
  assert.match(text, /href="#minority"/)
  assert.ok(text.includes(long))
})

test('what the group had agreed on the same question in the cycle before stands beside', async () => {
  const statements = ['Une même question.', 'Une autre.']
  const earlier = await makeClosed(
    [
      [1, 2],
      [1, 2],
    ],
    { statements },
  )
  await (await visitor(site, earlier.lead)).post(agreeUrl(earlier), { choice: '2', reason: 'Il y a un an.', minority: '', version: '0' })
  const now = await makeClosed(
    [
      [3, 3],
      [3, 3],
    ],
    { statements, school: earlier.school, previousId: earlier.made.id },
  )
  assert.match(await textOf(now.lead, agreeUrl(now, 0)), /En 2026-2027, l’équipe s’était accordée sur <strong>Par endroits/)
  assert.doesNotMatch(await textOf(now.lead, agreeUrl(now, 1)), /s’était accordée/)
})
