/** What a spreadsheet would take for a formula; a plain number is none. */
const formula = /^[=+\-@\t\r]/
const number = /^-?\d+([.,]\d+)?$/

const cell = (text: string): string => {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (row: readonly string[]): string => `${row.map(cell).join(';')}\r\n`

/** Semicolons and a mark of UTF-8 at the start, as French spreadsheets read them; no text can become a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(`\uFEFF${rows.map(line).join('')}`)

/** So much text is made at once. */
const pieceLength = 64 * 1024

/** The same, made as it is sent: a long table never stands whole in memory. */
export function csvStream(rows: Iterable<readonly string[]>): ReadableStream<Uint8Array> {
  const lines = rows[Symbol.iterator]()
  const encoder = new TextEncoder()
  let piece = '\uFEFF'
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      while (piece.length < pieceLength) {
        const next = lines.next()
        if (next.done) {
          if (piece) controller.enqueue(encoder.encode(piece))
          controller.close()
          return
        }
        piece += line(next.value)
      }
      controller.enqueue(encoder.encode(piece))
      piece = ''
    },
  })
}
