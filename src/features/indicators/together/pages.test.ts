import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Parser } from 'n3'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makeNetwork, makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

interface School {
  id: string
  uai: string
  name: string
}

let site: FreshSite
let authorityId: string
let elsewhereId: string
let networkId: string
let schools: School[]
let referent: Browser
let personId: string

before(async () => {
  site = await freshSite()
  authorityId = await makeAuthority(site, 'Académie de Valmont')
  elsewhereId = await makeAuthority(site, 'Académie d’Outremont')
  networkId = await makeNetwork(site, { authorityId })
  personId = (await makePerson(site)).id
  referent = await signedIn('referent', authorityId)
  schools = []
  for (let number = 1; number <= 7; number++) schools.push(await makeKnownSchool(number, authorityId))
  // Six schools with 2023, all seven with 2024, four with access to the diploma.
  await makeImport(authorityId, [
    ...schools.map(({ uai }, index) => row(uai, '2024', { 'taux-reussite': 60 + index * 5, ...(index < 4 ? { 'taux-acces-2nde': 33.5 + index } : {}) })),
    ...schools.slice(0, 6).map(({ uai }, index) => row(uai, '2023', { 'taux-reussite': index === 5 ? 'not-published' : 50 + index * 10 })),
  ])
  for (const { id } of schools.slice(0, 5)) {
    await sql`insert into organisation_links (child_id, parent_id, kind, valid_from) values (${id}, ${networkId}, 'member_of', '2020-09-01')`.execute(
      site.owner,
    )
  }
})
after(() => site.stop())

async function makeKnownSchool(number: number, authority: string): Promise<School> {
  const school = { uai: `035000${number}Z`, name: `Lycée Inconnu-${number}` }
  const id = await makeSchool(site, { authorityId: authority, name: school.name })
  await sql`update organisations set uai = ${school.uai}, school_type = ${number > 5 ? 'lycee_polyvalent' : 'lycee_pro'} where id = ${id}`.execute(site.owner)
  return { id, ...school }
}

async function signedIn(role: 'lead' | 'referent', organisationId: string): Promise<Browser> {
  const person = await makePerson(site, [{ role, organisationId }])
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, person)).cookie)
  return visitor
}

interface Row {
  uai: string
  period: string
  measures: Record<string, number | string>
}

const row = (uai: string, period: string, measures: Row['measures']): Row => ({ uai, period, measures })

const results = { dataset: 'ival-pro', track: 'pro', public: '' }
const apprentices = { dataset: 'inserjeunes-cfa', track: '', public: 'apprentis' }

async function makeImport(organisationId: string, rows: readonly Row[], { dataset, track, public: whom } = results): Promise<string> {
  const id = randomUUID()
  await sql`insert into indicator_imports (id, organisation_id, dataset, file_name, file_sha256, rows_read, rows_loaded, rows_refused, report, person_id)
    values (${id}, ${organisationId}, ${dataset}, 'essai.csv', '', 0, 0, 0, '{}', ${personId})`.execute(site.owner)
  for (const [line, { uai, period, measures }] of rows.entries()) {
    await sql`insert into published_rows (import_id, uai, dataset, period, track, public, line, measures)
      values (${id}, ${uai}, ${dataset}, ${period}, ${track}, ${whom}, ${line}, ${JSON.stringify(measures)}::text::jsonb)`.execute(site.owner)
  }
  return id
}

const undo = (id: string) => sql`update indicator_imports set undone_at = now() where id = ${id}`.execute(site.owner)
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

/** Rows of the table of one figure, as they are read. */
function tableOf(text: string, caption: string): string[][] {
  const table = plain(text)
    .split('<table')
    .find((one) => new RegExp(`<caption[^>]*>${caption}</caption>`).test(one))
  return [...(table ?? '').matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)]
    .slice(1)
    .map((line) => [...(line[1] ?? '').matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map((cell) => (cell[1] ?? '').replaceAll(/<[^>]*>/g, '').trim()))
}

const here = () => ({ organisation: authorityId })
const success = 'Taux de réussite au bac pro'

test('an académie reads between which bounds half of its schools stand, by period', async () => {
  await referent.open(urls.indicators.authority(here()))
  assert.equal(referent.status, 200)
  assert.deepEqual(tableOf(referent.text, success), [
    ['2024', '7', '67,5 %', '75 %', '82,5 %'],
    ['2023', '5', '60 %', '70 %', '80 %'],
  ])
  assert.match(referent.text, /q-series__range/)
  assert.match(plain(referent.text), /Ce que les établissements saisissent[^<]*leur appartient/)
})

test('nothing is said of four schools, nor of a type of which there are two', async () => {
  await referent.open(urls.indicators.authority(here()))
  assert.deepEqual(tableOf(referent.text, 'Part des entrants de seconde qui vont jusqu’au diplôme'), [])
  assert.doesNotMatch(referent.text, /33,5|lycee_polyvalent/)
  await referent.open(urls.indicators.authority(here(), { type: 'lycee_pro' }))
  assert.deepEqual(tableOf(referent.text, success)[0], ['2024', '5', '65 %', '70 %', '75 %'])
  await referent.open(urls.indicators.authority(here(), { theme: 'destinations' }))
  assert.match(referent.text, /Aucun chiffre de ce thème/)
})

test('a later import of a school’s figure is the one that counts, until it is undone', async () => {
  const shown = async (): Promise<string[] | undefined> => {
    await referent.open(urls.indicators.authority(here()))
    return tableOf(referent.text, success)[0]
  }
  const corrected = await makeImport(authorityId, [row(schools[0]?.uai ?? '', '2024', { 'taux-reussite': 100 })])
  assert.deepEqual(await shown(), ['2024', '7', '72,5 %', '80 %', '87,5 %'])
  await undo(corrected)
  assert.deepEqual(await shown(), ['2024', '7', '67,5 %', '75 %', '82,5 %'])
  const foreign = await makeImport(elsewhereId, [row(schools[0]?.uai ?? '', '2024', { 'taux-reussite': 1 })])
  assert.deepEqual(await shown(), ['2024', '7', '67,5 %', '75 %', '82,5 %'], 'what another académie imports says nothing of these schools')
  await undo(foreign)
})

test('another académie, a school and a visitor without a session see nothing of it', async () => {
  const stranger = await signedIn('referent', elsewhereId)
  const school = await signedIn('lead', schools[0]?.id ?? '')
  for (const visitor of [stranger, school]) {
    for (const address of [urls.indicators.authority(here()), urls.indicators.published(here())]) {
      await visitor.open(address)
      assert.equal(visitor.status, 404, address)
    }
  }
  const nobody = browser(site)
  await nobody.open(urls.indicators.authority(here()))
  assert.match(nobody.path, /^\/connexion/)
})

test('a network of five has the same page, and one of four says nothing', async () => {
  const lead = await signedIn('lead', networkId)
  const there = urls.indicators.network({ organisation: networkId })
  await lead.open(there)
  assert.deepEqual(tableOf(lead.text, success)[0], ['2024', '5', '65 %', '70 %', '75 %'])
  await sql`update organisation_links set valid_to = '2021-07-31' where child_id = ${schools[4]?.id ?? ''}`.execute(site.owner)
  await lead.open(there)
  assert.equal(lead.status, 200)
  assert.deepEqual(tableOf(lead.text, success), [])
  await lead.open(urls.indicators.network({ organisation: authorityId }))
  assert.equal(lead.status, 404)
})

const publish = async (...codes: string[]): Promise<void> => {
  const there = urls.indicators.published(here())
  await referent.open(there)
  const body: Record<string, string> = Object.fromEntries(codes.map((code) => ['measure', code]))
  await referent.send(there, codes.length > 0 ? body : { measure: '' })
}

test('nothing is published before the référent has decided it', async () => {
  const visitor = browser(site)
  await visitor.open(urls.indicators.catalogueFile({ ...here(), code: 'R01', format: 'csv' }))
  assert.equal(visitor.status, 404)
  await visitor.open(urls.indicators.catalogue({ ...here(), format: 'json' }))
  assert.doesNotMatch(visitor.text, /dcat:Dataset/)
})

test('what is ticked can be read by anybody as a catalogue and as files, and no longer once it is not', async () => {
  await publish('R01')
  assert.match(referent.text, /C’est enregistré/)
  assert.match(referent.text, /value="R01" checked/)
  const visitor = browser(site)
  await visitor.open(urls.indicators.catalogue({ ...here(), format: 'ttl' }))
  const quads = new Parser().parse(visitor.text)
  const objects = (property: string): string[] => quads.filter((quad) => quad.predicate.value.endsWith(property)).map((quad) => quad.object.value)
  assert.deepEqual(objects('/identifier'), ['R01'])
  assert.deepEqual([objects('#startDate'), objects('#endDate')], [['2023'], ['2024']])
  assert.ok(objects('/description').some((words) => words.includes('Ce qu’il ne dit pas')))
  const files = objects('#downloadURL').map((address) => new URL(address).pathname)
  assert.equal(files.length, 2)
  await visitor.open(files.find((path) => path.endsWith('/csv')) ?? '')
  assert.match(visitor.text, /R01;Taux de réussite au bac pro;en pourcentage;Tous les établissements;2024;7;67,5;75;82,5\r\n/)
  assert.match(visitor.text, /;Lycée professionnel;2024;5;65;70;75\r\n/)
  assert.doesNotMatch(visitor.text, /polyvalent/)
  await visitor.open(files.find((path) => path.endsWith('/json')) ?? '')
  const read: { chiffres: { periode: string; milieu: number }[] } = JSON.parse(visitor.text)
  assert.deepEqual(
    read.chiffres.map(({ periode, milieu }) => [periode, milieu]),
    [
      ['2023', 70],
      ['2024', 75],
      ['2023', 70],
      ['2024', 70],
    ],
  )
  await publish()
  await visitor.open(files[0] ?? '')
  assert.equal(visitor.status, 404)
})

test('an indicator that is not known of five schools is published as nothing, and one that is not open data cannot be', async () => {
  await publish('R03')
  const visitor = browser(site)
  await visitor.open(urls.indicators.catalogueFile({ ...here(), code: 'R03', format: 'csv' }))
  assert.equal(visitor.status, 404)
  await visitor.open(urls.indicators.catalogue({ ...here(), format: 'json' }))
  assert.doesNotMatch(visitor.text, /R03/)
  await publish('D01')
  const { rows } = await sql<{ measure: string }>`select measure from published_indicators`.execute(site.owner)
  assert.deepEqual(rows, [])
})

test('each decision is a line of the académie’s journal; saving the same again is none', async () => {
  const count = async (): Promise<number> => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from activity where kind = 'figures.published' and organisation_id = ${authorityId}`.execute(site.owner)
    return rows[0]?.n ?? 0
  }
  const before = await count()
  await publish('R01')
  await publish('R01')
  assert.equal(await count(), before + 1)
})

test('no answer names a school, by its name, its UAI or its id', async () => {
  await publish('R01')
  await sql`update organisation_links set valid_to = null where child_id = ${schools[4]?.id ?? ''}`.execute(site.owner)
  const lead = await signedIn('lead', networkId)
  const visitor = browser(site)
  const file = (format: string): string => urls.indicators.catalogueFile({ ...here(), code: 'R01', format })
  const asked: [Browser, string][] = [
    [referent, urls.indicators.authority(here())],
    [referent, urls.indicators.authority(here(), { type: 'lycee_pro' })],
    [referent, urls.indicators.authority(here(), { sort: 'value', tri: 'valeur', format: 'csv' })],
    [referent, urls.indicators.published(here())],
    [lead, urls.indicators.network({ organisation: networkId })],
    [visitor, urls.indicators.catalogue({ ...here(), format: 'json' })],
    [visitor, urls.indicators.catalogue({ ...here(), format: 'ttl' })],
    [visitor, file('csv')],
    [visitor, file('json')],
  ]
  for (const [who, address] of asked) {
    await who.open(address)
    assert.equal(who.status, 200, address)
    assert.ok(who.text.length > 200, address)
    for (const { id, uai, name } of schools) {
      for (const word of [id, uai, name]) assert.ok(!who.text.includes(word), `${word} stands in ${address}`)
    }
  }
})

test('unknown formats and organisations that are no académie have no catalogue', async () => {
  const visitor = browser(site)
  const school = schools[0]?.id ?? ''
  for (const address of [
    urls.indicators.catalogue({ ...here(), format: 'xml' }),
    urls.indicators.catalogue({ organisation: school, format: 'ttl' }),
    urls.indicators.catalogueFile({ ...here(), code: 'R01', format: 'xlsx' }),
    urls.indicators.catalogueFile({ ...here(), code: 'constructor', format: 'csv' }),
  ]) {
    await visitor.open(address)
    assert.equal(visitor.status, 404, address)
  }
})

/** Rows of the académie's table on a school's page, as those of the académie's own: period, schools, first quarter, middle, third quarter. */
async function onSchoolPage(visitor: Browser, organisation: string, code: string, group = 'Académie'): Promise<string[][]> {
  await visitor.open(urls.indicators.show({ organisation, code }))
  return tableOf(visitor.text, group).map(([period = '', count = '', between = '', middle = '']) => {
    const [low = '', high = ''] = between.split(' et ')
    return [period, count, low, middle, high]
  })
}

test('a school reads on its page the same bounds as its académie: same schools, same imports, same public', async () => {
  const [school, , , , , , closing] = schools
  assert.ok(school && closing)
  await sql`update organisations set valid_to = '2099-08-31' where id = ${closing.id}`.execute(site.owner)
  await makeImport(closing.id, [row(closing.uai, '2024', { 'taux-reussite': 99 })])
  await makeImport(elsewhereId, [row(closing.uai, '2024', { 'taux-reussite': 1 })])
  await makeImport(
    authorityId,
    schools.map(({ uai }, index) => row(uai, 'cumul 2023-2024', { 'va-emploi-6': index - 2, 'contrats-interrompus': 20 + index })),
    apprentices,
  )
  const lead = await signedIn('lead', school.id)
  for (const [code, name, theme] of [
    ['R01', success, ''],
    ['P05', 'Emploi à 6 mois, écart au taux attendu', 'destinations'],
    ['D08', 'Part de contrats d’apprentissage rompus', 'attendance'],
  ] as const) {
    await referent.open(urls.indicators.authority(here(), theme ? { theme } : {}))
    const told = tableOf(referent.text, name)
    assert.equal(told[0]?.[1], '7', code)
    assert.deepEqual(await onSchoolPage(lead, school.id, code), told, code)
    assert.deepEqual(await onSchoolPage(lead, school.id, code, 'Tous les établissements de ce site'), told, code)
  }
})
