export interface ExcerptPart {
  text: string
  marked: boolean
}

const markSigns = /([\u0002\u0003])/

/** The passage as it was written, with what was searched marked, from what pool-store.ts gives: the folded passage with its marks, then the real one. */
export function readExcerpt(given: string): ExcerptPart[] {
  const [folded = '', real = ''] = given.split('\u0004')
  const parts: ExcerptPart[] = []
  let [at, marked] = [0, false]
  for (const piece of folded.split(markSigns)) {
    if (piece === '\u0002' || piece === '\u0003') marked = piece === '\u0002'
    else if (piece) {
      parts.push({ text: real.slice(at, at + piece.length), marked })
      at += piece.length
    }
  }
  return parts
}
