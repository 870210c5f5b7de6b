/** What a ZIP says of its content. Nothing is ever unpacked: names and declared sizes stand in its directory. */
export interface ZipNames {
  names: string[]
  entries: ZipEntry[]
  /** Sum of the sizes that the entries say they have once unpacked, in bytes. */
  unpackedSize: number
  /** Text of a first entry stored as it is under the name « mimetype », as OpenDocument files begin; '' otherwise. */
  mimetype: string
}

export interface ZipEntry {
  name: string
  /** 0: as it is, 8: deflated. */
  method: number
  packedSize: number
  /** Where its local header begins. */
  at: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const longestComment = 0xffff
const mimetypeLimit = 120

/** Null when the bytes are not a ZIP that holds together from its first byte to its last entry. */
export function readZipNames(bytes: Uint8Array): ZipNames | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null || view.getUint32(0, true) !== localSignature) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let unpackedSize = 0
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) return null
    const nameLength = view.getUint16(at + 28, true)
    const next = at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    const name = asText(bytes, at + entryLength, nameLength)
    entries.push({ name, method: view.getUint16(at + 10, true), packedSize: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) })
    unpackedSize += view.getUint32(at + 24, true)
    at = next
  }
  return { names: entries.map((entry) => entry.name), entries, unpackedSize, mimetype: readMimetype(bytes, view) }
}

/** The packed bytes of an entry; null when its place does not hold together. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + localLength > bytes.length || view.getUint32(entry.at, true) !== localSignature) return null
  const start = entry.at + localLength + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return start + entry.packedSize <= bytes.length ? bytes.subarray(start, start + entry.packedSize) : null
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) if (view.getUint32(at, true) === endSignature) return at
  return null
}

function readMimetype(bytes: Uint8Array, view: DataView): string {
  const [method, size, nameLength] = [view.getUint16(8, true), view.getUint32(18, true), view.getUint16(26, true)]
  const start = localLength + nameLength + view.getUint16(28, true)
  const stored = method === 0 && size <= mimetypeLimit && start + size <= bytes.length && asText(bytes, localLength, nameLength) === 'mimetype'
  return stored ? asText(bytes, start, size) : ''
}

const asText = (bytes: Uint8Array, start: number, length: number): string => Buffer.from(bytes.subarray(start, start + length)).toString('utf8')
