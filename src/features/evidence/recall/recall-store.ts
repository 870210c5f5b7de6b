import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Language } from '../../../platform/language.ts'
import { recallDays } from '../validity-rules.ts'

/** Schools that have proofs to recall on that day ('YYYY-MM-DD'), by id. */
export async function listSchoolsToRecall(db: Db, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select organisations_to_recall(${today}, ${recallDays}) as id`.execute(db)
  return rows.map((row) => row.id)
}

export interface Recalled {
  id: string
  title: string
  /** 'YYYY-MM-DD' */
  validUntil: string | null
}

/** Takes the proofs of a school that are to be recalled, each once for its end of validity: whoever asks again finds none. */
export async function takeRecalled(db: Db, organisationId: string, today: string): Promise<Recalled[]> {
  const { rows } = await sql<Recalled>`
    update evidence set reminded_for = coalesce(valid_until, remind_on)
    where organisation_id = ${organisationId} and coalesce(remind_on, valid_until - ${recallDays}::int) <= ${today}
      and (valid_until is null or valid_until >= ${today}) and reminded_for is distinct from coalesce(valid_until, remind_on)
    returning id, title, valid_until as "validUntil"`.execute(db)
  return rows.sort((one, other) => (one.validUntil ?? '').localeCompare(other.validUntil ?? '') || one.title.localeCompare(other.title))
}

export interface Leader {
  email: string
  name: string
  language: Language
  organisationName: string
}

/** Head and quality lead of a school on that day, each once. */
export async function listLeaders(db: Db, organisationId: string, today: string): Promise<Leader[]> {
  const { rows } = await sql<Leader>`
    select distinct p.email, p.name, p.language, o.name as "organisationName"
    from mandates m join persons p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    where m.organisation_id = ${organisationId} and m.role in ('head', 'lead') and p.deactivated_at is null
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by p.email`.execute(db)
  return rows
}
