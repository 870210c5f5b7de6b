/** How near two statements are, by the French words that they share: each word counts by how rare it is among all of them. */

/** One word of a statement: its stem, how people read it, how much it tells (1 in the statement, less in what stands around it). */
export interface StemmedWord {
  stem: string
  word: string
  weight: number
}

export interface Stemmed {
  code: string
  words: readonly StemmedWord[]
  /** Codes of suggested indicators. */
  indicators: readonly string[]
}

export interface Suggestion {
  code: string
  /** From 0 to about 1. */
  score: number
  /** Words that both have, the most telling first, as the second one writes them. */
  common: readonly string[]
  indicators: readonly string[]
}

/** Below this, two statements share a word by chance. */
const leastScore = 0.06
const mostCommon = 6
/** What one indicator in common adds. */
const indicatorShare = 0.1

/** Stems by how rare they are: 0 for one that every statement has. */
export function rarityOf(all: readonly Stemmed[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  for (const { words } of all) for (const stem of new Set(words.map((word) => word.stem))) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return new Map([...holders].map(([stem, number]) => [stem, Math.log(all.length / number)]))
}

/** The nearest among `targets`, the nearest first. */
export function suggest(source: Stemmed, targets: readonly Stemmed[], rarity: ReadonlyMap<string, number>, most: number): Suggestion[] {
  const own = vectorOf(source, rarity)
  return targets
    .map((target) => likeness(source, own, target, rarity))
    .filter((suggestion) => suggestion.score >= leastScore && suggestion.common.length + suggestion.indicators.length > 0)
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1))
    .slice(0, most)
}

function likeness(source: Stemmed, own: ReadonlyMap<string, number>, target: Stemmed, rarity: ReadonlyMap<string, number>): Suggestion {
  const other = vectorOf(target, rarity)
  const shared = [...other].flatMap(([stem, value]) => {
    const mine = own.get(stem)
    return mine === undefined ? [] : [{ stem, share: mine * value }]
  })
  const words = shared.reduce((total, { share }) => total + share, 0) / (lengthOf(own) * lengthOf(other) || 1)
  const indicators = target.indicators.filter((code) => source.indicators.includes(code))
  const telling = shared.filter(({ share }) => share > 0).sort((one, two) => two.share - one.share)
  return {
    code: target.code,
    score: words + indicators.length * indicatorShare,
    common: telling.slice(0, mostCommon).map(({ stem }) => target.words.find((word) => word.stem === stem)?.word ?? stem),
    indicators,
  }
}

/** Each stem by what it tells here: its rarity, times the weight of the place where it stands. */
function vectorOf({ words }: Stemmed, rarity: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const { stem, weight } of words) values.set(stem, Math.max(values.get(stem) ?? 0, (rarity.get(stem) ?? 0) * weight))
  return values
}

const lengthOf = (vector: ReadonlyMap<string, number>): number => Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0))
