import { createHash } from 'node:crypto'
import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import type { FileStore } from '../../platform/files.ts'
import { enqueueJob } from '../../platform/jobs.ts'
import type { UploadedFile } from '../../platform/web/form.ts'
import { fileTypes, recogniseFile } from './file-type.ts'
import type { FileRefusal, FileType } from './file-type.ts'
import { removeFileJobName } from './remove-file-job.ts'
import { cleanFileName, readLink, titleFromName } from './rules.ts'
import type { LinkRefusal } from './rules.ts'
import { deleteEvidence, findSame, lockContent, saveEvidence } from './store.ts'
import type { Evidence } from './store.ts'

export interface Adding {
  organisationId: string
  personId: string
  /** '' takes the name of the file or the address. */
  title: string
  effectiveOn: string | null
}

/** `reused`: the school already had this very content, and its proof is given as it is. */
export type Kept = { evidence: Evidence; reused: boolean }

/** Keeps a file as a proof of the school, whatever its name says it is. */
export async function keepFile(db: Db, files: FileStore, adding: Adding, file: UploadedFile): Promise<Kept | { refused: FileRefusal; type?: FileType }> {
  const name = cleanFileName(file.name)
  const recognised = recogniseFile(name, file.bytes)
  if ('refused' in recognised) return recognised
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await lockContent(db, sha256)
  const same = await findSame(db, adding.organisationId, { sha256 })
  if (same) return { evidence: same, reused: true }
  await files.save(file.bytes)
  const mediaType = fileTypes[recognised.type].mediaType
  const evidence = await add(db, adding, { kind: 'file', title: titleFromName(name), url: null, fileName: name, mediaType, size: file.bytes.length, sha256 })
  return { evidence, reused: false }
}

/** Keeps an address of the web as a proof of the school. It is never visited. */
export async function keepLink(db: Db, adding: Adding, address: string): Promise<Kept | { refused: LinkRefusal }> {
  const link = readLink(address)
  if ('refused' in link) return link
  await lockContent(db, `${adding.organisationId} ${link.url}`)
  const same = await findSame(db, adding.organisationId, { url: link.url })
  if (same) return { evidence: same, reused: true }
  const evidence = await add(db, adding, {
    kind: 'link',
    title: new URL(link.url).hostname,
    url: link.url,
    fileName: null,
    mediaType: null,
    size: null,
    sha256: null,
  })
  return { evidence, reused: false }
}

type Content = Pick<Evidence, 'kind' | 'title' | 'url' | 'fileName' | 'mediaType' | 'size' | 'sha256'>

async function add(db: Db, adding: Adding, content: Content): Promise<Evidence> {
  const evidence = await saveEvidence(db, {
    ...content,
    organisationId: adding.organisationId,
    title: adding.title || content.title,
    effectiveOn: adding.effectiveOn,
    addedBy: adding.personId,
  })
  await note(db, adding.personId, evidence, 'evidence.added')
  return evidence
}

/** Removes a proof that nothing uses, and its file once no school holds it. The caller has made sure that nothing does. */
export async function removeEvidence(db: Db, personId: string, evidence: Evidence): Promise<void> {
  await deleteEvidence(db, evidence.id)
  await note(db, personId, evidence, 'evidence.removed')
  if (evidence.sha256) await enqueueJob(db, removeFileJobName, { sha256: evidence.sha256 })
}

const note = (db: Db, actorId: string, evidence: Evidence, kind: string): Promise<void> =>
  recordActivity(db, {
    organisationId: evidence.organisationId,
    actorId,
    kind,
    subjectKind: 'evidence',
    subjectId: evidence.id,
    detail: { kind: evidence.kind, sha256: evidence.sha256 },
  })
