import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import { digestOf } from '../../platform/digest.ts'
import type { FileStore } from '../../platform/files.ts'
import { enqueueJob } from '../../platform/jobs.ts'
import type { UploadedFile } from '../../platform/web/form.ts'
import { fileTypes, recogniseFile } from './file-type.ts'
import type { FileRefusal, FileType } from './file-type.ts'
import { guessNature } from './nature-rules.ts'
import { readTextJobName } from './reading/job-name.ts'
import { removeFileJobName } from './remove-file-job.ts'
import { listContents } from './revisions-store.ts'
import { cleanFileName, readLink, titleFromName } from './rules.ts'
import type { LinkRefusal } from './rules.ts'
import { deleteEvidence, findSame, lockContent, saveEvidence } from './store.ts'
import type { Content, Description, Evidence } from './store.ts'

/** What is said of a proof as it is added; `title` '' takes the name of the file or the address, and what is left out is guessed or open. */
export interface Adding extends Partial<Description> {
  organisationId: string
  personId: string
  title: string
}

/** `reused`: the school already had this very content, and its proof is given as it is. */
export type Kept = { evidence: Evidence; reused: boolean }

export type RefusedFile = { refused: FileRefusal; type?: FileType }

/** A file as a proof is made of it, whatever its name says it is. */
export function contentOf(file: UploadedFile): Content | RefusedFile {
  const fileName = cleanFileName(file.name)
  const recognised = recogniseFile(fileName, file.bytes)
  if ('refused' in recognised) return recognised
  const sha256 = digestOf(file.bytes)
  return { kind: 'file', url: null, fileName, mediaType: fileTypes[recognised.type].mediaType, size: file.bytes.length, sha256 }
}

/** An address of the web as a proof is made of it. It is never visited. */
export function linkOf(address: string): Content | { refused: LinkRefusal } {
  const link = readLink(address)
  return 'refused' in link ? link : { kind: 'link', url: link.url, fileName: null, mediaType: null, size: null, sha256: null }
}

/** Keeps a file as a proof of the school. */
export async function keepFile(db: Db, files: FileStore, adding: Adding, file: UploadedFile): Promise<Kept | RefusedFile> {
  const content = contentOf(file)
  if ('refused' in content) return content
  const sha256 = content.sha256 ?? ''
  await lockContent(db, sha256)
  const same = await findSame(db, adding.organisationId, { sha256 })
  if (same) return { evidence: same, reused: true }
  await files.save(file.bytes)
  return { evidence: await add(db, { ...adding, title: adding.title || titleFromName(content.fileName ?? '') }, content), reused: false }
}

/** Keeps an address of the web as a proof of the school. */
export async function keepLink(db: Db, adding: Adding, address: string): Promise<Kept | { refused: LinkRefusal }> {
  const content = linkOf(address)
  if ('refused' in content) return content
  const url = content.url ?? ''
  await lockContent(db, `${adding.organisationId} ${url}`)
  const same = await findSame(db, adding.organisationId, { url })
  if (same) return { evidence: same, reused: true }
  return { evidence: await add(db, { ...adding, title: adding.title || new URL(url).hostname }, content), reused: false }
}

async function add(db: Db, { organisationId, personId, ...said }: Adding, content: Content): Promise<Evidence> {
  const evidence = await saveEvidence(db, {
    note: '',
    effectiveOn: null,
    validUntil: null,
    remindOn: null,
    confidentiality: 'team',
    ...said,
    nature: said.nature ?? guessNature({ ...content, title: said.title }),
    ...content,
    organisationId,
    addedBy: personId,
  })
  await recordEvidence(db, personId, evidence, 'evidence.added')
  await readWords(db, evidence)
  return evidence
}

/** Its words are read apart, after the change is kept. */
export async function readWords(db: Db, evidence: Pick<Evidence, 'id' | 'organisationId' | 'kind'>): Promise<void> {
  if (evidence.kind === 'file') await enqueueJob(db, readTextJobName, { evidence: evidence.id, organisation: evidence.organisationId })
}

/** Removes a proof that nothing uses, and its files once no school holds them. The caller has made sure that nothing does. */
export async function removeEvidence(db: Db, personId: string, evidence: Evidence): Promise<void> {
  const contents = await listContents(db, evidence.id)
  await deleteEvidence(db, evidence.id)
  await recordEvidence(db, personId, evidence, 'evidence.removed')
  for (const sha256 of contents) await enqueueJob(db, removeFileJobName, { sha256 })
}

export const recordEvidence = (db: Db, actorId: string, evidence: Evidence, kind: string): Promise<void> =>
  recordActivity(db, {
    organisationId: evidence.organisationId,
    actorId,
    kind,
    subjectKind: 'evidence',
    subjectId: evidence.id,
    detail: { kind: evidence.kind, sha256: evidence.sha256 },
  })
