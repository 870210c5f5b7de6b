import { itemId } from '../../frameworks/exchange/stable-ids.ts'
import { cisoName, cisoUrns } from '../../frameworks/exchange/write-ciso.ts'
import type { KnownCodes } from '../check-relating.ts'
import type { VersionEnd } from '../content.ts'

/** A version that this site holds: an end of links. */
export interface KnownVersion extends VersionEnd {
  codes: readonly string[]
}

export const codesOf = (known: readonly KnownVersion[]): KnownCodes => new Map(known.map((one) => [`${one.framework}-${one.version}`, new Set(one.codes)]))

export interface KnownItem {
  end: VersionEnd
  code: string
}

const endOf = ({ framework, version }: KnownVersion): VersionEnd => ({ framework, version })

/** Items by the identifiers under which they leave as CASE. */
export const itemsByIdentifier = (known: readonly KnownVersion[]): ReadonlyMap<string, KnownItem> =>
  new Map(known.flatMap((one) => one.codes.map((code) => [itemId(one.framework, one.version, code), { end: endOf(one), code }] as const)))

/** The version under a URN of CISO Assistant: ours, or one whose name is the URN's last part (« anssi-guide-hygiene ») and has one version here. */
export function versionOfUrn(known: readonly KnownVersion[], urn: string): KnownVersion | null {
  const wanted = urn.toLowerCase()
  const own = known.find((one) => cisoUrns.framework(cisoName(one.framework, one.version)) === wanted)
  if (own) return own
  const name = wanted.slice(wanted.lastIndexOf(':') + 1).replace(/[^a-z0-9]+/g, '-')
  const named = known.filter((one) => one.framework === name || `${one.framework}-${one.version.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` === name)
  return named.length === 1 ? (named[0] ?? null) : null
}

const folded = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]+/g, '.')

/** The item under a requirement's URN: by its code, or by what stands after the theme in a code that was made at an import. */
export function codeOfUrn({ codes }: KnownVersion, urn: string): string | null {
  const wanted = folded(urn.slice(urn.lastIndexOf(':') + 1))
  const whole = codes.find((code) => folded(code) === wanted)
  if (whole) return whole
  const ends = codes.filter((code) => folded(code.slice(code.indexOf('-') + 1)) === wanted)
  return ends.length === 1 ? (ends[0] ?? null) : null
}
