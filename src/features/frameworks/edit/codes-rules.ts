import type { Phase } from '../../../ui/phases.ts'
import type { ItemContent, ThemeContent } from '../content.ts'

/**
 * Codes are given by the product: a code never says the order, never changes once published, and is never used again for something else
 * (`taken` holds those of the version before and of what is added to).
 */

/** Letters and digits without accents, in words. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'Oe')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)

const longestSlug = 50

/** The name of a framework among those of its owner: « Lycée responsable » gives lycee-responsable; never one of `taken`. */
export function frameworkName(title: string, taken: readonly string[] = []): string {
  const slug = wordsOf(title).join('-').toLowerCase().slice(0, longestSlug).replace(/-+$/, '')
  const name = /^[a-z]/.test(slug) ? slug : `r-${slug || 'eferentiel'}`
  return firstFree((number) => (number === 1 ? name : `${name}-${number}`), taken)
}

const smallWords: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'en',
  'a',
  'au',
  'aux',
  'un',
  'une',
  'pour',
  'par',
  'sur',
])

/** The letters that codes of a framework begin with: « Lycée responsable » gives LR. */
export function codeStem(shortTitle: string): string {
  const words = wordsOf(shortTitle).filter((word) => /^[A-Za-z]/.test(word))
  const telling = words.filter((word) => !smallWords.has(word.toLowerCase()))
  const letters = (telling.length > 1 ? telling.map((word) => word[0]) : [...(telling[0] ?? words[0] ?? 'T')]).slice(0, 3).join('')
  return letters.toUpperCase()
}

/** The next theme's code: the numbering of the last one goes on, with its zeros. */
export function nextThemeCode(themes: readonly Pick<ThemeContent, 'code'>[], stem: string, taken: readonly string[] = []): string {
  const all = [...themes.map((theme) => theme.code), ...taken]
  const [, prefix = stem, digits = ''] = /^(.*?)(\d+)$/.exec(themes.findLast((theme) => /\d$/.test(theme.code))?.code ?? '') ?? []
  const numbers = all.flatMap((code) => (code.startsWith(prefix) && /^\d+$/.test(code.slice(prefix.length)) ? [Number(code.slice(prefix.length))] : []))
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(digits.startsWith('0') ? digits.length : 1, '0')
}

/** Both letters are in use for « check »: a theme keeps the one that it has. */
const checkLetter = (codes: readonly string[]): 'C' | 'K' => (codes.some((code) => /-K\d+$/.test(code)) ? 'K' : 'C')

const letterOf = (phase: Phase | undefined, codes: readonly string[]): string => {
  switch (phase) {
    case undefined:
      return ''
    case 'plan':
      return 'P'
    case 'do':
      return 'D'
    case 'check':
      return checkLetter(codes)
    case 'act':
      return 'A'
  }
}

/** Local additions to a theme are numbered from here, apart from what its own next version may add. */
export const firstAddition = 101

/** A code for a new item of a theme: after the highest number that was ever given there for its phase. */
export function nextItemCode(theme: string, phase: Phase | undefined, taken: readonly string[], first = 1): string {
  const own = taken.filter((code) => code.startsWith(`${theme}-`))
  const start = `${theme}-${letterOf(phase, own)}`
  const numbers = own.flatMap((code) => {
    const rest = code.startsWith(start) ? code.slice(start.length) : ''
    return /^[1-9]\d*$/.test(rest) ? [Number(rest)] : []
  })
  return `${start}${Math.max(first - 1, ...numbers) + 1}`
}

/** Whether a code still says where its item stands and in which phase. */
export function codeFits(item: Pick<ItemContent, 'code' | 'phase'>, theme: string): boolean {
  if (!item.code.startsWith(`${theme}-`)) return false
  const rest = item.code.slice(theme.length + 1)
  return item.phase === undefined || new RegExp(`^${item.phase === 'check' ? '[CK]' : letterOf(item.phase, [])}[1-9]\\d*$`).test(rest)
}

export const isThemeCode = (text: string): boolean => /^[A-Z][A-Z0-9.]{0,19}$/.test(text)
export const isItemCode = (text: string): boolean => /^[A-Z][A-Z0-9.]{0,19}-[A-Z0-9.]{1,10}$/.test(text)

function firstFree(nameOf: (number: number) => string, taken: readonly string[]): string {
  const known = new Set(taken)
  for (let number = 1; ; number += 1) if (!known.has(nameOf(number))) return nameOf(number)
}
