import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/language.ts'
import type { Role } from '../../platform/session.ts'
import type { AccountTables } from './tables.ts'

export interface SignInRecord {
  personId: string
  passwordHash: string | null
  deactivated: boolean
  language: Language
}

/** The account behind an address, through the narrow door: works for anyone, whatever the scope. */
export async function findSignIn(db: Db, email: string): Promise<SignInRecord | null> {
  const { rows } = await sql<{ person_id: string; password_hash: string | null; deactivated: boolean; language: Language }>`
    select * from find_sign_in(${email})`.execute(db)
  const row = rows[0]
  return row ? { personId: row.person_id, passwordHash: row.password_hash, deactivated: row.deactivated, language: row.language } : null
}

/** One's own account, or any for the operator. */
export async function getPerson(db: Db, id: string) {
  return db.withTables<AccountTables>().selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export interface NewPerson {
  id: string
  email: string
  name: string
  language: Language
}

/** False when the address is taken, even in the same instant. */
export async function createPerson(db: Db, person: NewPerson): Promise<boolean> {
  const result = await db
    .withTables<AccountTables>()
    .insertInto('persons')
    .values({ ...person, password_hash: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null, deactivated_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function savePassword(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.withTables<AccountTables>().updateTable('persons').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
}

/** False when somebody has changed it since `version`. */
export async function saveProfile(db: Db, personId: string, profile: { name: string; language: Language }, version: number): Promise<boolean> {
  const result = await db
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ ...profile, version: version + 1 })
    .where('id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Read for names only: the organisations feature, which stands after this one, owns the table. */
type OrganisationNames = { organisations: { id: string; name: string; kind: string; code: string | null } }

export interface OrganisationName {
  id: string
  name: string
  kind: string
}

export async function findOrganisationName(db: Db, id: string): Promise<OrganisationName | null> {
  const row = await db.withTables<OrganisationNames>().selectFrom('organisations').select(['id', 'name', 'kind']).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function findNation(db: Db): Promise<OrganisationName | null> {
  const row = await db
    .withTables<OrganisationNames>()
    .selectFrom('organisations')
    .select(['id', 'name', 'kind'])
    .where('kind', '=', 'nation')
    .orderBy('code')
    .executeTakeFirst()
  return row ?? null
}

export interface MandateRecord {
  id: string
  personId: string
  /** The organisation in which it is held: what permissions are asked on. */
  organisationId: string
  role: Role
  validFrom: string
  validTo: string | null
}

/** A mandate that the caller may see: her own, or one in her organisation. */
export async function findMandate(db: Db, id: string): Promise<MandateRecord | null> {
  const row = await db.withTables<AccountTables>().selectFrom('mandates').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return { id: row.id, personId: row.person_id, organisationId: row.organisation_id, role: row.role, validFrom: row.valid_from, validTo: row.valid_to }
}

/** Mandates that run on the day, of one organisation. */
export async function listMandatesOf(db: Db, organisationId: string, day: string): Promise<MandateRecord[]> {
  const rows = await db
    .withTables<AccountTables>()
    .selectFrom('mandates')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    role: row.role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Until the end of the transaction, nobody else gives or ends a role there: two heads cannot both leave in the same instant. */
export async function lockMandates(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mandates ${organisationId}`}, 0))`.execute(db)
}

export interface NewMandate {
  id: string
  personId: string
  organisationId: string
  role: Role
  validFrom: string
  createdBy: string | null
}

export async function createMandate(db: Db, mandate: NewMandate): Promise<void> {
  await db
    .withTables<AccountTables>()
    .insertInto('mandates')
    .values({
      id: mandate.id,
      person_id: mandate.personId,
      organisation_id: mandate.organisationId,
      role: mandate.role,
      valid_from: mandate.validFrom,
      valid_to: null,
      created_by: mandate.createdBy,
    })
    .execute()
}

export async function saveMandateEnd(db: Db, id: string, lastDay: string): Promise<void> {
  await db.withTables<AccountTables>().updateTable('mandates').set({ valid_to: lastDay }).where('id', '=', id).execute()
}
