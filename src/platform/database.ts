import { CompiledQuery, sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { PostgresType } from 'postgres'
import { PostgresPool, withTheNext } from './postgres-pool.ts'

/** Each feature adds its own tables to this with `withTables`. */
export type Db = Kysely<object> | Transaction<object>
export type Pool = PostgresPool

/** What row-level security is told of the caller, for the length of one transaction. */
export interface Scope {
  personId: string | null
  organisations: readonly string[]
  /** Of these organisations, those in which the caller leads. */
  led: readonly string[]
  authorities: readonly string[]
  national: boolean
  operator: boolean
}

export const nobody: Scope = { personId: null, organisations: [], led: [], authorities: [], national: false, operator: false }

/** The scope of a job or command that works for one organisation, and sees all of it. */
export const scopeOf = (organisationId: string): Scope => ({ ...nobody, organisations: [organisationId], led: [organisationId] })

const types: Record<string, PostgresType<unknown>> = {
  date: { to: 1082, from: [1082], serialize: String, parse: String },
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
}

/**
 * A pool of connections. Dates are 'YYYY-MM-DD' strings, timestamps are Date, bigint are numbers, jsonb takes and gives plain values.
 * `role` makes the connection act as that role (used when one account must serve as owner and application).
 */
export function connectDatabase(url: string, options: { max?: number; role?: string } = {}): Pool {
  return new PostgresPool(url, {
    max: options.max ?? 12,
    onnotice: () => {},
    connection: { application_name: 'qualeduc', ...(options.role ? { role: options.role } : {}) },
    types,
  })
}

const setScope = `select set_config('qualeduc.person', $1, true), set_config('qualeduc.organisations', $2, true),
  set_config('qualeduc.authorities', $3, true), set_config('qualeduc.national', $4, true), set_config('qualeduc.operator', $5, true),
  set_config('qualeduc.led', $6, true)`

/** Tells row-level security who is calling, until the end of the transaction. */
export async function applyScope(db: Db, scope: Scope): Promise<void> {
  await db.executeQuery(
    withTheNext(
      CompiledQuery.raw(setScope, [
        scope.personId ?? '',
        scope.organisations.join(','),
        scope.authorities.join(','),
        scope.national ? 'on' : 'off',
        scope.operator ? 'on' : 'off',
        scope.led.join(','),
      ]),
    ),
  )
}

/** Runs one transaction in a scope; whatever is thrown inside undoes it all. */
export function withScope<T>(pool: Pool, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  return pool.inTransaction(async (db) => {
    await applyScope(db, scope)
    return work(db)
  })
}

export async function isAnswering(pool: Pool): Promise<boolean> {
  try {
    await sql`select 1`.execute(pool)
    return true
  } catch {
    return false
  }
}
