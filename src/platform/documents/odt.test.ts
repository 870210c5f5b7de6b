import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { writeOdt } from './odt.ts'
import { documentOf, hostileTexts } from './sample-document.ts'
import { tagsOf } from './well-formed.ts'

const noOffice = spawnSync('soffice', ['--version']).error ? 'LibreOffice is not installed here' : false

function part(odt: Uint8Array, name: string): string {
  const file = unzipSync(odt)[name]
  assert.ok(file, `${name} is missing`)
  return strFromU8(file)
}

test('the mimetype comes first and uncompressed, so that programs know the file by its first bytes', () => {
  const head = Buffer.from(writeOdt(documentOf('Bonjour'))).subarray(0, 77)
  assert.equal(head.readUInt16LE(8), 0)
  assert.equal(head.subarray(30, 77).toString(), 'mimetypeapplication/vnd.oasis.opendocument.text')
})

test('the manifest names every part, and nothing else', () => {
  const odt = writeOdt(documentOf('Bonjour'))
  const named = [...part(odt, 'META-INF/manifest.xml').matchAll(/full-path="([^"/][^"]*)"/g)].map((match) => match[1])
  const present = Object.keys(unzipSync(odt)).filter((name) => name !== 'mimetype' && !name.startsWith('META-INF/'))
  assert.deepEqual(named.sort(), present.sort())
})

for (const text of hostileTexts) {
  test(`every part stays well-formed XML around ${JSON.stringify(text.slice(0, 24))}`, () => {
    const odt = writeOdt(documentOf(text))
    const names = Object.keys(unzipSync(odt)).filter((name) => /\.(xml|svg)$/.test(name))
    for (const name of names) assert.ok(tagsOf(part(odt, name)).length > 0)
  })
}

test('what was typed never becomes an element: a hostile text gives the same elements as a harmless one', () => {
  const elements = (text: string) => tagsOf(part(writeOdt(documentOf(text)), 'content.xml'))
  assert.deepEqual(elements('</text:p>]]><text:h>&amp;"<!-- <?xml ?>'), elements('Bonjour'))
})

test('every style that the content uses exists', () => {
  const odt = writeOdt(documentOf('Bonjour'))
  const defined = new Set([...(part(odt, 'content.xml') + part(odt, 'styles.xml')).matchAll(/style:name="([^"]+)"/g)].map((match) => match[1]))
  for (const [, used] of part(odt, 'content.xml').matchAll(/(?:text|table|draw):style-name="([^"]+)"/g)) assert.ok(defined.has(used), used)
})

test('the language and the headings are those of the document, and lines and spaces are kept', () => {
  const odt = writeOdt({
    ...documentOf('x'),
    language: 'en',
    blocks: [
      { kind: 'heading', level: 2, text: 'A' },
      { kind: 'paragraph', text: 'a   b\nc' },
    ],
  })
  assert.match(part(odt, 'styles.xml'), /fo:language="en" fo:country="GB"/)
  assert.match(part(odt, 'content.xml'), /<text:h text:style-name="Heading_20_1" text:outline-level="1">A</)
  assert.match(part(odt, 'content.xml'), /a<text:s text:c="3"\/>b<text:line-break\/>c/)
})

test('LibreOffice opens it and shows its text', { skip: noOffice }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'odt-'))
  try {
    writeFileSync(join(folder, 'a.odt'), writeOdt(documentOf('Bonjour & <bonsoir> 😀')))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'a.odt')])
    assert.match(readFileSync(join(folder, 'a.txt'), 'utf8'), /Bonjour & <bonsoir> 😀/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
