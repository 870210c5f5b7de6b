import { isDay } from '../../platform/days.ts'
import { endingOf } from './file-type.ts'

/** Longest title and name kept, in characters. */
export const longestTitle = 200
const longestName = 150
/** Longest page reference, in characters: « p. 4, 3e paragraphe ». */
export const longestPageRef = 60
/** Longest address, in characters: what browsers and servers agree on. */
const longestUrl = 2000

/** The last part of a name that people or their browser gave, on one line, without what hides or reverses its ending. Never a path. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex
  const plain = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim()
  const ending = endingOf(plain)
  const stem = ending ? plain.slice(0, -ending.length - 1) : plain
  const short = stem.slice(0, longestName).trim() || 'document'
  return ending ? `${short}.${ending}` : short
}

/** A title to start from when none was typed: the name of the file in words. */
export const titleFromName = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, longestTitle)

export type LinkRefusal = 'empty-link' | 'not-a-link' | 'not-web' | 'password-in-link' | 'too-long-link'

/** An address of the web as people paste it; « www.… » is completed. */
export function readLink(text: string): { url: string } | { refused: LinkRefusal } {
  if (text === '') return { refused: 'empty-link' }
  if (text.length > longestUrl) return { refused: 'too-long-link' }
  const whole = /^www\./i.test(text) ? `https://${text}` : text
  const url = URL.parse(whole)
  if (!url || /\s/.test(whole)) return { refused: 'not-a-link' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { refused: 'not-web' }
  if (url.username || url.password) return { refused: 'password-in-link' }
  return { url: url.href }
}

/** Text 'YYYY-MM-DD' of a day that exists, or null. */
export const readDay = (text: string): string | null => (isDay(text) ? text : null)
