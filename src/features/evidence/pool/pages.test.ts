import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makeEvidence } from '../../../../test/make-evidence.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let school: string
let lead: Person
let browser: Visitor
const frameworks = new Map<string, string>()

before(async () => {
  site = await freshSite()
  site.setNow(new Date('2026-03-31T10:00:00Z'))
  school = await makeSchool(site)
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }])
  browser = await visitor(site, lead)
  const { rows } = await sql<{ name: string; id: string }>`select framework || ' ' || version as name, id from frameworks`.execute(site.owner)
  for (const { name, id } of rows) frameworks.set(name, id)
})
after(() => site.stop())

const point = async (name: string, place = 0): Promise<{ frameworkId: string; code: string }> => {
  const frameworkId = frameworks.get(name) ?? ''
  const { rows } = await sql<{
    code: string
  }>`select code from framework_items where framework_id = ${frameworkId} order by code offset ${place} limit 1`.execute(site.owner)
  return { frameworkId, code: rows[0]?.code ?? '' }
}

const pool = async (query: Record<string, string> = {}, from = browser): Promise<string> =>
  (await (await from.get(urls.school.evidence({ organisation: school }, query))).text()).replaceAll('\u00a0', ' ')
const titlesIn = (text: string): string[] => [...text.matchAll(/q-card__link"[^>]*>([^<]+)</g)].map((match) => match[1] ?? '')

test('without any proof, the page says what it is for and where to begin', async () => {
  const text = await pool()
  assert.match(text, /Aucune preuve pour le moment/)
  assert.match(text, new RegExp(urls.school.addEvidence({ organisation: school })))
})

test('each proof shows its nature, dates, validity and where it serves; figures are counted, and say how', async () => {
  const by = { organisationId: school, addedBy: lead.id }
  await makeEvidence(site, {
    ...by,
    title: 'Convention avec la scierie',
    nature: 'agreement',
    effectiveOn: '2025-09-01',
    validUntil: '2026-04-15',
    points: [await point('lycee-des-metiers 2023'), await point('lycee-des-metiers 2016'), await point('rnq 2023'), await point('rnq 2023', 1)],
  })
  await makeEvidence(site, { ...by, title: 'Ancien bilan', nature: 'report', validUntil: '2026-03-30', points: [await point('euroscol 2019')] })
  await makeEvidence(site, {
    ...by,
    title: 'Photo de la semaine',
    nature: 'photo',
    remindOn: '2026-03-01',
    words: 'Élèves à Séville devant la charte européenne signée',
  })
  const text = await pool()
  assert.match(
    text,
    /À renouveler avant le 15 avril 2026[^]*?Convention, partenariat[^]*?Document du 1er septembre 2025[^]*?Sert à 4 points, dans 2 référentiels/,
  )
  assert.match(text, /Périmée depuis le 30 mars 2026/)
  assert.match(text, /À revoir depuis le 1er mars 2026/)
  assert.match(text, /33 %<\/strong> 1 preuve sert à plusieurs référentiels, sur 3/)
  assert.match(text, /3 fois<\/strong> une preuve n’a pas eu à être cherchée de nouveau/)
  assert.match(text, /D’où vient ce chiffre \?[^]*Q09/)
})

test('two editions of one framework count as one, and the same statement of two evaluations as one point', async () => {
  const other = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'head', organisationId: other }])
  const id = await makeEvidence(site, {
    organisationId: other,
    addedBy: person.id,
    points: [await point('lycee-des-metiers 2023'), await point('lycee-des-metiers 2016')],
  })
  const { frameworkId, code } = await point('qualeduc 2017')
  for (const title of ['Avant', 'Après']) {
    const { id: evaluation, items } = await makeEvaluation(site, { organisationId: other, title, items: 1, state: 'agreeing' })
    await sql`update evaluation_items set framework_id = ${frameworkId}, origin_code = ${code} where id = ${items[0]?.id}`.execute(site.owner)
    await sql`insert into evidence_links (evidence_id, item_id, evaluation_id, organisation_id) values (${id}, ${items[0]?.id}, ${evaluation}, ${other})`.execute(
      site.owner,
    )
  }
  const text = await (await (await visitor(site, person)).get(urls.school.evidence({ organisation: other }))).text()
  assert.match(text, /Sert à 3 points, dans 2 référentiels/)
  assert.match(text, /3 fois<\/strong>/)
})

const filters: [query: Record<string, string>, titles: string[]][] = [
  [{ etat: 'perimees' }, ['Ancien bilan']],
  [{ etat: 'bientot' }, ['Convention avec la scierie', 'Photo de la semaine']],
  [{ etat: 'inutilisees' }, ['Photo de la semaine']],
  [{ etat: 'une-fois' }, ['Ancien bilan']],
  [{ nature: 'agreement' }, ['Convention avec la scierie']],
  [{ nature: 'agreement', etat: 'perimees' }, []],
  [{ etat: 'n’importe quoi', nature: "x' or 1=1" }, ['Ancien bilan', 'Convention avec la scierie', 'Photo de la semaine']],
  [{ page: '7' }, ['Ancien bilan', 'Convention avec la scierie', 'Photo de la semaine']],
  [{ page: '-1' }, ['Ancien bilan', 'Convention avec la scierie', 'Photo de la semaine']],
]

for (const [query, titles] of filters)
  test(`the filter ${JSON.stringify(query)} leaves ${titles.length}`, async () => assert.deepEqual(titlesIn(await pool(query)).sort(), titles))

test('a search reads titles and the words of files, by their stem, without accents; the passage is shown as written, the words marked', async () => {
  assert.deepEqual(titlesIn(await pool({ q: 'conventions' })), ['Convention avec la scierie'])
  const text = await pool({ q: 'eleve européennes' })
  assert.deepEqual(titlesIn(text), ['Photo de la semaine'])
  assert.match(text, /<mark>Élèves<\/mark> à Séville devant la charte <mark>européenne<\/mark> signée/)
  assert.deepEqual(titlesIn(await pool({ q: 'semaine seville' })), ['Photo de la semaine'])
  assert.match(await pool({ q: 'licorne' }), /Rien pour « licorne »/)
  for (const q of ["'; drop table evidence; --", '&|!()', '<script>', '\u0000', 'a'.repeat(5000)])
    assert.equal((await browser.get(urls.school.evidence({ organisation: school }, { q }))).status, 200)
})

test('the search of the whole site finds a proof by the words of its file too', async () => {
  const text = await (await browser.get(urls.search({}, { q: 'seville européenne' }))).text()
  assert.match(text, /href="\/preuves\/[^"]+">Photo de la semaine/)
})

test('what a hostile file says is shown as text', async () => {
  await makeEvidence(site, { organisationId: school, addedBy: lead.id, title: '<b>Titre</b>', words: 'avant <img src=x onerror=alert(1)> licorne apres' })
  const text = await pool({ q: 'licorne' })
  assert.match(text, /&lt;b&gt;Titre/)
  assert.doesNotMatch(text, /<img src=x/)
})

test('a person of another school finds no page, and nobody signed in is sent to sign-in', async () => {
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  const address = urls.school.evidence({ organisation: school })
  assert.equal((await (await visitor(site, stranger)).get(address)).status, 404)
  assert.match((await (await visitor(site)).get(address)).headers.get('location') ?? '', /^\/connexion/)
})

test('a thousand proofs are searched in a moment', async () => {
  const other = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'head', organisationId: other }])
  await sql`
    with made as (
      insert into evidence (id, organisation_id, title, kind, url, added_by)
      select gen_random_uuid(), ${other}, 'Preuve ' || n, 'link', 'https://exemple.fr/' || n, ${person.id} from generate_series(1, 1000) n returning id, title)
    insert into evidence_texts (evidence_id, organisation_id, revision, state, words)
    select id, ${other}, 1, 'read', repeat('Le conseil pédagogique a retenu la convention du partenaire. ', 200) || title from made`.execute(site.owner)
  const head = await visitor(site, person)
  const times: number[] = []
  for (const q of ['convention partenaires', 'preuve 77', 'licorne']) {
    const started = performance.now()
    assert.equal((await head.get(urls.school.evidence({ organisation: other }, { q }))).status, 200)
    times.push(Math.round(performance.now() - started))
  }
  assert.ok(Math.max(...times) < 2000, `${times}`)
  console.log(`search among 1000 proofs of 12 000 characters: ${times} ms`)
})
