import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { removeDirectoryFileJob, uploadHours } from './uploads.ts'

let site: FreshSite
let operator: Person
let other: Person

before(async () => {
  site = await freshSite()
  const nation = await makeAuthority(site, 'Exploitation')
  operator = await makePerson(site, [{ role: 'operator', organisationId: nation }], 'Agnès Opératrice')
  other = await makePerson(site, [{ role: 'operator', organisationId: nation }], 'Autre Opérateur')
})
after(() => site.stop())

const path = '/exploitation/annuaire'
const fixture = (name: string): string => readFileSync(new URL(`../import/fixtures/${name}`, import.meta.url), 'utf8')

function fileForm(text: string | Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  form.append('file', new File([new Uint8Array(bytes)], 'annuaire <b>.csv', { type: 'text/csv' }))
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const list = (...lines: string[]): string => ['nom,uai,type_etablissement,commune,academie,departement,secteur,ips,latitude,longitude', ...lines, ''].join('\n')
const line = (name: string, uai: string): string => `${name},${uai},lycee,Valmont,Rennes,Ille-et-Vilaine,Public,,48.1,-1.6`

async function countSchools(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from organisations where kind = 'school'`.execute(site.owner)
  return rows[0]?.n ?? -1
}

/** Sends a file and reads its preview: where it is, and what confirming it sends. */
async function preview(text: string, fields: Record<string, string> = {}) {
  const browser = await visitor(site, operator)
  const sent = await browser.post(path, fileForm(text, fields))
  assert.equal(sent.status, 303, await sent.text())
  const address = sent.headers.get('location') ?? ''
  const shown = await browser.get(address)
  const page = await shown.text()
  const hidden = (name: string): string => page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
  return { browser, address, status: shown.status, page, fields: { depot: hidden('depot'), after: hidden('after') } }
}

test('a directory is shown before anything is saved, then imported once it is confirmed', async () => {
  const before = await countSchools()
  const seen = await preview(fixture('directory-2023.csv'))
  assert.equal(seen.status, 200)
  assert.match(seen.page, /Établissements à créer<\/dt>\s*<dd[^>]*>[1-9]/)
  assert.match(seen.page, /annuaire &lt;b&gt;\.csv/)
  assert.equal(await countSchools(), before)
  const response = await seen.browser.post(`${path}/confirmer`, seen.fields)
  assert.equal(response.status, 303)
  assert.ok((await countSchools()) > before)
  const history = await (await seen.browser.get(path)).text()
  assert.match(history, /Agnès Opératrice/)
  // The same preview does not serve twice.
  assert.equal((await seen.browser.post(`${path}/confirmer`, seen.fields)).status, 422)
})

test('refused lines say their line, their column, their value and why; the others are imported', async () => {
  const seen = await preview(
    list(
      line('Lycée du Canal', '0359912J'),
      line('', '0359901X'),
      line('Lycée du Lac', '35990'),
      'Lycée perdu,0359904A,lycee,Valmont,Atlantide,,Public,,,',
      line('Lycée du Canal bis', '0359912J'),
    ),
  )
  assert.match(seen.page, /Lignes refusées<\/dt>\s*<dd[^>]*>4</)
  assert.match(seen.page, />3<\/th><td data-label="Colonne"><div>nom<\/div>/)
  assert.match(seen.page, /35990<\/div>.*sept chiffres puis une lettre/)
  assert.match(seen.page, /Atlantide<\/div>.*académie est inconnue/)
  assert.match(seen.page, /à la ligne 2/)
})

test('what was previewed is confirmed by the same person only, and anybody else changes nothing', async () => {
  const before = await countSchools()
  const seen = await preview(list(line('Lycée du Pont', '0359905B')))
  const somebody = await visitor(site, other)
  assert.equal((await somebody.get(seen.address)).status, 422)
  const refused = await somebody.post(`${path}/confirmer`, seen.fields)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /n’est plus disponible/)
  assert.equal(await countSchools(), before)
  assert.equal((await seen.browser.post(`${path}/confirmer`, seen.fields)).status, 303)
})

test('when the directory has changed since the preview, nothing is saved and the new preview is shown', async () => {
  const first = await preview(list(line('Lycée du Moulin', '0359906C')))
  const second = await preview(list(line('Lycée du Moulin neuf', '0359906C')))
  assert.equal((await second.browser.post(`${path}/confirmer`, second.fields)).status, 303)
  const late = await first.browser.post(`${path}/confirmer`, first.fields)
  assert.equal(late.status, 422)
  const text = await late.text()
  assert.match(text, /annuaire a changé depuis votre aperçu/)
  const { rows } = await sql<{ name: string }>`select name from organisations where uai = '0359906C'`.execute(site.owner)
  assert.deepEqual(rows, [{ name: 'Lycée du Moulin neuf' }])
})

test('a complete file dates as closed what it does not hold, and the preview says so', async () => {
  const both = await preview(list(line('Lycée du Pont', '0359905B'), line('Lycée du Phare', '0359921A'), line('Lycée du Pont neuf', '0359922B')))
  assert.equal((await both.browser.post(`${path}/confirmer`, both.fields)).status, 303)
  const seen = await preview(list(line('Lycée du Pont', '0359905B')), { complete: 'authority' })
  assert.match(seen.page, /dater comme fermés<\/dt>\s*<dd[^>]*>[1-9]/)
  const kept = await preview(list(line('Lycée du Pont', '0359905B')))
  assert.match(kept.page, /dater comme fermés<\/dt>\s*<dd[^>]*>0</)
  assert.match(kept.page, /n’apporte aucun changement/)
})

test('no file, a file that is none, and a table without the needed columns come back with a sentence', async () => {
  const browser = await visitor(site, operator)
  const texts: [FormData, RegExp][] = [
    [new FormData(), /Choisissez un fichier/],
    [fileForm(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])), /classeur/],
    [fileForm('a;b;c\n1;2;3\n'), /Il manque/],
    [fileForm('nom,uai,academie\n'), /aucun établissement|Il manque/],
  ]
  for (const [form, sentence] of texts) {
    const response = await browser.post(path, form)
    assert.equal(response.status, 422)
    assert.match(await response.text(), sentence)
  }
})

test('a preview waits for a day, and its file is thrown away after', async () => {
  const seen = await preview(list(line('Lycée du Soir', '0359907D')))
  site.setNow(new Date(Date.now() + uploadHours * 3_600_000 + 1000))
  const late = await seen.browser.get(seen.address)
  site.setNow(new Date())
  assert.equal(late.status, 422)
  const { rows } = await sql<{ sha256: string }>`select file_sha256 as sha256 from directory_uploads where id = ${seen.fields.depot}`.execute(site.owner)
  await removeDirectoryFileJob(site.services.config).run(site.pool, { sha256: rows[0]?.sha256 })
  assert.equal((await seen.browser.post(`${path}/confirmer`, seen.fields)).status, 422)
})

test('only the operator imports: a head of school finds no such page, a visitor is asked to sign in', async () => {
  const head = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  const before = await countSchools()
  assert.equal((await (await visitor(site, head)).get(path)).status, 404)
  assert.equal((await (await visitor(site, head)).post(path, fileForm(fixture('simple-list.csv')))).status, 404)
  assert.equal((await (await visitor(site)).get(path)).status, 303)
  assert.equal(await countSchools(), before)
})
