import { readZipNames } from './zip-names.ts'
import type { ZipNames } from './zip-names.ts'

/** What a proof may be, with the name endings that say it. */
export const fileTypes = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  text: { mediaType: 'text/plain', endings: ['txt'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
} satisfies Record<string, { mediaType: string; endings: readonly string[] }>

export type FileType = keyof typeof fileTypes

export const fileTypeNames: readonly FileType[] = ['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'png', 'jpeg', 'webp', 'text', 'csv']

/** For a file field: the endings that the browser proposes first. */
export const acceptedEndings = fileTypeNames.flatMap((type) => fileTypes[type].endings.map((ending) => `.${ending}`)).join(',')

export const findFileType = (mediaType: string | null): FileType | null => fileTypeNames.find((type) => fileTypes[type].mediaType === mediaType) ?? null

/** Largest file kept, in bytes: a scanned minute of some fifty pages. */
export const largestFile = 25 * 1024 * 1024

/** Entries and unpacked bytes that an office file may say it holds; beyond, it is made to harm who opens it. */
const mostEntries = 10_000
const largestUnpacked = 500 * 1024 * 1024

export type FileRefusal = 'too-large' | 'empty' | 'unknown' | 'web-page' | 'old-office' | 'phone-picture' | 'macros' | 'archive' | 'trap' | 'other-ending'

export type Recognised = { type: FileType } | { refused: FileRefusal; type?: FileType }

/** What the content is, whatever the name says; and the name must then say the same. Reads the first bytes and a ZIP's directory, no more. */
export function recogniseFile(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > largestFile) return { refused: 'too-large' }
  const ending = endingOf(name)
  const found = contentOf(bytes, ending)
  if (!('type' in found)) return found
  const endings: readonly string[] = fileTypes[found.type].endings
  return endings.includes(ending) ? found : { refused: 'other-ending', type: found.type }
}

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

function contentOf(bytes: Uint8Array, ending: string): { type: FileType } | { refused: FileRefusal } {
  const starts = (signature: string, at = 0): boolean => Buffer.from(bytes.subarray(at, at + signature.length)).toString('latin1') === signature
  if (starts('%PDF-')) return { type: 'pdf' }
  if (starts('\x89PNG\r\n\x1a\n')) return { type: 'png' }
  if (starts('\xff\xd8\xff')) return { type: 'jpeg' }
  if (starts('RIFF') && starts('WEBP', 8)) return { type: 'webp' }
  if (starts('PK')) return officeFile(bytes)
  if (starts('\xd0\xcf\x11\xe0')) return { refused: 'old-office' }
  if (starts('ftyphei', 4) || starts('ftypmif1', 4) || starts('ftyphevc', 4)) return { refused: 'phone-picture' }
  return plainText(bytes, ending)
}

function officeFile(bytes: Uint8Array): { type: FileType } | { refused: FileRefusal } {
  const zip = readZipNames(bytes)
  if (!zip) return { refused: 'archive' }
  if (zip.names.length > mostEntries || zip.unpackedSize > largestUnpacked || zip.names.some(leavesItsFolder)) return { refused: 'trap' }
  const type = officeType(zip)
  if (!type) return { refused: 'archive' }
  return zip.names.some((name) => name.endsWith('vbaProject.bin')) ? { refused: 'macros' } : { type }
}

const leavesItsFolder = (name: string): boolean => /^[/\\]|^[A-Za-z]:|\\/.test(name) || name.includes('\u0000') || name.split('/').includes('..')

function officeType({ names, mimetype }: ZipNames): FileType | null {
  const open = findFileType(mimetype)
  if (open) return open
  if (!names.includes('[Content_Types].xml')) return null
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  return names.includes('ppt/presentation.xml') ? 'pptx' : null
}

/** How much of a text is looked at to tell it from a page in disguise, in characters. */
const lookedAt = 4096

function plainText(bytes: Uint8Array, ending: string): { type: FileType } | { refused: FileRefusal } {
  const text = decodeText(bytes)
  if (text === null) return { refused: 'unknown' }
  const start = text.slice(0, lookedAt).trimStart().toLowerCase()
  if (start.startsWith('<') || /<(!doctype|html|svg|script|body|iframe|\?xml)/.test(start)) return { refused: 'web-page' }
  return { type: ending === 'csv' ? 'csv' : 'text' }
}

/** Schools' tools write UTF-8, Windows-1252 or, for Excel's « Unicode text », UTF-16 with its mark. Null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    const text = wide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes) : narrow(bytes)
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text
  } catch {
    return null
  }
}

function narrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
