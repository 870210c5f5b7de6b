import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unzipSync, strFromU8 } from 'fflate'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { listActionsOfEvaluation } from '../../plans/store.ts'
import { findEvaluation } from '../store.ts'
import { buildCouncilPage } from './council-page.ts'
import { findReportFacts } from './facts-store.ts'
import { fewestForCounts } from './facts.ts'
import { buildReport } from './model.ts'
import { placesWithNames } from './names.ts'
import { sheetsOf } from './sheets.ts'
import { buildWorkbook } from './workbook.ts'

let site: FreshSite
let school: string
let head: Person
let member: Person
let evaluation: MadeEvaluation

before(async () => {
  site = await freshSite()
  school = await makeSchool(site, { name: 'Lycée des Tilleuls' })
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Hortense Kerviel')
  member = await makePerson(site, [{ role: 'member', organisationId: school }], 'Zacharie Quéménéur')
  evaluation = await makeEvaluation(site, {
    organisationId: school,
    title: 'Œuvrer à l’accueil, « dès la rentrée » !',
    state: 'agreeing',
    items: 3,
    members: [head, member],
  })
  const [first, second] = evaluation.items
  for (const [item, count] of [
    [first, fewestForCounts],
    [second, fewestForCounts - 1],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      await sql`insert into evaluation_answers (evaluation_id, item_id, organisation_id, choice, value, reason) values (${evaluation.id}, ${item?.id}, ${school}, 'rated', 3, 'Dit par une seule personne.')`.execute(
        site.owner,
      )
    }
  }
  await sql`insert into agreements (item_id, evaluation_id, organisation_id, choice, value, reason, minority_view) values (${first?.id}, ${evaluation.id}, ${school}, 'rated', 3, 'Vu en salle des professeurs.', 'Pas le soir.')`.execute(
    site.owner,
  )
  const { rows } = await sql<{
    id: string
  }>`insert into findings (id, evaluation_id, organisation_id, kind, text, position) values (gen_random_uuid(), ${evaluation.id}, ${school}, 'weakness', 'Les tuteurs arrivent tard.', 1) returning id`.execute(
    site.owner,
  )
  await sql`insert into finding_items values (${rows[0]?.id}, ${first?.id}, ${school})`.execute(site.owner)
  await sql`insert into actions (id, organisation_id, evaluation_id, finding_id, title, by_whom, owner_id, due_on, created_by) values
    (gen_random_uuid(), ${school}, ${evaluation.id}, ${rows[0]?.id}, 'Appeler chaque tuteur', 'DDFPT', ${member.id}, '2027-01-15', ${head.id})`.execute(
    site.owner,
  )
  await sql`insert into actions (id, organisation_id, evaluation_id, title, state, created_by) values (gen_random_uuid(), ${school}, ${evaluation.id}, 'Action laissée', 'abandoned', ${head.id})`.execute(
    site.owner,
  )
})
after(() => site.stop())

const fileOf = (format: string): string => urls.evaluation.reportFile({ evaluation: evaluation.id, format })

async function facts(inside = true) {
  return site.as({ personId: head.id, organisations: [school] }, async (db) => {
    const found = await findEvaluation(db, evaluation.id)
    assert.ok(found)
    return findReportFacts(db, found, listActionsOfEvaluation, { inside, today: '2026-11-22' })
  })
}

const formats: [format: string, start: string, mediaType: string][] = [
  ['pdf', '%PDF-', 'application/pdf'],
  ['synthese', '%PDF-', 'application/pdf'],
  ['odt', 'PK', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'PK', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['xlsx', 'PK', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]

for (const [format, start, mediaType] of formats) {
  test(`the report is given as ${format}, under a name that says what it is`, async () => {
    const response = await (await visitor(site, member)).get(fileOf(format))
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), mediaType)
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename="(synthese-)?autoevaluation-oeuvrer-a-l-accueil-des-la-rentree-\d{4}-\d{2}-\d{2}\.[a-z]+"/,
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(bytes.subarray(0, start.length).toString('latin1'), start)
  })
}

test('an unknown format, a stranger and nobody signed in get no report', async () => {
  assert.equal((await (await visitor(site, member)).get(fileOf('exe'))).status, 404)
  assert.equal((await (await visitor(site, member)).get(fileOf('constructor'))).status, 404)
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  assert.equal((await (await visitor(site, stranger)).get(fileOf('pdf'))).status, 404)
  assert.match((await (await visitor(site)).get(fileOf('pdf'))).headers.get('location') ?? '', /^\/connexion/)
})

test('no report names a member, nor quotes a single answer', async () => {
  const given = await facts()
  const [report, council, data] = [buildReport(given, 'fr'), buildCouncilPage(given, 'fr'), buildWorkbook(given, 'fr')]
  for (const document of [report, council, data]) {
    const text = JSON.stringify(document)
    for (const person of [head, member]) for (const part of [...person.name.split(' '), person.email, person.id]) assert.ok(!text.includes(part), part)
    assert.doesNotMatch(text, /Dit par une seule personne/)
    assert.match(text, /Les tuteurs arrivent tard\./)
    assert.match(text, /Appeler chaque tuteur/)
    assert.doesNotMatch(text, /Action laissée/)
  }
  const odt = unzipSync(new Uint8Array(await (await (await visitor(site, member)).get(fileOf('odt'))).arrayBuffer()))
  const written = Object.values(odt)
    .map((part) => strFromU8(part))
    .join('')
  assert.match(written, /Les tuteurs arrivent tard\./)
  assert.doesNotMatch(written, /Kerviel|Quéménéur/)
})

test('the spread is given from five answers to a question, and its absence is said', async () => {
  const report = buildReport(await facts(), 'fr')
  const spreads = report.blocks.filter((block) => block.kind === 'spread')
  assert.deepEqual(
    spreads.map((block) => block.title),
    ['1. Constat numéro 1.'],
  )
  assert.deepEqual(
    spreads[0]?.levels.map((level) => level.count),
    [0, 0, fewestForCounts, 0],
  )
  assert.equal(spreads[0]?.agreed, 2)
  const second = report.blocks.find((block) => block.kind === 'keyValue' && block.title.startsWith('2.'))
  assert.match(JSON.stringify(second), /4 réponses\u00a0: trop peu pour donner la répartition/)
  const positions = buildWorkbook(await facts(), 'fr')[1]
  assert.deepEqual(
    positions?.rows.map((row) => row[5]),
    [fewestForCounts, fewestForCounts - 1, 0],
  )
  assert.deepEqual(
    positions?.rows.map((row) => row[6] !== null),
    [true, false, false],
  )
})

test('a reader outside the school is told neither counts nor participation', async () => {
  const outside = await facts(false)
  assert.equal(outside.counts, null)
  assert.equal(outside.participation, null)
  const report = buildReport(outside, 'fr')
  assert.equal(
    report.blocks.some((block) => block.kind === 'spread'),
    false,
  )
  assert.match(JSON.stringify(report), /La répartition des réponses reste dans l’établissement/)
})

test('what is not written yet is said to be missing, never invented', async () => {
  const report = buildReport(await facts(), 'fr')
  const action = report.blocks.find((block) => block.kind === 'keyValue' && block.title === 'Appeler chaque tuteur')
  assert.ok(action?.kind === 'keyValue')
  assert.deepEqual(
    action.fields.filter((field) => field.value === null).map((field) => field.label),
    ['Quoi', 'Pour qui', 'Avec qui', 'Où', 'Comment', 'Pourquoi'],
  )
  const positions = buildWorkbook(await facts(), 'fr')[1]
  assert.equal(positions?.rows[1]?.[2], null)
})

test('the page warns where a text seems to name somebody of the team', async () => {
  await sql`update agreements set minority_view = 'Zacharie Quéménéur n’est pas de cet avis.' where evaluation_id = ${evaluation.id}`.execute(site.owner)
  const page = await (await (await visitor(site, head)).get(urls.evaluation.report({ evaluation: evaluation.id }))).text()
  assert.match(page, /Un nom de l’équipe semble écrit dans[^]*Question 1/)
  assert.match(page, /écrivez des fonctions/)
})

const named: [text: string, found: boolean][] = [
  ['Vu avec M. Petit.', true],
  ['Vu avec M. PETIT', true],
  ['Le petit déjeuner', false],
  ['Petitesse', false],
  ['Saint-Petit', false],
  ['Mme Le Goff', true],
  ['Un outil en C', false],
]
for (const [text, found] of named) {
  test(`« ${text} » ${found ? 'holds' : 'does not hold'} a surname`, () => {
    assert.equal(placesWithNames([{ place: '', href: '', text }], ['Anne Petit', 'Yann Le Goff', 'X (C++', '']).length > 0, found)
  })
}

test('each theme has its sheet; the school’s own questions join the only theme, or stand apart', async () => {
  const { items, findings } = await facts()
  const themed = (theme: string, index: number) => ({ ...items[index], themeCode: theme, themeTitle: `Thème ${theme}`, frameworkId: 'f' })
  const [one, two, own] = [themed('A', 0), themed('B', 1), items[2]]
  const asItems = (list: unknown[]) => list.filter((item): item is (typeof items)[number] => item !== undefined)
  assert.deepEqual(
    sheetsOf(asItems([one, own]), findings).sheets.map((sheet) => sheet.title),
    ['Thème A'],
  )
  assert.deepEqual(
    sheetsOf(asItems([one, two, own]), findings).sheets.map((sheet) => [sheet.title, sheet.findings.length]),
    [
      ['Thème A', 1],
      ['Thème B', 0],
      ['', 0],
    ],
  )
  assert.deepEqual(
    sheetsOf(asItems([own]), findings).sheets.map((sheet) => sheet.title),
    [''],
  )
})

test('before the team agrees, the page says what comes first', async () => {
  const early = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [head] })
  const browser = await visitor(site, head)
  for (const address of [urls.evaluation.report({ evaluation: early.id }), urls.evaluation.reportFile({ evaluation: early.id, format: 'pdf' })]) {
    assert.match(await (await browser.get(address)).text(), /Le rapport vient après la mise en commun/)
  }
})
