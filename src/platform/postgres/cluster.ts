import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, Launcher } from './launcher.ts'
import { readIfPresent } from './lock.ts'
import { PostgresStartError } from './start-error.ts'

export interface Passwords {
  owner: string
  app: string
}

/** The passwords of the two roles, made at the first start. Other things kept in the file are left alone. */
export function ensurePasswords(path: string): Passwords {
  const known = readPasswords(path)
  if (known) return known
  const postgres = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...readSecrets(path), postgres }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return postgres
}

export function readPasswords(path: string): Passwords | null {
  const secrets = readSecrets(path)
  return 'postgres' in secrets ? parsePasswords(secrets.postgres) : null
}

function readSecrets(path: string): object {
  const text = readIfPresent(path)
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    throw new PostgresStartError(
      `Le fichier ${path} est abîmé. Rétablissez-le depuis une sauvegarde, ou supprimez-le : de nouveaux mots de passe seront faits.`,
    )
  }
}

function parsePasswords(value: unknown): Passwords | null {
  if (typeof value !== 'object' || value === null || !('owner' in value) || !('app' in value)) return null
  return typeof value.owner === 'string' && typeof value.app === 'string' ? { owner: value.owner, app: value.app } : null
}

/**
 * Makes the folder of databases if there is none: in a folder beside it, renamed when whole, so that a first start cut short leaves
 * nothing half made. The default order of texts never changes with a library (builtin C.UTF-8); French order is "fr-x-icu".
 */
export function createCluster(launcher: Launcher, cluster: string, draft: string): void {
  const { major } = launcher.programs
  const locale = major === 15 ? ['--locale=C.UTF-8'] : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=qualeduc_setup', '--auth-local=reject', '--auth-host=reject']
  const made = run(launcher, 'initdb', ['-D', draft, '--encoding=UTF8', ...locale, ...access, '--no-instructions'])
  if (!made.ok) throw new PostgresStartError(`La base de données n’a pas pu être créée dans ${cluster} : ${lastLine(made.said)}`)
  renameSync(draft, cluster)
}

/** An empty folder of the account, in which createCluster can work. */
export function makeDraft(draft: string, account: Account | null): void {
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
}

/** Is there a folder of databases of this version? Throws a PostgresStartError if there is something else. */
export function hasCluster(cluster: string, major: number): boolean {
  const found = readIfPresent(join(cluster, 'PG_VERSION'))?.trim()
  if (found === String(major)) return true
  if (found) throw new PostgresStartError(`Les données de ${cluster} ont été écrites par PostgreSQL ${found} ; il faut ici PostgreSQL ${major}.`)
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new PostgresStartError(`Le dossier ${cluster} contient autre chose qu’une base de données. Choisissez un autre dossier avec DATA_DIR.`)
  }
  return false
}

// Nobody can sign in as the superuser: what needs it is done here, while the server is not running.
const accessRules = `host all qualeduc_owner 127.0.0.1/32 scram-sha-256
host all qualeduc_app 127.0.0.1/32 scram-sha-256
`

/** Makes the roles and the database, or brings them to what this version expects. Does nothing if that has been done. */
export function setUpRoles(launcher: Launcher, cluster: string, passwords: Passwords): void {
  writeOwned(join(cluster, 'pg_hba.conf'), accessRules, launcher.account)
  const statements = [
    ...roleStatements('qualeduc_owner', 'CREATEDB', passwords.owner),
    ...roleStatements('qualeduc_app', 'NOCREATEDB', passwords.app),
    // Mixes sealed ballots and reads nothing else: the owner acts as it, and as it alone does that work.
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'qualeduc_mixer') THEN CREATE ROLE qualeduc_mixer NOLOGIN; END IF; END $$`,
    'GRANT qualeduc_mixer TO qualeduc_owner',
    'CREATE DATABASE qualeduc OWNER qualeduc_owner',
    `SELECT 'found ' || datname AS found FROM pg_database WHERE datname = 'qualeduc'`,
  ]
  const mark = join(cluster, 'qualeduc.set-up')
  const expected = createHash('sha256').update(statements.join('\n')).digest('hex')
  if (readIfPresent(mark)?.trim() === expected) return
  const done = run(launcher, 'postgres', ['--single', '-D', cluster, 'postgres'], `${statements.join('\n')}\n`)
  if (!done.said.includes('found qualeduc')) {
    // Its other lines may quote the passwords.
    const fatal = done.said.split('\n').filter((line) => /FATAL|PANIC/.test(line))
    throw new PostgresStartError(`Les comptes de la base de données n’ont pas pu être créés. ${lastLine(fatal.join('\n'))}`)
  }
  writeOwned(mark, `${expected}\n`, launcher.account)
}

function roleStatements(role: string, right: string, password: string): string[] {
  return [
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF; END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS ${right} PASSWORD '${password}'`,
  ]
}

function writeOwned(path: string, text: string, account: Account | null): void {
  if (readIfPresent(path) === text) return
  writeFileSync(path, text)
  chmodSync(path, 0o600)
  if (account) chownSync(path, account.uid, account.gid)
}

function run(launcher: Launcher, program: string, args: string[], input = ''): { ok: boolean; said: string } {
  const { file, args: all, options } = launcher.command(program, args, 'KILL')
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
  const { status, stdout, stderr, error } = spawnSync(file, all, { ...options, env, input, encoding: 'utf8' })
  return { ok: status === 0, said: error ? error.message : `${stdout}\n${stderr}` }
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''
