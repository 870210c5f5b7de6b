import type { YamlReason } from '../read-yaml.ts'

/** Why nothing at all could be read of a file. */
export type Refusal =
  | { kind: 'empty' | 'too-large' | 'unknown-format' | 'old-workbook' | 'encrypted' | 'not-text' | 'nested' | 'forbidden-key' | 'took-too-long' }
  | { kind: 'json-syntax'; position: number | null }
  | { kind: 'yaml'; line: number | null; reason: YamlReason }
  | { kind: 'archive'; problem: 'broken' | 'too-many-entries' | 'expands-too-much' }
  | { kind: 'too-many-items'; count: number; most: number }
  | { kind: 'nothing-inside' }

/** Thrown deep in the reading of a file; `readExchangeFile` turns it into a value. */
export class RefusedFile extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

export const largestExchangeFile = 10 * 1024 * 1024

/** As many as a framework of ours may count; beyond, it is a library and not something that a school follows. */
export const mostItems = 3000

/** Throws when a file holds more than a framework may. */
export function refuseTooMany(count: number, most = mostItems): void {
  if (count > most) throw new RefusedFile({ kind: 'too-many-items', count, most })
}
