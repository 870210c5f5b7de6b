import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { listAgreedItems, listFindings } from '../diagnosis/store.ts'
import { tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'
import type { Participation, Snapshot, Whole } from './snapshot.ts'

/** Counts only: who is in the team is nobody's business here. Null to those who see the evaluation through sharing. */
export async function findParticipation(db: Db, evaluationId: string): Promise<Participation | null> {
  const { rows } = await sql<Participation & { inside: boolean }>`
    select count(m.person_id) as members, count(*) filter (where done.answered > 0) as answering,
      coalesce(bool_or(e.organisation_id = any (caller_organisations())), false) as inside
    from evaluations e
    left join evaluation_members m on m.evaluation_id = e.id and m.removed_at is null
    left join participation(e.id) done on done.person_id = m.person_id
    where e.id = ${evaluationId}`.execute(db)
  const row = rows[0]
  return row?.inside ? { members: row.members, answering: row.answering } : null
}

/** All that a validation freezes, as it stands now. */
export async function findWhole(db: Db, evaluation: Evaluation): Promise<Whole> {
  const items = await listAgreedItems(db, evaluation.id)
  const findings = await listFindings(db, evaluation.id)
  return { evaluation, items, findings, participation: (await findParticipation(db, evaluation.id)) ?? { members: 0, answering: 0 } }
}

export async function saveValidation(db: Db, evaluationId: string, given: { at: Date; by: string; snapshot: Snapshot }): Promise<void> {
  await tablesOf(db)
    .updateTable('evaluations')
    .set({ state: 'validated', validated_at: given.at, validated_by: given.by, snapshot: given.snapshot, version: sql<number>`version + 1` })
    .where('id', '=', evaluationId)
    .where('state', '=', 'agreeing')
    .execute()
}

export async function findSnapshot(db: Db, evaluationId: string): Promise<object | null> {
  const row = await tablesOf(db).selectFrom('evaluations').select('snapshot').where('id', '=', evaluationId).executeTakeFirst()
  return row?.snapshot ?? null
}

/** False when it stood so already. */
export async function saveShared(db: Db, evaluationId: string, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('evaluations')
    .set({ shared_at: at, version: sql<number>`version + 1` })
    .where('id', '=', evaluationId)
    .where('state', '=', 'validated')
    .where('shared_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
