import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Language } from '../../../platform/language.ts'
import { tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'

export interface Colleague {
  personId: string
  name: string
  email: string
  language: Language
  /** The strongest of the person's roles here. */
  role: 'head' | 'lead' | 'member'
}

/** People who work in the organisation today: those whom a team may be chosen from, by name. */
export async function listColleagues(db: Db, organisationId: string, today: string): Promise<Colleague[]> {
  // The roles happen to sort from the strongest: head, lead, member.
  const { rows } = await sql<Colleague>`
    select p.id as "personId", p.name, p.email, p.language, min(m.role) as role
    from mandates m join persons p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.role in ('head', 'lead', 'member') and p.deactivated_at is null
      and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)
    group by p.id order by p.name, p.id`.execute(db)
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}

/** Adds to the team; someone removed earlier comes back. Returns those who were not in it. */
export async function addMembers(db: Db, evaluation: Pick<Evaluation, 'id' | 'organisationId'>, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tablesOf(db)
    .insertInto('evaluation_members')
    .values(
      personIds.map((person_id) => ({
        evaluation_id: evaluation.id,
        organisation_id: evaluation.organisationId,
        person_id,
        finished_at: null,
        removed_at: null,
        answered: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'person_id'])
        .doUpdateSet({ removed_at: null, finished_at: null, invited_at: sql`now()` })
        .where('evaluation_members.removed_at', 'is not', null),
    )
    .returning('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Whether the person was in the team. */
export async function removeMember(db: Db, evaluationId: string, personId: string): Promise<boolean> {
  const row = await tablesOf(db)
    .updateTable('evaluation_members')
    .set({ removed_at: sql`now()`, finished_at: null })
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}
