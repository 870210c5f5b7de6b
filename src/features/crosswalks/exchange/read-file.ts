import { openNotebook } from '../../frameworks/exchange/formats.ts'
import type { Notebook } from '../../frameworks/exchange/formats.ts'
import { openCase, readCaseFramework } from '../../frameworks/exchange/read-case.ts'
import { noteLibrary, openCiso, readCisoFramework } from '../../frameworks/exchange/read-ciso.ts'
import type { CisoLibrary } from '../../frameworks/exchange/read-ciso.ts'
import { readGrids } from '../../frameworks/exchange/read-grids.ts'
import { readJson } from '../../frameworks/exchange/read-json.ts'
import { isFrameworkWorkbook, readWorkbookFramework } from '../../frameworks/exchange/read-workbook-framework.ts'
import { largestExchangeFile, refuseTooMany, RefusedFile } from '../../frameworks/exchange/refusal.ts'
import { isFields } from '../../frameworks/exchange/values.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { decodeText, readYaml } from '../../frameworks/read-yaml.ts'
import type { YamlText } from '../../frameworks/read-yaml.ts'
import { checkConversionPart, checkCrosswalkPart, checkFrameworkPart } from './check-parts.ts'
import type { CheckedPart, Whereabouts } from './check-parts.ts'
import type { KnownVersion } from './known-versions.ts'
import { isCaseCrosswalk, readCaseCrosswalk } from './read-case-crosswalk.ts'
import { readCisoCrosswalks } from './read-ciso-crosswalks.ts'
import { isCrosswalkWorkbook, readWorkbookCrosswalk } from './read-workbook-crosswalk.ts'
import type { ReadFormat, Reading, ReadResult } from './reading.ts'

/** Places of items and links to others, of which a document may have several for each item. */
const mostAssociations = 15_000

/** Pieces of YAML that are read of a file of another tool: beyond, it takes seconds. */
const mostPieces = 150_000

/**
 * What a file of any format that we know holds: frameworks, crosswalks, conversions, with what could not be kept and what is wrong.
 * Never throws because of what the file says. Takes up to some seconds: see read-apart.ts.
 */
export function readExchangeFile(fileName: string, bytes: Uint8Array, known: readonly KnownVersion[]): ReadResult {
  const notes = openNotebook()
  try {
    const { format, checked } = readParts(fileName, bytes, known, notes)
    return { reading: readingOf(format, checked, notes) }
  } catch (error) {
    if (error instanceof RefusedFile) return { refusal: error.refusal }
    // A text nested thousands of times over exhausts a stack.
    if (error instanceof RangeError) return { refusal: { kind: 'nested' } }
    throw error
  }
}

interface ReadParts {
  format: ReadFormat
  checked: CheckedPart[]
}

const nowhere = (file: string): Whereabouts => ({ file, lineOf: () => null })

function readingOf(format: ReadFormat, checked: readonly CheckedPart[], notes: Notebook): Reading {
  const problems = checked.flatMap((one) => one.problems)
  const parts = checked.flatMap((one) => (one.part ? [one.part] : []))
  if (parts.length + problems.length === 0) throw new RefusedFile({ kind: 'nothing-inside' })
  return { format, parts, notes: notes.list(), problems }
}

const marks = { zip: [0x50, 0x4b, 0x03, 0x04], old: [0xd0, 0xcf, 0x11, 0xe0] }
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, place) => bytes[place] === byte)

function readParts(fileName: string, bytes: Uint8Array, known: readonly KnownVersion[], notes: Notebook): ReadParts {
  if (bytes.length === 0) throw new RefusedFile({ kind: 'empty' })
  if (bytes.length > largestExchangeFile) throw new RefusedFile({ kind: 'too-large' })
  if (startsWith(bytes, marks.old)) throw new RefusedFile({ kind: 'old-workbook' })
  if (startsWith(bytes, marks.zip)) return readWorkbook(fileName, bytes, known, notes)
  const text = decodeText(bytes)
  if (text === null) throw new RefusedFile({ kind: 'not-text' })
  if (text.trim() === '') throw new RefusedFile({ kind: 'empty' })
  return /^\s*[{[]/.test(text) ? readJsonParts(readJson(text, refuseLong), known, notes) : readYamlParts(fileName, text, known, notes)
}

function readWorkbook(fileName: string, bytes: Uint8Array, known: readonly KnownVersion[], notes: Notebook): ReadParts {
  const grids = readGrids(bytes)
  if (isCrosswalkWorkbook(grids)) {
    const read = readWorkbookCrosswalk(grids, notes)
    return { format: 'workbook', checked: [checkedOf(read, (content) => checkCrosswalkPart(content, nowhere(fileName), known))] }
  }
  if (!isFrameworkWorkbook(grids)) throw new RefusedFile({ kind: 'nothing-inside' })
  const read = readWorkbookFramework(grids, fileName, notes)
  return { format: 'workbook', checked: [checkedOf(read, (content) => checkFrameworkPart(content, nowhere(fileName)))] }
}

const checkedOf = <T>(read: { content: T } | { problems: Problem[] }, check: (content: T) => CheckedPart): CheckedPart =>
  'content' in read ? check(read.content) : { part: null, problems: read.problems }

function refuseLong(value: unknown): void {
  const file = openCase(value)
  refuseTooMany(file?.items.length ?? 0)
  refuseTooMany(file?.associations.length ?? 0, mostAssociations)
}

function readJsonParts(value: unknown, known: readonly KnownVersion[], notes: Notebook): ReadParts {
  const file = openCase(value)
  if (!file) throw new RefusedFile({ kind: 'unknown-format' })
  const where = nowhere('CFPackage')
  const checked = isCaseCrosswalk(file)
    ? checkedOf(readCaseCrosswalk(file, known, notes), (content) => checkCrosswalkPart(content, where, known))
    : checkedOf(readCaseFramework(file, notes), (content) => checkFrameworkPart(content, where))
  return { format: 'case', checked: [checked] }
}

function readYamlParts(fileName: string, text: string, known: readonly KnownVersion[], notes: Notebook): ReadParts {
  const read = readYaml(text, mostPieces)
  if ('faults' in read) {
    const [fault] = read.faults
    throw new RefusedFile(fault ? { kind: 'yaml', ...fault } : { kind: 'unknown-format' })
  }
  const { value } = read.text
  const library = openCiso(value)
  if (library) return { format: 'ciso', checked: readLibrary(library, read.text, known, notes) }
  return { format: 'own', checked: [readOwn(value, { file: fileName, lineOf: read.text.lineOf }, known)] }
}

function readOwn(value: unknown, where: Whereabouts, known: readonly KnownVersion[]): CheckedPart {
  if (!isFields(value)) throw new RefusedFile({ kind: 'unknown-format' })
  if ('themes' in value) return checkFrameworkPart(value, where)
  if ('links' in value) return checkCrosswalkPart(value, where, known)
  if ('changes' in value) return checkConversionPart(value, where, known)
  throw new RefusedFile({ kind: 'unknown-format' })
}

function readLibrary(library: CisoLibrary, text: YamlText, known: readonly KnownVersion[], notes: Notebook): CheckedPart[] {
  noteLibrary(library, notes)
  const frameworks = library.frameworks.map((framework) =>
    checkedOf(readCisoFramework(library, framework, text.lineOf, notes), (content) => checkFrameworkPart(content, nowhere('objects'))),
  )
  // The frameworks of a file are drafts first: what relates them can follow once they are published.
  if (frameworks.length > 0 && library.mappings.length > 0) {
    notes.add('objects-left', 'requirement_mapping_sets', library.mappings.length)
    return frameworks
  }
  const { contents, problems } = readCisoCrosswalks(library, known, text.lineOf, notes)
  return [...frameworks, ...contents.map((content) => checkCrosswalkPart(content, nowhere('objects'), known)), { part: null, problems }]
}
