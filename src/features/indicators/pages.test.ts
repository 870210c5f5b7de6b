import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../test/browser.ts'
import type { Browser } from '../../../test/browser.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import { openSession } from '../../../test/sign-in.ts'
import { urls } from '../../urls.ts'

let site: FreshSite
let authorityId: string
let schoolId: string
let lead: Browser
let referent: Browser
const uai = '0350001X'

before(async () => {
  site = await freshSite()
  authorityId = await makeAuthority(site, 'Académie de Valmont')
  schoolId = await makeSchool(site, { authorityId })
  await sql`update organisations set uai = ${uai} where id = ${schoolId}`.execute(site.owner)
  lead = await signedIn('lead', schoolId)
  referent = await signedIn('referent', authorityId)
})
after(() => site.stop())

async function signedIn(role: 'lead' | 'referent' | 'member', organisationId: string, language: 'fr' | 'en' = 'fr'): Promise<Browser> {
  const person = await makePerson(site, [{ role, organisationId }])
  await sql`update persons set language = ${language} where id = ${person.id}`.execute(site.owner)
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, person)).cookie)
  return visitor
}

const at = (code: string) => ({ organisation: schoolId, code })
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

test('the directory is searched, and a definition says how it is computed, by whom and what it does not say', async () => {
  await lead.open(`${urls.indicators.list()}?q=reussite+bac+pro`)
  assert.match(lead.text, /Taux de réussite au bac pro/)
  assert.doesNotMatch(lead.text, /Taux d’absentéisme/)
  await lead.open(`${urls.indicators.list()}?referentiel=rnq`)
  assert.match(plain(lead.text), /indicateurs<\/p>/)
  const found = (): number => Number(/(\d+) indicateurs?<\/p>/.exec(plain(lead.text))?.[1])
  await lead.open(urls.indicators.list())
  const all = found()
  assert.match(lead.text, /<label[^>]*for="temps"[^>]*>\s*Temps de la roue[\s\S]*<option value="act"/)
  await lead.open(`${urls.indicators.list()}?temps=act`)
  assert.match(lead.text, /<option value="act" selected>Ajuster/)
  assert.ok(found() > 0 && found() < all)
  await lead.open(urls.indicators.definition({ code: 'R01' }))
  assert.match(lead.text, /candidats reçus au baccalauréat professionnel/)
  assert.match(lead.text, /Ce qu’il ne dit pas/)
  assert.match(lead.text, /Voir nos chiffres/)
})

test('a value that is refused comes back as it was typed; a right one keeps its people, who typed it and why', async () => {
  const there = urls.indicators.enter(at('D01'))
  await lead.open(there)
  await lead.send(there, { period: 'hier', value: 'beaucoup', note: 'Relevé du logiciel.' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Relevé du logiciel\./)
  assert.match(lead.text, /value="beaucoup"/)
  await lead.send(there, { period: '2024-2025', numerator: '154', denominator: '200', value: '', note: 'Relevé du logiciel.' })
  assert.match(plain(lead.text), /77 %/)
  assert.match(plain(lead.text), /se trouve entre 71 et 82 %/)
  assert.match(plain(lead.text), /Parce que : Relevé du logiciel/)
  await lead.open(there)
  await lead.send(there, { period: '2025-2026', value: '', missing: 'below-threshold' })
  assert.match(lead.text, /Trop peu de personnes pour être dit/)
  assert.match(plain(lead.text), /<p class="q-board__figure">77 %/, 'an absence is not the latest figure')
})

test('what is aimed at, a break and an appreciation stand beside the figure, and a formula follows its parts', async () => {
  await lead.open(urls.indicators.show(at('D01')))
  await lead.send(urls.indicators.target(at('D01')), { period: '2026-2027', value: '60', note: 'Plan d’actions.' })
  assert.match(plain(lead.text), /60 % pour 2026-2027/)
  await lead.send(urls.indicators.break(at('D01')), { period: '2025-2026', sentence: '' })
  assert.equal(lead.status, 422)
  await lead.open(urls.indicators.show(at('D01')))
  await lead.send(urls.indicators.break(at('D01')), { period: '2025-2026', sentence: 'Autre logiciel.' })
  assert.match(plain(lead.text), /À partir de 2025-2026 : Autre logiciel\./)
  await lead.send(urls.indicators.appreciate(at('D01')), { words: 'Les absences du lundi reculent depuis le tutorat.' })
  assert.match(lead.text, /Les absences du lundi reculent/)
  for (const [code, value] of [
    ['R08-filles', '82'],
    ['R08-garcons', '75'],
  ] as const) {
    await lead.open(urls.indicators.enter(at(code)))
    await lead.send(urls.indicators.enter(at(code)), { period: '2024', value })
  }
  await lead.open(urls.indicators.show(at('R08')))
  assert.match(plain(lead.text), /\+ 7 points/)
  assert.match(plain(lead.text), /Calculé : 7 = 82 \(/)
})

test('an indicator of one’s own is defined, a formula that cannot be read says why, and one that turns in circles is refused', async () => {
  const there = urls.indicators.newOwn({ organisation: schoolId })
  await lead.open(there)
  await lead.send(there, { name: 'Élèves en option', formula: 'PART([A01 ; ' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /PART\(\[A01 ;<\/textarea>/)
  assert.match(plain(lead.text), /Il manque un crochet fermant/)
  await lead.send(there, { formula: '[ZZ99] + 1' })
  assert.match(lead.text, /Aucun indicateur n’a le code ZZ99/)
  await lead.send(there, { formula: '[L01] + 1' })
  assert.match(lead.text, /sans fin/)
  await lead.send(there, { formula: '[D01] / 2' })
  assert.match(lead.text, /Élèves en option/)
  await lead.open(urls.indicators.show(at('L01')))
  assert.match(plain(lead.text), /38,5 %/)
  const stranger = await signedIn('lead', await makeSchool(site))
  await stranger.open(urls.indicators.definition({ code: 'L01' }))
  assert.equal(stranger.status, 404)
})

test('a reader in English is told in English why a formula cannot be read, and how a figure was computed', async () => {
  const reader = await signedIn('lead', schoolId, 'en')
  const there = urls.indicators.newOwn({ organisation: schoolId })
  await reader.open(there)
  await reader.send(there, { name: 'Option', formula: 'PART([A01 ; ' })
  assert.match(reader.text, /A closing bracket is missing after “\[A01 ;”\./)
  await reader.open(urls.indicators.show(at('L01')))
  assert.match(plain(reader.text), /Computed: 38\.5% = 77 \([^)]*D01\) \/ 2/)
})

const header = 'Etablissement;Annee;UAI;Presents - Total;Taux de reussite - Total;Valeur ajoutee du taux de reussite - Total'
const published = (...lines: string[]): File => new File([[header, ...lines, ''].join('\n')], 'fr-en-indicateurs-de-resultat-des-lycees-pro_v2.csv')

test('a référent reads a year of results, repairs two bad lines, imports all, and undoes it', async () => {
  const there = urls.indicators.imports({ organisation: authorityId })
  await referent.open(there)
  await referent.send(there, {
    file: published('LYCEE A;2024;0350001X;120;81,7%;+3', 'LYCEE B;2024;0350002Y;80;douze;1', 'LYCEE C;2024;0350003Z;60;140;2', 'LYCEE D;2024;0350004A;50;ND;'),
  })
  assert.match(plain(referent.text), /Lignes refusées<\/dt>\s*<dd[^>]*>2</)
  const reading = referent.path.split('?')[0] ?? ''
  await referent.send(reading, { 'to-0': '72', 'to-1': '94' })
  assert.match(plain(referent.text), /Lignes refusées<\/dt>\s*<dd[^>]*>0</)
  assert.match(referent.text, /Corrigé avant l’import/)
  await referent.send(`${reading}/importer`)
  assert.match(referent.text, /4 lignes sont reprises/)
  const imported = referent.path.split('?')[0] ?? ''
  await lead.open(urls.indicators.show(at('R01')))
  assert.match(plain(lead.text), /81,7 %/)
  assert.match(plain(lead.text), /lycees-pro_v2\.csv » importé le/)
  assert.match(plain(lead.text), /ligne 2/)
  await lead.open(urls.indicators.show(at('R02')))
  assert.match(plain(lead.text), /\+ 3 points/)
  await referent.send(`${imported}/annuler`)
  assert.match(referent.text, /annulé par/)
  await lead.open(urls.indicators.show(at('R01')))
  assert.match(lead.text, /Aucun chiffre pour l’instant/)
})

test('a later import is heard, and its undoing lets the earlier one speak again', async () => {
  const there = urls.indicators.imports({ organisation: authorityId })
  const load = async (rate: string): Promise<string> => {
    await referent.open(there)
    await referent.send(there, { file: published(`LYCEE A;2024;0350001X;120;${rate};3`) })
    await referent.send(`${referent.path.split('?')[0]}/importer`)
    return referent.path.split('?')[0] ?? ''
  }
  const shown = async (): Promise<string> => {
    await lead.open(urls.indicators.show(at('R01')))
    return /q-board__figure">([^<]*)/.exec(plain(lead.text))?.[1] ?? ''
  }
  await load('70')
  const second = await load('75')
  assert.equal(await shown(), '75 %')
  await referent.open(second)
  await referent.send(`${second}/annuler`)
  assert.equal(await shown(), '70 %')
})

test('a dashboard is composed in the order that is wished, and its file holds every figure with where it comes from', async () => {
  const there = urls.indicators.compose({ organisation: schoolId })
  const order = async (): Promise<string[]> => {
    await lead.open(urls.indicators.board({ organisation: schoolId }))
    return [...lead.text.matchAll(/q-board__card[^>]*><h2[^>]*><a[^>]*\/suivi\/([^"]+)"/g)].map((match) => match[1] ?? '')
  }
  await lead.open(there)
  await lead.send(there, { measure: ['D01', 'R01'] })
  assert.deepEqual(await order(), ['D01', 'R01'])
  await lead.open(there)
  await lead.send(there, { measure: ['D01', 'R01'], 'place-R01': '1' })
  assert.deepEqual(await order(), ['R01', 'D01'])
  await lead.open(there)
  await lead.send(there, { 'place-D01': 'premier' })
  assert.equal(lead.status, 422)
  await lead.open(urls.indicators.boardFile({ organisation: schoolId, format: 'csv' }))
  assert.match(lead.text, /D01;[^;]*;2024-2025;77;en pourcentage;;200;Saisi/)
  assert.match(lead.text, /D01;[^;]*;2025-2026;;en pourcentage;Trop peu de personnes/)
  await lead.open(urls.indicators.board({ organisation: schoolId }))
  assert.match(lead.text, /q-board__card/)
  assert.match(lead.text, /role="img" aria-label="Évolution/)
})

test('a member types values but does not compose; another school sees nothing of it', async () => {
  const member = await signedIn('member', schoolId)
  await member.open(urls.indicators.enter(at('D01')))
  assert.equal(member.status, 200)
  await member.open(urls.indicators.compose({ organisation: schoolId }))
  assert.equal(member.status, 403)
  const stranger = await signedIn('lead', await makeSchool(site))
  await stranger.open(urls.indicators.show(at('D01')))
  assert.equal(stranger.status, 404)
})

test('changed meanwhile: the dashboard that somebody else saved stands above one’s own', async () => {
  const there = urls.indicators.compose({ organisation: schoolId })
  const other = await signedIn('lead', schoolId)
  await lead.open(there)
  await other.open(there)
  await other.send(there, { measure: ['R01', 'D01'], 'note-D01': 'Suivi par la vie scolaire.' })
  await lead.send(there, { measure: ['R01', 'D01'], 'note-D01': 'Suivi par la CPE.' })
  assert.equal(lead.status, 409)
  assert.match(lead.text, /entre-temps[\s\S]*<li>Taux d’absentéisme[^<]*Suivi par la vie scolaire\.[\s\S]*value="Suivi par la CPE\."/)
  await lead.send(there)
  assert.match(lead.text, /Suivi par la CPE\./)
})

test('changed meanwhile: an indicator of one’s own shows all that somebody else saved, and keeps what was typed', async () => {
  const { rows } = await sql<{ id: string }>`select id from own_indicators where organisation_id = ${schoolId} and code = 'L01'`.execute(site.owner)
  const there = urls.indicators.own({ ownIndicator: rows[0]?.id ?? '' })
  const other = await signedIn('lead', schoolId)
  await lead.open(there)
  await other.open(there)
  await other.send(there, { cohort: 'Les élèves de première.' })
  await lead.send(there, { cohort: 'Les élèves de terminale.', retired: 'oui' })
  assert.equal(lead.status, 409)
  assert.match(lead.text, /entre-temps[\s\S]*<dd[^>]*>Les élèves de première\.<\/dd>[\s\S]*value="Les élèves de terminale\."/)
  assert.match(lead.text, /name="retired" value="oui" checked/)
  await lead.send(there, { retired: '' })
  assert.match(lead.text, /Les élèves de terminale\./)
})

test('what is aimed at and a break are not written over unseen: both are shown, then the second sending replaces', async () => {
  const show = urls.indicators.show(at('D02'))
  const target = urls.indicators.target(at('D02'))
  const other = await signedIn('lead', schoolId)
  await lead.open(show)
  await other.open(show)
  await other.send(target, { period: '2026-2027', value: '12', note: 'Vote du conseil.' })
  await lead.send(target, { period: '2026-2027', value: '9', note: 'Plan.' })
  assert.equal(lead.status, 409)
  assert.match(plain(lead.text), /Vous visez déjà 12 % pour 2026-2027 \(Vote du conseil\.\)[\s\S]*name="value"[^>]*value="9"/)
  await lead.send(target)
  assert.match(plain(lead.text), /9 % pour 2026-2027/)
  const remove = urls.indicators.removeTarget(at('D02'))
  await other.open(show)
  await lead.send(target, { period: '2026-2027', value: '8' })
  await lead.send(target)
  await other.send(remove)
  assert.equal(other.status, 409)
  assert.match(plain(other.text), /maintenant 8 % pour 2026-2027/)
  await other.send(remove)
  assert.doesNotMatch(plain(other.text), /8 % pour 2026-2027/)
  const broken = urls.indicators.break(at('D02'))
  await lead.open(show)
  await lead.send(broken, { period: '2025-2026', sentence: 'Autre logiciel.' })
  await lead.send(broken, { period: '2025-2026', sentence: 'Autre règle.' })
  assert.equal(lead.status, 409)
  assert.match(plain(lead.text), /« Autre logiciel\. »[\s\S]*value="Autre règle\."/)
  await lead.send(broken)
  const { rows } = await sql`select sentence from indicator_breaks where organisation_id = ${schoolId} and measure = 'D02'`.execute(site.owner)
  assert.deepEqual(rows, [{ sentence: 'Autre règle.' }])
})
