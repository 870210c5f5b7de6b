export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
export type BinaryKind = 'workbook_or_archive' | 'old_workbook' | 'pdf' | 'image' | 'compressed' | 'unknown'

export type StreamingDecoder = {
  write(chunk: Uint8Array): string
  end(): string
  /** What the bytes have shown so far; plain ASCII counts as UTF-8. */
  encoding(): Encoding
}

const signatures: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['workbook_or_archive', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook_or_archive', [0x50, 0x4b, 0x05, 0x06]],
  ['old_workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['compressed', [0x1f, 0x8b]],
]

/** What a file given as text really is, from its first bytes; null for text. */
export function recogniseBinary(head: Uint8Array): BinaryKind | null {
  const known = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (known) return known[0]
  if (readUtf16Mark(head) !== null) return null
  // A lone zero byte in a long text spoils one cell; many mean that it is no text.
  const zeros = head.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  return zeros > head.length / 100 ? 'unknown' : null
}

/**
 * Decodes a file whose encoding nobody has declared: UTF-16 by its mark; else UTF-8, unless the first bytes that are not
 * ASCII cannot be UTF-8: then windows-1252. A byte that is wrong later becomes U+FFFD, for the row's reader to refuse.
 */
export function openDecoder(): StreamingDecoder {
  let decoder: TextDecoder | null = null
  let held: Uint8Array = new Uint8Array(0)
  let encoding: Encoding = 'utf-8'
  let atStart = true

  function settle(bytes: Uint8Array, chosen: Encoding): string {
    encoding = chosen
    decoder = new TextDecoder(chosen)
    held = new Uint8Array(0)
    return decoder.decode(bytes, { stream: true })
  }

  function decide(final: boolean): string {
    const mark = atStart ? readUtf16Mark(held) : null
    if (mark !== null) return settle(held, mark)
    atStart = false
    const start = held.findIndex((byte) => byte >= 0x80)
    const ascii = start === -1 ? held : held.subarray(0, start)
    const rest = start === -1 ? new Uint8Array(0) : held.subarray(start)
    const text = new TextDecoder('utf-8').decode(ascii)
    if (rest.length > 0 && (rest.length >= 4 || final)) return text + settle(rest, canBeUtf8(rest, final) ? 'utf-8' : 'windows-1252')
    held = rest
    return text
  }

  return {
    write(chunk) {
      if (decoder !== null) return decoder.decode(chunk, { stream: true })
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      return held.length < 4 && atStart ? '' : decide(false)
    },
    end() {
      const text = decoder === null ? decide(true) : ''
      return text + (decoder?.decode() ?? '')
    },
    encoding: () => encoding,
  }
}

function canBeUtf8(bytes: Uint8Array, final: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !final })
    return true
  } catch {
    return false
  }
}

function readUtf16Mark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}
