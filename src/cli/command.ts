import type { Config } from '../config.ts'
import type { Pool } from '../platform/database.ts'
import { connectDatabase } from '../platform/database.ts'
import { findRunningPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabase } from '../site.ts'
import type { Database } from '../site.ts'

/** An expected refusal; its message is a sentence for the operator. */
export class CommandError extends Error {}

export interface CommandContext {
  config: Config
  progress: (text: string) => void
}

export interface CommandResult {
  ok: boolean
  /** For a person. */
  sentences: readonly string[]
  /** For a program (--json). */
  data: object
}

export interface Command {
  words: readonly string[]
  usage: string
  summary: string
  details: string
  run: (words: string[], context: CommandContext) => Promise<CommandResult>
}

/** The site's database whether or not the site runs: joins the running PostgreSQL of the folder, or starts it for this command. */
export async function useDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ? null : findRunningPostgres(config.dataDir)
  const database = running ? joinDatabase(running) : await openDatabase(config)
  try {
    await migrate(database.ownerUrl)
    return await work(database)
  } finally {
    await database.stop()
  }
}

function joinDatabase(running: { ownerUrl: string; appUrl: string }): Database {
  const pool: Pool = connectDatabase(running.appUrl, { max: 4 })
  return { ownerUrl: running.ownerUrl, pool, stop: () => pool.destroy() }
}
