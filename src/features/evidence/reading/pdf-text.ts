import { getDocumentProxy } from 'unpdf'
import { longestWords } from './clean-words.ts'

/** After this many milliseconds, what has been read of a PDF is enough. */
const readingTime = 15_000

/** The words of a PDF, page after page, as far as the limits allow. Fonts and pictures are not drawn, and nothing that it holds is run. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const until = performance.now() + readingTime
  const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, useSystemFonts: false, verbosity: 0 })
  const lines: string[] = []
  let length = 0
  for (let number = 1; number <= document.numPages && length < longestWords && performance.now() < until; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    lines.push(text)
    length += text.length
    page.cleanup()
  }
  return lines.join('\n')
}
