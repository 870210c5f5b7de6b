import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { UploadedFile } from '../../../platform/web/form.ts'
import { keepFile, keepLink } from '../../evidence/commands.ts'
import type { Kept } from '../../evidence/commands.ts'
import type { FileRefusal, FileType } from '../../evidence/file-type.ts'
import type { LinkRefusal } from '../../evidence/rules.ts'
import { findEvidence } from '../../evidence/store.ts'
import { lockState } from '../answer/store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { mayChangeEvidence } from './rules.ts'
import { deleteLink, insertLink } from './store.ts'

export type AttachRefusal = FileRefusal | LinkRefusal | 'validated' | 'no-file' | 'nothing-chosen'

export type Attached = Kept & { already: boolean }

export type Source = { way: 'file'; file: UploadedFile | null } | { way: 'link'; address: string } | { way: 'known'; evidenceId: string }

interface Attaching {
  personId: string
  title: string
  effectiveOn: string | null
  shows: string
  pageRef: string
  source: Source
}

/** Puts a proof beside a question: a new file or link, or one that the school already has. */
export async function attachEvidence(
  db: Db,
  files: FileStore,
  evaluation: Evaluation,
  item: EvaluationItem,
  attaching: Attaching,
): Promise<Attached | { refused: AttachRefusal; type?: FileType }> {
  if (!mayChangeEvidence((await lockState(db, evaluation.id)) ?? evaluation.state)) return { refused: 'validated' }
  const kept = await keep(db, files, item, attaching)
  if ('refused' in kept) return kept
  const added = await insertLink(db, item, kept.evidence.id, attaching)
  if (added) await note(db, attaching.personId, evaluation, 'evidence.attached', item, kept.evidence.id)
  return { ...kept, already: !added }
}

async function keep(db: Db, files: FileStore, item: EvaluationItem, attaching: Attaching): Promise<Kept | { refused: AttachRefusal; type?: FileType }> {
  const { source, title, effectiveOn, personId } = attaching
  const adding = { organisationId: item.organisationId, personId, title, effectiveOn }
  switch (source.way) {
    case 'file':
      return source.file ? keepFile(db, files, adding, source.file) : { refused: 'no-file' }
    case 'link':
      return keepLink(db, adding, source.address)
    case 'known': {
      const evidence = source.evidenceId ? await findEvidence(db, source.evidenceId) : null
      return evidence?.organisationId === item.organisationId ? { evidence, reused: false } : { refused: 'nothing-chosen' }
    }
  }
}

/** Takes a proof off a question; the proof itself stays with the school. False when it was not there any more. */
export async function detachEvidence(
  db: Db,
  personId: string,
  evaluation: Evaluation,
  item: EvaluationItem,
  evidenceId: string,
): Promise<{ refused: 'validated' } | { removed: boolean }> {
  if (!mayChangeEvidence((await lockState(db, evaluation.id)) ?? evaluation.state)) return { refused: 'validated' }
  const removed = await deleteLink(db, item, evidenceId)
  if (removed) await note(db, personId, evaluation, 'evidence.detached', item, evidenceId)
  return { removed }
}

const note = (db: Db, actorId: string, evaluation: Evaluation, kind: string, item: EvaluationItem, evidence: string): Promise<void> =>
  recordActivity(db, {
    organisationId: evaluation.organisationId,
    actorId,
    kind,
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    detail: { evidence, item: item.id },
  })
