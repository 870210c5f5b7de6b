import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { endlessPages, onePage, pdfSaying } from '../../../../test/make-pdf.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeOdt } from '../../../platform/documents/odt.ts'
import { writePdf } from '../../../platform/documents/pdf.ts'
import type { DocumentModel } from '../../../platform/documents/document.ts'
import { urls } from '../../../urls.ts'
import { keepFile } from '../commands.ts'
import { cleanWords, longestWords } from './clean-words.ts'
import { readLeftJob, readTextJob } from './read-text-job.ts'
import { readWords } from './read-words.ts'
import type { ReadType } from './read-words.ts'
import { readApart } from './reader.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const sentence = 'L’œuvre des élèves, préparée avec nos partenaires européens.'
const model: DocumentModel = { title: 'Convention', language: 'fr', date: '2026-03-03', blocks: [{ kind: 'paragraph', text: sentence }] }
const kept = 'L’oeuvre des élèves, préparée avec nos partenaires européens.'

const docx = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    ...more,
  })
const odt = (content: string): Uint8Array =>
  zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(content) })
const body = (content: string): string => `<office:document-content><office:body><office:text>${content}</office:text></office:body></office:document-content>`

test('the words of real files of each kind are read, with their accents', async () => {
  const files: [ReadType, Uint8Array][] = [
    ['pdf', await writePdf(model, 'report')],
    ['odt', writeOdt(model)],
    ['ods', writeOds([{ name: 'A', columns: [{ header: 'Texte', kind: 'text' }], rows: [[sentence]] }])],
    ['docx', docx(`<w:p><w:r><w:t xml:space="preserve">L’œuvre des élèves, </w:t></w:r><w:r><w:t>préparée avec nos partenaires européens.</w:t></w:r></w:p>`)],
    ['text', Buffer.from(sentence)],
    ['csv', Buffer.from(sentence.replace('œ', 'oe').replace('’', "'"), 'latin1')],
  ]
  for (const [type, bytes] of files) {
    const { state, words } = await readApart(type, bytes)
    assert.equal(state, 'read', type)
    assert.ok(words.includes(type === 'csv' ? kept.replace('’', "'") : kept), `${type}: ${words}`)
  }
})

test('a word cut at the end of a line is whole again, and what is not seen is left out', () => {
  assert.equal(cleanWords('un rap-\nport\u00ad  \t\u0000\u200b ﬁnal\n\nœuvre'), 'un rapport final oeuvre')
  assert.equal(cleanWords(`${'a'.repeat(longestWords + 10)}`).length, longestWords)
  assert.equal(cleanWords('\ud800 seul').isWellFormed(), true)
})

test('what was deleted, remarks in the margin and instructions are not words of the document', async () => {
  const changed = docx(
    '<w:p><w:r><w:t>gardé</w:t></w:r><w:del w:id="1"><w:r><w:delText>effacé</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ailleurs</w:t></w:r></w:moveFrom><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>',
  )
  assert.deepEqual(await readWords('docx', changed), { state: 'read', words: 'gardé' })
  const remarked = odt(
    body(
      '<text:tracked-changes><text:p>effacé</text:p></text:tracked-changes><text:p>gardé<office:annotation><dc:creator>Anne</dc:creator></office:annotation></text:p>',
    ),
  )
  assert.deepEqual(await readWords('odt', remarked), { state: 'read', words: 'gardé' })
})

test('a file of pictures alone is empty, not unreadable', async () => {
  assert.equal((await readWords('pdf', onePage({ dictionary: '', stream: Buffer.from('q Q') }))).state, 'empty')
  assert.equal((await readWords('odt', odt(body('')))).state, 'empty')
})

/** So many megabytes of spaces, packed raw: the same flushed block again and again, and an empty last one. */
function packedSpaces(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

const bomb = deflateSync(Buffer.concat([Buffer.from([0x78, 0x9c]), packedSpaces(900)]))

/** A text whose content says that it is small, and unpacks to half a gigabyte. */
function odtBomb(): Uint8Array {
  const packed = packedSpaces(500)
  const zip = zipSync({ 'content.xml': [packed, { level: 0 }] })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at < zip.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 8, 8, true)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 8, true)
  }
  return zip
}
const hostile: [what: string, type: ReadType, bytes: () => Uint8Array][] = [
  ['a PDF that unpacks to hundreds of megabytes', 'pdf', () => onePage({ dictionary: '/Filter[/FlateDecode/FlateDecode]', stream: bomb })],
  ['a PDF whose pages lead to themselves', 'pdf', () => endlessPages],
  ['a PDF that is none', 'pdf', () => Buffer.from('%PDF-1.7\n\u0000\u0000 garbage')],
  ['a PDF cut short', 'pdf', () => pdfSaying('Bonjour').slice(0, 120)],
  ['a text that unpacks to half a gigabyte', 'odt', odtBomb],
  ['a text with a DTD', 'odt', () => odt(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${body('<text:p>&a;</text:p>')}`)],
  ['a text with an entity from outside', 'odt', () => odt(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body('<text:p>&a;</text:p>')}`)],
  ['a text with an entity of its own', 'docx', () => docx('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>')],
  ['a text that is not well-formed', 'docx', () => docx(`<w:p><w:t ${'a="'.repeat(50_000)}`)],
  ['a text without its content', 'docx', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>') })],
  ['a protected text', 'odt', () => zipSync({ 'content.xml': [new Uint8Array(64).fill(0xfe), { level: 0 }] })],
]

for (const [what, type, bytes] of hostile) {
  test(`${what} is given up in time`, async () => {
    const started = performance.now()
    assert.deepEqual(await readApart(type, bytes()), { state: 'unreadable', words: '' })
    assert.ok(performance.now() - started < 25_000)
  })
}

test('a reading that does not end is stopped', async () => {
  const started = performance.now()
  const slow = onePage({ dictionary: '/Filter/FlateDecode', stream: deflateSync(Buffer.from('BT /F1 1 Tf (A) Tj ET '.repeat(1_000_000))) })
  assert.equal((await readApart('pdf', slow, 600)).state, 'unreadable')
  assert.ok(performance.now() - started < 5_000)
})

test('a file is read after it was added, while the site goes on answering; a hostile one is kept all the same', async () => {
  const school = await makeSchool(site)
  const member = await makePerson(site, [{ role: 'member', organisationId: school }])
  const adding = { organisationId: school, personId: member.id, title: '' }
  const scope = { personId: member.id, organisations: [school] }
  const read = readTextJob(site.services.files)
  const files = [
    { name: 'convention.pdf', bytes: pdfSaying('Convention avec la scierie') },
    { name: 'piege.pdf', bytes: onePage({ dictionary: '/Filter[/FlateDecode/FlateDecode]', stream: bomb }) },
  ]
  for (const file of files) {
    const outcome = await site.as(scope, (db) => keepFile(db, site.services.files, adding, file))
    assert.ok('evidence' in outcome)
    const reading = read.run(site.pool, { evidence: outcome.evidence.id, organisation: school })
    const browser = await visitor(site, member)
    assert.equal((await browser.get(urls.school.evidence({ organisation: school }))).status, 200)
    await reading
    await read.run(site.pool, { evidence: outcome.evidence.id, organisation: school })
  }
  const { rows } = await sql<{ title: string; state: string; words: string }>`
    select e.title, t.state, t.words from evidence_texts t join evidence e on e.id = t.evidence_id where e.organisation_id = ${school} order by e.title`.execute(
    site.owner,
  )
  assert.deepEqual(rows, [
    { title: 'convention', state: 'read', words: 'Convention avec la scierie' },
    { title: 'piege', state: 'unreadable', words: '' },
  ])
})

test('files that nobody has read are read at night, once', async () => {
  const school = await makeSchool(site)
  const member = await makePerson(site, [{ role: 'member', organisationId: school }])
  await site.as({ personId: member.id, organisations: [school] }, (db) =>
    keepFile(
      db,
      site.services.files,
      { organisationId: school, personId: member.id, title: '', confidentiality: 'leaders' },
      { name: 'oubli.txt', bytes: Buffer.from('un oubli') },
    ),
  )
  const night = readLeftJob(site.services.files)
  await night.run(site.pool, {})
  const { rows } = await sql<{ words: string }>`select words from evidence_texts where organisation_id = ${school}`.execute(site.owner)
  assert.deepEqual(rows, [{ words: 'un oubli' }])
  await readLeftJob({ ...site.services.files, find: () => assert.fail('nothing is left to read') }).run(site.pool, {})
})

test('words of an older file are not kept over those of a newer one', async () => {
  const school = await makeSchool(site)
  const member = await makePerson(site, [{ role: 'member', organisationId: school }])
  const outcome = await site.as({ personId: member.id, organisations: [school] }, (db) =>
    keepFile(db, site.services.files, { organisationId: school, personId: member.id, title: '' }, { name: 'a.txt', bytes: Buffer.from('ancien') }),
  )
  assert.ok('evidence' in outcome)
  const { id } = outcome.evidence
  const reading = readTextJob({
    ...site.services.files,
    find: async (sha256) => {
      await sql`update evidence set revision = 2 where id = ${id}`.execute(site.owner)
      return site.services.files.find(sha256)
    },
  })
  await reading.run(site.pool, { evidence: id, organisation: school })
  const { rows } = await sql`select from evidence_texts where evidence_id = ${id}`.execute(site.owner)
  assert.equal(rows.length, 0)
})
