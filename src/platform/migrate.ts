import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { runMigrations } from 'graphile-worker'

const folder = new URL('../../migrations/', import.meta.url).pathname

export class MigrationError extends Error {}

/**
 * Brings the database to the present version, as its owner: our plain SQL files in order, each in its own transaction, then the
 * queue's own tables. Returns the names of the files applied. A file that changed after it was applied is a MigrationError.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [server] = await client`select current_setting('server_version_num')::int as number`
    if (server && server['number'] < 150000) throw new MigrationError('Il faut PostgreSQL 15 ou plus récent.')
    for (const role of ['qualeduc_app', 'qualeduc_mixer']) await ensureRole(client, role)
    await client`create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
    const applied = new Map((await client`select name, sha256 from migrations`).map((row) => [row['name'], row['sha256']]))
    const fresh: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const known = applied.get(name)
      if (known === sha256) continue
      if (known) throw new MigrationError(`La migration ${name} a changé depuis qu’elle a été appliquée. Rétablissez le fichier d’origine.`)
      await client.begin(async (transaction) => {
        await transaction`select pg_advisory_xact_lock(20261121)`
        await transaction.unsafe(text)
        await transaction`insert into migrations (name, sha256) values (${name}, ${sha256})`
      })
      fresh.push(name)
    }
    if (fresh.length > 0) await runMigrations({ connectionString: ownerUrl })
    return fresh
  } finally {
    await client.end()
  }
}

// On an external server one account may be both owner and application: it then acts as each of these roles by `set role`.
async function ensureRole(client: postgres.Sql, name: string): Promise<void> {
  const [role] = await client`select 1 from pg_roles where rolname = ${name}`
  if (!role) await client.unsafe(`create role ${name} nologin`)
  const [member] =
    await client`select pg_has_role(current_user, ${name}, 'member') as yes, rolcreaterole or rolsuper as may_grant from pg_roles where rolname = current_user`
  if (member && !member['yes'] && member['may_grant']) await client.unsafe(`grant ${name} to current_user`)
}
