import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let authority: string
let school: string
let head: Person
let lead: Person
let referent: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site, 'Académie de Brocéliande')
  school = await makeSchool(site, { authorityId: authority })
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Hortense Kerviel')
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Malik Benhamou')
  referent = await makePerson(site, [{ role: 'referent', organisationId: authority }], 'Rose Tanguy')
})
after(() => site.stop())

/** An evaluation with one position, one finding tied to it, one proof and one member's answer. */
async function make(state: 'agreeing' | 'validated', schoolYear = '2026-2027'): Promise<MadeEvaluation> {
  const evaluation = await makeEvaluation(site, { organisationId: school, state, schoolYear, items: 3, members: [head, lead] })
  const item = evaluation.items[0]?.id ?? ''
  await sql`with finding as (insert into findings (id, evaluation_id, organisation_id, kind, text, position)
    values (gen_random_uuid(), ${evaluation.id}, ${school}, 'strength', 'Le livret sert à tous.', 1) returning id)
    insert into finding_items select id, ${item}, ${school} from finding`.execute(site.owner)
  await sql`insert into agreements (item_id, evaluation_id, organisation_id, choice, value, reason, minority_view)
    values (${item}, ${evaluation.id}, ${school}, 'rated', 3, 'Vu partout.', 'Sauf en hiver.')`.execute(site.owner)
  await sql`with proof as (insert into evidence (id, organisation_id, title, kind, url, added_by)
    values (gen_random_uuid(), ${school}, 'Trame du livret', 'link', 'https://exemple.fr/trame', ${head.id}) returning id)
    insert into evidence_links select id, ${item}, ${evaluation.id}, ${school}, '' from proof`.execute(site.owner)
  await sql`insert into evaluation_answers (evaluation_id, item_id, organisation_id, choice, reason) values (${evaluation.id}, ${item}, ${school}, 'unknown', 'Dit par une personne.')`.execute(
    site.owner,
  )
  return evaluation
}

const sharedAt = async (evaluation: MadeEvaluation): Promise<Date | null> =>
  (await sql<{ at: Date | null }>`select shared_at as at from evaluations where id = ${evaluation.id}`.execute(site.owner)).rows[0]?.at ?? null

const sheetOf = (evaluation: { id: string }): string => urls.evaluation.sheet({ evaluation: evaluation.id })

test('the referent reads an evaluation once it is shared, and not after sharing stops', async () => {
  const evaluation = await make('validated')
  const [her, him] = [await visitor(site, head), await visitor(site, referent)]
  const share = urls.evaluation.share({ evaluation: evaluation.id })
  assert.equal((await him.get(sheetOf(evaluation))).status, 404)
  const page = await (await her.get(share)).text()
  assert.match(page, /Académie de Brocéliande[^]*Ce que le référent verra[^]*Ce que le référent ne verra jamais[^]*les réponses de chacun/)
  assert.equal((await her.post(share, { share: 'start' })).status, 303)
  const sheet = await (await him.get(sheetOf(evaluation))).text()
  for (const part of [/Constat numéro 1\./, /Vu partout\./, /Sauf en hiver\./, /Le livret sert à tous\./]) assert.match(sheet, part)
  assert.doesNotMatch(sheet, /Trame du livret|Kerviel|Benhamou|Ajouter une preuve/)
  for (const address of [
    urls.evaluation.diagnosis({ evaluation: evaluation.id }),
    urls.evaluation.report({ evaluation: evaluation.id }),
    urls.evaluation.compare({ evaluation: evaluation.id }),
  ]) {
    const response = await him.get(address)
    assert.equal(response.status, 200, address)
    assert.doesNotMatch(await response.text(), /Trame du livret|Kerviel|Benhamou/, address)
  }
  assert.equal((await him.get(urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: evaluation.items[0]?.id ?? '' }))).status, 403)
  assert.equal((await him.post(share, { share: 'stop' })).status, 403)
  assert.equal((await her.post(share, { share: 'stop' })).status, 303)
  assert.equal((await him.get(sheetOf(evaluation))).status, 404)
  const { rows } = await sql<{ kind: string }>`select kind from activity where subject_id = ${evaluation.id} and kind like '%shared' order by id`.execute(
    site.owner,
  )
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['evaluation.shared', 'evaluation.unshared'],
  )
})

test('what row-level security lets the referent read is what the page promised, and no more', async () => {
  const evaluation = await make('validated')
  await sql`update evaluations set shared_at = now() where id = ${evaluation.id}`.execute(site.owner)
  const tables = [
    'evaluations',
    'evaluation_items',
    'agreements',
    'findings',
    'finding_items',
    'evaluation_answers',
    'evaluation_members',
    'evidence',
    'evidence_links',
    'ratings',
  ]
  const visible = await site.as({ personId: referent.id, organisations: [authority], authorities: [authority] }, async (db) => {
    const seen: string[] = []
    for (const table of tables) if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)).rows.length > 0) seen.push(table)
    return seen
  })
  assert.deepEqual(visible, ['evaluations', 'evaluation_items', 'agreements', 'findings', 'finding_items'])
})

test('before validation there is nothing to share, and the lead may not share', async () => {
  const evaluation = await make('agreeing')
  const share = urls.evaluation.share({ evaluation: evaluation.id })
  const browser = await visitor(site, head)
  assert.match(await (await browser.get(share)).text(), /Le partage vient après la validation/)
  assert.equal((await browser.post(share, { share: 'start' })).status, 422)
  assert.equal(await sharedAt(evaluation), null)
  assert.equal((await (await visitor(site, lead)).post(share, { share: 'start' })).status, 403)
})

test('two cycles are compared on the questions they have in common, in words', async () => {
  const [first, second] = [await make('validated', '2025-2026'), await make('agreeing')]
  await sql`update evaluation_items set statement = 'Une question nouvelle.' where id = ${second.items[2]?.id}`.execute(site.owner)
  await sql`update agreements set value = 4, reason = 'Depuis le nouveau livret.' where evaluation_id = ${second.id}`.execute(site.owner)
  const browser = await visitor(site, lead)
  const page = await (await browser.get(urls.evaluation.compare({ evaluation: second.id }, { avec: first.id }))).text()
  assert.match(page, /2 questions posées les deux fois avec la même échelle\u00a0: 1 position a changé, 0 est la même, 1 est sans position/)
  assert.match(page, /Avant\u00a0: Le plus souvent\. Maintenant\u00a0: Partout, et on le sait\./)
  assert.match(page, /Questions nouvelles[^]*Une question nouvelle\.[^]*Questions qui ne sont plus posées[^]*Constat numéro 3\./)
  assert.doesNotMatch(page, /mieux|progrès de|baisse|hausse|amélior|dégrad/i)
  assert.equal((await (await visitor(site)).get(urls.evaluation.compare({ evaluation: second.id }))).status, 303)
})
