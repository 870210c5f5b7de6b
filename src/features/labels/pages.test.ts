import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makeNetwork, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import { urls } from '../../urls.ts'
import { frameworkId } from '../frameworks/load-frameworks.ts'
import type { LabelTables } from './tables.ts'

let site: FreshSite
let authority: string
let school: string
let head: Person
let member: Person
let stranger: Person

const qualeduc = frameworkId('qualeduc', '2017')
const metiers = frameworkId('lycee-des-metiers', '2023')
const egalite = frameworkId('egalite', '2022')
const rnq = frameworkId('rnq', '2023')
const labels = [metiers, egalite, rnq, frameworkId('e3d', '2020'), frameworkId('evaluation-externe', '2020'), frameworkId('euroscol', '2019')]

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site, 'Académie des essais')
  school = await makeSchool(site, { authorityId: authority })
  head = await makePerson(site, [{ role: 'head', organisationId: school }])
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { authorityId: authority, name: 'Lycée voisin' }) }])
})
after(() => site.stop())

const tables = () => site.owner.withTables<LabelTables>()
const board = (): string => urls.label.board({ organisation: school })
const point = (framework: string, code: string): string => urls.label.point({ organisation: school, framework, code })

const get = async (path: string, person: Person = head): Promise<string> => (await (await visitor(site, person)).get(path)).text()
const post = async (path: string, fields: Record<string, string | string[]>, person: Person = head): Promise<Response> =>
  (await visitor(site, person)).post(path, fields)

async function follow(frameworks: readonly string[], organisationId = school, sharedAt: Date | null = null): Promise<void> {
  for (const framework_id of frameworks)
    await tables()
      .insertInto('followed_frameworks')
      .values({ organisation_id: organisationId, framework_id, added_by: head.id, shared_at: sharedAt })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'framework_id']).doUpdateSet({ state: 'exploring', shared_at: sharedAt, version: 1, grade: null }),
      )
      .execute()
}

async function makeProof(title: string, organisationId = school): Promise<string> {
  const id = randomUUID()
  await sql`insert into evidence (id, organisation_id, title, kind, url, added_by) values (${id}, ${organisationId}, ${title}, 'link', 'https://exemple.fr/', ${head.id})`.execute(
    site.owner,
  )
  return id
}

test('a school that follows nothing yet is taught what the board is for, and shown the first step', async () => {
  const text = await get(board())
  assert.match(text, /Vos démarches apparaîtront ici/)
  assert.match(text, /Suivre une démarche/)
  assert.doesNotMatch(await get(board(), member), /Suivre une démarche/)
})

test('nothing ticked is told beside the boxes; what is ticked is followed', async () => {
  const address = urls.label.follow({ organisation: school })
  const refused = await post(address, {})
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Cochez au moins une démarche/)
  const saved = await post(address, { framework: [metiers, rnq, 'inconnu'] })
  assert.equal(saved.headers.get('location'), board())
  const text = await get(board())
  assert.match(text, /Lycée des métiers/)
  assert.match(text, /RNQ/)
})

test('one partnership agreement joined to one Qualéduc point lights points in at least four labels, each with its reason', async () => {
  await follow(labels)
  const proof = await makeProof('Convention avec l’entreprise Martin')
  const address = point(qualeduc, 'QF19-P2')
  const joined = await post(`${address}/preuves`, { evidence: proof, page: 'p. 2' })
  assert.equal(joined.status, 303)
  const text = await get(joined.headers.get('location') ?? '')
  const turned = /<section class="q-turned"[\s\S]*?<\/section>/.exec(text)?.[0] ?? ''
  const lit = [...turned.matchAll(/<h3[^>]*>([^<]+)</g)].map((match) => match[1])
  for (const name of ['Lycée des métiers 2023', 'Égalité', 'E3D', 'Évaluation externe']) assert.ok(lit.includes(name), `${name} is not among ${lit.join(', ')}`)
  const links = [...turned.matchAll(/href="([^"]+)"[^>]*>[^<]+<\/a>[^<]*À faire → Couvert/g)].map((match) => match[1] ?? '')
  assert.ok(links.length >= 4)
  const why = await get(links[0] ?? '')
  assert.match(why, /Apporte ici\s: couvert/)
  assert.match(why, /contient en entier|dit la même chose que/)
  assert.match(why, /1 preuve/)
})

test('taken off again, every point is as it was', async () => {
  await follow(labels)
  await sql`delete from evidence_supports where organisation_id = ${school}`.execute(site.owner)
  const proof = await makeProof('Convention à retirer')
  const before = await get(board())
  const address = point(qualeduc, 'QF19-P2')
  await post(`${address}/preuves`, { evidence: proof })
  const removed = await post(urls.label.detach({ organisation: school, framework: qualeduc, code: 'QF19-P2', evidence: proof }), {})
  assert.match(await get(removed.headers.get('location') ?? ''), /Cette preuve retirée change \d+ points[\s\S]*Couvert → À faire/)
  assert.ok(mainOf(before).includes('<table'))
  assert.equal(mainOf(await get(board())), mainOf(before))
})

const mainOf = (text: string): string => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''

test('what a proof would change is shown before it is joined, and nothing is kept', async () => {
  await follow(labels)
  const proof = await makeProof('Charte à l’essai')
  const address = point(qualeduc, 'QF16-P1')
  const preview = await post(`${address}/preuves`, { evidence: proof, page: 'article 3', preview: 'yes' })
  const text = await get(preview.headers.get('location') ?? '')
  assert.match(text, /Cette preuve changerait \d+ point/)
  assert.match(text, /value="article 3"/)
  const { rows } = await sql`select 1 from evidence_supports where evidence_id = ${proof}`.execute(site.owner)
  assert.equal(rows.length, 0)
})

test('without a proof chosen, or with one of another school, the form comes back and says so', async () => {
  const foreign = await makeProof('Preuve du lycée voisin', await makeSchool(site, { name: 'Lycée d’ailleurs' }))
  await makeProof('Une preuve à nous')
  for (const evidence of ['', foreign]) {
    const refused = await post(`${point(metiers, 'LDM1-P1')}/preuves`, { evidence, page: 'page 7' })
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(text, /Choisissez la preuve à joindre/)
    assert.match(text, /value="page 7"/)
    assert.doesNotMatch(text, /Preuve du lycée voisin/)
  }
})

test('what the school says of a point is kept with its reason, counts elsewhere, and can be taken back', async () => {
  await follow(labels)
  const address = point(metiers, 'LDM7-P2')
  const saved = await post(`${address}/position`, { position: 'held', reason: 'Le groupe se réunit <le mardi>.', version: '0' })
  assert.equal(saved.status, 303)
  const text = await get(address)
  assert.match(text, /Vous avez noté «\sC’est en place\s» le/)
  assert.match(text, /&lt;le mardi&gt;/)
  const elsewhere = await get(point(qualeduc, 'QF06-P2'))
  assert.match(elsewhere, /Grâce à une autre démarche/)
  const taken = await post(`${address}/position/retirer`, { version: '1' })
  assert.equal(taken.status, 303)
  assert.match(await get(address), /Rien n’est noté ici/)
})

test('no answer chosen, or a reason that is too long, comes back with what was typed', async () => {
  const address = `${point(metiers, 'LDM1-P2')}/position`
  const empty = await post(address, { position: '', reason: 'Ma raison', version: '0' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Choisissez une réponse[\s\S]*Ma raison/)
  const long = await post(address, { position: 'held', reason: 'a'.repeat(2001), version: '0' })
  assert.equal(long.status, 422)
  assert.match(await long.text(), /Le texte est trop long[\s\S]*aaaa/)
})

test('two people who note a point at once: the second sees both, and nothing is overwritten in silence', async () => {
  const address = `${point(metiers, 'LDM1-D1')}/position`
  await post(address, { position: 'held', reason: 'La première', version: '0' })
  const second = await post(address, { position: 'not_yet', reason: 'La seconde', version: '0' })
  assert.equal(second.status, 422)
  const text = await second.text()
  assert.match(text, /Quelqu’un a noté autre chose entre-temps/)
  assert.match(text, /La seconde/)
  assert.match(text, /La première/)
})

test('two readings of one thing are shown as such', async () => {
  await follow(labels)
  await post(`${point(qualeduc, 'QF06-P2')}/position`, { position: 'held', reason: '', version: '0' })
  await post(`${point(metiers, 'LDM7-P2')}/position`, { position: 'not_yet', reason: '', version: '0' })
  const text = await get(point(metiers, 'LDM7-P2'))
  assert.match(text, /Deux lectures différentes/)
  assert.match(await get(urls.label.show({ organisation: school, framework: metiers }, { vue: 'diverging' })), /GPDS organisé/)
})

test('what concerns some schools only is asked once they say so', async () => {
  await follow([rnq])
  const address = urls.label.show({ organisation: school, framework: rnq })
  assert.match(await get(address), /Répondez à quelques questions/)
  const before = /sur (\d+) points/.exec(await get(address))?.[1]
  await post(urls.label.settings({ organisation: school, framework: rnq }), { state: 'preparing', condition: ['CERT', 'APP'], version: '1' })
  const after = /sur (\d+) points/.exec(await get(address))?.[1]
  assert.ok(Number(after) > Number(before), `${before} → ${after}`)
})

test('a level of a label asks for less than the next one', async () => {
  await follow([egalite])
  const address = urls.label.show({ organisation: school, framework: egalite })
  const asked = async (): Promise<number> => Number(/sur (\d+) points/.exec(await get(address))?.[1])
  const highest = await asked()
  await post(urls.label.settings({ organisation: school, framework: egalite }), { state: 'exploring', grade: '1', version: '1' })
  assert.ok((await asked()) < highest)
})

test('dates the wrong way round come back with their reason and everything that was typed', async () => {
  await follow([metiers])
  const refused = await post(urls.label.settings({ organisation: school, framework: metiers }), {
    state: 'held',
    held_from: '2026-09-01',
    held_until: '2025-09-01',
    next_step: 'Notre étape',
    version: '1',
  })
  assert.equal(refused.status, 422)
  const text = await refused.text()
  assert.match(text, /La fin de validité vient avant le début/)
  assert.match(text, /Notre étape/)
})

test('settings changed meanwhile are shown beside one’s own', async () => {
  await follow([metiers])
  const address = urls.label.settings({ organisation: school, framework: metiers })
  await post(address, { state: 'held', next_step: 'La leur', version: '1' })
  const second = await post(address, { state: 'held', next_step: 'La mienne', version: '1' })
  assert.equal(second.status, 422)
  assert.match(await second.text(), /La leur[\s\S]*La mienne/)
})

test('stopping takes the label off the board and loses nothing', async () => {
  await follow(labels)
  await post(`${point(metiers, 'LDM3-P1')}/position`, { position: 'held', reason: 'Gardée', version: '0' })
  await post(urls.label.stop({ organisation: school, framework: metiers }), {})
  assert.doesNotMatch(await get(board()), /demarches\/[^"]+">Lycée des métiers</)
  await post(urls.label.follow({ organisation: school }), { framework: metiers })
  assert.match(await get(point(metiers, 'LDM3-P1')), /Gardée/)
})

test('the shortest way names what is to be done, and the map what is common', async () => {
  await follow(labels)
  const nearest = await get(urls.label.nearest({ organisation: school, framework: egalite }))
  assert.match(nearest, /Pour le niveau/)
  assert.match(nearest, /Réunir une preuve/)
  assert.match(await get(urls.label.map({ organisation: school })), /point lié/)
  assert.match(await get(urls.label.bestProofs({ organisation: school })), /points dans \d+ démarches/)
})

test('a figure that may help is named, with the other points that it serves', async () => {
  await follow(labels)
  assert.match(await get(point(qualeduc, 'QF10-P2')), /Chiffres qui peuvent aider[\s\S]*Part d’élèves qui ont un lieu de PFMP le premier jour/)
})

test('an action decided for a point makes it planned, here and where it counts', async () => {
  await follow(labels)
  const address = point(metiers, 'LDM6-P1')
  const decided = await post(`${address}/action`, {})
  assert.match(decided.headers.get('location') ?? '', /^\/actions\//)
  assert.match(await get(address), /<strong>Prévu<\/strong>/)
})

test('the board is also a workbook, without anything that a sheet could run', async () => {
  await follow(labels)
  const answer = await (await visitor(site, member)).get(urls.label.file({ organisation: school, format: 'ods' }))
  assert.equal(answer.status, 200)
  const content = Buffer.from(unzipSync(new Uint8Array(await answer.arrayBuffer()))['content.xml'] ?? []).toString('utf8')
  assert.match(content, /Lycée des métiers/)
  assert.equal((await (await visitor(site, member)).get(urls.label.file({ organisation: school, format: 'exe' }))).status, 404)
})

test('a member reads everything, joins proofs, and changes no settings; a stranger finds nothing', async () => {
  await follow(labels)
  assert.match(await get(point(metiers, 'LDM1-P1'), member), /Joindre une preuve|Ajouter une preuve/)
  assert.equal((await post(`${point(metiers, 'LDM1-P1')}/position`, { position: 'held', version: '0' }, member)).status, 403)
  assert.equal((await post(urls.label.share({ organisation: school, framework: metiers }), { share: 'yes' }, member)).status, 403)
  for (const path of [board(), point(metiers, 'LDM1-P1'), urls.label.show({ organisation: school, framework: metiers })])
    assert.equal((await (await visitor(site, stranger)).get(path)).status, 404)
})

test('an académie and a network see figures of several schools together, never of few, and never what is not shared', async () => {
  const place = await makeAuthority(site, 'Académie du partage')
  const referent = await makePerson(site, [{ role: 'referent', organisationId: place }])
  const network = await makeNetwork(site, { authorityId: place })
  const lead = await makePerson(site, [{ role: 'lead', organisationId: network }])
  const page = urls.label.authority({ organisation: place })
  const addSchool = async (shared: boolean): Promise<void> => {
    const id = await makeSchool(site, { authorityId: place })
    await sql`insert into organisation_links (child_id, parent_id, kind, valid_from) values (${id}, ${network}, 'member_of', '2020-09-01')`.execute(site.owner)
    await follow([metiers], id, shared ? new Date() : null)
    const proof = await makeProof('Convention', id)
    await sql`insert into evidence_supports (evidence_id, framework_id, item_code, organisation_id, added_by) values (${proof}, ${metiers}, 'LDM1-P1', ${id}, ${head.id})`.execute(
      site.owner,
    )
  }
  assert.match(await get(page, referent), /Aucun établissement ne partage encore/)
  for (let count = 0; count < 4; count++) await addSchool(true)
  await addSchool(false)
  assert.match(await get(page, referent), /moins de 5/)
  assert.doesNotMatch(await get(page, referent), /1 sur 55/)
  assert.match(await get(urls.label.network({ organisation: network }), lead), />4</)
  await addSchool(true)
  const text = await get(page, referent)
  assert.match(text, />5</)
  assert.match(text, /1 sur 55/)
  assert.doesNotMatch(text, /Convention</)
})
