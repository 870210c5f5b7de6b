import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Generated } from 'kysely'
import nodemailer from 'nodemailer'
import type { SendMailOptions, Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Db, Pool } from './database.ts'
import { enqueueJob } from './jobs.ts'
import { isMailPaused } from './mail-pause.ts'
import type { Job } from './jobs.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text; its links are the only ones. */
  body: string
}

type MailTables = {
  mails: { id: string; created_at: Generated<Date>; sent_at: Date | null; to_address: string; subject: string; body: string }
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim()

/** Puts a mail on its way in the caller's transaction: it leaves only if the change is kept. */
export async function queueMail(db: Db, mail: Mail): Promise<void> {
  const id = randomUUID()
  await db
    .withTables<MailTables>()
    .insertInto('mails')
    .values({ id, to_address: oneLine(mail.to), subject: oneLine(mail.subject), body: mail.body, sent_at: null })
    .execute()
  await enqueueJob(db, 'send_mail', { mail: id })
}

/** The job that sends. Without an SMTP server (demo) the mail is kept and shown on a page; otherwise its text is emptied once sent. */
export function sendMailJob(config: Config): Job {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null
  return {
    name: 'send_mail',
    run: async (pool: Pool, payload) => {
      if (isMailPaused(config.dataDir)) return
      const mails = pool.withTables<MailTables>()
      const id = String(payload['mail'])
      const mail = await mails.selectFrom('mails').selectAll().where('id', '=', id).where('sent_at', 'is', null).executeTakeFirst()
      if (!mail) return
      if (transport) await sendBy(transport, { from: config.mailFrom, to: mail.to_address, subject: mail.subject, text: mail.body })
      await mails
        .updateTable('mails')
        .set({ sent_at: sql`now()`, ...(transport ? { body: '' } : {}) })
        .where('id', '=', id)
        .execute()
    },
  }
}

/**
 * Sends at once and keeps no trace: for mails whose very list would tell something, such as who has not answered yet. Throws while mail is paused, so
 * that its job comes again. Without an SMTP server (demo) it is kept like the others and shown on their page.
 */
export function sendUntraced(config: Config): (db: Db, mail: Mail) => Promise<void> {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null
  return async (db, mail) => {
    if (isMailPaused(config.dataDir)) throw new Error('mail is paused')
    if (transport) await sendBy(transport, { from: config.mailFrom, to: oneLine(mail.to), subject: oneLine(mail.subject), text: mail.body })
    else await queueMail(db, mail)
  }
}

/** A server's refusal quotes the address: only its code is passed on, to the log and to the queue of jobs. */
async function sendBy(transport: Transporter, mail: SendMailOptions): Promise<void> {
  try {
    await transport.sendMail(mail)
  } catch (error) {
    const told: unknown[] = typeof error === 'object' && error !== null ? ['code', 'responseCode'].map((name) => Reflect.get(error, name)) : []
    throw new Error(`the mail server did not take a mail (${told.filter(Boolean).join(' ') || 'no code'})`)
  }
}

/** Puts every mail that has not left back on its way: after a pause. Returns how many. */
export async function requeueMails(db: Db): Promise<number> {
  const waiting = await db.withTables<MailTables>().selectFrom('mails').select('id').where('sent_at', 'is', null).execute()
  for (const mail of waiting) await enqueueJob(db, 'send_mail', { mail: mail.id })
  return waiting.length
}

export interface KeptMail {
  id: string
  at: Date
  to: string
  subject: string
  body: string
}

/** The latest mails, newest first; for the demo's page only. */
export async function listKeptMails(db: Db): Promise<KeptMail[]> {
  const rows = await db.withTables<MailTables>().selectFrom('mails').selectAll().orderBy('created_at', 'desc').limit(50).execute()
  return rows.map((row) => ({ id: row.id, at: row.created_at, to: row.to_address, subject: row.subject, body: row.body }))
}
