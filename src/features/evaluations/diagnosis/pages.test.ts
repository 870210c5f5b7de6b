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
import { urls } from '../../../urls.ts'
import type { EvaluationState } from '../tables.ts'

let site: FreshSite
let school: string
let lead: Person
let member: Person

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
})
after(() => site.stop())

const make = (state: EvaluationState = 'agreeing'): Promise<MadeEvaluation> =>
  makeEvaluation(site, { organisationId: school, state, items: 4, members: [lead, member] })
const diagnosis = (evaluation: MadeEvaluation): string => urls.evaluation.diagnosis({ evaluation: evaluation.id })
const newFinding = (evaluation: MadeEvaluation): string => urls.evaluation.newFinding({ evaluation: evaluation.id })

interface Row {
  id: string
  kind: string
  text: string
  version: number
  items: number
}

const findings = async (evaluation: MadeEvaluation): Promise<Row[]> =>
  (
    await sql<Row>`select f.id, f.kind, f.text, f.version, (select count(*) from finding_items l where l.finding_id = f.id) as items
    from findings f where f.evaluation_id = ${evaluation.id} order by f.kind, f.position`.execute(site.owner)
  ).rows

async function agree(evaluation: MadeEvaluation, index: number, value: number, minorityView = ''): Promise<void> {
  await sql`insert into agreements (item_id, evaluation_id, organisation_id, choice, value, reason, minority_view)
    values (${evaluation.items[index]?.id}, ${evaluation.id}, ${school}, 'rated', ${value}, 'Nous le voyons chaque semaine.', ${minorityView})`.execute(
    site.owner,
  )
}

async function add(evaluation: MadeEvaluation, kind: string, text: string): Promise<string> {
  const response = await (await visitor(site, lead)).post(newFinding(evaluation), { kind, text, items: evaluation.items[0]?.id ?? '' })
  assert.equal(response.status, 303)
  return (await findings(evaluation)).find((row) => row.text === text)?.id ?? ''
}

test('a suggestion says why, and one click fills a finding tied to its question', async () => {
  const evaluation = await make()
  await agree(evaluation, 0, 4)
  await agree(evaluation, 1, 1, 'Un collègue voit autre chose.')
  await agree(evaluation, 2, 3)
  const browser = await visitor(site, lead)
  const page = await (await browser.get(diagnosis(evaluation))).text()
  assert.match(page, /Peut-être un point fort[^]*Constat numéro 1\.[^]*«\u00a0Partout, et on le sait\u00a0», en haut de l’échelle/)
  assert.match(page, /À regarder[^]*Constat numéro 2\.[^]*«\u00a0Pas encore\u00a0», en bas de l’échelle[^]*Un autre avis a été noté/)
  assert.doesNotMatch(page, /Constat numéro 3\./)
  const form = await (await browser.get(`${newFinding(evaluation)}?nature=weakness&question=${evaluation.items[1]?.id}`)).text()
  assert.match(form, /Pas encore acquis\u00a0: constat numéro 2\./)
  assert.match(form, /Nous le voyons chaque semaine\./)
  await browser.post(newFinding(evaluation), { kind: 'weakness', text: 'Cela reste rare.', detail: '', items: evaluation.items[1]?.id ?? '' })
  assert.deepEqual(
    (await findings(evaluation)).map(({ kind, text, items }) => ({ kind, text, items })),
    [{ kind: 'weakness', text: 'Cela reste rare.', items: 1 }],
  )
  const after = await (await browser.get(diagnosis(evaluation))).text()
  assert.doesNotMatch(after, /À regarder/)
  assert.match(after, /Cela reste rare\.[^]*D’après[^]*Constat numéro 2\.[^]*En faire une action/)
})

test('a member reads the diagnosis without its buttons, and may not write it', async () => {
  const evaluation = await make()
  const id = await add(evaluation, 'weakness', 'Les tuteurs ignorent les objectifs.')
  const browser = await visitor(site, member)
  const page = await (await browser.get(diagnosis(evaluation))).text()
  assert.match(page, /Les tuteurs ignorent les objectifs\./)
  assert.doesNotMatch(page, /Ajouter un point fort|>Modifier</)
  assert.match(page, /En faire une action/)
  const ids = { evaluation: evaluation.id, finding: id }
  for (const address of [newFinding(evaluation), urls.evaluation.finding(ids), urls.evaluation.moveFinding(ids), urls.evaluation.findingDelete(ids)]) {
    assert.equal((await browser.post(address, { text: 'x', kind: 'strength' })).status, 403, address)
  }
})

test('a foreign school finds nothing, and nobody signed in is sent to sign-in', async () => {
  const evaluation = await make()
  const stranger = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }]))
  assert.equal((await stranger.get(diagnosis(evaluation))).status, 404)
  assert.equal((await stranger.post(newFinding(evaluation), { text: 'x', kind: 'strength' })).status, 404)
  assert.match((await (await visitor(site)).get(diagnosis(evaluation))).headers.get('location') ?? '', /^\/connexion/)
  assert.equal((await findings(evaluation)).length, 0)
})

test('an empty or endless finding comes back with what was typed', async () => {
  const evaluation = await make()
  const browser = await visitor(site, lead)
  const empty = await browser.post(newFinding(evaluation), { kind: 'axis', text: '  ', detail: 'Mes précisions', items: evaluation.items[2]?.id ?? '' })
  assert.equal(empty.status, 422)
  const text = await empty.text()
  assert.match(text, /Écrivez le constat en une phrase/)
  assert.match(text, /Mes précisions/)
  assert.match(text, new RegExp(`value="${evaluation.items[2]?.id}" checked`))
  assert.match(await (await browser.post(newFinding(evaluation), { kind: 'axis', text: 'x'.repeat(301) })).text(), /plus de 300 caractères/)
})

test('only questions of this evaluation are tied, whatever the form names', async () => {
  const [evaluation, other] = [await make(), await make()]
  const browser = await visitor(site, lead)
  await browser.post(newFinding(evaluation), { kind: 'axis', text: 'Un axe', items: [other.items[0]?.id ?? '', 'rien', evaluation.items[0]?.id ?? ''] })
  assert.equal((await findings(evaluation))[0]?.items, 1)
})

test('two people change the same finding: the second sees both texts, and loses nothing', async () => {
  const evaluation = await make()
  const id = await add(evaluation, 'strength', 'Au début.')
  const address = urls.evaluation.finding({ evaluation: evaluation.id, finding: id })
  const browser = await visitor(site, lead)
  assert.equal((await browser.post(address, { version: '1', kind: 'strength', text: 'Texte de la première.' })).status, 303)
  const second = await browser.post(address, { version: '1', kind: 'strength', text: 'Texte de la seconde.', detail: 'Sa suite' })
  assert.equal(second.status, 422)
  const page = await second.text()
  assert.match(page, /a changé pendant que vous écriviez[^]*Texte de la première\.[^]*Texte de la seconde\.[^]*Sa suite/)
  assert.match(page, /name="version" value="2"/)
  assert.equal((await browser.post(address, { version: '2', kind: 'weakness', text: 'Texte de la seconde.' })).status, 303)
  assert.deepEqual(
    (await findings(evaluation)).map(({ kind, text, version }) => ({ kind, text, version })),
    [{ kind: 'weakness', text: 'Texte de la seconde.', version: 3 }],
  )
})

test('a finding taken away meanwhile gives the text back as a new one', async () => {
  const evaluation = await make()
  const id = await add(evaluation, 'strength', 'Bientôt retiré.')
  const browser = await visitor(site, lead)
  const remove = urls.evaluation.findingDelete({ evaluation: evaluation.id, finding: id })
  assert.match(await (await browser.get(remove)).text(), /Retirer ce constat\u00a0\?[^]*Bientôt retiré\./)
  assert.equal((await browser.post(remove)).status, 303)
  const late = await browser.post(urls.evaluation.finding({ evaluation: evaluation.id, finding: id }), {
    version: '1',
    kind: 'strength',
    text: 'Écrit pendant ce temps.',
  })
  assert.equal(late.status, 422)
  const page = await late.text()
  assert.match(page, /Quelqu’un a retiré ce constat[^]*Écrit pendant ce temps\./)
  assert.match(page, new RegExp(`action="${newFinding(evaluation)}"`))
})

test('buttons move a finding by one place within its kind', async () => {
  const evaluation = await make()
  for (const text of ['Un', 'Deux', 'Trois']) await add(evaluation, 'strength', text)
  await add(evaluation, 'weakness', 'Autre')
  const order = async (): Promise<string> =>
    (await findings(evaluation))
      .filter((row) => row.kind === 'strength')
      .map((row) => row.text)
      .join(' ')
  const move = async (text: string, way: string): Promise<void> => {
    const id = (await findings(evaluation)).find((row) => row.text === text)?.id ?? ''
    assert.equal((await (await visitor(site, lead)).post(urls.evaluation.moveFinding({ evaluation: evaluation.id, finding: id }), { move: way })).status, 303)
  }
  await move('Trois', 'up')
  assert.equal(await order(), 'Un Trois Deux')
  await move('Un', 'down')
  assert.equal(await order(), 'Trois Un Deux')
  await move('Trois', 'up')
  assert.equal(await order(), 'Trois Un Deux')
})

test('an action made from a finding is shown with it, and stays when the finding goes', async () => {
  const evaluation = await make()
  const id = await add(evaluation, 'axis', 'Préparer chaque départ.')
  await sql`insert into actions (id, organisation_id, evaluation_id, finding_id, title, created_by)
    values (gen_random_uuid(), ${school}, ${evaluation.id}, ${id}, 'Envoyer la fiche au tuteur', ${lead.id})`.execute(site.owner)
  const browser = await visitor(site, lead)
  assert.match(await (await browser.get(diagnosis(evaluation))).text(), /Actions décidées[^]*Envoyer la fiche au tuteur[^]*\(prévue\)/)
  const remove = urls.evaluation.findingDelete({ evaluation: evaluation.id, finding: id })
  assert.match(await (await browser.get(remove)).text(), /L’action décidée à partir de lui reste/)
  await browser.post(remove)
  assert.equal((await sql`select 1 from actions where evaluation_id = ${evaluation.id} and finding_id is null`.execute(site.owner)).rows.length, 1)
})

test('before closing the page says what comes first; once validated nothing is written', async () => {
  const browser = await visitor(site, lead)
  for (const state of ['composing', 'answering'] as const) {
    const evaluation = await make(state)
    assert.match(await (await browser.get(diagnosis(evaluation))).text(), /Le diagnostic vient après la mise en commun/)
    assert.equal((await browser.post(newFinding(evaluation), { kind: 'strength', text: 'Trop tôt' })).status, 422)
    assert.equal((await findings(evaluation)).length, 0)
  }
  const done = await make('validated')
  const late = await browser.post(newFinding(done), { kind: 'strength', text: 'Trop tard' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /vient d’être validée[^]*Trop tard/)
  assert.equal((await findings(done)).length, 0)
})

test('each change leaves a line that says neither text nor name', async () => {
  const { rows } = await sql<{
    kind: string
    detail: string
  }>`select distinct kind, string_agg(detail::text, '') as detail from activity where kind like 'finding.%' group by kind order by kind`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['finding.added', 'finding.changed', 'finding.moved', 'finding.removed'],
  )
  for (const row of rows) assert.doesNotMatch(row.detail, /[a-zé]{3,} [a-zé]{3,}/)
})
