import type { ByteSource } from '../../organisations/import/file-text.ts'
import { RefusedFile } from '../../organisations/import/refused-file.ts'
import { fileTexts } from './texts.fr.ts'

export type FileKind = 'csv' | 'json' | 'workbook'

/** Looks at the first bytes only, and gives the bytes back whole. */
export async function openFile(source: ByteSource): Promise<{ kind: FileKind; bytes: AsyncGenerator<Uint8Array> }> {
  const chunks = iterate(source)
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < 16) {
    const next = await chunks.next()
    if (next.done) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  return { kind: kindOf(head), bytes: resume(head, chunks) }
}

function kindOf(head: Uint8Array): FileKind {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05)) return 'workbook'
  const start = new TextDecoder().decode(head.subarray(0, 64)).trimStart()
  return /^(\{|\[\s*(\{|\]|$))/.test(start) ? 'json' : 'csv'
}

/** All the bytes of a file that has to be read at once. */
export async function readWhole(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) throw new RefusedFile(null, fileTexts.file.tooLarge(Math.floor(most / 1024 / 1024)))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

async function* iterate(source: ByteSource): AsyncGenerator<Uint8Array> {
  yield* source
}

async function* resume(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}
