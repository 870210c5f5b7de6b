import { inflateRawSync } from 'node:zlib'
import { packedBytes, readZipNames } from '../zip-names.ts'
import { longestWords } from './clean-words.ts'
import { readXmlText, UnreadableXml } from './xml-text.ts'
import type { Reading } from './xml-text.ts'

/** Largest text part of an office file once unpacked, in bytes; whatever its directory says, unpacking stops there. */
const largestPart = 24 * 1024 * 1024

const openDocument: Reading = {
  inside: ['office:body'],
  outside: ['text:tracked-changes', 'office:annotation', 'office:forms', 'office:scripts', 'presentation:notes'],
  lines: ['text:p', 'text:h', 'table:table-row'],
  spaces: ['text:tab', 'text:s', 'text:line-break', 'table:table-cell'],
}

const word: Reading = { inside: ['w:t'], outside: ['w:moveFrom', 'w:del', 'mc:Fallback'], lines: ['w:p'], spaces: ['w:tab', 'w:br', 'w:tc'] }

/** The words of an OpenDocument file: text, table or slides. */
export const readOpenDocument = (bytes: Uint8Array): string => readXmlText(unpackText(bytes, 'content.xml'), openDocument, longestWords)

/** The words of a Word file. */
export const readWord = (bytes: Uint8Array): string => readXmlText(unpackText(bytes, 'word/document.xml'), word, longestWords)

function unpackText(bytes: Uint8Array, name: string): string {
  const entry = readZipNames(bytes)?.entries.find((one) => one.name === name)
  const packed = entry && packedBytes(bytes, entry)
  if (!entry || !packed) throw new UnreadableXml(`no ${name}`)
  return new TextDecoder('utf-8', { fatal: true }).decode(unpack(packed, entry.method))
}

function unpack(packed: Uint8Array, method: number): Uint8Array {
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: largestPart })
  if (method !== 0 || packed.length > largestPart) throw new UnreadableXml('packed in an unusual way')
  return packed
}
