import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { readPasswords } from './postgres/cluster.ts'
import { findEmbeddedPrograms } from './postgres/programs.ts'
import { addressesOf, startPostgres } from './postgres/start.ts'
import type { RunningPostgres, StartOptions } from './postgres/start.ts'
import { isServerOf } from './postgres/orphans.ts'
import { readPidFile } from './postgres/server.ts'

export { PostgresStartError } from './postgres/start-error.ts'
export type { RunningPostgres, StartOptions } from './postgres/start.ts'

/**
 * Starts the PostgreSQL 18 that comes with Qualéduc, under dataDir, and keeps it running until stop() or the end of this process.
 * Throws PostgresStartError, whose message is a sentence for the operator: the folder is in use, the disk is full…
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<RunningPostgres> {
  return startPostgres(findEmbeddedPrograms(), options)
}

/** The addresses of the PostgreSQL that another process runs on this folder now, for the operator's commands; null if there is none. */
export function findRunningPostgres(dataDir: string): { ownerUrl: string; appUrl: string } | null {
  if (!existsSync(dataDir)) return null
  const folder = realpathSync(dataDir)
  const cluster = join(folder, 'postgres')
  const running = readPidFile(cluster)
  const passwords = readPasswords(join(folder, 'secrets.json'))
  if (!running?.ready || !passwords || !isServerOf(running.pid, cluster)) return null
  return addressesOf(passwords, running.port)
}
