import type { Directory, KnownMeasure } from '../known.ts'
import { normaliseHeader } from '../opendata/normalise-header.ts'

const indexes = new WeakMap<Directory, ReadonlyMap<string, readonly string[]>>()

/** Codes by every name of the directory, in one spelling. Parts of several indicators may have the same name. */
function indexOf(directory: Directory): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(directory)
  if (known) return known
  const index = new Map<string, string[]>()
  const add = (name: string, code: string): void => {
    const key = normaliseHeader(name)
    const codes = index.get(key) ?? []
    if (key !== '' && !codes.includes(code)) index.set(key, [...codes, code])
  }
  for (const { code, name, indicator } of directory.measures.values()) {
    add(code, code)
    add(name, code)
    if (indicator.code === code) add(indicator.short_name, code)
  }
  indexes.set(directory, index)
  return index
}

/** The indicator with this code or this name, written in any way: « R01 », « r01 – Réussite », « Taux de réussite au bac pro (%) ». */
export function findMeasureNamed(directory: Directory, written: string): KnownMeasure | 'unknown' | 'several' {
  const index = indexOf(directory)
  const exact = directory.measures.get(written.trim())
  if (exact) return exact
  const withoutUnit = written.replace(/\([^)]*\)\s*$|\ben (%|€|pourcentage|euros)\s*$/i, '')
  const [before = ''] = /^[A-Za-z]\d{2}(-[a-zà-ÿ-]+)?(?=\s*[–—:.)\s-])/.exec(written.trim()) ?? []
  for (const name of [written, withoutUnit, before]) {
    const codes = index.get(normaliseHeader(name)) ?? []
    if (codes.length > 1) return 'several'
    const measure = directory.measures.get(codes[0] ?? '')
    if (measure) return measure
  }
  return 'unknown'
}
