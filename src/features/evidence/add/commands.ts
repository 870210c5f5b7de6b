import type { Db } from '../../../platform/database.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { UploadedFile } from '../../../platform/web/form.ts'
import { contentOf, keepFile, keepLink } from '../commands.ts'
import type { Adding, Kept, RefusedFile } from '../commands.ts'
import { cleanFileName } from '../rules.ts'
import type { LinkRefusal } from '../rules.ts'
import { lockContent } from '../store.ts'
import { largestSending, mostFiles } from './limits.ts'

/** A file that was refused, by its name, or the address. */
export type Refused = { name: string; file: RefusedFile | { refused: 'too-many' | 'too-heavy' } } | { link: LinkRefusal }

export interface Sent {
  files: readonly UploadedFile[]
  /** '' for none. */
  address: string
}

/** Keeps each file and the address by itself, in the order given: one that is refused does not keep the others out. */
export async function addEvidence(db: Db, files: FileStore, adding: Omit<Adding, 'title'>, sent: Sent): Promise<{ kept: Kept[]; refused: Refused[] }> {
  const [kept, refused]: [Kept[], Refused[]] = [[], []]
  let room = largestSending
  await lockAll(db, sent.files.slice(0, mostFiles))
  for (const [index, file] of sent.files.entries()) {
    const name = cleanFileName(file.name)
    if (index >= mostFiles) refused.push({ name, file: { refused: 'too-many' } })
    else if (file.bytes.length > room) refused.push({ name, file: { refused: 'too-heavy' } })
    else {
      const outcome = await keepFile(db, files, { ...adding, title: '' }, file)
      if ('refused' in outcome) refused.push({ name, file: outcome })
      else {
        kept.push(outcome)
        room -= file.bytes.length
      }
    }
  }
  if (sent.address) {
    const outcome = await keepLink(db, { ...adding, title: '' }, sent.address)
    if ('refused' in outcome) refused.push({ link: outcome.refused })
    else kept.push(outcome)
  }
  return { kept, refused }
}

// Two people who add the same files in another order would each wait for the other: locks are taken in the order of the contents.
async function lockAll(db: Db, files: readonly UploadedFile[]): Promise<void> {
  const contents = files.map(contentOf).flatMap((content) => ('refused' in content || !content.sha256 ? [] : [content.sha256]))
  for (const sha256 of contents.toSorted()) await lockContent(db, sha256)
}
