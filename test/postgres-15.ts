import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../src/platform/postgres/start.ts'
import type { TestDatabase } from './test-database.ts'

const places = [process.env['POSTGRES_15_HOME'], '/usr/lib/postgresql/15', '/usr/pgsql-15', '/opt/homebrew/opt/postgresql@15']

/** A fresh PostgreSQL 15, the oldest that production may use, with the same roles as the embedded one; null where the machine has none. */
export async function startPostgres15IfPresent(): Promise<TestDatabase | null> {
  const home = places.find((place) => place && existsSync(join(place, 'bin', 'postgres')))
  if (!home) return null
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-pg15-'))
  const running = await startPostgres({ home, bin: join(home, 'bin'), major: 15, version: '15' }, { dataDir, durable: false, log: () => {} })
  return {
    ownerUrl: running.ownerUrl,
    appUrl: running.appUrl,
    stop: async () => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The reason to give when a test is skipped for want of it. */
export const withoutPostgres15 = 'PostgreSQL 15 is not on this machine (POSTGRES_15_HOME names its folder)'
