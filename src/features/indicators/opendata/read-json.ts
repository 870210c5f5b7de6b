import { RefusedFile } from '../../organisations/import/refused-file.ts'
import { fr } from './texts.fr.ts'

export interface Row {
  cells: readonly string[]
  line: number
}

interface JsonTable {
  /** Titles first, with line 0; then each record, with its rank from 1. */
  rows: Row[]
  /** Number of records that the portal says it has; null when it does not say. */
  total: number | null
}

/**
 * Reads what the portal’s interface answers, in each of its shapes: v1 (`records` of `fields`), v2 (records with `links` and
 * `record.fields`), v2.1 (`results`), and an export (a plain list).
 */
export function readJson(bytes: Uint8Array): JsonTable {
  const answer = parse(new TextDecoder('utf-8').decode(bytes))
  const records = listOf(answer).map(fieldsOf)
  if (records.length === 0) throw new RefusedFile(null, fr.file.noRecords)
  const titles = new Set<string>()
  for (const record of records) for (const key of Object.keys(record)) titles.add(key)
  const header = [...titles]
  const total = isObject(answer) ? (answer.total_count ?? answer.nhits) : null
  return {
    rows: [{ cells: header, line: 0 }, ...records.map((record, index) => ({ cells: header.map((key) => writeCell(record[key])), line: index + 1 }))],
    total: typeof total === 'number' ? total : null,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RefusedFile(null, fr.file.badJson)
  }
}

function listOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer
  if (isObject(answer)) {
    for (const list of [answer.results, answer.records]) if (Array.isArray(list)) return list
  }
  throw new RefusedFile(null, fr.file.badJson)
}

function fieldsOf(record: unknown, index: number): Record<string, unknown> {
  if (!isObject(record)) throw new RefusedFile(index + 1, fr.file.badJson)
  const inner = isObject(record.record) ? record.record : record
  return isObject(inner.fields) ? inner.fields : inner
}

function writeCell(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
