import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type Layout = 'report' | 'one-page'

const templates = join(import.meta.dirname, 'templates')
const weights = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic']

/** Smaller and smaller until it fits; under 8 points a page is no longer read, so a second one is better. */
const onePageSizes = [10.5, 9.5, 8.75, 8]
const missingGlyph = /the text `"((?:[^"\\]|\\.)+?)"` could not be displayed/g
const replacement = '\uFFFD'
/** How often characters without a drawing are looked for before all but Latin letters are replaced. */
const rounds = 3

let compiler: NodeCompiler | null = null

function openCompiler(): NodeCompiler {
  const resolve = createRequire(import.meta.url).resolve
  const fontBlobs = weights.map((weight) =>
    readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`)),
  )
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
}

/** The PDF of the data, in PDF/UA-1. Blocks the thread: call it through pdf.ts. */
export function compilePdf(data: string, layout: Layout): Uint8Array {
  compiler ??= openCompiler()
  try {
    return drawn(compiler, data, layout)
  } finally {
    compiler.evictCache(5)
  }
}

/** PDF/UA refuses a character that no font can draw; it is then shown as the replacement character, and nothing else changes. */
function drawn(typst: NodeCompiler, data: string, layout: Layout): Uint8Array {
  let current = data
  for (let round = 0; round < rounds; round++) {
    try {
      return attempt(typst, current, layout)
    } catch (error) {
      const missing = missingTexts(error)
      if (missing.length === 0) throw error
      for (const text of missing) current = current.replaceAll(JSON.stringify(text).slice(1, -1), replacement)
    }
  }
  return attempt(typst, current.replace(/[^\u0020-\u024F\u2010-\u2026\u20AC\uFFFD]/g, replacement), layout)
}

function attempt(typst: NodeCompiler, data: string, layout: Layout): Uint8Array {
  const sizes = layout === 'report' ? [11] : onePageSizes
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

function missingTexts(error: unknown): string[] {
  const message = error instanceof Error ? error.message : ''
  return [...message.matchAll(missingGlyph)].map((match) => unescapeRust(match[1] ?? ''))
}

function unescapeRust(text: string): string {
  return text
    .replace(/\\u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\(["'\\])/g, '$1')
}
