import { strToU8, zipSync, type Zippable } from 'fflate'

/** Always the same, so that the same content gives the same bytes. */
const writtenOn = new Date(2000, 0, 1)

/** The parts of an office file in order; those named in `stored` are not compressed (OpenDocument asks it of its mimetype). */
export function zipOffice(parts: Record<string, string>, stored: readonly string[] = []): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [strToU8(content), { level: stored.includes(name) ? 0 : 6, mtime: writtenOn }]
  }
  return zipSync(files)
}
