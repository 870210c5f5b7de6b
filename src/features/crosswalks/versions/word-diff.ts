/** A run of words that both texts have, or only one of them. */
export interface Piece {
  kind: 'kept' | 'removed' | 'added'
  text: string
}

/** Longest texts that are compared word by word, in words: statements are far shorter. */
const mostWords = 600

/** Words with the spaces and signs that follow them, so that pieces put end to end give the text back. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]+|[^\p{L}\p{N}\s]|\s+/gu) ?? []

/**
 * What changed from one text to another, word by word: the longest run of words that both share is kept (longest common subsequence).
 * Kept and removed pieces give the older text back, kept and added ones the newer.
 */
export function diffWords(older: string, newer: string): Piece[] {
  const [a, b] = [wordsOf(older), wordsOf(newer)]
  if (a.length > mostWords || b.length > mostWords) {
    return joined([
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ])
  }
  const lengths = commonLengths(a, b)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one !== undefined && one === other) {
      pieces.push({ kind: 'kept', text: one })
      i += 1
      j += 1
    } else if (other === undefined || (one !== undefined && at(lengths, b, i + 1, j) >= at(lengths, b, i, j + 1))) {
      pieces.push({ kind: 'removed', text: one ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: other })
      j += 1
    }
  }
  return joined(pieces)
}

const at = (lengths: Uint16Array, b: readonly string[], i: number, j: number): number => lengths[i * (b.length + 1) + j] ?? 0

/** How many words the ends of both texts share from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(lengths, b, i + 1, j + 1) + 1 : Math.max(at(lengths, b, i + 1, j), at(lengths, b, i, j + 1))
  return lengths
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A space or a comma that both texts have between two changes belongs to the change: what is marked reads as a run of words. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  let run: Piece[] = []
  const close = (): void => {
    found.push(...changeOf(run))
    run = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'kept' && (isWord(piece.text) || run.length === 0)) {
      close()
      found.push(piece)
    } else run.push(piece)
  }
  close()
  return merged(found)
}

/** A run of changes, and of signs kept between them, as what went and what came; signs at its end are kept. */
function changeOf(run: readonly Piece[]): Piece[] {
  const last = run.findLastIndex((piece) => piece.kind !== 'kept')
  const inside = run.slice(0, last + 1)
  const textOf = (kind: Piece['kind']): string => inside.map((piece) => (piece.kind === 'kept' || piece.kind === kind ? piece.text : '')).join('')
  return [{ kind: 'removed', text: textOf('removed') }, { kind: 'added', text: textOf('added') }, ...run.slice(last + 1)]
}

/** Neighbours of one kind become one piece; empty ones go. */
function merged(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const { kind, text } of pieces) {
    if (text === '') continue
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else found.push({ kind, text })
  }
  return found
}

/** Share of the characters that both texts have, between 0 and 1. */
export function likeness(pieces: readonly Piece[]): number {
  const length = (kinds: readonly Piece['kind'][]): number => pieces.reduce((sum, piece) => sum + (kinds.includes(piece.kind) ? piece.text.length : 0), 0)
  const all = length(['kept', 'removed', 'added'])
  return all === 0 ? 1 : (2 * length(['kept'])) / (2 * length(['kept']) + length(['removed', 'added']))
}
