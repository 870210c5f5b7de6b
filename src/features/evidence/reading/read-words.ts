import type { FileType } from '../file-type.ts'
import { decodeText } from '../file-type.ts'
import type { TextState } from '../tables.ts'
import { cleanWords } from './clean-words.ts'
import { readOpenDocument, readWord } from './office-text.ts'
import { readPdf } from './pdf-text.ts'

export interface Words {
  state: TextState
  words: string
}

/** Kinds of files whose words are read. */
export const readTypes = ['pdf', 'odt', 'ods', 'odp', 'docx', 'text', 'csv'] as const satisfies readonly FileType[]
export type ReadType = (typeof readTypes)[number]

/** Reads a file here and now, whatever it does to this thread: call it where nothing else lives. */
export async function readWords(type: ReadType, bytes: Uint8Array): Promise<Words> {
  try {
    const words = cleanWords(await textOf(type, bytes))
    return { state: words ? 'read' : 'empty', words }
  } catch {
    return unreadable
  }
}

export const unreadable: Words = { state: 'unreadable', words: '' }

async function textOf(type: ReadType, bytes: Uint8Array): Promise<string> {
  switch (type) {
    case 'pdf':
      return readPdf(bytes)
    case 'odt':
    case 'ods':
    case 'odp':
      return readOpenDocument(bytes)
    case 'docx':
      return readWord(bytes)
    case 'text':
    case 'csv':
      return decodeText(bytes) ?? ''
  }
}
