import { execFileSync } from 'node:child_process'
import { readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beginningOf, readIfPresent } from './lock.ts'
import { readPidFile, sendSignal } from './server.ts'
import { PostgresStartError } from './start-error.ts'

/**
 * Makes a folder free whose server outlived the process that started it, or died without closing. To be called with our lock held.
 * Returns what was found, or null if the folder was closed in order.
 */
export async function clearOrphans(cluster: string): Promise<'stopped' | 'crashed' | null> {
  const left = readPidFile(cluster)
  if (!left) return null
  const isOurs = isServerOf(left.pid, cluster)
  if (isOurs) await stopOrphan(left.pid, cluster)
  if (!readPidFile(cluster)) return 'stopped'
  killLeftovers(cluster)
  // Another program may have this number after a restart of the machine, and PostgreSQL would take it for a server.
  if (sendSignal(left.pid, 0)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return 'crashed'
}

async function stopOrphan(pid: number, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    sendSignal(pid, signal)
    const limit = performance.now() + patience
    while (performance.now() < limit) {
      if (!isServerOf(pid, cluster)) return
      await wait(10)
    }
  }
  throw new PostgresStartError(`Un PostgreSQL resté sur ${cluster} (processus ${pid}) ne s’arrête pas. Arrêtez-le, puis relancez.`)
}

/** Is this process the PostgreSQL that runs on this folder? */
export function isServerOf(pid: number, cluster: string): boolean {
  if (beginningOf(pid) === null) return false
  return commandLineOf(pid).includes(`-D ${cluster} `)
}

function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return (readIfPresent(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ')
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/**
 * Ends the processes of a server whose first process was killed: they keep its memory, and the next server refuses to start. They
 * are known by their working folder. Their unfinished work is undone by the journal.
 */
export function killLeftovers(cluster: string): void {
  if (process.platform !== 'linux') return
  for (const entry of readdirSync('/proc')) {
    if (/^\d+$/.test(entry) && workingFolderOf(entry) === cluster && commandLineOf(Number(entry)).startsWith('postgres')) sendSignal(Number(entry), 'SIGKILL')
  }
}

// Other accounts' processes do not tell theirs, and they are not ours to end.
function workingFolderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}
