import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, lchownSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readIfPresent } from './lock.ts'
import type { Programs } from './programs.ts'
import { PostgresStartError } from './start-error.ts'

/** The account that PostgreSQL runs under when we are root, which it refuses to run as. */
export interface Account {
  uid: number
  gid: number
}

/** Runs PostgreSQL's programs under an account that may. */
export interface Launcher {
  programs: Programs
  account: Account | null
  command(program: string, args: string[], onParentDeath: DeathSignal): Command
}

/** The signal that a program gets if this process disappears (Linux only): INT asks PostgreSQL to close its files in order. */
export type DeathSignal = 'INT' | 'KILL'

export interface Command {
  file: string
  args: string[]
  options: { cwd: string; uid?: number; gid?: number }
}

/** Who PostgreSQL must run as, for a data folder that may already belong to somebody: null is ourselves. */
export function chooseAccount(cluster: string): Account | null {
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new PostgresStartError(`Le dossier ${cluster} appartient à un autre compte. Lancez Qualéduc avec ce compte, ou changez le propriétaire du dossier.`)
    }
    return null
  }
  if (process.platform !== 'linux') throw new PostgresStartError('PostgreSQL refuse de tourner en administrateur. Lancez Qualéduc avec un compte ordinaire.')
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const line = (readIfPresent('/etc/passwd') ?? '').split('\n').find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 }
}

/** Gives a folder and all that it holds to the account. */
export function giveTo(account: Account | null, path: string): void {
  if (!account) return
  chownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) lchownSync(join(path, entry), account.uid, account.gid)
}

/**
 * Finds out how the programs can be run on the folder `place`, which belongs to the account. When the account may not walk down to
 * the programs or to the folder (a checkout under /root), it is given the right to read anything; where the machine refuses that,
 * the programs are copied to `copyTo`.
 */
export function prepareLauncher(programs: Programs, account: Account | null, place: string, copyTo: string): Launcher {
  const hasSetpriv = spawnSync('setpriv', ['--pdeathsig', 'keep', 'true'], { stdio: 'ignore' }).status === 0
  if (!account) return makeLauncher(programs, null, hasSetpriv, [])
  const ways = [[], readAnything('dac_read_search'), readAnything('dac_override')].slice(0, hasSetpriv ? 3 : 1)
  for (const rights of ways) {
    const launcher = makeLauncher(programs, account, hasSetpriv, rights)
    if (works(launcher, place)) return launcher
  }
  const launcher = makeLauncher(copyPrograms(programs, account, copyTo), account, hasSetpriv, [])
  if (works(launcher, place)) return launcher
  rmSync(launcher.programs.home, { recursive: true, force: true })
  throw new PostgresStartError(
    `PostgreSQL tourne avec le compte numéro ${account.uid}, qui ne peut pas entrer dans ${place}. Choisissez avec DATA_DIR un dossier ouvert à ce compte, ou lancez Qualéduc avec un compte ordinaire.`,
  )
}

// PostgreSQL checks its own files with access(), which drops such rights unless no_setuid_fixup is set.
const readAnything = (right: string) => [`--inh-caps=+${right}`, `--ambient-caps=+${right}`, '--securebits', '+no_setuid_fixup']

function makeLauncher(programs: Programs, account: Account | null, hasSetpriv: boolean, rights: string[]): Launcher {
  const command: Launcher['command'] = (program, args, onParentDeath) => {
    const file = join(programs.bin, program)
    if (!hasSetpriv) return { file, args, options: { cwd: '/', ...account } }
    const as = account ? ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups', ...rights] : []
    return { file: 'setpriv', args: ['--pdeathsig', onParentDeath, ...as, '--', file, ...args], options: { cwd: '/' } }
  }
  return { programs, account, command }
}

// Asks PostgreSQL for a setting, which makes it look up its own files and the folder, and nothing more.
function works(launcher: Launcher, place: string): boolean {
  const { file, args, options } = launcher.command('postgres', ['-C', 'port', '--config-file=/dev/null', '-D', place], 'KILL')
  return spawnSync(file, args, { ...options, stdio: 'ignore' }).status === 0
}

function copyPrograms(programs: Programs, account: Account, copyTo: string): Programs {
  const home = `${copyTo}-${programs.version}`
  if (!existsSync(home)) {
    const draft = `${home}.new`
    rmSync(draft, { recursive: true, force: true })
    cpSync(programs.home, draft, { recursive: true, verbatimSymlinks: true })
    giveTo(account, draft)
    renameSync(draft, home)
  }
  return { ...programs, home, bin: join(home, 'bin') }
}
