import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Role } from '../../../platform/session.ts'

export interface Figures {
  openSchools: number
  closedSchools: number
  groups: number
  accounts: number
  closedAccounts: number
}

export async function countInstallation(db: Db): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select count(*) filter (where kind = 'school' and valid_to is null) as "openSchools",
      count(*) filter (where kind = 'school' and valid_to is not null) as "closedSchools",
      count(*) filter (where kind in ('network', 'campus', 'district')) as groups,
      (select count(*) from persons where deactivated_at is null) as accounts,
      (select count(*) from persons where deactivated_at is not null) as "closedAccounts"
    from organisations`.execute(db)
  return rows[0] ?? { openSchools: 0, closedSchools: 0, groups: 0, accounts: 0, closedAccounts: 0 }
}

export interface Account {
  id: string
  name: string
  email: string
  createdAt: Date
  deactivatedAt: Date | null
  /** Whether a password was ever chosen: null password means the invitation is still waiting. */
  hasPassword: boolean
  hasSecondFactor: boolean
  /** Roles that run today. */
  roles: { role: Role; organisation: string }[]
}

const rolesOn = (day: string) => sql`coalesce((
  select json_agg(json_build_object('role', m.role, 'organisation', o.name) order by o.name, m.role)
  from mandates m join organisations o on o.id = m.organisation_id
  where m.person_id = p.id and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day})), '[]')`

const accountColumns = (day: string) => sql`p.id, p.name, p.email, p.created_at as "createdAt", p.deactivated_at as "deactivatedAt",
  p.password_hash is not null as "hasPassword", p.totp_confirmed_at is not null as "hasSecondFactor", ${rolesOn(day)} as roles`

// Part of a name, without accents, or part of an address.
const matching = (words: string) =>
  words === ''
    ? sql`true`
    : sql`(fold_name(p.name) like '%' || fold_name(${words}) || '%' and fold_name(${words}) <> '' or strpos(lower(p.email), lower(${words})) > 0)`

export async function countAccounts(db: Db, words: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from persons p where ${matching(words)}`.execute(db)
  return rows[0]?.number ?? 0
}

export interface AccountSearch {
  words: string
  day: string
  limit: number
  offset: number
}

/** By name. */
export async function searchAccounts(db: Db, { words, day, limit, offset }: AccountSearch): Promise<Account[]> {
  const { rows } = await sql<Account>`
    with found as (select * from persons p where ${matching(words)} order by p.name collate "fr-x-icu", p.id limit ${limit} offset ${offset})
    select ${accountColumns(day)} from found p order by p.name collate "fr-x-icu", p.id`.execute(db)
  return rows
}

export async function findAccount(db: Db, id: string, day: string): Promise<Account | null> {
  const { rows } = await sql<Account>`select ${accountColumns(day)} from persons p where p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface AccountMandate {
  id: string
  role: Role
  organisationId: string
  organisation: string
  validFrom: string
  validTo: string | null
}

/** Every role that a person has or has had, the latest first. */
export async function listMandatesOfPerson(db: Db, personId: string): Promise<AccountMandate[]> {
  const { rows } = await sql<AccountMandate>`
    select m.id, m.role, m.organisation_id as "organisationId", o.name as organisation, m.valid_from as "validFrom", m.valid_to as "validTo"
    from mandates m join organisations o on o.id = m.organisation_id where m.person_id = ${personId}
    order by m.valid_to desc nulls first, m.valid_from desc, m.id`.execute(db)
  return rows
}
