import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { removeFileJob } from '../../evidence/remove-file-job.ts'

let site: FreshSite
let school: string
let member: Person
let stranger: Person
let evaluation: MadeEvaluation

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { name: 'Lycée voisin' }) }])
  evaluation = await makeEvaluation(site, { organisationId: school, state: 'agreeing', items: 4, members: [member] })
})
after(() => site.stop())

const pdf = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n${content}`))
const addressOf = (index: number, of = evaluation): string => urls.evaluation.attachEvidence({ evaluation: of.id, item: of.items[index]?.id ?? '' })

function fileForm(name: string, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.append('way', 'file')
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new File([bytes], name))
  return form
}

const linkedTo = async (itemId: string): Promise<{ id: string; title: string; file_name: string | null; sha256: string | null }[]> =>
  (
    await sql<{ id: string; title: string; file_name: string | null; sha256: string | null }>`
    select e.id, e.title, e.file_name, e.sha256 from evidence e join evidence_links l on l.evidence_id = e.id where l.item_id = ${itemId} order by e.added_at`.execute(
      site.owner,
    )
  ).rows

test('a member attaches a file, sees it beside the question, and gets the same bytes back as an attachment', async () => {
  const browser = await visitor(site, member)
  const sent = await browser.post(
    addressOf(0),
    fileForm('../../Bilan <2026>.pdf', pdf('bilan'), { title: 'Bilan des visites', effectiveOn: '2026-06-30', note: 'Page 4' }),
  )
  assert.equal(sent.status, 303)
  const [kept] = await linkedTo(evaluation.items[0]?.id ?? '')
  assert.equal(kept?.title, 'Bilan des visites')
  assert.equal(kept?.file_name, 'Bilan _2026_.pdf')
  const shown = await (await browser.get(addressOf(0))).text()
  assert.match(shown, /Bilan des visites[^]*30 juin 2026[^]*Page 4/)
  const file = await browser.get(urls.evidence.file({ evidence: kept?.id ?? '' }))
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; /)
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), pdf('bilan'))
})

test('a person of another school finds neither the page nor the file, and nobody signed in is sent to sign-in', async () => {
  const [kept] = await linkedTo(evaluation.items[0]?.id ?? '')
  const file = urls.evidence.file({ evidence: kept?.id ?? '' })
  const other = await visitor(site, stranger)
  for (const address of [addressOf(0), file, urls.school.evidence({ organisation: school }), urls.evidence.delete({ evidence: kept?.id ?? '' })]) {
    assert.equal((await other.get(address)).status, 404, address)
    assert.match((await (await visitor(site)).get(address)).headers.get('location') ?? '', /^\/connexion/, address)
  }
  assert.equal((await other.post(addressOf(0), fileForm('a.pdf', pdf('a')))).status, 404)
  assert.equal((await (await visitor(site)).post(addressOf(0), fileForm('a.pdf', pdf('a')))).status, 401)
})

test('the same content is kept once: the second question reuses the proof and says so', async () => {
  const browser = await visitor(site, member)
  await browser.post(addressOf(1), fileForm('un autre nom.pdf', pdf('bilan'), { title: 'Autre titre' }))
  const [first, second] = [await linkedTo(evaluation.items[0]?.id ?? ''), await linkedTo(evaluation.items[1]?.id ?? '')]
  assert.equal(second[0]?.id, first[0]?.id)
  assert.match(await (await browser.get(urls.school.evidence({ organisation: school }))).text(), /Sert à 2 questions de l’établissement/)
  const proof = await (await browser.get(urls.evidence.show({ evidence: first[0]?.id ?? '' }))).text()
  assert.match(proof, /Constat numéro 1\.[^]*Constat numéro 2\./)
})

const hostile: [what: string, name: string, bytes: Uint8Array<ArrayBuffer>, sentence: RegExp][] = [
  ['a web page with the name of a PDF', 'bilan.pdf', new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')), /page web ou un dessin SVG/],
  ['a drawing', 'logo.svg', new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')), /page web ou un dessin SVG/],
  ['26 megabytes', 'gros.pdf', new Uint8Array(26 * 1024 * 1024).fill(37), /dépasse 25\sMo/],
  ['a picture with the name of a PDF', 'bilan.pdf', new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), /image PNG/],
]

for (const [what, name, bytes, sentence] of hostile) {
  test(`${what} is refused with a sentence, and what was typed comes back`, async () => {
    const before = await linkedTo(evaluation.items[2]?.id ?? '')
    const answer = await (await visitor(site, member)).post(addressOf(2), fileForm(name, bytes, { title: 'Mon titre', note: 'Ma longue explication' }))
    assert.equal(answer.status, 422)
    const text = await answer.text()
    assert.match(text, sentence)
    assert.match(text, /value="Mon titre"/)
    assert.match(text, /Ma longue explication/)
    assert.deepEqual(await linkedTo(evaluation.items[2]?.id ?? ''), before)
  })
}

test('without a file, with a wrong link or a wrong date, the page says what is missing', async () => {
  const browser = await visitor(site, member)
  assert.match(await (await browser.post(addressOf(2), { way: 'file', title: 'Titre' })).text(), /Il manque le fichier/)
  assert.match(await (await browser.post(addressOf(2), { way: 'link', address: 'javascript:alert(1)' })).text(), /Seules les adresses de pages web/)
  assert.match(
    await (await browser.post(addressOf(2), { way: 'link', address: 'https://exemple.fr', effectiveOn: '2026-02-31' })).text(),
    /Cette date n’existe pas/,
  )
  assert.match(await (await browser.post(addressOf(2), { way: 'known', known: 'x' })).text(), /Choisissez une preuve/)
})

test('a proof of another school cannot be attached by its id', async () => {
  const other = await makeSchool(site)
  const id = '11111111-1111-4111-8111-111111111111'
  await sql`insert into evidence (id, organisation_id, title, kind, url, added_by) values (${id}, ${other}, 'Étrangère', 'link', 'https://exemple.fr', ${stranger.id})`.execute(
    site.owner,
  )
  const answer = await (await visitor(site, member)).post(addressOf(2), { way: 'known', known: id })
  assert.equal(answer.status, 422)
  assert.deepEqual(await linkedTo(evaluation.items[2]?.id ?? ''), [])
})

test('a proof still used is not deleted; once taken off everywhere, it goes, file included', async () => {
  const browser = await visitor(site, member)
  const [kept] = await linkedTo(evaluation.items[0]?.id ?? '')
  const remove = urls.evidence.delete({ evidence: kept?.id ?? '' })
  assert.match(await (await browser.post(remove)).text(), /Cette preuve sert encore/)
  for (const index of [0, 1]) {
    const detach = urls.evaluation.detachEvidence({ evaluation: evaluation.id, item: evaluation.items[index]?.id ?? '', evidence: kept?.id ?? '' })
    assert.match(await (await browser.get(detach)).text(), /Retirer «\u00a0Bilan des visites\u00a0»/)
    assert.equal((await browser.post(detach)).status, 303)
  }
  assert.equal((await browser.post(remove)).status, 303)
  assert.equal((await browser.get(urls.evidence.file({ evidence: kept?.id ?? '' }))).status, 404)
  const sha256 = kept?.sha256 ?? ''
  assert.ok(await site.services.files.find(sha256))
  await removeFileJob(site.services.files).run(site.pool, { sha256 })
  assert.equal(await site.services.files.find(sha256), null)
})

test('a file that another school still holds is not thrown away', async () => {
  const other = await visitor(site, stranger)
  const [organisation] = (await sql<{ id: string }>`select organisation_id as id from mandates where person_id = ${stranger.id}`.execute(site.owner)).rows
  const theirs = await makeEvaluation(site, { organisationId: organisation?.id ?? '', state: 'agreeing', items: 1, members: [stranger] })
  await other.post(addressOf(0, theirs), fileForm('commun.pdf', pdf('commun')))
  const [kept] = await linkedTo(theirs.items[0]?.id ?? '')
  const sha256 = kept?.sha256 ?? ''
  await removeFileJob(site.services.files).run(site.pool, { sha256 })
  assert.ok(await site.services.files.find(sha256))
})

test('each step leaves a line in the log', async () => {
  const { rows } = await sql<{ kind: string }>`select distinct kind from activity where organisation_id = ${school} order by kind`.execute(site.owner)
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['evidence.added', 'evidence.attached', 'evidence.detached', 'evidence.removed'],
  )
})

test('once validated, proofs stay: the page says so, and a form sent late is refused', async () => {
  const done = await makeEvaluation(site, { organisationId: school, state: 'validated', items: 1, members: [member] })
  const browser = await visitor(site, member)
  assert.match(await (await browser.get(addressOf(0, done))).text(), /ses preuves ne changent plus/)
  const late = await browser.post(addressOf(0, done), { way: 'link', address: 'https://exemple.fr', note: 'Trop tard' })
  assert.equal(late.status, 422)
  assert.deepEqual(await linkedTo(done.items[0]?.id ?? ''), [])
})
