import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync, strToU8 } from 'fflate'
import { writeOdt } from '../../platform/documents/odt.ts'
import { writeOds } from '../../platform/documents/ods.ts'
import { writeXlsx } from '../../platform/documents/xlsx.ts'
import { documentOf } from '../../platform/documents/sample-document.ts'
import { largestFile, recogniseFile } from './file-type.ts'
import type { FileRefusal, FileType } from './file-type.ts'
import { cleanFileName, readDay, readLink } from './rules.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const bytes = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
const office = (main: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [main]: strToU8('<x/>'), ...more })
const sheets = [{ name: 'A', columns: [{ header: 'a', kind: 'text' as const }], rows: [['b']] }]

const accepted: [name: string, content: Uint8Array, type: FileType][] = [
  ['bilan.pdf', bytes('%PDF-1.7\n…'), 'pdf'],
  ['BILAN.PDF', bytes('%PDF-1.4'), 'pdf'],
  ['photo.png', bytes('\x89PNG\r\n\x1a\n\0\0'), 'png'],
  ['photo.jpeg', bytes('\xff\xd8\xff\xe0\0'), 'jpeg'],
  ['photo.jpg', bytes('\xff\xd8\xff\xe1\0'), 'jpeg'],
  ['photo.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
  ['notes.txt', text('Réunion du conseil pédagogique'), 'text'],
  ['notes.txt', bytes('R\xe9union'), 'text'],
  ['notes.txt', bytes('\xff\xfeR\0\xe9\0'), 'text'],
  ['suivi.csv', text('classe;visites\n1PA;12'), 'csv'],
  ['rapport.odt', writeOdt(documentOf('Bonjour')), 'odt'],
  ['suivi.ods', writeOds(sheets), 'ods'],
  ['suivi.xlsx', writeXlsx(sheets), 'xlsx'],
  ['lettre.docx', office('word/document.xml'), 'docx'],
  ['expose.pptx', office('ppt/presentation.xml'), 'pptx'],
]

for (const [name, content, type] of accepted)
  test(`${name} is recognised as ${type} by its content`, () => assert.deepEqual(recogniseFile(name, content), { type }))

const refused: [what: string, name: string, content: Uint8Array, reason: FileRefusal][] = [
  ['nothing', 'vide.pdf', new Uint8Array(), 'empty'],
  ['one byte too many', 'gros.pdf', new Uint8Array(largestFile + 1), 'too-large'],
  ['a web page renamed', 'bilan.pdf', text('<!DOCTYPE html><script>alert(1)</script>'), 'web-page'],
  ['a web page after spaces', 'bilan.txt', text('  \n <HTML>'), 'web-page'],
  ['a web page hidden behind words', 'bilan.txt', text('Bonjour <script src=x>'), 'web-page'],
  ['a drawing that can act', 'logo.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'web-page'],
  ['a drawing renamed', 'logo.png', text('<?xml version="1.0"?><svg/>'), 'web-page'],
  ['a programme renamed', 'bilan.pdf', bytes('MZ\x90\0\x03\0\0\0\x04'), 'unknown'],
  ['a picture of another kind', 'anime.gif', bytes('GIF89a\x01\0\x01\0'), 'unknown'],
  ['a picture with the name of a PDF', 'bilan.pdf', bytes('\x89PNG\r\n\x1a\n'), 'other-ending'],
  ['a PDF with a double ending', 'bilan.pdf.exe', bytes('%PDF-1.7'), 'other-ending'],
  ['a text that says it is a page', 'page.html', text('Bonjour'), 'other-ending'],
  ['a text without an ending', 'bilan', text('Bonjour'), 'other-ending'],
  ['an old office file', 'bilan.doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old-office'],
  ['a picture of a phone', 'photo.heic', bytes('\0\0\0\x18ftypheic\0\0'), 'phone-picture'],
  ['a plain archive', 'tout.zip', zipSync({ 'a.txt': strToU8('a') }), 'archive'],
  ['an archive renamed', 'tout.docx', zipSync({ 'a.txt': strToU8('a') }), 'archive'],
  ['an archive cut short', 'lettre.docx', office('word/document.xml').slice(0, 60), 'archive'],
  ['an archive behind a programme', 'lettre.docx', bytes('MZ', office('word/document.xml')), 'unknown'],
  ['a document with macros', 'lettre.docx', office('word/document.xml', { 'word/vbaProject.bin': strToU8('x') }), 'macros'],
  ['a name that leaves its folder', 'lettre.docx', office('word/document.xml', { '../../etc/passwd': strToU8('x') }), 'trap'],
  ['a name from the root', 'lettre.docx', office('word/document.xml', { '/etc/passwd': strToU8('x') }), 'trap'],
  ['a name with backslashes', 'lettre.docx', office('word/document.xml', { '..\\x': strToU8('x') }), 'trap'],
]

for (const [what, name, content, reason] of refused) {
  test(`${what} is refused (${reason})`, () => {
    const outcome = recogniseFile(name, content)
    assert.ok('refused' in outcome)
    assert.equal(outcome.refused, reason)
  })
}

test('an archive that says it unpacks to gigabytes is refused without being unpacked', () => {
  const bomb = office('word/document.xml', { 'word/media/image1.png': strToU8('x') })
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  for (let at = 0; at < bomb.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true)
  const started = performance.now()
  assert.deepEqual(recogniseFile('lettre.docx', bomb), { refused: 'trap' })
  assert.ok(performance.now() - started < 50)
})

test('a true bomb, small on disk and huge inside, is refused in an instant', () => {
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(520 * 1024 * 1024) }, { level: 1 })
  assert.ok(bomb.length < largestFile)
  const started = performance.now()
  assert.deepEqual(recogniseFile('lettre.docx', bomb), { refused: 'trap' })
  assert.ok(performance.now() - started < 200)
})

const names: [given: string, kept: string][] = [
  ['bilan.pdf', 'bilan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Anne\\bilan 2026.pdf', 'bilan 2026.pdf'],
  ['/tmp/\u0000bilan.pdf', 'bilan.pdf'],
  ['bilan\u202Efdp.exe', 'bilanfdp.exe'],
  ['ligne\r\nSet-Cookie: x.pdf', 'ligneSet-Cookie_ x.pdf'],
  ['.htaccess', 'htaccess'],
  ['   ', 'document'],
  [`${'é'.repeat(400)}.pdf`, `${'é'.repeat(150)}.pdf`],
  ['<img src=x>.png', '_img src=x_.png'],
]

for (const [given, kept] of names)
  test(`the name ${JSON.stringify(given.slice(0, 40))} is kept as ${JSON.stringify(kept.slice(0, 40))}`, () => assert.equal(cleanFileName(given), kept))

const links: [given: string, outcome: string][] = [
  ['https://lycee.exemple.fr/bilan', 'https://lycee.exemple.fr/bilan'],
  ['www.exemple.fr', 'https://www.exemple.fr/'],
  ['http://exemple.fr', 'http://exemple.fr/'],
  ['', 'empty-link'],
  ['exemple', 'not-a-link'],
  ['https://exem ple.fr', 'not-a-link'],
  ['javascript:alert(1)', 'not-web'],
  ['data:text/html,<script>', 'not-web'],
  ['file:///etc/passwd', 'not-web'],
  ['ftp://exemple.fr', 'not-web'],
  ['https://moi:secret@exemple.fr', 'password-in-link'],
  [`https://exemple.fr/${'a'.repeat(2000)}`, 'too-long-link'],
]

for (const [given, outcome] of links) {
  test(`the address ${JSON.stringify(given.slice(0, 40))} gives ${outcome.slice(0, 40)}`, () => {
    const read = readLink(given)
    assert.equal('url' in read ? read.url : read.refused, outcome)
  })
}

test('a day that does not exist is none', () => {
  assert.equal(readDay('2026-02-28'), '2026-02-28')
  for (const wrong of ['2026-02-30', '2026-13-01', '28/02/2026', '', '2026-2-8']) assert.equal(readDay(wrong), null)
})
