import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { log } from '../log.ts'
import { createCluster, ensurePasswords, hasCluster, makeDraft, setUpRoles } from './cluster.ts'
import type { Passwords } from './cluster.ts'
import { chooseAccount, giveTo, prepareLauncher } from './launcher.ts'
import { acquireLock, isCode } from './lock.ts'
import type { Lock } from './lock.ts'
import { clearOrphans, killLeftovers } from './orphans.ts'
import type { Programs } from './programs.ts'
import { findFreePort, RetryableStartError, startServer } from './server.ts'
import type { Server, ServerPlace } from './server.ts'
import { PostgresStartError } from './start-error.ts'
import { superviseServer } from './supervise.ts'

export interface StartOptions {
  /** Everything is kept under this folder: postgres/, postgres.log, secrets.json. */
  dataDir: string
  log: typeof log
  /** False only where losing the last changes does not matter, as in tests. */
  durable?: boolean
}

export interface RunningPostgres {
  /** Signs in as qualeduc_owner, who owns the database qualeduc: for migrations. */
  ownerUrl: string
  /** Signs in as qualeduc_app, who owns nothing and is held by row-level security. */
  appUrl: string
  port: number
  /** The server's process now: another one after a crash. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a folder and keeps it running: if it dies, it is started again on the same port, so the addresses stay good.
 * Throws PostgresStartError, whose message is a sentence for the operator.
 */
export async function startPostgres(programs: Programs, options: StartOptions): Promise<RunningPostgres> {
  const dataDir = openDataDir(options.dataDir)
  const lock = takeLock(dataDir)
  try {
    const { place, passwords } = await prepareFolder(programs, dataDir, options)
    const { server, port } = await startOnFreePort(place)
    const supervised = superviseServer(place, server, port, lock, options.log)
    return {
      ...addressesOf(passwords, port),
      port,
      get pid() {
        return supervised.current()?.pid ?? 0
      },
      stop: supervised.stop,
    }
  } catch (error) {
    lock.release()
    throw inWords(error, dataDir)
  }
}

function takeLock(dataDir: string): Lock {
  try {
    return acquireLock(join(dataDir, 'postgres.lock'), dataDir)
  } catch (error) {
    throw inWords(error, dataDir)
  }
}

function inWords(error: unknown, dataDir: string): unknown {
  if (isCode(error, 'ENOSPC'))
    return new PostgresStartError(`Le disque est plein : rien ne peut être écrit dans ${dataDir}. Libérez de la place, puis relancez.`)
  if (!(error instanceof Error) || !['EACCES', 'EPERM', 'EROFS'].some((code) => isCode(error, code))) return error
  return new PostgresStartError(`Ce compte n’a pas les droits qu’il faut sur ${dataDir} : ${error.message}`)
}

export function addressesOf(passwords: Passwords, port: number): { ownerUrl: string; appUrl: string } {
  const addressFor = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/qualeduc`
  return { ownerUrl: addressFor('qualeduc_owner', passwords.owner), appUrl: addressFor('qualeduc_app', passwords.app) }
}

function openDataDir(path: string): string {
  const dataDir = resolve(path)
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    throw new PostgresStartError(`Le dossier ${dataDir} ne peut pas être créé : ${error instanceof Error ? error.message : 'raison inconnue'}`)
  }
}

async function prepareFolder(
  programs: Programs,
  dataDir: string,
  { log, durable = true }: StartOptions,
): Promise<{ place: ServerPlace; passwords: Passwords }> {
  const cluster = join(dataDir, 'postgres')
  const draft = join(dataDir, 'postgres.new')
  const account = chooseAccount(cluster)
  const exists = hasCluster(cluster, programs.major)
  if (exists) {
    const found = await clearOrphans(cluster)
    if (found) log('postgres.recovered', { found })
    // A copy put back by root: PostgreSQL only works on a folder of its own account.
    if (account && statSync(cluster).uid !== account.uid) giveTo(account, cluster)
  } else {
    makeDraft(draft, account)
  }
  const launcher = prepareLauncher(programs, account, exists ? cluster : draft, join(dataDir, 'postgres-programs'))
  if (!exists) createCluster(launcher, cluster, draft)
  const passwords = ensurePasswords(join(dataDir, 'secrets.json'))
  setUpRoles(launcher, cluster, passwords)
  return { place: { launcher, cluster, logFile: join(dataDir, 'postgres.log'), durable }, passwords }
}

async function startOnFreePort(place: ServerPlace): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort()
    try {
      return { server: await startServer(place, port), port }
    } catch (error) {
      if (!(error instanceof RetryableStartError) || attempt === 5) throw error
      killLeftovers(place.cluster)
      await wait(200)
    }
  }
}
