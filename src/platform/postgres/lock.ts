import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { PostgresStartError } from './start-error.ts'

export interface Lock {
  release(): void
}

/**
 * Takes the folder's lock for this process. A number of process is used again after a restart of the machine, so the lock also holds
 * the moment at which its process began. Throws PostgresStartError if the holder is alive.
 */
export function acquireLock(path: string, folder: string): Lock {
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) })
  for (let attempt = 0; attempt < 5; attempt++) {
    if (createWhole(path, mine)) return { release: () => removeIf(path, mine) }
    const held = readIfPresent(path)
    if (held === null) continue
    const holder = parseHolder(held)
    if (holder && beginningOf(holder.pid) === holder.began) throw alreadyRunning(folder, holder.pid)
    removeIf(path, held)
  }
  throw new PostgresStartError(`Le verrou ${path} ne peut pas être pris. Vérifiez que ce dossier est accessible en écriture.`)
}

const alreadyRunning = (folder: string, pid: number) =>
  new PostgresStartError(
    `Qualéduc est déjà lancé sur le dossier ${folder} (processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier avec DATA_DIR.`,
  )

// A link appears with its whole content or not at all, so nobody reads a lock half written.
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

// Two processes may find the same dead lock at once: what was moved away is checked, and given back if it was somebody's new lock.
function removeIf(path: string, expected: string): void {
  const aside = `${path}.${process.pid}.old`
  try {
    if (readIfPresent(path) !== expected) return
    renameSync(path, aside)
    if (readIfPresent(aside) !== expected) linkSync(aside, path)
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function parseHolder(text: string): { pid: number; began: string } | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('began' in value)) return null
    return typeof value.pid === 'number' && typeof value.began === 'string' ? { pid: value.pid, began: value.began } : null
  } catch {
    return null
  }
}

/** When a process began, in words that only serve to compare; null if there is no such process. */
export function beginningOf(pid: number): string | null {
  if (process.platform !== 'linux') return beginningFromPs(pid)
  const stat = readIfPresent(`/proc/${pid}/stat`)
  if (stat === null) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return null
  return `${readIfPresent('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`
}

function beginningFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}

/** The file's text, or null if there is no such file (or no such process, under /proc). */
export function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH') || isCode(error, 'ENOTDIR')) return null
    throw error
  }
}

export const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
