const unprintable = /[\p{Cc}\p{Noncharacter_Code_Point}\u202D\u202E\uFEFF]/gu

/**
 * What a person typed, minus what no document format can hold: control characters, non-characters, halves of characters, the mark of a file's start,
 * and the two marks that turn the direction of everything after them. Line breaks stay, as '\n'.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, (found) => (found === '\n' ? found : ''))
}

type Cleanable = string | number | boolean | null | undefined | readonly Cleanable[] | { readonly [key: string]: Cleanable }

/** The same value with every text in it passed through `change`; keys are ours and stay. */
export function mapTexts<T>(value: T, change: (text: string) => string): T
export function mapTexts(value: Cleanable, change: (text: string) => string): Cleanable {
  if (typeof value === 'string') return change(value)
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((one) => mapTexts(one, change))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]))
}

function isList(value: object): value is readonly Cleanable[] {
  return Array.isArray(value)
}
