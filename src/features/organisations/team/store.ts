import type { Db } from '../../../platform/database.ts'
import type { Role } from '../../../platform/session.ts'
import type { AccountTables } from '../../accounts/tables.ts'

export interface TeamMandate {
  id: string
  personId: string
  name: string
  email: string
  role: Role
  validFrom: string
  validTo: string | null
}

const selectMandates = (db: Db, organisationId: string) =>
  db
    .withTables<AccountTables>()
    .selectFrom('mandates as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['m.id', 'p.id as personId', 'p.name', 'p.email', 'm.role', 'm.valid_from as validFrom', 'm.valid_to as validTo'])
    .where('m.organisation_id', '=', organisationId)

/** Everybody who has, has had or will have a role in the organisation, by name. */
export const listTeam = (db: Db, organisationId: string): Promise<TeamMandate[]> =>
  selectMandates(db, organisationId)
    .orderBy('p.name', (name) => name.collate('fr-x-icu'))
    .orderBy('m.valid_from')
    .execute()

export const findTeamMandate = async (db: Db, organisationId: string, id: string): Promise<TeamMandate | null> =>
  (await selectMandates(db, organisationId).where('m.id', '=', id).executeTakeFirst()) ?? null
