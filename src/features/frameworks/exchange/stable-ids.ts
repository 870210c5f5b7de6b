import { createHash } from 'node:crypto'

/** The same id on every installation for the same words, so that what leaves one site is known on another. */
export function stableId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const documentId = (framework: string, version: string): string => stableId(`qualeduc framework ${framework} ${version}`)
export const themeId = (framework: string, version: string, code: string): string => stableId(`qualeduc theme ${framework} ${version} ${code}`)
export const itemId = (framework: string, version: string, code: string): string => stableId(`qualeduc item ${framework} ${version} ${code}`)
