import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import type { ReferenceKind } from '../tables.ts'
import { moveId, referenceFault } from './rules.ts'
import type { Direction, ReferenceFault, ReferenceText } from './rules.ts'
import { deleteReference, insertReference, listReferences, lockReferences, savePositions, updateReference } from './store.ts'
import type { Reference } from './store.ts'

export interface NewReference extends ReferenceText {
  organisationId: string
  kind: ReferenceKind
}

export async function addReference(db: Db, actorId: string, wish: NewReference): Promise<{ id: string } | { refused: ReferenceFault }> {
  const fault = referenceFault(wish)
  if (fault) return { refused: fault }
  const id = randomUUID()
  await lockReferences(db, wish.organisationId)
  await insertReference(db, { ...wish, id })
  await record(db, actorId, { ...wish, id }, 'reference.added')
  return { id }
}

export async function saveReference(
  db: Db,
  actorId: string,
  reference: Reference,
  version: number,
  text: ReferenceText,
): Promise<{ saved: true } | { refused: ReferenceFault | 'changed-meanwhile' }> {
  const fault = referenceFault(text)
  if (fault) return { refused: fault }
  if (!(await updateReference(db, reference.id, version, text))) return { refused: 'changed-meanwhile' }
  await record(db, actorId, reference, 'reference.edited')
  return { saved: true }
}

export async function moveReference(db: Db, actorId: string, reference: Reference, direction: Direction): Promise<void> {
  await lockReferences(db, reference.organisationId)
  const all = await listReferences(db, reference.organisationId)
  const ids = all.filter((one) => one.kind === reference.kind).map((one) => one.id)
  await savePositions(db, moveId(ids, reference.id, direction))
  await record(db, actorId, reference, 'reference.moved')
}

export async function removeReference(db: Db, actorId: string, reference: Reference): Promise<void> {
  await deleteReference(db, reference.id)
  await record(db, actorId, reference, 'reference.removed')
}

const record = (db: Db, actorId: string, reference: Pick<Reference, 'id' | 'organisationId' | 'kind'>, kind: string): Promise<void> =>
  recordActivity(db, {
    organisationId: reference.organisationId,
    actorId,
    kind,
    subjectKind: 'reference',
    subjectId: reference.id,
    detail: { kind: reference.kind },
  })
