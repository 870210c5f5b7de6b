import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Organisation } from '../../organisations/store.ts'
import { findUpload, findUploadBytes } from '../imports/uploads.ts'
import type { Upload } from '../imports/uploads-store.ts'
import { loadDirectory } from '../known.ts'
import type { Directory } from '../known.ts'
import type { Row } from '../opendata/read-json.ts'
import { findTitles } from './propose-mapping.ts'
import { readOwnTable } from './read-table.ts'
import { textsIn } from './texts.en.ts'

/** A file that waits, as it is read. */
export interface Opened {
  upload: Upload
  school: Organisation
  directory: Directory
  titles: readonly string[]
  /** Below the titles. */
  rows: readonly Row[]
  otherSheets: readonly string[]
}

/** Null when nobody sent such a file, or it is there no more. A file is refused before it is kept, so that one that waits can be read. */
export async function openReading(ask: SignedIn, school: Organisation): Promise<Opened | null> {
  const upload = await findUpload(ask.db, ask.params['token'] ?? '', school.id, ask.caller.personId, ask.now)
  const bytes = upload && (await findUploadBytes(upload, ask.services.config.dataDir))
  if (!upload || !bytes) return null
  // The other importer keeps its files in the same place: its tokens may name what cannot be read here.
  const table = await readOwnTable(bytes).catch((error: unknown) => {
    if (error instanceof RefusedFile) return null
    throw error
  })
  if (!table) return null
  const directory = await loadDirectory(ask.db, school)
  const place = findTitles(table.rows, directory)
  const head = table.rows[place]
  const rows = table.rows.slice(place + 1)
  const width = Math.max(head?.cells.length ?? 0, ...rows.slice(0, 50).map(({ cells }) => cells.length))
  const titles = Array.from({ length: width }, (_, position) => head?.cells[position] ?? '')
  return { upload, school, directory, titles, rows, otherSheets: table.otherSheets }
}

/** Title of a column, or its rank in words where it has none. */
export const titleAt = ({ titles }: Pick<Opened, 'titles'>, position: number, ask: SignedIn): string =>
  titles[position] || textsIn(ask.language).untitled(position + 1)
