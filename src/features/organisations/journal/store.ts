import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Role } from '../../../platform/session.ts'
import type { ReferenceKind } from '../tables.ts'

export interface JournalLine {
  id: number
  at: Date
  kind: string
  /** Null: the site itself, or somebody from outside whose name is not ours to see. */
  actor: string | null
  /** Whether somebody did it, named or not. */
  byPerson: boolean
  subjectKind: string | null
  subjectId: string | null
  /** Of a line about a role: whose, and which. */
  person: string | null
  /** Of a line about a value, a rule or a body. */
  referenceKind: ReferenceKind | null
  role: Role | null
}

// Each single answer leaves a sealed line too. When and how often each colleague wrote is nobody's business, so these are counted and not listed.
const unlisted = ['answer.saved']

/** The latest changes in an organisation, of those that are listed. */
export async function listJournal(db: Db, organisationId: string, { limit, offset }: { limit: number; offset: number }): Promise<JournalLine[]> {
  const { rows } = await sql<JournalLine>`
    select a.id, a.at, a.kind, p.name as actor, a.actor_id is not null as "byPerson", a.subject_kind as "subjectKind", a.subject_id as "subjectId",
      h.name as person, m.role, case when a.subject_kind = 'reference' then a.detail ->> 'kind' end as "referenceKind"
    from (select * from activity where organisation_id = ${organisationId} and kind <> all (${unlisted}::text[]) order by id desc limit ${limit} offset ${offset}) a
    left join persons p on p.id = a.actor_id
    left join mandates m on m.id = a.subject_id and a.subject_kind = 'mandate'
    left join persons h on h.id = coalesce(m.person_id, case when a.subject_kind = 'person' then a.subject_id end)
    order by a.id desc`.execute(db)
  return rows
}

export async function countJournal(db: Db, organisationId: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select count(*) as lines from activity where organisation_id = ${organisationId} and kind <> all (${unlisted}::text[])`.execute(db)
  return rows[0]?.lines ?? 0
}

export interface Proof {
  /** Every line of the organisation, listed or not. */
  lines: number
  intact: boolean
}

/** Recomputes the chain of hashes from the first line to the last; the caller must hold a mandate there. */
export async function verifyJournal(db: Db, organisationId: string): Promise<Proof> {
  const { rows } = await sql<Proof>`select lines, intact from verify_activity(${organisationId})`.execute(db)
  return rows[0] ?? { lines: 0, intact: false }
}
