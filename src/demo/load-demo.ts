import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { demoAccounts } from '../../demo/accounts.ts'
import { arsenal } from '../../demo/arsenal.ts'
import { chene } from '../../demo/chene.ts'
import { demoEvidence } from '../../demo/evidence.ts'
import { demoLabels } from '../../demo/labels.ts'
import { demoOrganisations } from '../../demo/organisations.ts'
import { demoFigures, demoResults } from '../../demo/indicators.ts'
import { demoSurveys } from '../../demo/surveys.ts'
import { tilleuls } from '../../demo/tilleuls.ts'
import { vere } from '../../demo/vere.ts'
import type { AccountTables } from '../features/accounts/tables.ts'
import { formatUai } from '../features/organisations/import/uai.ts'
import type { OrganisationTables } from '../features/organisations/tables.ts'
import type { Db, Pool } from '../platform/database.ts'
import type { FileStore } from '../platform/files.ts'
import { insertEvaluation } from './demo-evaluations.ts'
import { insertEvidence } from './demo-evidence.ts'
import { insertFigures, insertResults } from './demo-indicators.ts'
import { insertSurvey } from './demo-surveys.ts'
import { insertLabel } from './demo-labels.ts'

/** Keys of demo/ to the ids given in this database. */
export interface DemoIds {
  organisations: ReadonlyMap<string, string>
  /** By the part of the address before the @. */
  people: ReadonlyMap<string, string>
  evaluations: Map<string, string>
  lines: ActivityRow[]
}

type ActivityRow = { at: Date; organisation_id: string; actor_id: string; kind: string; subject_kind: string; subject_id: string }

/** Where the demonstration leaves what is not in the database: proofs, and the keys of surveys that are open. */
export interface DemoPlace {
  files: FileStore
  dataDir: string
}

/** Fills an empty database with the fictional académie, all or nothing, as the owner. Returns false when people are already there. */
export async function loadDemo(owner: Pool, { files, dataDir }: DemoPlace, now: Date): Promise<boolean> {
  return owner.transaction().execute(async (db) => {
    const { rows } = await sql<{ used: boolean }>`select exists (select 1 from persons) as used`.execute(db)
    if (rows[0]?.used !== false) return false
    const organisations = await insertOrganisations(db)
    const ids: DemoIds = { organisations, people: await insertPeople(db, organisations), evaluations: new Map(), lines: [] }
    for (const evaluation of [...tilleuls, ...vere, ...chene, ...arsenal]) await insertEvaluation(db, evaluation, ids, now)
    for (const label of demoLabels) {
      const lead = demoAccounts.find((person) => person.mandates.some((mandate) => mandate.at === label.at && mandate.role === 'head'))
      await insertLabel(db, label, idOf(organisations, label.at), ids.people.get(lead?.email.split('@')[0] ?? '') ?? '', now)
    }
    const personOf = (at: string, role: string): string =>
      ids.people.get(demoAccounts.find((person) => person.mandates.some((mandate) => mandate.at === at && mandate.role === role))?.email.split('@')[0] ?? '') ??
      ''
    const organisationOf = (key: string): string => idOf(organisations, key)
    for (const survey of demoSurveys) {
      const personId = personOf(survey.at, survey.at === 'academie' ? 'referent' : 'lead')
      await insertSurvey(db, dataDir, survey, { organisationId: organisationOf(survey.at), personId, now, idOf: organisationOf })
    }
    await insertResults(db, demoResults, {
      organisationId: idOf(organisations, 'academie'),
      personId: personOf('academie', 'referent'),
      idOf: organisationOf,
    })
    await insertFigures(db, demoFigures, idOf(organisations, demoFigures.at), personOf(demoFigures.at, 'lead'), now)
    for (const proof of demoEvidence) await insertEvidence(db, files, proof, ids, now)
    const inOrder = ids.lines.sort((one, other) => one.at.getTime() - other.at.getTime())
    await db.withTables<{ activity: ActivityRow }>().insertInto('activity').values(inOrder).execute()
    return true
  })
}

async function insertOrganisations(db: Db): Promise<Map<string, string>> {
  const ids = new Map(demoOrganisations.map((one) => [one.key, randomUUID() as string]))
  const tables = db.withTables<OrganisationTables>()
  const authority = ids.get('academie') ?? null
  for (const one of demoOrganisations) {
    const below = one.kind === 'school' || one.kind === 'district' || one.kind === 'network'
    await tables
      .insertInto('organisations')
      .values({
        id: idOf(ids, one.key),
        kind: one.kind,
        name: one.name,
        code: null,
        uai: one.number ? formatUai(one.number) : null,
        authority_id: below ? authority : null,
        school_type: one.type ?? null,
        sector: one.kind === 'school' ? 'public' : null,
        town: one.town ?? null,
        postcode: null,
        department_code: null,
        latitude: null,
        longitude: null,
        mother_uai: null,
        valid_from: null,
        valid_to: null,
        source: 'démonstration',
        source_date: null,
      })
      .execute()
    const parents = [
      ...(one.parent ? [{ key: one.parent, kind: 'part_of' as const }] : []),
      ...(one.memberOf ?? []).map((key) => ({ key, kind: 'member_of' as const })),
    ]
    for (const parent of parents) {
      await tables
        .insertInto('organisation_links')
        .values({ child_id: idOf(ids, one.key), parent_id: idOf(ids, parent.key), kind: parent.kind, valid_from: '2020-09-01', valid_to: null })
        .execute()
    }
  }
  return ids
}

async function insertPeople(db: Db, organisations: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const tables = db.withTables<AccountTables>()
  for (const person of demoAccounts) {
    const id = randomUUID()
    ids.set(person.email.split('@')[0] ?? '', id)
    await tables
      .insertInto('persons')
      .values({
        id,
        email: person.email,
        name: person.name,
        language: 'fr',
        password_hash: null,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        deactivated_at: null,
      })
      .execute()
    for (const mandate of person.mandates) {
      await tables
        .insertInto('mandates')
        .values({
          id: randomUUID(),
          person_id: id,
          organisation_id: idOf(organisations, mandate.at),
          role: mandate.role,
          valid_from: '2022-09-01',
          valid_to: null,
          created_by: null,
        })
        .execute()
    }
  }
  return ids
}

/** A key that demo/ does not define is a mistake in demo/. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`demo/ speaks of « ${key} », which it does not define`)
  return id
}
