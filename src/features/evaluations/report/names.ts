/** A text of the school and where it stands. */
export interface PlacedText {
  place: string
  href: string
  text: string
}

/** Shorter surnames are too often plain words. */
const shortestName = 3

/** Places where a text holds the surname of one of these people, written as a name. A help to the writer, not a proof that nobody is named. */
export function placesWithNames(texts: readonly PlacedText[], names: readonly string[]): PlacedText[] {
  const surnames = [...new Set(names.map(surnameOf).filter((name) => name.length >= shortestName))]
  if (surnames.length === 0) return []
  const words = new RegExp(
    `(?<![\\p{L}\\p{M}-])(?:${surnames
      .flatMap((name) => [name, name.toUpperCase()])
      .map(escaped)
      .join('|')})(?![\\p{L}\\p{M}-])`,
    'u',
  )
  return texts.filter(({ text }) => words.test(text))
}

const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
