const themePattern = /^[A-Z][A-Z0-9.]{0,19}$/
const itemPattern = /^[A-Z][A-Z0-9.]{0,19}-[A-Z0-9.]{1,10}$/
const longestTheme = 20
const longestSuffix = 10

/** Capitals without accents, figures and points; what else a foreign code holds becomes a point. */
const cleaned = (code: string): string =>
  code
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')

/** A code of ours for a theme, as near as may be to the foreign one, and not taken yet; `place` counts from 1. */
export function themeCode(foreign: string, place: number, taken: ReadonlySet<string>): string {
  if (themePattern.test(foreign) && !taken.has(foreign)) return foreign
  const near = cleaned(foreign)
  const code = (/^[A-Z]/.test(near) ? near : near ? `T${near}` : `T${place}`).slice(0, longestTheme).replace(/\.+$/, '')
  return firstFree(code, (number) => `T${number}`, place, taken)
}

/** A code of ours for an item of a theme, as near as may be to the foreign one. */
export function itemCode(theme: string, foreign: string, place: number, taken: ReadonlySet<string>): string {
  if (itemPattern.test(foreign) && foreign.startsWith(`${theme}-`) && !taken.has(foreign)) return foreign
  const near = cleaned(foreign)
  const suffix = near.startsWith(`${theme}.`) ? near.slice(theme.length + 1) : near
  const fits = suffix !== '' && suffix.length <= longestSuffix
  return firstFree(`${theme}-${fits ? suffix : place}`, (number) => `${theme}-${number}`, place, taken)
}

function firstFree(wish: string, numbered: (number: number) => string, from: number, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish
  let number = from
  while (taken.has(numbered(number))) number += 1
  return numbered(number)
}

/** A name of ours for a framework: « Référentiel qualité, 2e éd. » gives referentiel-qualite-2e-ed. */
export function frameworkName(title: string): string {
  const words = cleaned(title).toLowerCase().replaceAll('.', '-').slice(0, 60).replace(/-+$/, '')
  return /^[a-z]/.test(words) ? words : `r-${words || 'importe'}`.slice(0, 60).replace(/-+$/, '')
}

/** « 1.0 », « 2023 »; `otherwise` when nothing of the kind is said. */
export function versionName(version: string, otherwise: string): string {
  const near = version
    .trim()
    .replace(/^v(?=\d)/i, '')
    .replace(/[^0-9A-Za-z.]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 20)
  return /^[0-9A-Za-z]/.test(near) ? near : otherwise
}

/** A code for a condition: capitals and figures, a letter first. */
export function conditionCode(foreign: string, place: number, taken: ReadonlySet<string>): string {
  const near = cleaned(foreign).replaceAll('.', '').slice(0, 12)
  return firstFree(/^[A-Z]/.test(near) ? near : `C${near}`.slice(0, 12), (number) => `C${number}`, place, taken)
}
