import { demoAccounts } from '../../../demo/accounts.ts'
import type { Config } from '../../config.ts'
import { applyScope, nobody } from '../../platform/database.ts'
import type { Db } from '../../platform/database.ts'
import { dayOf } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Role } from '../../platform/session.ts'
import type { AccountTables } from './tables.ts'

/** No mail server answers for this ending, so nobody real can hold such an address. */
export const demoEnding = '@demo.exemple'

/** Whether this account may be entered without a password: invented people, on a demonstration only. */
export const isDemoAccount = (config: Config, email: string): boolean => config.mode === 'demo' && email.endsWith(demoEnding)

export interface DemoAccountRecord {
  email: string
  name: string
  /** Where she works; null when no role of hers runs. */
  organisation: string | null
  roles: Role[]
  /** One line on who she is; null for an account that the demo's data does not know. */
  story: Record<Language, string> | null
  /** Offered first. */
  start: boolean
}

type Tables = AccountTables & { organisations: { id: string; name: string; kind: string } }

/**
 * The invented people, those of one school together, schools before académies. Read in the operator's scope, since nobody is signed in yet; only the demonstration's
 * pages, which exist in no other mode, may call it. The scope left behind is nobody's.
 */
export async function listDemoAccounts(db: Db, now: Date): Promise<DemoAccountRecord[]> {
  await applyScope(db, { ...nobody, operator: true })
  const day = dayOf(now)
  const rows = await db
    .withTables<Tables>()
    .selectFrom('persons')
    .leftJoin('mandates', (join) =>
      join
        .onRef('mandates.person_id', '=', 'persons.id')
        .on('mandates.valid_from', '<=', day)
        .on((eb) => eb.or([eb('mandates.valid_to', 'is', null), eb('mandates.valid_to', '>=', day)])),
    )
    .leftJoin('organisations', 'organisations.id', 'mandates.organisation_id')
    .select(['persons.email', 'persons.name', 'mandates.role', 'organisations.name as organisation'])
    .where('persons.email', 'like', `%${demoEnding}`)
    .where('persons.deactivated_at', 'is', null)
    .orderBy((eb) => eb.case().when('organisations.kind', '=', 'school').then(0).else(1).end())
    .orderBy('organisations.name')
    .orderBy('persons.name')
    .execute()
  await applyScope(db, nobody)
  const accounts = new Map<string, DemoAccountRecord>()
  for (const row of rows) {
    const known = accounts.get(row.email)
    if (known && row.role) known.roles.push(row.role)
    if (known) continue
    const told = demoAccounts.find((account) => account.email === row.email)
    accounts.set(row.email, {
      email: row.email,
      name: row.name,
      organisation: row.organisation,
      roles: row.role ? [row.role] : [],
      story: told?.story ?? null,
      start: told?.start === true,
    })
  }
  return [...accounts.values()]
}
