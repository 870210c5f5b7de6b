/** What in a text may point to somebody: an address, a number, a name after a title, two capitalised words in a row, a class. */
const patterns = [
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu,
  /(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}/g,
  /(?<![\p{L}])(?:M\.|MM\.|Mme|Mlle|Monsieur|Madame|Mr)\s+\p{Lu}[\p{L}’'-]+/gu,
  /(?<![.?!]\s)(?<=\s)\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}[\p{Ll}’'-]+)+/gu,
  /@[\p{L}\d_.]{2,}/gu,
  /(?<![\p{L}\d])(?:[3456]e|2de|2nde|1re|1ère|Tle|Terminale)\s?[A-Z0-9]{1,5}(?![\p{L}\d])/gu,
]

export interface Piece {
  text: string
  personal: boolean
}

/** The text in pieces, in order; those that may name somebody are marked. A person reads it all the same. */
export function markPersonal(text: string): Piece[] {
  const marked = new Uint8Array(text.length)
  for (const pattern of patterns) for (const match of text.matchAll(pattern)) marked.fill(1, match.index, match.index + match[0].length)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const personal = marked[at] === 1
    const last = pieces.at(-1)
    if (last && last.personal === personal) last.text += text[at]
    else pieces.push({ text: text[at] ?? '', personal })
  }
  return pieces
}

/** The same with what was marked taken out. */
export const withoutPersonal = (text: string): string =>
  markPersonal(text)
    .map((piece) => (piece.personal ? '[…]' : piece.text))
    .join('')
