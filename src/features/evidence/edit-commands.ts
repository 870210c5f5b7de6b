import type { Db } from '../../platform/database.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Caller } from '../../platform/session.ts'
import type { UploadedFile } from '../../platform/web/form.ts'
import { may } from '../accounts/permissions.ts'
import { contentOf, linkOf, readWords, recordEvidence } from './commands.ts'
import type { RefusedFile } from './commands.ts'
import { keepRevision } from './revisions-store.ts'
import type { LinkRefusal } from './rules.ts'
import { lockContent, updateContent, updateDescription } from './store.ts'
import type { Content, Description, Evidence } from './store.ts'

/** Who sees a proof is decided by those who lead and by who added it. */
export const mayRestrict = (caller: Caller, evidence: Pick<Evidence, 'organisationId' | 'addedBy'>): boolean =>
  may(caller, 'evidence.restrict', evidence) || evidence.addedBy === caller.personId

/** What people say of a proof; who sees it changes only at the hand of those who may decide it. */
export async function editEvidence(
  db: Db,
  caller: Caller,
  evidence: Evidence,
  version: number,
  description: Description,
): Promise<{ saved: true } | { refused: 'changed-meanwhile' }> {
  const confidentiality = mayRestrict(caller, evidence) ? description.confidentiality : evidence.confidentiality
  if (!(await updateDescription(db, evidence.id, version, { ...description, confidentiality }))) return { refused: 'changed-meanwhile' }
  await recordEvidence(db, caller.personId, evidence, 'evidence.edited')
  return { saved: true }
}

export type RevisionSource = { file: UploadedFile } | { address: string }

export interface Revising {
  version: number
  source: RevisionSource
  /** 'YYYY-MM-DD' */
  effectiveOn: string | null
  validUntil: string | null
}

export type RevisionRefusal = RefusedFile | { refused: LinkRefusal | 'same-content' | 'changed-meanwhile' }

/** Puts a new file or address in the place of the present one, which is kept among those before; where the proof serves does not change. */
export async function reviseEvidence(
  db: Db,
  files: FileStore,
  personId: string,
  evidence: Evidence,
  revising: Revising,
): Promise<{ revised: true } | RevisionRefusal> {
  const { source, version, effectiveOn, validUntil } = revising
  const content: Content | RevisionRefusal = 'file' in source ? contentOf(source.file) : linkOf(source.address)
  if ('refused' in content) return content
  if (content.sha256 === evidence.sha256 && content.url === evidence.url) return { refused: 'same-content' }
  if (content.sha256 !== null) await lockContent(db, content.sha256)
  if ('file' in source) await files.save(source.file.bytes)
  if (!(await updateContent(db, evidence.id, version, { ...content, effectiveOn, validUntil }))) return { refused: 'changed-meanwhile' }
  await keepRevision(db, evidence)
  await recordEvidence(db, personId, evidence, 'evidence.revised')
  await readWords(db, { ...evidence, kind: content.kind })
  return { revised: true }
}
