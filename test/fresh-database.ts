import { mkdtemp, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import postgres from 'postgres'
import { parseConfig } from '../src/config.ts'
import { publishCrosswalks } from '../src/features/crosswalks/load-crosswalks.ts'
import { publishFrameworks } from '../src/features/frameworks/load-frameworks.ts'
import { connectDatabase, nobody, withScope } from '../src/platform/database.ts'
import type { Db, Pool, Scope } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { loadAssets } from '../src/platform/web/assets.ts'
import type { Services } from '../src/platform/web/route.ts'
import { appOf, servicesOf } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

export interface FreshDatabase {
  ownerUrl: string
  /** As the application: row-level security holds. */
  pool: Pool
  /** As the owner: to prepare and to look behind the curtain. */
  owner: Pool
  /** A transaction in a scope, as the application. */
  as<T>(scope: Partial<Scope>, work: (db: Db) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A database of its own for one test file, cloned from a migrated template that holds our frameworks, on the run's real PostgreSQL. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await testDatabase()
  await ensureTemplate(server.ownerUrl)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template qualeduc_template`)
  const ownerUrl = onDatabase(server.ownerUrl, name)
  const pool = connectDatabase(onDatabase(server.appUrl, name), { max: 12 })
  const owner = connectDatabase(ownerUrl, { max: 2 })
  return {
    ownerUrl,
    pool,
    owner,
    as: (scope, work) => withScope(pool, { ...nobody, ...scope }, work),
    stop: async () => {
      try {
        await pool.destroy()
        await owner.destroy()
        await dropDatabase(admin, name)
      } finally {
        await admin.end()
        await server.stop()
      }
    },
  }
}

// A forced drop sends away connections left open, but is refused while the server tidies this database by itself; a plain one sends that away.
async function dropDatabase(admin: postgres.Sql, name: string): Promise<void> {
  try {
    await admin.unsafe(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== '42501') throw error
    await admin.unsafe(`drop database if exists ${name}`)
  }
}

const onDatabase = (url: string, name: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.href
}

// Several test files start at once: the first builds the template, the others wait for it.
async function ensureTemplate(serverUrl: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(20261121)`
    const [found] = await admin`select 1 from pg_database where datname = 'qualeduc_template'`
    if (found) return
    await admin.unsafe('create database qualeduc_draft')
    await migrate(onDatabase(serverUrl, 'qualeduc_draft'))
    await publishFrameworks(onDatabase(serverUrl, 'qualeduc_draft'))
    await publishCrosswalks(onDatabase(serverUrl, 'qualeduc_draft'))
    await admin.unsafe('alter database qualeduc_draft rename to qualeduc_template')
  } finally {
    await admin.end()
  }
}

export interface FreshSite extends FreshDatabase {
  app: Hono
  services: Services
  /** Moves the site's clock. */
  setNow(now: Date): void
}

/** The real router on a fresh real database. `settings` adds to the environment read by the configuration. */
export async function freshSite(settings: Record<string, string> = {}): Promise<FreshSite> {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-site-'))
  const config = parseConfig({ BASE_URL: 'http://localhost:3000', DATA_DIR: dataDir, ...settings })
  const services = await servicesOf(config, database.pool)
  let now: Date | null = null
  const app = appOf(services, await loadAssets(join(tmpdir(), 'qualeduc-test-cache')), () => now ?? new Date())
  return {
    ...database,
    app,
    services,
    setNow: (value) => {
      now = value
    },
    stop: async () => {
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
