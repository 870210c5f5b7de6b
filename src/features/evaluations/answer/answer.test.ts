import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { longestText } from '../../../platform/web/form.ts'
import { urls } from '../../../urls.ts'
import type { EvaluationState, EvaluationTables } from '../tables.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const asJson = { accept: 'application/json' }

interface Round {
  school: string
  made: MadeEvaluation
  teacher: Person
  other: Person
  lead: Person
}

async function makeRound(wish: { state?: EvaluationState; items?: number } = {}): Promise<Round> {
  const school = await makeSchool(site)
  const person = (role: 'member' | 'lead', name: string) => makePerson(site, [{ role, organisationId: school }], name)
  const [teacher, other, lead] = [await person('member', 'Sam Roy'), await person('member', 'Lou Petit'), await person('lead', 'Alix Noël')]
  const made = await makeEvaluation(site, { organisationId: school, state: wish.state ?? 'answering', items: wish.items ?? 3, members: [teacher, other, lead] })
  return { school, made, teacher, other, lead }
}

const itemOf = (round: Round, index = 0): string => round.made.items[index]?.id ?? ''
const itemUrl = (round: Round, index = 0): string => urls.evaluation.answerItem({ evaluation: round.made.id, item: itemOf(round, index) })
const sheetUrl = (round: Round): string => urls.evaluation.answer({ evaluation: round.made.id })

const storedOf = (round: Round, person: Person) =>
  site.owner
    .withTables<EvaluationTables>()
    .selectFrom('ratings')
    .select(['item_id', 'choice', 'value', 'reason', 'version'])
    .where('evaluation_id', '=', round.made.id)
    .where('person_id', '=', person.id)
    .orderBy('item_id')
    .execute()

const linesOf = async (round: Round) => {
  const { rows } = await sql<{ kind: string; detail: object }>`select kind, detail from activity where subject_id = ${round.made.id} order by id`.execute(
    site.owner,
  )
  return rows
}

/** Opens every connection of the pool: what is sent at once then truly runs at once. */
const warm = (person: Visitor, round: Round) => Promise.all(Array.from({ length: 24 }, () => person.get(sheetUrl(round))))

async function saveByJson(
  person: Visitor,
  round: Round,
  fields: Record<string, string>,
  index = 0,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await person.post(itemUrl(round, index), fields, asJson)
  return { status: response.status, body: JSON.parse(await response.text()) }
}

test('a member reads the first question, with the promise, her progress and the scale', async () => {
  const round = await makeRound()
  const response = await (await visitor(site, round.teacher)).get(sheetUrl(round))
  const text = await response.text()
  assert.equal(response.status, 200)
  for (const words of [
    'Personne ne voit vos réponses avec votre nom',
    'détachés pour toujours',
    '0 sur 3 avec votre réponse',
    'Constat numéro 1.',
    'Le plus souvent',
    'Non concerné',
    'Je ne sais pas',
  ])
    assert.match(text, new RegExp(words))
})

test('somebody of the school outside the team is told so, with a way out', async () => {
  const round = await makeRound()
  const colleague = await makePerson(site, [{ role: 'member', organisationId: round.school }])
  const response = await (await visitor(site, colleague)).get(sheetUrl(round))
  assert.equal(response.status, 403)
  const text = await response.text()
  assert.match(text, /ne faites pas partie de l’équipe/)
  assert.match(text, new RegExp(urls.evaluation.show({ evaluation: round.made.id })))
})

test('who is not signed in is led to sign-in; another school finds nothing', async () => {
  const round = await makeRound()
  const nobody = await (await visitor(site)).get(sheetUrl(round))
  assert.equal(nobody.status, 303)
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  assert.equal((await (await visitor(site, stranger)).get(sheetUrl(round))).status, 404)
})

test('the chosen way of answering is remembered', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  const chosen = await teacher.get(urls.evaluation.answer({ evaluation: round.made.id }, { vue: 'toutes' }))
  assert.match(chosen.headers.get('set-cookie') ?? '', /answer-view=all/)
  assert.match(await chosen.text(), /Constat numéro 3\./)
})

test('without scripts, the button saves and leads to the next question, then to the review', async () => {
  const round = await makeRound({ items: 2 })
  const teacher = await visitor(site, round.teacher)
  const first = await teacher.post(itemUrl(round, 0), { choice: '3', reason: 'Deux visites par stage.', version: '0' })
  assert.equal(first.headers.get('location'), itemUrl(round, 1))
  const second = await teacher.post(itemUrl(round, 1), { choice: 'unknown', reason: '', version: '0' })
  assert.equal(second.headers.get('location'), urls.evaluation.finish({ evaluation: round.made.id }))
  const stored = await storedOf(round, round.teacher)
  assert.deepEqual(new Set(stored.map((row) => row.choice)), new Set(['rated', 'unknown']))
  const resumed = await (await (await visitor(site, round.teacher)).get(itemUrl(round, 0))).text()
  assert.match(resumed, /Deux visites par stage\./)
})

test('one page holds all the questions and saves them at once', async () => {
  const round = await makeRound()
  const fields: Record<string, string> = { then: 'review' }
  for (const [index, item] of round.made.items.entries())
    Object.assign(fields, { [`choice-${item.id}`]: String(index + 1), [`reason-${item.id}`]: '', [`version-${item.id}`]: '0' })
  const response = await (await visitor(site, round.teacher)).post(sheetUrl(round), fields)
  assert.equal(response.headers.get('location'), urls.evaluation.finish({ evaluation: round.made.id }))
  assert.equal((await storedOf(round, round.teacher)).length, 3)
})

test('an answer saved as it is typed says when, and leaves a line that tells neither question nor answer', async () => {
  const round = await makeRound()
  const saved = await saveByJson(await visitor(site, round.teacher), round, { choice: '2', reason: 'Parfois.', version: '0' })
  assert.equal(saved.status, 200)
  assert.equal(saved.body['version'], 1)
  assert.match(String(saved.body['message']), /^Enregistré à \d+ h \d\d$/)
  assert.deepEqual(await linesOf(round), [{ kind: 'answer.saved', detail: {} }])
})

test('the same answer sent again after a lost acknowledgement is accepted, with one effect', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  const fields = { choice: '2', reason: 'Parfois.', version: '0' }
  await saveByJson(teacher, round, fields)
  const again = await saveByJson(teacher, round, fields)
  assert.deepEqual([again.status, again.body['version']], [200, 1])
  assert.equal((await linesOf(round)).length, 1)
})

test('the same form sent twice has one effect and leads to the same place', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  const fields = { choice: '4', reason: '', version: '0', _form: '7f0c2a34-1111-4222-8333-444455556666' }
  const [one, two] = await Promise.all([teacher.post(itemUrl(round), fields), teacher.post(itemUrl(round), fields)])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.equal(one.headers.get('location'), two.headers.get('location'))
  assert.equal((await linesOf(round)).length, 1)
})

test('twenty saves at once of one answer: one is kept, the others are shown what was kept', async () => {
  const round = await makeRound({ items: 4 })
  const teacher = await visitor(site, round.teacher)
  await warm(teacher, round)
  for (const index of [0, 1, 2, 3]) {
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, attempt) => saveByJson(teacher, round, { choice: '1', reason: `Essai ${attempt}`, version: '0' }, index)),
    )
    assert.equal(replies.filter((reply) => reply.status === 200).length, 1)
    assert.ok(replies.filter((reply) => reply.status === 409).every((reply) => reply.body['reason'] === 'conflict'))
  }
  assert.ok((await storedOf(round, round.teacher)).every((row) => row.version === 1))
})

test('two devices: the second is shown both texts and chooses; nothing is overwritten', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  await saveByJson(teacher, round, { choice: '3', reason: 'Écrit sur le téléphone.', version: '0' })
  const clash = await saveByJson(teacher, round, { choice: '1', reason: 'Écrit au bureau.', version: '0' })
  assert.equal(clash.status, 409)
  assert.deepEqual(clash.body['fields'], { choice: '3', reason: 'Écrit sur le téléphone.' })
  assert.equal(clash.body['version'], 1)
  const byForm = await teacher.post(itemUrl(round), { choice: '1', reason: 'Écrit au bureau.', version: '0' })
  const text = await byForm.text()
  assert.equal(byForm.status, 422)
  assert.match(text, /Écrit sur le téléphone\./)
  assert.match(text, /Écrit au bureau\./)
  assert.equal((await storedOf(round, round.teacher))[0]?.reason, 'Écrit sur le téléphone.')
  const id = itemOf(round)
  const settle = (keep: string) =>
    teacher.post(sheetUrl(round), { [`choice-${id}`]: '1', [`reason-${id}`]: 'Écrit au bureau.', [`version-${id}`]: '1', [`keep-${id}`]: keep, then: 'stay' })
  assert.equal((await settle('stored')).status, 303)
  assert.equal((await storedOf(round, round.teacher))[0]?.reason, 'Écrit sur le téléphone.')
  assert.equal((await settle('mine')).status, 303)
  assert.equal((await storedOf(round, round.teacher))[0]?.reason, 'Écrit au bureau.')
})

test('on the page of all questions, what clashes comes back and the rest is saved', async () => {
  const round = await makeRound({ items: 2 })
  const teacher = await visitor(site, round.teacher)
  await saveByJson(teacher, round, { choice: '3', reason: 'Ailleurs.', version: '0' })
  const [first, second] = round.made.items.map((item) => item.id)
  const response = await teacher.post(sheetUrl(round), {
    [`choice-${first}`]: '1',
    [`reason-${first}`]: 'Ici.',
    [`version-${first}`]: '0',
    [`choice-${second}`]: '2',
    [`reason-${second}`]: 'Autre.',
    [`version-${second}`]: '0',
  })
  assert.equal(response.status, 422)
  assert.match(await response.text(), /Ailleurs\.[\s\S]*Ici\./)
  assert.deepEqual(new Set((await storedOf(round, round.teacher)).map((row) => row.reason)), new Set(['Ailleurs.', 'Autre.']))
})

test('a session that ended: the script is told so, and nothing is saved', async () => {
  const round = await makeRound()
  const response = await (await visitor(site)).post(itemUrl(round), { choice: '1', reason: 'Un long texte', version: '0' }, asJson)
  assert.equal(response.status, 401)
  const body = JSON.parse(await response.text())
  assert.deepEqual([body.saved, body.reason], [false, 'session'])
  const byForm = await (await visitor(site)).post(itemUrl(round), { choice: '1', reason: 'Un long texte', version: '0' })
  assert.match(await byForm.text(), /Un long texte/)
})

test('removed from the team with the page open: told so, the text comes back, nothing is saved', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  await site.owner
    .withTables<EvaluationTables>()
    .updateTable('evaluation_members')
    .set({ removed_at: new Date() })
    .where('person_id', '=', round.teacher.id)
    .execute()
  const byForm = await teacher.post(itemUrl(round), { choice: '1', reason: 'Ma phrase à garder', version: '0' })
  const text = await byForm.text()
  assert.equal(byForm.status, 403)
  assert.match(text, /ne faites plus partie de l’équipe/)
  assert.match(text, /Ma phrase à garder/)
  const byScript = await saveByJson(teacher, round, { choice: '1', reason: 'Ma phrase à garder', version: '0' })
  assert.deepEqual([byScript.status, byScript.body['reason']], [403, 'removed'])
  assert.equal((await storedOf(round, round.teacher)).length, 0)
})

test('a mandate that ended with the page open: the text comes back with a way out', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  await sql`update mandates set valid_to = current_date - 1 where person_id = ${round.teacher.id}`.execute(site.owner)
  const response = await teacher.post(itemUrl(round), { choice: '1', reason: 'Ma phrase à garder', version: '0' })
  assert.equal(response.status, 404)
  assert.match(await response.text(), /Ma phrase à garder/)
})

test('closed meanwhile: told so, the text comes back, nothing slips in', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  await (await visitor(site, round.lead)).post(urls.evaluation.close({ evaluation: round.made.id }))
  const response = await teacher.post(itemUrl(round), { choice: '1', reason: 'Trop tard ?', version: '0' })
  const text = await response.text()
  assert.equal(response.status, 409)
  assert.match(text, /Les réponses sont closes/)
  assert.match(text, /Trop tard \?/)
  const { rows } = await sql<{ n: number }>`select count(*)::int n from evaluation_answers where evaluation_id = ${round.made.id}`.execute(site.owner)
  assert.equal(rows[0]?.n, 0)
})

test('answers that arrive while the lead closes are either refused or counted, never lost', async () => {
  for (const before of [2, 6, 10, 14]) {
    const round = await makeRound({ items: 24 })
    const [teacher, lead] = [await visitor(site, round.teacher), await visitor(site, round.lead)]
    await warm(teacher, round)
    const save = (_: unknown, index: number) => saveByJson(teacher, round, { choice: '1', reason: `Texte ${index}`, version: '0' }, index)
    const early = round.made.items.slice(0, before).map(save)
    const closing = lead.post(urls.evaluation.close({ evaluation: round.made.id }))
    const late = round.made.items.slice(before).map((item, index) => save(item, index + before))
    const replies = await Promise.all([...early, ...late])
    assert.equal((await closing).status, 303)
    const accepted = replies.filter((reply) => reply.status === 200).length
    const { rows } = await sql<{ n: number; left: number }>`
      select (select count(*)::int from evaluation_answers where evaluation_id = ${round.made.id}) n,
        (select count(*)::int from ratings where evaluation_id = ${round.made.id}) "left"`.execute(site.owner)
    assert.deepEqual(rows[0], { n: accepted, left: 0 })
  }
})

test('a paste of 5 MB is refused with a sentence, and comes back', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  const pasted = 'La visite de stage. '.repeat(250_000)
  const byForm = await teacher.post(itemUrl(round), { choice: '1', reason: pasted, version: '0' })
  const text = await byForm.text()
  assert.equal(byForm.status, 422)
  assert.match(text, /caractères, et la page en garde au plus/)
  assert.ok(text.includes(pasted.trim()))
  const byScript = await saveByJson(teacher, round, { choice: '1', reason: pasted, version: '0' })
  assert.deepEqual([byScript.status, byScript.body['reason']], [422, 'too-long'])
  const onSheet = await teacher.post(sheetUrl(round), {
    [`choice-${itemOf(round)}`]: '1',
    [`reason-${itemOf(round)}`]: 'x'.repeat(longestText + 1),
    [`version-${itemOf(round)}`]: '0',
  })
  assert.equal(onSheet.status, 422)
  assert.equal((await storedOf(round, round.teacher)).length, 0)
  assert.equal((await teacher.post(itemUrl(round), { choice: '1', reason: 'x'.repeat(longestText), version: '0' })).status, 303)
})

test('a question of another evaluation is not answered through this one', async () => {
  const [round, other] = [await makeRound(), await makeRound()]
  const address = urls.evaluation.answerItem({ evaluation: round.made.id, item: itemOf(other) })
  const response = await (await visitor(site, round.teacher)).post(address, { choice: '1', reason: '', version: '0' })
  assert.equal(response.status, 410)
})

test('finishing never blocks, is noted once, and answers stay open to change', async () => {
  const round = await makeRound()
  const teacher = await visitor(site, round.teacher)
  const review = await (await teacher.get(urls.evaluation.finish({ evaluation: round.made.id }))).text()
  assert.match(review, /3 questions n’ont pas encore votre réponse/)
  for (const _ of [1, 2]) assert.equal((await teacher.post(urls.evaluation.finish({ evaluation: round.made.id }))).status, 303)
  assert.deepEqual(
    (await linesOf(round)).map((line) => line.kind),
    ['answer.finished'],
  )
  assert.equal((await saveByJson(teacher, round, { choice: '1', reason: '', version: '0' })).status, 200)
})
