import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let schoolId: string
let lead: Browser

before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  await sql`update organisations set uai = '0350001X' where id = ${schoolId}`.execute(site.owner)
  lead = await signedIn('lead', schoolId)
})
after(() => site.stop())

async function signedIn(role: 'lead' | 'member', organisationId: string): Promise<Browser> {
  const person = await makePerson(site, [{ role, organisationId }])
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, person)).cookie)
  return visitor
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const there = (): string => urls.indicators.ownFiles({ organisation: schoolId })
const path = (visitor: Browser): string => visitor.path.split('?')[0] ?? ''
const count = (title: string): string => new RegExp(`${title}</dt>\\s*<dd[^>]*>(\\d+)<`).exec(plain(lead.text))?.[1] ?? ''

/** The choices that the page's lists stand on, which a browser sends. */
const chosen = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name = '', options = '']) => [
      name,
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
    ]),
  )

async function send(name: string, ...lines: string[]): Promise<void> {
  await lead.open(there())
  await lead.send(there(), { file: new File([lines.join('\n')], name) })
}

async function accept(): Promise<void> {
  await lead.send(path(lead), chosen(lead.text))
}

test('one row per value: what is proposed is read, refused rows are said, nothing is made of an empty cell', async () => {
  await send(
    'chiffres.csv',
    'UAI;Code;Période;Valeur;Sur;Note',
    '0350001X;D01;2024-2025;12,5 %;200;Logiciel',
    '0350002Y;D01;2023-2024;9;200;',
    '0350001X;ZZ99;2024-2025;9;;',
    ';D02;2024-2025;140;;',
    ';D02;hier;14;;',
    ';D02;2023-2024;s;;',
    ';D03;2024-2025;;;',
    ';D01;2024-2025;13;;',
  )
  await accept()
  assert.equal(count('Chiffres à reprendre'), '2')
  assert.equal(count('Refus'), '5')
  assert.equal(count('Cases vides, laissées de côté'), '1')
  for (const sentence of [/autre établissement/, /Aucun indicateur n’a ce nom/, /entre 0 et 100/, /période n’est pas lisible/, /La ligne 2 donne déjà/]) {
    assert.match(plain(lead.text), sentence)
  }
  await lead.send(`${path(lead)}/importer`)
  assert.match(plain(lead.text), /C’est repris : 2/)
  await lead.open(urls.indicators.show({ organisation: schoolId, code: 'D01' }))
  assert.match(plain(lead.text), /12,5 %/)
  assert.match(lead.text, /chiffres\.csv/)
  await lead.open(urls.indicators.show({ organisation: schoolId, code: 'D02' }))
  assert.match(lead.text, /Trop peu de personnes/)
})

test('one column per indicator: what was said of a title is proposed the next time', async () => {
  await send('suivi-2021-2022.csv', 'Année;Taux d’absentéisme (%);Mes retours', '2021-2022;11;4')
  await lead.send(path(lead), { ...chosen(lead.text), 'role-2': 'measure-values', 'which-2': 'inconnu' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Aucun indicateur n’a ce nom/)
  await lead.send(path(lead), { ...chosen(lead.text), 'which-2': 'Nombre de jeunes revenus en formation', 'role-2': 'measure-values' })
  assert.equal(count('Chiffres à reprendre'), '2')
  await lead.send(`${path(lead)}/importer`)
  await send('suivi-2022-2023.csv', 'Année;Taux d’absentéisme (%);Mes retours', '2022-2023;10;12')
  assert.match(lead.text, /les mêmes choix vous sont proposés/)
  await accept()
  assert.equal(count('Chiffres à reprendre'), '2')
})

test('one column per period: titles below a heading are found, and an undone import is heard no more', async () => {
  await send('tableau.csv', 'Tableau de bord;', 'Indicateur;2019-2020;2020-2021', 'Taux d’absentéisme;21;', 'R01;ND;88')
  await accept()
  assert.equal(count('Chiffres à reprendre'), '3')
  assert.equal(count('Cases vides, laissées de côté'), '1')
  await lead.send(`${path(lead)}/importer`)
  const imported = path(lead)
  assert.match(lead.text, /Chiffres repris/)
  const shown = async (): Promise<boolean> => {
    await lead.open(urls.indicators.show({ organisation: schoolId, code: 'D01' }))
    return /21 %/.test(plain(lead.text))
  }
  assert.equal(await shown(), true)
  await lead.open(imported)
  await lead.send(`${imported}/annuler`)
  assert.match(lead.text, /annulé par/)
  assert.equal(await shown(), false)
  await lead.open(there())
  assert.match(lead.text, /tableau\.csv <span class="q-missing">annulé par/)
})

for (const bookType of ['xlsx', 'ods'] as const) {
  test(`a workbook (${bookType}) is read as its cells are shown`, async () => {
    const book = utils.book_new()
    const sheet = utils.aoa_to_sheet([
      ['Code', 'Session', 'Valeur'],
      ['R05', 2019, 0.315],
    ])
    sheet['C2'].z = '0.0%'
    utils.book_append_sheet(book, sheet, 'Suivi')
    await lead.open(there())
    await lead.send(there(), { file: new File([new Uint8Array(write(book, { type: 'array', bookType }))], `suivi.${bookType}`) })
    await accept()
    assert.match(plain(lead.text), /31,5 %/)
  })
}

test('a file that is too wide, or empty, is refused with a sentence', async () => {
  await send('large.csv', Array.from({ length: 201 }, (_, place) => `c${place}`).join(';'), '1')
  assert.equal(lead.status, 422)
  assert.match(plain(lead.text), /plus de 200 colonnes/)
  await send('vide.csv', 'Code;Valeur')
  assert.match(lead.text, /une ligne de chiffres/)
})

test('a member does not take files over, nor undoes one; to another school nothing is there', async () => {
  const { rows } = await sql<{ id: string }>`select id from indicator_imports where organisation_id = ${schoolId} limit 1`.execute(site.owner)
  const imported = urls.indicators.import({ figuresImport: rows[0]?.id ?? '' })
  const member = await signedIn('member', schoolId)
  const stranger = await signedIn('lead', await makeSchool(site))
  for (const address of [there(), imported]) {
    await member.open(address)
    assert.equal(member.status, 403, address)
    await stranger.open(address)
    assert.equal(stranger.status, 404, address)
  }
})
