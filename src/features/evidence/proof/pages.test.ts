import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makeEvidence } from '../../../../test/make-evidence.ts'
import { pdfSaying } from '../../../../test/make-pdf.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { digestOf } from '../../../platform/digest.ts'
import { urls } from '../../../urls.ts'
import { removeFileJob } from '../remove-file-job.ts'

let site: FreshSite
let school: string
let member: Person
let browser: Visitor

before(async () => {
  site = await freshSite()
  site.setNow(new Date('2026-03-31T10:00:00Z'))
  school = await makeSchool(site)
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  browser = await visitor(site, member)
})
after(() => site.stop())

type Bytes = Uint8Array<ArrayBuffer>
const pdf = (text: string): Bytes => new Uint8Array(pdfSaying(text))
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

async function addFile(name: string, bytes: Bytes): Promise<string> {
  const form = new FormData()
  form.append('files', new File([bytes], name))
  await browser.post(urls.school.addEvidence({ organisation: school }), form)
  const { rows } = await sql<{ id: string }>`select id from evidence where sha256 = ${digestOf(bytes)} and organisation_id = ${school}`.execute(site.owner)
  return rows[0]?.id ?? ''
}

function revision(version: string, fields: Record<string, string>, file?: [name: string, bytes: Bytes]): FormData {
  const form = new FormData()
  form.append('version', version)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append('file', new File([file[1]], file[0]))
  return form
}

const sheet = {
  title: 'Convention type',
  nature: 'agreement',
  note: 'Rangée au secrétariat',
  effectiveOn: '2025-09-01',
  validUntil: '2026-04-20',
  remindOn: '',
}

test('the page of a proof says what it is, until when it holds, and where it serves', async () => {
  const id = await makeEvidence(site, {
    organisationId: school,
    addedBy: member.id,
    title: 'Convention',
    nature: 'agreement',
    validUntil: '2026-04-20',
    note: 'Au secrétariat',
  })
  const { id: evaluation, items } = await makeEvaluation(site, { organisationId: school, items: 1, title: 'Stages' })
  const show = urls.evidence.show({ evidence: id })
  assert.match(await (await browser.get(show)).text(), /ne sert nulle part pour le moment[^]*/)
  assert.match(await (await browser.get(show)).text(), new RegExp(urls.evidence.delete({ evidence: id })))
  await sql`insert into evidence_links (evidence_id, item_id, evaluation_id, organisation_id, page_ref) values (${id}, ${items[0]?.id}, ${evaluation}, ${school}, 'p. 12')`.execute(
    site.owner,
  )
  const text = plain(await (await browser.get(show)).text())
  assert.match(text, /À renouveler avant le 20 avril 2026/)
  assert.match(text, /Le 21 mars 2026, jour passé/)
  assert.match(text, /Au secrétariat/)
  assert.match(text, /Stages : Constat numéro 1\.[^]*p\. 12/)
  assert.doesNotMatch(text, new RegExp(urls.evidence.delete({ evidence: id })))
})

test('its sheet is changed; wrong dates come back with what was typed', async () => {
  const id = await makeEvidence(site, { organisationId: school, addedBy: member.id })
  const edit = urls.evidence.edit({ evidence: id })
  const wrong: [Record<string, string>, RegExp][] = [
    [{ title: '' }, /Il manque le titre/],
    [{ title: 'a'.repeat(201) }, /trop long/],
    [{ nature: 'spell' }, /Choisissez une nature/],
    [{ effectiveOn: '2026-02-30' }, /Cette date n’existe pas/],
    [{ validUntil: '2025-08-31' }, /vient avant la date du document/],
    [{ remindOn: '2026-04-21' }, /vient après la fin de validité/],
    [{ note: 'a'.repeat(2001) }, /trop longue/],
  ]
  for (const [fields, sentence] of wrong) {
    const answer = await browser.post(edit, { ...sheet, ...fields, version: '1' })
    assert.equal(answer.status, 422)
    const text = await answer.text()
    assert.match(text, sentence)
    if (!('note' in fields)) assert.match(text, /Rangée au secrétariat/)
  }
  assert.equal((await browser.post(edit, { ...sheet, version: '1' })).status, 303)
  assert.match(plain(await (await browser.get(urls.evidence.show({ evidence: id }))).text()), /Convention type[^]*1er septembre 2025[^]*20 avril 2026/)
})

test('two people who change the same sheet: the second sees both texts, and chooses', async () => {
  const id = await makeEvidence(site, { organisationId: school, addedBy: member.id })
  const edit = urls.evidence.edit({ evidence: id })
  assert.equal((await browser.post(edit, { ...sheet, title: 'Le leur', version: '1' })).status, 303)
  const answer = await browser.post(edit, { ...sheet, title: 'Le mien', version: '1' })
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.match(text, /Quelqu’un a modifié cette fiche entre-temps[^]*Le leur[^]*value="Le mien"/)
  assert.match(text, /name="version" value="2"/)
  assert.equal((await browser.post(edit, { ...sheet, title: 'Le mien', version: '2' })).status, 303)
})

test('a new version takes the place of the old one, which stays downloadable with its fingerprint, as an attachment', async () => {
  const old = pdf('ancienne version')
  const id = await addFile('règlement.pdf', old)
  const revise = urls.evidence.revise({ evidence: id })
  const next = pdf('nouvelle version')
  const sent = await browser.post(revise, revision('1', { effectiveOn: '2026-01-15', validUntil: '2027-01-15' }, ['Règlement 2026.pdf', next]))
  assert.equal(sent.status, 303)
  const text = plain(await (await browser.get(urls.evidence.show({ evidence: id }))).text())
  assert.match(text, /Versions précédentes[^]*Version 1/)
  assert.match(text, new RegExp(digestOf(old)))
  assert.match(text, /15 janvier 2026[^]*15 janvier 2027/)
  const present = await browser.get(urls.evidence.file({ evidence: id }))
  assert.deepEqual(new Uint8Array(await present.arrayBuffer()), next)
  const kept = await browser.get(urls.evidence.revisionFile({ evidence: id, revision: '1' }))
  assert.match(kept.headers.get('content-disposition') ?? '', /^attachment; filename="reglement\.pdf"/)
  assert.equal(kept.headers.get('x-content-type-options'), 'nosniff')
  assert.deepEqual(new Uint8Array(await kept.arrayBuffer()), old)
  for (const wrong of ['2', '0', '-1', 'x', '1 or 1=1', '99999999'])
    assert.equal((await browser.get(urls.evidence.revisionFile({ evidence: id, revision: wrong }))).status, 404, wrong)

  assert.equal((await browser.post(revise, revision('2', { address: 'https://exemple.fr/reglement' }))).status, 303)
  assert.match(await (await browser.get(urls.evidence.file({ evidence: id }))).text(), /Cette preuve est une page web/)
  assert.deepEqual(new Uint8Array(await (await browser.get(urls.evidence.revisionFile({ evidence: id, revision: '2' }))).arrayBuffer()), next)
})

test('a version that is refused says why; one made on an older sight is not taken in silence', async () => {
  const same = pdf('la même')
  const id = await addFile('meme.pdf', same)
  const revise = urls.evidence.revise({ evidence: id })
  const refused: [FormData, RegExp][] = [
    [revision('1', {}), /Il manque le nouveau fichier ou la nouvelle adresse/],
    [revision('1', { address: 'https://exemple.fr' }, ['a.pdf', pdf('a')]), /un fichier ou une adresse, pas les deux/],
    [revision('1', {}, ['autre nom.pdf', same]), /exactement le contenu actuel/],
    [revision('1', {}, ['a.exe', new Uint8Array([77, 90, 0, 0])]), /n’est pas accepté/],
    [revision('1', { address: 'ftp://exemple.fr' }), /Seules les adresses de pages web/],
    [revision('1', { effectiveOn: '2026-02-01', validUntil: '2026-01-01' }, ['a.pdf', pdf('a')]), /vient avant la date du document/],
    [revision('7', { effectiveOn: '2026-02-01' }, ['a.pdf', pdf('a')]), /Quelqu’un a modifié cette preuve entre-temps/],
  ]
  for (const [form, sentence] of refused) {
    const answer = await browser.post(revise, form)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), sentence)
  }
  const { rows } = await sql`select from evidence_revisions where evidence_id = ${id}`.execute(site.owner)
  assert.equal(rows.length, 0)
})

test('a proof that nothing uses is deleted with all its versions, and its files once no school holds them', async () => {
  const [first, second] = [pdf('première'), pdf('seconde')]
  const id = await addFile('a.pdf', first)
  await browser.post(urls.evidence.revise({ evidence: id }), revision('1', {}, ['a.pdf', second]))
  const remove = urls.evidence.delete({ evidence: id })
  assert.match(await (await browser.get(remove)).text(), /versions précédentes seront effacés/)
  await removeFileJob(site.services.files).run(site.pool, { sha256: digestOf(first) })
  assert.ok(await site.services.files.find(digestOf(first)), 'an earlier version holds its file')
  assert.equal((await browser.post(remove)).status, 303)
  for (const bytes of [first, second]) {
    await removeFileJob(site.services.files).run(site.pool, { sha256: digestOf(bytes) })
    assert.equal(await site.services.files.find(digestOf(bytes)), null)
  }
})

test('a proof beside a point is not deleted before it is taken off', async () => {
  const { rows } = await sql<{ frameworkId: string; code: string }>`
    select framework_id as "frameworkId", code from framework_items i join frameworks f on f.id = i.framework_id where f.framework = 'rnq' limit 1`.execute(
    site.owner,
  )
  const point = rows[0] ?? { frameworkId: '', code: '' }
  const id = await makeEvidence(site, { organisationId: school, addedBy: member.id, points: [point] })
  assert.equal((await browser.post(urls.evidence.delete({ evidence: id }))).status, 422)
  assert.equal((await browser.post(urls.evidence.unlink({ evidence: id }), { point: `${point.frameworkId}:${point.code}` })).status, 303)
  assert.equal((await browser.post(urls.evidence.delete({ evidence: id }))).status, 303)
})

test('a person of another school finds none of these pages, and nobody signed in is sent to sign-in', async () => {
  const id = await makeEvidence(site, { organisationId: school, addedBy: member.id })
  const stranger = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }]))
  for (const url of [urls.evidence.show, urls.evidence.edit, urls.evidence.revise, urls.evidence.points]) {
    assert.equal((await stranger.get(url({ evidence: id }))).status, 404)
    assert.match((await (await visitor(site)).get(url({ evidence: id }))).headers.get('location') ?? '', /^\/connexion/)
  }
  for (const url of [urls.evidence.edit, urls.evidence.revise, urls.evidence.points, urls.evidence.unlink]) {
    assert.equal((await stranger.post(url({ evidence: id }), { title: 'Pris' })).status, 404)
    assert.equal((await (await visitor(site)).post(url({ evidence: id }))).status, 401)
  }
})

test('each step leaves a line that the journal puts into words', async () => {
  const { rows } = await sql<{ kind: string }>`select distinct kind from activity where organisation_id = ${school} order by kind`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['evidence.added', 'evidence.edited', 'evidence.removed', 'evidence.revised', 'evidence.unlinked'],
  )
  const head = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: school }]))
  assert.match(
    plain(await (await head.get(urls.school.activity({ organisation: school }))).text()),
    /a donné une nouvelle version de la preuve <a[^>]*>« règlement »/,
  )
})
