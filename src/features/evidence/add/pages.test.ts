import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { pdfSaying } from '../../../../test/make-pdf.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { largestFile } from '../file-type.ts'
import { mostFiles } from './limits.ts'

let site: FreshSite
let school: string
let member: Person
let browser: Visitor
let address: string

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  member = await makePerson(site, [{ role: 'member', organisationId: school }])
  browser = await visitor(site, member)
  address = urls.school.addEvidence({ organisation: school })
})
after(() => site.stop())

type Bytes = Uint8Array<ArrayBuffer>
const pdf = (text: string): Bytes => new Uint8Array(pdfSaying(text))

function formOf(files: readonly [name: string, bytes: Bytes][], fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('files', new File([bytes], name))
  return form
}

interface Kept {
  id: string
  title: string
  nature: string
  confidentiality: string
  validUntil: string | null
  note: string
  version: number
}
const keptBy = async (organisation = school): Promise<Kept[]> =>
  (
    await sql<Kept>`select id, title, nature, confidentiality, valid_until as "validUntil", note, version from evidence where organisation_id = ${organisation} order by added_at, title`.execute(
      site.owner,
    )
  ).rows

test('several files and an address are added at once, each guessed by itself, then described on one page and saved once', async () => {
  assert.match(await (await browser.get(address)).text(), /multiple/)
  const sent = await browser.post(
    address,
    formOf(
      [
        ['Convention_scierie.pdf', pdf('un')],
        ['CR conseil 12-03.pdf', pdf('deux')],
      ],
      { address: 'www.exemple.fr/charte', confidentiality: 'leaders' },
    ),
  )
  assert.equal(sent.status, 303)
  const kept = await keptBy()
  assert.deepEqual(
    kept.map(({ title, nature, confidentiality }) => [title, nature, confidentiality]),
    [
      ['CR conseil 12 03', 'minutes', 'leaders'],
      ['Convention scierie', 'agreement', 'leaders'],
      ['www.exemple.fr', 'publication', 'leaders'],
    ],
  )
  const describe = sent.headers.get('location') ?? ''
  const text = await (await browser.get(describe)).text()
  assert.match(text, /Preuve 1 sur 3[^]*Preuve 2 sur 3[^]*Preuve 3 sur 3/)
  const fields = Object.fromEntries(
    kept.flatMap(({ id, title, nature }) => [
      [`version-${id}`, '1'],
      [`title-${id}`, `${title}, relu`],
      [`nature-${id}`, nature],
      [`note-${id}`, ''],
      [`effectiveOn-${id}`, '2025-09-01'],
      [`validUntil-${id}`, '2026-08-31'],
    ]),
  )
  const saved = await browser.post(describe, fields)
  assert.equal(saved.headers.get('location'), urls.school.evidence({ organisation: school }))
  assert.ok(
    (await keptBy()).every((one) => one.title.endsWith(', relu') && one.validUntil === '2026-08-31' && one.confidentiality === 'leaders' && one.version === 2),
  )
})

test('a description that is wrong for one comes back whole, and nothing of the others is saved', async () => {
  const kept = await keptBy()
  const [first, second] = kept
  const describe = urls.school.describeEvidence({ organisation: school }, { p: `${first?.id},${second?.id}` })
  const answer = await browser.post(describe, {
    [`version-${first?.id}`]: '2',
    [`title-${first?.id}`]: 'Titre gardé',
    [`note-${first?.id}`]: 'Ma remarque',
    [`version-${second?.id}`]: '2',
    [`title-${second?.id}`]: '',
    [`effectiveOn-${second?.id}`]: '2026-02-30',
  })
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.match(text, /Il manque le titre[^]*Cette date n’existe pas/)
  assert.match(text, /value="Titre gardé"[^]*Ma remarque/)
  assert.deepEqual(await keptBy(), kept)
})

test('what somebody else saved meanwhile is shown beside what was typed', async () => {
  const [first] = await keptBy()
  const describe = urls.school.describeEvidence({ organisation: school }, { p: first?.id ?? '' })
  const form = (title: string, version: string) => ({ [`version-${first?.id}`]: version, [`title-${first?.id}`]: title })
  assert.equal((await browser.post(describe, form('Le leur', '2'))).status, 303)
  const answer = await browser.post(describe, form('Le mien', '2'))
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Enregistré entre-temps[^]*Le leur[^]*value="Le mien"/)
  assert.equal((await browser.post(describe, form('Le mien', '3'))).status, 303)
  assert.equal((await keptBy()).find((one) => one.id === first?.id)?.title, 'Le mien')
})

test('a refused file does not lose the others, nor the address; sending the same form again leads to what was kept', async () => {
  const before = await keptBy()
  const form = (): FormData =>
    formOf(
      [
        ['bon.pdf', pdf('bon')],
        ['page.pdf', new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>'))],
        ['vide.pdf', new Uint8Array()],
        ['programme.exe', new Uint8Array(Buffer.from('MZ\u0000\u0000'))],
      ],
      { address: 'javascript:alert(1)', confidentiality: 'team', _form: '22222222-2222-4222-8222-222222222222' },
    )
  const answer = await browser.post(address, form())
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.match(text, /Une preuve est ajoutée[^]*>bon</)
  for (const name of ['page.pdf', 'vide.pdf', 'programme.exe']) assert.match(text, new RegExp(`« ${name} »`.replaceAll(' ', '[ \u00a0]')))
  assert.match(text, /Seules les adresses de pages web[^]*value="javascript:alert\(1\)"/)
  const kept = await keptBy()
  assert.equal(kept.length, before.length + 1)
  const again = await browser.post(address, form())
  assert.equal(again.status, 303)
  assert.match(again.headers.get('location') ?? '', new RegExp(`decrire\\?p=${kept.at(-1)?.id}`))
  assert.deepEqual(await keptBy(), kept)
})

test('when nothing can be kept, the form comes back and nothing is', async () => {
  const before = await keptBy()
  assert.match(await (await browser.post(address, formOf([]))).text(), /Il manque un fichier ou une adresse/)
  const answer = await browser.post(address, formOf([['a.exe', new Uint8Array([77, 90, 0, 0])]], { confidentiality: 'leaders' }))
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /value="leaders" checked/)
  assert.deepEqual(await keptBy(), before)
})

test('the same content is recognised whatever its name, among the files and among the school’s proofs', async () => {
  const before = await keptBy()
  const answer = await browser.post(address, formOf([['copie.pdf', pdf('bon')]]))
  assert.equal(answer.headers.get('location'), urls.evidence.show({ evidence: before.at(-1)?.id ?? '' }))
  await browser.post(
    address,
    formOf([
      ['a.pdf', pdf('double')],
      ['b.pdf', pdf('double')],
    ]),
  )
  assert.equal((await keptBy()).length, before.length + 1)
})

test('too many files, or files too heavy together: the first are taken, the others named', async () => {
  const other = await makeSchool(site)
  const theirs = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: other }]))
  const there = urls.school.addEvidence({ organisation: other })
  const many = await theirs.post(there, formOf(Array.from({ length: mostFiles + 2 }, (_, index) => [`f${index}.pdf`, pdf(`fichier ${index}`)])))
  assert.match((await many.text()).replaceAll('\u00a0', ' '), /« f20\.pdf »[^]*« f21\.pdf »/)
  assert.equal((await keptBy(other)).length, mostFiles)
  const heavy = (name: string, share: number): [string, Bytes] => [name, new Uint8Array(Buffer.concat([pdf(name), Buffer.alloc(share * largestFile - 2_000)]))]
  const answer = await theirs.post(there, formOf([heavy('g1.pdf', 1), heavy('g2.pdf', 0.8), heavy('g3.pdf', 0.4)]))
  assert.match((await answer.text()).replaceAll('\u00a0', ' '), /« g3\.pdf » : les fichiers étaient trop lourds ensemble/)
  assert.equal((await keptBy(other)).length, mostFiles + 2)
})

test('two people who add the same files in another order at the same time both get through', async () => {
  const other = await makeSchool(site)
  const [one, two] = [await makePerson(site, [{ role: 'lead', organisationId: other }]), await makePerson(site, [{ role: 'head', organisationId: other }])]
  const files: [string, Bytes][] = [
    ['x.pdf', pdf('x')],
    ['y.pdf', pdf('y')],
    ['z.pdf', pdf('z')],
  ]
  const there = urls.school.addEvidence({ organisation: other })
  const answers = await Promise.all([(await visitor(site, one)).post(there, formOf(files)), (await visitor(site, two)).post(there, formOf(files.toReversed()))])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [303, 303],
  )
  assert.equal((await keptBy(other)).length, 3)
})

test('a person of another school can neither add here nor describe; nobody signed in is sent to sign-in', async () => {
  const stranger = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }]))
  const [first] = await keptBy()
  const describe = urls.school.describeEvidence({ organisation: school }, { p: first?.id ?? '' })
  for (const path of [address, describe]) {
    assert.equal((await stranger.get(path)).status, 404)
    assert.equal((await stranger.post(path, { [`title-${first?.id}`]: 'Pris' })).status, 404)
    assert.match((await (await visitor(site)).get(path)).headers.get('location') ?? '', /^\/connexion/)
    assert.equal((await (await visitor(site)).post(path)).status, 401)
  }
})

test('a proof of another school is not described by putting its id in the address', async () => {
  const other = await makeSchool(site)
  const theirs = await makePerson(site, [{ role: 'head', organisationId: other }])
  await (await visitor(site, theirs)).post(urls.school.addEvidence({ organisation: other }), { address: 'https://exemple.fr/leur' })
  const [id] = (await keptBy(other)).map((one) => one.id)
  const both = await makePerson(site, [
    { role: 'head', organisationId: school },
    { role: 'head', organisationId: other },
  ])
  const describe = urls.school.describeEvidence({ organisation: school }, { p: `${id},nimporte,00000000-0000-4000-8000-000000000000` })
  const answer = await (await visitor(site, both)).get(describe)
  assert.equal(answer.headers.get('location'), urls.school.evidence({ organisation: school }))
})
