import { hashPassword } from '../src/features/accounts/passwords.ts'
import { codeOfStep, stepAt } from '../src/features/accounts/second-factor.ts'
import type { AccountTables } from '../src/features/accounts/tables.ts'
import type { FreshSite } from './fresh-database.ts'
import type { Person } from './make.ts'
import type { Browser } from './browser.ts'

export const password = 'cerf volant tuba moutarde'

let hashed: Promise<string> | null = null

/** Gives the person the password above. */
export async function givePassword(site: FreshSite, person: Person): Promise<void> {
  hashed ??= hashPassword(password)
  await site.owner
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ password_hash: await hashed })
    .where('id', '=', person.id)
    .execute()
}

/** A right secret for the person's telephone, confirmed. */
export async function giveSecondFactor(site: FreshSite, person: Person, base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'): Promise<string> {
  const sealed = site.services.secrets.encrypt('second factor', base32)
  await site.owner
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ totp_secret: sealed, totp_confirmed_at: new Date(), totp_last_step: null })
    .where('id', '=', person.id)
    .execute()
  return base32
}

export const codeAt = (base32: string, now: Date): string => codeOfStep(base32, stepAt(now))

/** Signs in through the page. */
export async function signInWith(visitor: Browser, person: Person, typed = password): Promise<void> {
  await visitor.open('/connexion')
  await visitor.send('/connexion', { email: person.email, password: typed })
}

interface Letter {
  to_address: string
  subject: string
  body: string
}

type MailTables = { mails: Letter & { created_at: Date } }

/** Mails to an address, latest first. */
export const mailsTo = (site: FreshSite, address: string): Promise<Letter[]> =>
  site.owner
    .withTables<MailTables>()
    .selectFrom('mails')
    .select(['to_address', 'subject', 'body'])
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .execute()

/** The path of the link that a mail holds. */
export function linkOf(mail: Letter | undefined): string {
  const found = mail?.body.match(/https?:\/\/\S+/)?.[0]
  if (!found) throw new Error('the mail holds no link')
  return new URL(found).pathname
}
