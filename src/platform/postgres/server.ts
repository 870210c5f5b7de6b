import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lastLine } from './cluster.ts'
import type { Launcher } from './launcher.ts'
import { readIfPresent } from './lock.ts'
import { PostgresStartError } from './start-error.ts'

export interface ServerPlace {
  launcher: Launcher
  cluster: string
  logFile: string
  /** False only where losing the last changes does not matter, as in tests. */
  durable: boolean
}

export interface Server {
  process: ChildProcess
  pid: number
}

/** A start that another try may mend: the port was taken meanwhile, or the dead server's last processes are not all gone. */
export class RetryableStartError extends PostgresStartError {}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What a statement says may be somebody's answer: errors of statements stay out of the file.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  max_logical_replication_workers: '0',
}

/** Starts the server on this port and waits until it takes connections. */
export async function startServer({ launcher, cluster, logFile, durable }: ServerPlace, port: number): Promise<Server> {
  const certainty = durable ? 'on' : 'off'
  const all = { ...settings, fsync: certainty, synchronous_commit: certainty, full_page_writes: certainty }
  // PostgreSQL 18 would keep three more processes for reading, which a database of this size does not need.
  const chosen = Object.entries(launcher.programs.major >= 18 ? { ...all, io_method: 'sync' } : all)
  const said = rotateLog(logFile)
  const { file, args, options } = launcher.command(
    'postgres',
    ['-D', cluster, '-p', String(port), ...chosen.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    'INT',
  )
  const out = openSync(logFile, 'a', 0o600)
  // A group of its own: Ctrl-C in a terminal reaches us first, and we stop PostgreSQL after what still uses it.
  const child = spawn(file, args, { ...options, stdio: ['ignore', out, out], detached: true, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' } })
  closeSync(out)
  child.unref()
  await waitUntilReady(child, cluster, () => readFileSync(logFile, 'utf8').slice(said))
  return { process: child, pid: child.pid ?? 0 }
}

/** Starts a new log once this one is large; returns the length of what was there before. */
function rotateLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < 5_000_000) return readIfPresent(logFile)?.length ?? 0
  renameSync(logFile, `${logFile}.old`)
  return 0
}

// After a crash PostgreSQL first replays its journal, which may take a minute on a slow disk.
const longestStartMs = 180_000

async function waitUntilReady(child: ChildProcess, cluster: string, readLog: () => string): Promise<void> {
  const end: { code?: number | null; error?: Error } = {}
  child.once('error', (error) => (end.error = error))
  child.once('exit', (code) => (end.code = code))
  const limit = performance.now() + longestStartMs
  while (performance.now() < limit) {
    if (end.error) throw new PostgresStartError(`PostgreSQL n’a pas pu être lancé : ${end.error.message}`)
    if (end.code !== undefined) throw failureOf(readLog())
    const running = readPidFile(cluster)
    if (running?.pid === child.pid && running?.ready) return
    await wait(5)
  }
  child.kill('SIGQUIT')
  throw new PostgresStartError(`PostgreSQL n’est pas prêt après ${longestStartMs / 1000} secondes.`)
}

function failureOf(log: string): PostgresStartError {
  const fatal = log.split('\n').filter((line) => /FATAL|PANIC/.test(line))
  const reason = lastLine(fatal.join('\n')).replace(/^.*(FATAL|PANIC): +/, '') || lastLine(log)
  if (/No space left on device/.test(log))
    return new PostgresStartError('Le disque est plein : PostgreSQL ne peut pas démarrer. Libérez de la place, puis relancez.')
  const passing = /could not create any TCP\/IP sockets|still in use|lock file .* already exists/.test(log)
  return new (passing ? RetryableStartError : PostgresStartError)(`PostgreSQL n’a pas démarré : ${reason}`)
}

/** What the server says of itself in its folder; null if it is not running and was closed in order. */
export function readPidFile(cluster: string): { pid: number; port: number; ready: boolean } | null {
  const [pid, , , port, , , , status] = (readIfPresent(join(cluster, 'postmaster.pid')) ?? '').split('\n')
  return pid ? { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' } : null
}

/** Closes the server: at the end of running statements, then without ceremony (it then replays its journal at the next start). */
export async function stopServer({ process: child, pid }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const gone = new Promise<'gone'>((resolve) => child.once('exit', () => resolve('gone')))
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    sendSignal(pid, signal)
    const timer = new AbortController()
    const first = await Promise.race([gone, wait(patience, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const)])
    timer.abort()
    if (first === 'gone') return
  }
}

/** True if the process was there to get it. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
