/** One object of a PDF: its source, or a stream under a dictionary. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array }

/** A PDF of these objects, numbered from 1; the first is its root. Small enough to be read, or wrong in exactly one way. */
export function makePdf(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const [index, object] of objects.entries()) {
    places.push(length)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    if (typeof object === 'string') add(Buffer.from(object))
    else {
      add(Buffer.from(`<<${object.dictionary}/Length ${object.stream.length}>>\nstream\n`))
      add(object.stream)
      add(Buffer.from('\nendstream'))
    }
    add(Buffer.from('\nendobj\n'))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`))
  return Buffer.concat(parts)
}

const root = '<</Type/Catalog/Pages 2 0 R>>'
const font = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'

/** One page whose content is this stream. */
export const onePage = (content: PdfObject): Uint8Array =>
  makePdf([root, '<</Type/Pages/Kids[3 0 R]/Count 1>>', `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R${font}>>`, content])

/** One page with this line of text, without accents. */
export const pdfSaying = (text: string): Uint8Array =>
  onePage({ dictionary: '', stream: Buffer.from(`BT /F1 12 Tf 40 700 Td (${text.replace(/[()\\]/g, '')}) Tj ET`, 'latin1') })

/** Pages that lead to themselves without end. */
export const endlessPages = makePdf([root, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>'])
