import { randomUUID } from 'node:crypto'
import type { FreshDatabase } from './fresh-database.ts'
import type { AccountTables } from '../src/features/accounts/tables.ts'
import type { OrganisationTables } from '../src/features/organisations/tables.ts'
import type { Role } from '../src/platform/session.ts'

/** An académie; schools made without one get one of their own. */
export async function makeAuthority(site: FreshDatabase, name = 'Académie de Test'): Promise<string> {
  const id = randomUUID()
  await insertOrganisation(site, { id, kind: 'authority', name })
  return id
}

export async function makeSchool(site: FreshDatabase, values: { name?: string; authorityId?: string } = {}): Promise<string> {
  const id = randomUUID()
  const authority = values.authorityId ?? (await makeAuthority(site))
  await insertOrganisation(site, {
    id,
    kind: 'school',
    name: values.name ?? 'Lycée des Tilleuls',
    authority_id: authority,
    school_type: 'lycee_pro',
    town: 'Valmont',
  })
  return id
}

export async function makeNetwork(site: FreshDatabase, values: { name?: string; authorityId?: string } = {}): Promise<string> {
  const id = randomUUID()
  await insertOrganisation(site, {
    id,
    kind: 'network',
    name: values.name ?? 'Réseau de Test',
    ...(values.authorityId ? { authority_id: values.authorityId } : {}),
  })
  return id
}

type OrganisationRow = Partial<Omit<OrganisationTables['organisations'], 'version' | 'updated_at' | 'search'>> & { id: string; name: string }

async function insertOrganisation(site: FreshDatabase, row: OrganisationRow): Promise<void> {
  await site.owner
    .withTables<OrganisationTables>()
    .insertInto('organisations')
    .values({
      kind: 'school',
      code: null,
      uai: null,
      authority_id: null,
      school_type: null,
      sector: null,
      town: null,
      postcode: null,
      department_code: null,
      latitude: null,
      longitude: null,
      mother_uai: null,
      valid_from: null,
      valid_to: null,
      source: null,
      source_date: null,
      ...row,
    })
    .execute()
}

export interface Person {
  id: string
  email: string
  name: string
}

/** A person with mandates that began long ago. */
export async function makePerson(
  site: FreshDatabase,
  mandates: { role: Role; organisationId: string; validTo?: string }[] = [],
  name = 'Camille Martin',
): Promise<Person> {
  const id = randomUUID()
  const email = `${id.slice(0, 8)}@exemple.fr`
  const tables = site.owner.withTables<AccountTables>()
  await tables
    .insertInto('persons')
    .values({ id, email, name, language: 'fr', password_hash: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null, deactivated_at: null })
    .execute()
  for (const mandate of mandates) {
    await tables
      .insertInto('mandates')
      .values({
        id: randomUUID(),
        person_id: id,
        organisation_id: mandate.organisationId,
        role: mandate.role,
        valid_from: '2020-09-01',
        valid_to: mandate.validTo ?? null,
        created_by: null,
      })
      .execute()
  }
  return { id, email, name }
}
