import { CsvError, parse } from 'csv-parse/sync'
import { csvOf } from '../../../platform/documents/csv.ts'
import { openDecoder, recogniseBinary } from '../../organisations/import/decode-text.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { textsOf } from './translations.ts'

/** More than any questionnaire's texts can weigh. */
export const largestTranslation = 1024 * 1024

/** A file for who translates at home: its name, the French, and what is already said in the language. */
export const writeTranslation = (definition: Definition, tag: string): Uint8Array =>
  csvOf([['code', 'fr', tag], ...textsOf(definition).map(({ name, words }) => [name, words.fr, words[tag] ?? ''])])

interface ReadTranslation {
  /** By name of the text; those left empty are not there. */
  texts: ReadonlyMap<string, string>
  /** Lines whose text is not of this questionnaire any more, or whose French has changed since the file was made. */
  strange: string[]
}

/** What a file says in a language. Refused with the reason when it is not such a file. */
export function readTranslation(
  bytes: Uint8Array,
  definition: Definition,
): ReadTranslation | { refused: 'not-text' | 'not-a-table' | 'no-columns' | 'too-large' } {
  if (bytes.length > largestTranslation) return { refused: 'too-large' }
  if (recogniseBinary(bytes.subarray(0, 512)) !== null) return { refused: 'not-text' }
  const records = recordsOf(bytes)
  if (!records) return { refused: 'not-a-table' }
  const [header = [], ...rows] = records
  const [code, french] = ['code', 'fr'].map((name) => header.findIndex((cell) => cell.trim().toLowerCase() === name))
  const said = header.findIndex((_, index) => index !== code && index !== french)
  if (code === undefined || french === undefined || code < 0 || french < 0 || said < 0) return { refused: 'no-columns' }
  const known = new Map(textsOf(definition).map(({ name, words }) => [name, words.fr]))
  const texts = new Map<string, string>()
  const strange: string[] = []
  for (const row of rows) {
    const [name, fr, text] = [row[code] ?? '', unguarded(row[french] ?? ''), unguarded(row[said] ?? '').trim()]
    if (text === '') continue
    if (known.get(name)?.trim() === fr.trim()) texts.set(name, text)
    else strange.push(fr || name)
  }
  return { texts, strange }
}

/** The quote that keeps a text from being a formula is ours, not the text's. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t])/, '')

function recordsOf(bytes: Uint8Array): string[][] | null {
  const decoder = openDecoder()
  const text = decoder.write(bytes) + decoder.end()
  const [first = ''] = text.split('\n', 1)
  const delimiter = [';', ',', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ';'
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
