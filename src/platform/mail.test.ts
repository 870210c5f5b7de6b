import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../test/fresh-database.ts'
import type { FreshSite } from '../../test/fresh-database.ts'
import { startMailServer } from '../../test/mail-server.ts'
import type { MailServer } from '../../test/mail-server.ts'
import { nobody, withScope } from './database.ts'
import { queueMail, sendMailJob, sendUntraced } from './mail.ts'

let server: MailServer
let site: FreshSite
before(async () => {
  server = await startMailServer()
  site = await freshSite({ MODE: 'production', BASE_URL: 'http://localhost:3000', SMTP_URL: server.url })
})
after(async () => {
  await site.stop()
  await server.stop()
})

const mailTo = (to: string) => ({ to, subject: 'Bonjour à tous', body: 'Une phrase, avec des accents : été.' })

async function queued(to: string): Promise<string> {
  await withScope(site.services.pool, nobody, (db) => queueMail(db, mailTo(to)))
  const { rows } = await sql<{ id: string }>`select id from mails where to_address = ${to}`.execute(site.owner)
  return rows[0]?.id ?? ''
}

const bodyOf = async (id: string): Promise<unknown> => (await sql<{ body: string }>`select body from mails where id = ${id}`.execute(site.owner)).rows[0]?.body

test('a mail arrives once, and its text is emptied once it has left', async () => {
  const id = await queued('famille@exemple.fr')
  const job = sendMailJob(site.services.config)
  for (let turn = 0; turn < 2; turn++) await job.run(site.services.pool, { mail: id })
  assert.equal(server.taken.length, 1)
  assert.match(server.taken[0] ?? '', /^To: famille@exemple\.fr/m)
  assert.match(server.taken[0] ?? '', /Content-Type: text\/plain; charset=utf-8/i)
  assert.equal(await bodyOf(id), '')
})

test('an address that the server refuses is told by its code alone, and nothing is lost', async () => {
  const id = await queued('refuse.lea@exemple.fr')
  const withoutAddress = (error: unknown): boolean => {
    assert.match(String(error), /550/)
    assert.doesNotMatch(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error), /lea|exemple/)
    return true
  }
  await assert.rejects(sendMailJob(site.services.config).run(site.services.pool, { mail: id }), withoutAddress)
  assert.notEqual(await bodyOf(id), '')
  const send = sendUntraced(site.services.config)
  await assert.rejects(
    withScope(site.services.pool, nobody, (db) => send(db, mailTo('refuse.lea@exemple.fr'))),
    withoutAddress,
  )
})
