import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { smallContent, smallItem } from '../../../test/make-draft.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import { urls } from '../../urls.ts'
import { insertVersion } from './insert-version.ts'
import { frameworkId, loadFrameworks } from './load-frameworks.ts'
import { frameworksFolder, listVersionFiles } from './version-files.ts'
import { egalite, folderOf } from '../../../test/framework-folder.ts'

let site: FreshSite
let school: string
before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
})
after(() => site.stop())

const qualeduc = frameworkId('qualeduc', '2017')
const theme = (framework: string, code: string) => urls.frameworks.theme({ framework, theme: code })
const visit = async (role: 'head' | 'lead' | 'member' | 'referent', path: string, headers?: Record<string, string>) => {
  const person = await makePerson(site, [{ role, organisationId: school }])
  const response = await (await visitor(site, person)).get(path, headers)
  return { status: response.status, text: await response.text() }
}

test('the list shows our sheets theme by theme, then every other framework by kind', async () => {
  const { status, text } = await visit('member', urls.frameworks.list())
  assert.equal(status, 200)
  assert.match(text, /PFMP, stages/)
  assert.ok(text.includes(`href="${theme(qualeduc, 'QF19')}"`))
  const order = ['id="qualeduc"', 'id="guide"', 'id="label"', 'id="certification"', 'id="evaluation"', 'id="frame"'].map((id) => text.indexOf(id))
  assert.ok(
    order.every((place, index) => place > (order[index - 1] ?? 0)),
    order.join(' '),
  )
  assert.ok(text.includes(`href="${urls.frameworks.show({ framework: frameworkId('rnq', '2023') })}"`))
  const { versions } = await listVersionFiles(frameworksFolder)
  const inForce = new Set(versions.map((version) => version.framework)).size
  assert.equal(text.match(/class="q-card__link"/g)?.length, 19 + inForce - 1)
})

test('those who may write find the way to it, for each of their organisations; a member does not', async () => {
  assert.doesNotMatch((await visit('member', urls.frameworks.list())).text, /Écrire un référentiel/)
  assert.ok((await visit('head', urls.frameworks.list())).text.includes(`href="${urls.drafts.list({ organisation: school })}"`))
})

test('a search shows themes and questions with their framework, and keeps the words in the box', async () => {
  const { text } = await visit('member', urls.frameworks.list({}, { q: 'tuteur' }))
  assert.match(text, /value="tuteur"/)
  assert.match(text, /Pour «\u00a0tuteur\u00a0»\u00a0: \d+ thèmes?, (?:les )?\d+ questions/)
  assert.ok(text.includes(`href="${theme(qualeduc, 'QF10')}#QF10-D2"`))
})

test('a search without result says what to try, and shows hostile words as they are', async () => {
  const { status, text } = await visit('member', urls.frameworks.list({}, { q: '<script>zzz' }))
  assert.equal(status, 200)
  assert.match(text, /Rien pour «\u00a0&lt;script&gt;zzz\u00a0»/)
  assert.doesNotMatch(text, /<script>zzz/)
})

test('a sheet shows its four quarters, its proofs and its indicators in words', async () => {
  const { status, text } = await visit('member', theme(qualeduc, 'QF10'))
  assert.equal(status, 200)
  for (const words of [
    'Projeter',
    'Mettre en œuvre',
    'Évaluer',
    'Ajuster',
    'Annexe pédagogique par niveau',
    'Part des PFMP avec une visite',
    'personnels, élèves, entreprises',
  ]) {
    assert.ok(text.includes(words), words)
  }
  assert.equal(text.match(/<li id="QF10-/g)?.length, 13)
})

test('a sheet whose source was partly unreadable says what is deduced', async () => {
  const { text } = await visit('member', theme(frameworkId('qualeduc-articulation', '2023'), 'ART'))
  assert.match(text, /reste à confirmer/)
  assert.equal(text.match(/<li id="ART-/g)?.length, 49)
})

test('head and lead may start an evaluation on the theme, a member and a referent may not', async () => {
  const button = urls.school.newEvaluation({ organisation: school }, { theme: `${qualeduc}:QF10` })
  for (const role of ['head', 'lead'] as const) assert.ok((await visit(role, theme(qualeduc, 'QF10'))).text.includes(`href="${button}"`), role)
  for (const role of ['member', 'referent'] as const) assert.ok(!(await visit(role, theme(qualeduc, 'QF10'))).text.includes('S’évaluer sur ce thème'), role)
})

test('who leads two schools is asked which one', async () => {
  const other = await makeSchool(site, { name: 'Lycée du Moulin' })
  const person = await makePerson(site, [
    { role: 'lead', organisationId: school },
    { role: 'head', organisationId: other },
  ])
  const text = await (await (await visitor(site, person)).get(theme(qualeduc, 'QF10'))).text()
  assert.match(text, /S’évaluer sur ce thème, Lycée des Tilleuls/)
  assert.match(text, /S’évaluer sur ce thème, Lycée du Moulin/)
})

test('a label says who awards it, its levels, what decides whether a point is asked, and what remains to be confirmed', async () => {
  const { text } = await visit('member', urls.frameworks.show({ framework: frameworkId('rnq', '2023') }))
  for (const words of ['Certification', 'Décerné par', 'Questions qui décident de ce qui est demandé', 'Ce qu’il a en commun avec d’autres'])
    assert.ok(text.includes(words), words)
  const egaliteText = (await visit('member', urls.frameworks.show({ framework: frameworkId('egalite', '2022') }))).text
  assert.match(egaliteText, /Niveaux/)
})

test('what an académie adds is shown with the sheet, to its schools only', async () => {
  const { rows } = await sql<{ authority: string }>`select authority_id as authority from organisations where id = ${school}`.execute(site.owner)
  const content = smallContent({
    id: 'qualeduc-ajouts',
    short_title: 'Qualéduc, ajouts',
    themes: [{ ...(smallContent().themes[0] ?? assert.fail()), items: [smallItem('QF10-P101', 'Les stages du bassin sont coordonnés.')] }],
  })
  await site.owner
    .transaction()
    .execute((db) => insertVersion(db, { id: randomUUID(), content, status: 'confirmed', sha256: '', ownerId: rows[0]?.authority ?? '', extendsId: qualeduc }))
  const sheet = (await visit('member', theme(qualeduc, 'QF10'))).text
  assert.match(sheet, /Ajouts\s: Académie de Test[\s\S]*Les stages du bassin sont coordonnés/)
  assert.match((await visit('member', urls.frameworks.show({ framework: qualeduc }))).text, /Ajouts locaux[\s\S]*Qualéduc, ajouts/)
  assert.match((await visit('member', urls.frameworks.list())).text, /Écrits par votre établissement ou votre académie/)
  const stranger = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
  const elsewhere = await (await (await visitor(site, stranger)).get(theme(qualeduc, 'QF10'))).text()
  assert.doesNotMatch(elsewhere, /coordonnés/)
})

test('the page of an edition says its source, its rights and that it has no scale', async () => {
  const { text } = await visit('member', urls.frameworks.show({ framework: qualeduc }))
  for (const words of ['direction générale de l&#39;enseignement scolaire', 'EUPL-1.2', 'Aucune\u00a0: on se positionne avec des mots', '1er janvier 2017'])
    assert.ok(text.includes(words), words)
})

test('what is to be confirmed says so, with what', async () => {
  await loadFrameworks(
    site.owner,
    await folderOf({
      'doute/2022.yaml': egalite.replace('id: egalite', 'id: doute').replace('status: confirmed', 'status: unconfirmed\nunconfirmed_note: La durée du label.'),
    }),
  )
  const framework = frameworkId('doute', '2022')
  const sheet = (await visit('member', theme(framework, 'EFG1'))).text
  assert.match(sheet, /À confirmer/)
  assert.match(sheet, /La durée du label\./)
  assert.match((await visit('member', urls.frameworks.show({ framework }))).text, /À confirmer<br>La durée du label\./)
})

test('in English the words of the page are English and the content is marked as French', async () => {
  const person = await makePerson(site, [{ role: 'lead', organisationId: school }])
  await site.owner
    .withTables<{ persons: { id: string; language: string } }>()
    .updateTable('persons')
    .set({ language: 'en' })
    .where('id', '=', person.id)
    .execute()
  const text = await (await (await visitor(site, person)).get(theme(qualeduc, 'QF10'))).text()
  assert.match(text, /Evaluate ourselves on this theme/)
  assert.match(text, /<h1[^>]*><span lang="fr">PFMP, stages<\/span><\/h1>/)
  assert.doesNotMatch(text, /Mettre en œuvre/)
})

test('an unknown framework or theme gives the page of what does not exist', async () => {
  for (const path of [
    urls.frameworks.show({ framework: randomUUID() }),
    theme(randomUUID(), 'QF10'),
    theme(qualeduc, 'QF99'),
    theme(qualeduc, "' or 1=1"),
    '/referentiels/qualeduc',
  ]) {
    assert.equal((await visit('member', path)).status, 404, path)
  }
})

test('whoever is not signed in is asked to', async () => {
  const nobody = await visitor(site)
  for (const path of [urls.frameworks.list(), urls.frameworks.show({ framework: qualeduc }), theme(qualeduc, 'QF10')]) {
    const response = await nobody.get(path)
    assert.equal(response.status, 303)
    assert.match(response.headers.get('location') ?? '', /^\/connexion/)
  }
})
