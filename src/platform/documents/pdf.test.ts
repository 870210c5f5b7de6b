import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { Block, DocumentModel } from './document.ts'
import { PdfTooLong, writePdf } from './pdf.ts'
import { blocksOf, documentOf, hostileTexts } from './sample-document.ts'

const noPdftotext = spawnSync('pdftotext', ['-v']).error ? 'pdftotext is not installed here' : false

/** The file's objects as text, with every compressed stream opened. */
function opened(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    try {
      return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return raw + streams.join('\n')
}

function pagesOf(pdf: Uint8Array): number {
  return [...opened(pdf).matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

function textOf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 50_000_000, stdio: ['pipe', 'pipe', 'ignore'] }).toString()
}

function plain(blocks: Block[]): DocumentModel {
  return { title: 'Rapport', language: 'fr', date: '2026-03-03', blocks }
}

test('a report says that it is PDF/UA-1, tagged, in French, with its title', async () => {
  const content = opened(await writePdf(documentOf('Bonjour'), 'report'))
  assert.match(content, /pdfuaid:part>1</)
  assert.match(content, /\/MarkInfo\s*<<[^>]*\/Marked true/)
  assert.match(content, /\/Lang\s*\(fr/)
  assert.match(content, /\/StructTreeRoot/)
  assert.match(content, /\/DisplayDocTitle true/)
})

test('every drawing carries a text that says what it shows', async () => {
  const content = opened(await writePdf(documentOf('Bonjour'), 'report'))
  const figures = [...content.matchAll(/\/S\s*\/Figure\b/g)].length
  const texts = [...content.matchAll(/\/Alt\s*[(<]/g)].length
  assert.equal(figures, 2)
  assert.equal(texts, figures)
})

test('an English document says its words in English', { skip: noPdftotext }, async () => {
  const text = textOf(await writePdf({ ...documentOf('Hello'), language: 'en' }, 'report'))
  assert.match(text, /page 2 of \d/)
  assert.match(text, /to be completed/)
  assert.match(text, /3 March 2026/)
})

test('a heading that skips a level is brought back to one step', async () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: 'A' },
    { kind: 'heading', level: 3, text: 'B' },
  ]
  const content = opened(await writePdf(plain(blocks), 'report'))
  assert.match(content, /\/S\s*\/H1\b/)
  assert.match(content, /\/S\s*\/H2\b/)
  assert.doesNotMatch(content, /\/S\s*\/H3\b/)
})

for (const text of hostileTexts) {
  test(`what was typed stays text in both layouts: ${JSON.stringify(text.slice(0, 24))}`, async () => {
    for (const layout of ['report', 'one-page'] as const) {
      const pdf = await writePdf(documentOf(text), layout)
      assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
    }
  })
}

test('markup of the typesetter is printed as it was typed', { skip: noPdftotext }, async () => {
  const typed = '#eval("1+1") *gras* $x^2$ @ref <a> \\ = titre'
  assert.ok(textOf(await writePdf(plain([{ kind: 'paragraph', text: typed }]), 'report')).includes(typed))
})

test('a hundred thousand characters in one field come out whole', { skip: noPdftotext }, async () => {
  const words = Array.from({ length: 15_000 }, (_, index) => `mot${index}`).join(' ')
  const blocks: Block[] = [{ kind: 'table', caption: 'Tableau', columns: [{ header: 'A' }, { header: 'B' }], rows: [[words, 'x'.repeat(100_000)]] }]
  assert.match(textOf(await writePdf(plain(blocks), 'report')), /mot14999/)
})

test('a document of thousands of pages is refused with its own error', async () => {
  const text = 'mot '.repeat(400_000)
  await assert.rejects(writePdf(plain([{ kind: 'paragraph', text }]), 'report'), PdfTooLong)
})

test('one page holds on one page while it can, and runs on rather than cut', async () => {
  const line: Block = { kind: 'paragraph', text: 'Une phrase de quelques mots seulement.' }
  const filled = (count: number) => plain(Array.from({ length: count }, () => line))
  assert.equal(pagesOf(await writePdf(filled(48), 'one-page')), 1)
  assert.equal(pagesOf(await writePdf(filled(120), 'one-page')), 3)
})

test('the process goes on while a report of twenty pages is drawn', async () => {
  const sentence = 'Les objectifs de chaque période sont écrits avec l’entreprise.'
  await writePdf(documentOf(sentence), 'report')
  const blocks = Array.from({ length: 6 }, (_, index) => blocksOf(`${index} ${sentence}`)).flat()
  let ticks = 0
  const ticking = setInterval(() => ticks++, 5)
  const pdf = await writePdf(plain(blocks), 'report')
  clearInterval(ticking)
  assert.ok(pagesOf(pdf) >= 20, `${pagesOf(pdf)} pages`)
  assert.ok(ticks > 2, `${ticks} ticks`)
})

test('ten documents asked for at once all come, each its own', { skip: noPdftotext }, async () => {
  const pdfs = await Promise.all(Array.from({ length: 10 }, (_, n) => writePdf(plain([{ kind: 'paragraph', text: `numéro ${n}` }]), 'report')))
  pdfs.forEach((pdf, n) => assert.match(textOf(pdf), new RegExp(`numéro ${n}\\b`)))
})
