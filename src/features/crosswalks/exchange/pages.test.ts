import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { egalite } from '../../../../test/framework-folder.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { fileKinds } from '../../frameworks/exchange/formats.ts'
import { largestExchangeFile } from '../../frameworks/exchange/refusal.ts'
import { readingHours } from './readings-store.ts'

let site: FreshSite
let authority: string
let referent: Person
let member: Person
let school: string

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site)
  school = await makeSchool(site, { authorityId: authority })
  referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
})
after(() => site.stop())

const path = (organisation = authority): string => `/organisations/${organisation}/referentiels/importer`

function fileForm(content: string | Uint8Array, name: string): FormData {
  const form = new FormData()
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  form.append('file', new File([new Uint8Array(bytes)], name))
  return form
}

async function idOf(framework: string, version: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from frameworks where framework = ${framework} and version = ${version}`.execute(site.owner)
  return rows[0]?.id ?? assert.fail(`no ${framework} ${version}`)
}

/** Sends a file as the referent does, and reads its preview. */
async function preview(content: string | Uint8Array, name: string) {
  const browser = await visitor(site, referent)
  const sent = await browser.post(path(), fileForm(content, name))
  assert.equal(sent.status, 303, await sent.clone().text())
  const address = sent.headers.get('location') ?? ''
  const shown = await browser.get(address)
  assert.equal(shown.status, 200)
  return { browser, address, page: await shown.text() }
}

const published = async (): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from frameworks`.execute(site.owner)).rows[0]?.n ?? -1

test('a file of CASE is shown before anything is saved, then becomes a draft that nobody else sees', async () => {
  const before = await published()
  const item = (identifier: string, fullStatement: string, more = {}) => ({ identifier, fullStatement, humanCodingScheme: identifier, ...more })
  const under = (child: string, above: string) => ({
    associationType: 'isChildOf',
    originNodeURI: { identifier: child },
    destinationNodeURI: { identifier: above },
  })
  const seen = await preview(
    JSON.stringify({
      CFDocument: { identifier: 'd', title: 'Cadre <d’un voisin>', creator: 'Un voisin' },
      CFItems: [item('A', 'Accueillir'), item('A1', 'Chaque élève est attendu par quelqu’un.', { educationLevel: ['10'] })],
      CFAssociations: [under('A', 'd'), under('A1', 'A')],
    }),
    'cadre <b>.json',
  )
  assert.match(seen.page, /cadre &lt;b&gt;\.json/)
  assert.match(seen.page, /Cadre &lt;d’un voisin&gt;/)
  assert.match(seen.page, /Des champs sans équivalent ici, 1 fois.*educationLevel/)
  assert.match(seen.page, /1 point à compléter avant de publier/)
  const saved = await seen.browser.post(seen.address, { part: '0' })
  assert.equal(saved.status, 303)
  const draft = (saved.headers.get('location') ?? '').split('/').at(-1) ?? ''
  const { rows } = await sql<{ organisation: string; state: string; title: string }>`
    select organisation_id as organisation, state, content ->> 'title' as title from framework_drafts where id = ${draft}`.execute(site.owner)
  assert.deepEqual(rows, [{ organisation: authority, state: 'draft', title: 'Cadre <d’un voisin>' }])
  assert.equal(await published(), before)
  // The same preview does not serve twice.
  assert.equal((await seen.browser.post(seen.address, { part: '0' })).status, 404)
})

test('a workbook with a fault says the sheet, the line and the column, and cannot be saved', async () => {
  const columns = ['Thème', 'Code', 'Temps', 'Énoncé'].map((header) => ({ header, kind: 'text' as const }))
  const rows = [
    ['A1', 'A1-P1', 'projeter', 'Une phrase assez longue.'],
    ['A1', 'A1-P1', 'demain', 'Une autre phrase longue.'],
  ]
  const seen = await preview(writeXlsx([{ name: 'Énoncés', columns, rows }]), 'essai.xlsx')
  assert.match(seen.page, /2 points à corriger avant d’importer/)
  assert.match(seen.page, /feuille «\u00a0Énoncés\u00a0», ligne 3, colonne «\u00a0Code\u00a0»/)
  assert.match(seen.page, /feuille «\u00a0Énoncés\u00a0», ligne 3, colonne «\u00a0Temps\u00a0»/)
  assert.doesNotMatch(seen.page, /Enregistrer le brouillon/)
  assert.equal((await seen.browser.post(seen.address, { part: '0' })).status, 422)
})

test('a crosswalk becomes a draft of the organisation, which no school’s board reads', async () => {
  const seen = await preview(
    'from: { framework: qualeduc, version: "2017" }\nto: { framework: rnq, version: "2023" }\nauthor: Nous\nstatus: proposed\nsource: { title: Essai, note: Une note }\nlicence: EUPL-1.2\nlinks:\n  - { from: QF10-P1, to: RNQ1-1, type: overlaps, reason: "Parce que c’est voisin." }\nno_equivalent:\n  - { in: to, code: RNQ1-2, reason: "Rien de tel dans nos fiches." }\n',
    'lien.yaml',
  )
  assert.match(seen.page, /qualeduc-2017 → rnq-2023/)
  const saved = await seen.browser.post(seen.address, { part: '0' })
  assert.equal(saved.status, 303)
  const { rows } = await sql<{ state: string; links: number; gaps: number }>`
    select state, (select count(*)::int from crosswalk_links l where l.crosswalk_id = c.id) as links,
      (select count(*)::int from crosswalk_gaps g where g.crosswalk_id = c.id) as gaps from crosswalks c where owner_id = ${authority}`.execute(site.owner)
  assert.deepEqual(rows, [{ state: 'draft', links: 1, gaps: 1 }])
})

test('of a file that holds several things one says which, and a conversion table is read but not taken', async () => {
  const cadre = (name: string): string =>
    `  - urn: urn:x:risk:framework:${name}\n    ref_id: ${name}\n    name: Cadre ${name}\n    requirement_nodes:\n    - { urn: "urn:x:risk:req_node:${name}:a", assessable: true, depth: 1, ref_id: A, name: Un point à tenir ensemble }\n`
  const seen = await preview(
    `urn: urn:x:risk:library:l\nlocale: fr\nname: Deux cadres\nprovider: Nous\nobjects:\n  frameworks:\n${cadre('un')}${cadre('deux')}`,
    'deux.yaml',
  )
  assert.match(seen.page, /Laquelle reprendre/)
  assert.equal((await seen.browser.post(seen.address, {})).status, 422)
  assert.equal((await seen.browser.post(seen.address, { part: '7' })).status, 422)
  assert.equal((await seen.browser.post(seen.address, { part: '1' })).status, 303)
  const [from, to] = [await idOf('lycee-des-metiers', '2016'), await idOf('lycee-des-metiers', '2023')]
  const table = await (await visitor(site, referent)).get(`/referentiels/${to}/versions/${from}/exporter`)
  const read = await preview(new Uint8Array(await table.arrayBuffer()), 'conversion.yaml')
  assert.match(read.page, /se joint à une nouvelle version/)
  assert.equal((await read.browser.post(read.address, { part: '0' })).status, 422)
})

test('no file, and one that cannot be read, come back with a sentence beside the field', async () => {
  const browser = await visitor(site, referent)
  for (const [form, sentence] of [
    [new FormData(), /Choisissez un fichier/],
    [fileForm('bonjour', 'x.yaml'), /Nous ne reconnaissons pas ce fichier/],
    [fileForm(egalite.replace('locale: fr', 'locale: &a fr'), 'x.yaml'), /Ligne 3\u00a0: Le fichier contient une ancre/],
    [fileForm(new Uint8Array(largestExchangeFile + 1), 'grand.yaml'), /dépasse 10 Mo/],
  ] as const) {
    const response = await browser.post(path(), form)
    assert.equal(response.status, 422)
    const text = await response.text()
    assert.match(text, sentence)
    assert.match(text, /href="#file"/)
  }
})

test('what was read waits for a day', async () => {
  const seen = await preview(egalite, 'egalite.yaml')
  site.setNow(new Date(Date.now() + readingHours * 3_600_000 + 1000))
  assert.equal((await seen.browser.get(seen.address)).status, 404)
  site.setNow(new Date())
})

test('only those who write for an organisation import into it: a member may not, others find nothing, a visitor is asked to sign in', async () => {
  const seen = await preview(egalite, 'egalite.yaml')
  assert.equal((await (await visitor(site, member)).get(path(school))).status, 403)
  for (const address of [path(), seen.address]) {
    assert.equal((await (await visitor(site, member)).get(address)).status, 404)
    assert.equal((await (await visitor(site)).get(address)).status, 303)
  }
})

test('every format of a framework and of a crosswalk is a file to keep, and says before what it cannot carry', async () => {
  const browser = await visitor(site, member)
  const framework = await idOf('rnq', '2023')
  const { rows } = await sql<{ id: string }>`select id from crosswalks where state = 'published' limit 1`.execute(site.owner)
  const crosswalk = rows[0]?.id ?? ''
  for (const address of [`/referentiels/${framework}/exporter`, `/correspondances/${crosswalk}/exporter`]) {
    const page = await (await browser.get(address)).text()
    assert.match(page, /Rien\u00a0: tout y est/)
    assert.match(page, /Qui peut parler de|L’état de chaque lien/)
    for (const [format, { ending }] of Object.entries(fileKinds)) {
      const file = await browser.get(`${address}/${format}`)
      assert.equal(file.status, 200)
      assert.match(file.headers.get('content-disposition') ?? '', new RegExp(`^attachment; filename="[a-z0-9.-]+${ending}"`))
      assert.ok((await file.arrayBuffer()).byteLength > 1000)
    }
    assert.equal((await browser.get(`${address}/pdf`)).status, 404)
    assert.equal((await (await visitor(site)).get(`${address}/yaml`)).status, 303)
  }
  assert.equal((await browser.get('/referentiels/00000000-0000-4000-8000-000000000000/exporter/yaml')).status, 404)
})

test('a crosswalk that another organisation is writing cannot be taken out', async () => {
  const { rows } = await sql<{ id: string }>`select id from crosswalks where owner_id = ${authority}`.execute(site.owner)
  assert.equal((await (await visitor(site, member)).get(`/correspondances/${rows[0]?.id}/exporter/yaml`)).status, 404)
  assert.equal((await (await visitor(site, referent)).get(`/correspondances/${rows[0]?.id}/exporter/yaml`)).status, 200)
})
