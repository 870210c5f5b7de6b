import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../test/make-evaluation.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import type { EvaluationTables } from '../evaluations/tables.ts'
import type { EvidenceTables } from '../evidence/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import { urls } from '../../urls.ts'
import { searchHelp } from './search-help.ts'

let site: FreshSite
let authority: string
let school: string
let head: Person
let stranger: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site)
  school = await makeSchool(site, { authorityId: authority })
  head = await makePerson(site, [{ role: 'head', organisationId: school }])
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { authorityId: authority, name: 'Lycée voisin' }) }])
  await fill()
})
after(() => site.stop())

/** One of each kind, all with the word « zéphyr », which no sheet holds. */
async function fill(): Promise<void> {
  const { id } = await makeEvaluation(site, {
    organisationId: school,
    title: 'Le zéphyr des ateliers',
    state: 'agreeing',
    items: ['Le zéphyr souffle en classe.', 'Autre chose.'],
  })
  const tables = site.owner.withTables<EvaluationTables & PlanTables & EvidenceTables>()
  const part = { evaluation_id: id, organisation_id: school }
  await tables
    .insertInto('findings')
    .values({ ...part, id: randomUUID(), kind: 'weakness', text: 'Un zéphyr trop faible', detail: '', position: 1 })
    .execute()
  await tables
    .insertInto('actions')
    .values({
      ...part,
      id: randomUUID(),
      finding_id: null,
      title: 'Ouvrir les fenêtres',
      what: '',
      for_whom: '',
      by_whom: '',
      with_whom: '',
      place: '',
      how: 'Laisser entrer le zéphyr',
      why: '',
      comments: '',
      indicator: '',
      workload: '',
      starts_on: null,
      due_on: null,
      state: 'planned',
      progress: null,
      owner_id: null,
      effect: '',
      effect_noted_on: null,
      done_on: null,
      created_by: head.id,
    })
    .execute()
  await tables
    .insertInto('evidence')
    .values({
      id: randomUUID(),
      organisation_id: school,
      title: 'Relevé du zéphyr',
      kind: 'link',
      url: 'https://exemple.fr/',
      file_name: null,
      media_type: null,
      size: null,
      sha256: null,
      effective_on: null,
      added_by: head.id,
    })
    .execute()
}

const searchAs = async (person: Person | null, words: string): Promise<{ status: number; text: string; to: string }> => {
  const response = await (await visitor(site, person)).get(urls.search({}, { q: words }))
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' '), to: response.headers.get('location') ?? '' }
}

const groupsOf = (text: string): string[] => [...text.matchAll(/id="found-(\w+)"/g)].map((match) => match[1] ?? '')

test('without a session search leads to sign-in and comes back to the same words', async () => {
  const { status, to } = await searchAs(null, 'zéphyr')
  assert.equal(status, 303)
  assert.ok(to.startsWith(urls.signIn()))
})

test('one box finds evaluations, questions, findings, actions and proofs, each with where it is', async () => {
  const { text } = await searchAs(head, 'zéphyr')
  assert.deepEqual(groupsOf(text), ['evaluation', 'question', 'finding', 'action', 'evidence'])
  assert.match(text, /5 résultats pour « zéphyr »/)
  assert.match(text, /point faible · Le zéphyr des ateliers/)
  assert.match(text, /Ouvrir les fenêtres/, 'an action is found by any of its fields')
})

test('accents and capitals do not matter, and a word may be only begun', async () => {
  for (const words of ['zephyr', 'ZÉPHYR', 'zéph', 'atelier zeph']) assert.ok(groupsOf((await searchAs(head, words)).text).includes('evaluation'), words)
})

test('every word must be there', async () => {
  assert.deepEqual(groupsOf((await searchAs(head, 'zéphyr introuvable')).text), [])
})

test('sheets, their questions and the help are found by everybody', async () => {
  const { text } = await searchAs(stranger, 'stage')
  assert.ok(groupsOf(text).includes('theme') && groupsOf(text).includes('bank'))
  assert.ok(groupsOf((await searchAs(stranger, 'telephone perdu')).text).includes('help'))
  assert.deepEqual(searchHelp('x', 'fr'), [])
})

test('another school’s things are not found', async () => {
  const { text } = await searchAs(stranger, 'zéphyr')
  assert.deepEqual(groupsOf(text), [])
  assert.match(text, /Rien pour « zéphyr »/)
})

test('a referent finds what is shared, by its title or by its school, and nothing inside', async () => {
  const referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  assert.deepEqual(groupsOf((await searchAs(referent, 'zéphyr')).text), [])
  await makeEvaluation(site, { organisationId: school, title: 'Sirocco partagé', state: 'validated', shared: true, items: ['Le sirocco du soir.'] })
  assert.deepEqual(groupsOf((await searchAs(referent, 'sirocco')).text), ['evaluation'])
  assert.match((await searchAs(referent, 'tilleuls')).text, /Sirocco partagé/)
})

const hostile = [
  '',
  '   ',
  '%',
  "'",
  '"zéphyr',
  'zéphyr & | ! ( ) :* <->',
  "'; drop table evaluations; --",
  '\\',
  '<script>alert(1)</script>',
  '\u0000',
  'a'.repeat(5000),
  'é '.repeat(4000),
  '😀😀',
  '&:*!',
  'le la les de',
]
for (const [index, words] of hostile.entries()) {
  test(`a strange search gives a calm page (${index}: ${JSON.stringify(words.slice(0, 24))})`, async () => {
    const { status, text } = await searchAs(head, words)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /<script>alert/)
    assert.match(text, /<h1/)
  })
}

test('signs around a word do not hide it', async () => {
  assert.ok(groupsOf((await searchAs(head, 'zéphyr & | ! ( ) :* <->')).text).includes('evaluation'))
})
