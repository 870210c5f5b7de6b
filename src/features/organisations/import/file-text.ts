import { setImmediate as nextTurn } from 'node:timers/promises'
import { recogniseBinary } from './decode-text.ts'
import type { StreamingDecoder } from './decode-text.ts'
import { RefusedFile } from './refused-file.ts'
import type { ReadingLimits } from './refused-file.ts'
import type { Texts } from './texts.fr.ts'

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const sliceBytes = 65_536

/** The file's text in small pieces, every line ending in \n. Lets other work run between two pieces, however the bytes come. */
export async function* readFileText(
  source: ByteSource,
  { decoder, onBytes, limits, texts }: { decoder: StreamingDecoder; onBytes(slice: Uint8Array): void; limits: ReadingLimits; texts: Texts },
): AsyncGenerator<string> {
  const lineEndings = openLineEndings()
  let bytes = 0
  for await (const slice of sliceBytesOf(source)) {
    const binary = bytes === 0 ? recogniseBinary(slice) : null
    if (binary !== null) throw new RefusedFile(null, texts.file.binary(binary))
    bytes += slice.length
    if (bytes > limits.bytes) throw new RefusedFile(null, texts.file.tooLarge(Math.floor(limits.bytes / 1024 / 1024)))
    onBytes(slice)
    yield lineEndings(decoder.write(slice), false)
    // However small the pieces and even if they are all at hand, other requests get their turn.
    if (Math.floor(bytes / sliceBytes) > Math.floor((bytes - slice.length) / sliceBytes)) await nextTurn()
  }
  if (bytes === 0) throw new RefusedFile(null, texts.file.empty)
  yield lineEndings(decoder.end(), true)
}

async function* sliceBytesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let start = 0; start < chunk.length; start += sliceBytes) yield chunk.subarray(start, start + sliceBytes)
  }
}

/** \r\n and \r become \n, also when a piece ends between the two. */
function openLineEndings(): (text: string, final: boolean) => string {
  let held = ''
  return (text, final) => {
    const all = held + text
    held = !final && all.endsWith('\r') ? '\r' : ''
    return (held === '' ? all : all.slice(0, -1)).replace(/\r\n?/g, '\n')
  }
}
