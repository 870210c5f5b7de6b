import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type Layout = 'report' | 'one-page' | 'slips' | 'poster' | 'replies-poster' | 'paper-form'

const templates = join(import.meta.dirname, 'templates')
const weights = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic']
const fonts = [
  ...weights.map((weight) => `@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`),
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]

/** Smaller and smaller until it fits; under 8 points a page is no longer read, so a second one is better. */
const onePageSizes = [10.5, 9.5, 8.75, 8]
/** More text than a page can hold at any size, in characters of data. */
const moreThanAPage = 30_000
/** The compiler's refusals come as Rust debug text: quoted, then escaped, twice. */
const refusedText = /(?:the text|codepoint) `\\"(.+?)\\"`/g
const replacement = '\uFFFD'
/** How often refused characters are looked for before all but Latin letters are replaced. */
const rounds = 4

let compiler: NodeCompiler | null = null

function openCompiler(): NodeCompiler {
  const resolve = createRequire(import.meta.url).resolve
  const fontBlobs = fonts.map((font) => readFileSync(resolve(font)))
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
}

/** The PDF of the data, in PDF/UA-1. Blocks the thread: call it through pdf.ts. */
export function compilePdf(data: string, layout: Layout): Uint8Array {
  compiler ??= openCompiler()
  try {
    return drawn(compiler, data, layout)
  } finally {
    compiler.evictCache(1)
  }
}

/** PDF/UA refuses a character that no font can draw; it is shown as the replacement character, and nothing else changes. */
function drawn(typst: NodeCompiler, data: string, layout: Layout): Uint8Array {
  let current = data
  for (let round = 0; round < rounds; round++) {
    try {
      return attempt(typst, current, layout)
    } catch (error) {
      const refused = refusedCharacters(error)
      if (refused.size === 0) break
      current = withoutRefused(current, refused)
    }
  }
  return attempt(
    typst,
    data.replace(/[^\u0020-\u024F\u2010-\u2026\u20AC]/gu, (found) => (/\p{Cf}/u.test(found) ? '' : replacement)),
    layout,
  )
}

function attempt(typst: NodeCompiler, data: string, layout: Layout): Uint8Array {
  const sizes = layout === 'one-page' ? onePageSizes.slice(data.length > moreThanAPage ? -1 : 0) : [11]
  for (const size of sizes) {
    const document = laidOut(typst, data, layout, size)
    if (document.numOfPages === 1 || size === sizes.at(-1)) return typst.pdf(document, { pdfStandard: 'ua-1' })
  }
  throw new Error('no size to try')
}

function laidOut(typst: NodeCompiler, data: string, layout: Layout, size: number) {
  const result = typst.compile({ mainFilePath: join(templates, `${layout}.typ`), inputs: { data, size: String(size) } })
  if (result.result) return result.result
  const error = result.takeError()
  throw new Error(`The template ${layout} does not compile: ${error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'no reason given'}`)
}

/** Never Latin letters: a mark that has no place on an ordinary letter makes the letter be refused along with it. */
function refusedCharacters(error: unknown): Set<string> {
  const message = error instanceof Error ? error.message : ''
  const texts = [...message.matchAll(refusedText)].map((match) => unescapeRust(unescapeRust(match[1] ?? '')))
  return new Set(texts.flatMap((text) => [...text]).filter((character) => character > '\u024F'))
}

/** Marks and joiners go first, alone: without them their neighbours can often be drawn. Places for a line to break stay longest. */
function withoutRefused(data: string, refused: Set<string>): string {
  const all = [...refused]
  const joiners = all.filter((character) => /[\p{M}\p{Cf}]/u.test(character) && character !== '\u200B')
  const others = all.filter((character) => character !== '\u200B')
  const gone = new Set(joiners.length > 0 ? joiners : others.length > 0 ? others : all)
  const shown = joiners.length > 0 || others.length === 0 ? '' : replacement
  return Array.from(data, (character) => (gone.has(character) ? shown : character)).join('')
}

function unescapeRust(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/giu, (_, hex: string | undefined, character: string | undefined) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (character ?? ''),
  )
}
