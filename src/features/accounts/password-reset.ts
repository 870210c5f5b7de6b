import type { Config } from '../../config.ts'
import { recordActivity } from '../../platform/activity.ts'
import { applyScope, nobody, withScope } from '../../platform/database.ts'
import type { Db } from '../../platform/database.ts'
import { enqueueJob } from '../../platform/jobs.ts'
import type { Job } from '../../platform/jobs.ts'
import { queueMail } from '../../platform/mail.ts'
import { urls } from '../../urls.ts'
import { countLinksSince, createLink, findLinkHolder, useLink, voidLinks } from './access-links.ts'
import { resetMail } from './mails.ts'
import { hashPassword } from './passwords.ts'
import { resetMinutes, resetsPerLink } from './rules.ts'
import { deleteSessions } from './sessions.ts'
import { findSignIn, savePassword } from './store.ts'

const jobName = 'send_reset_link'

/** Asks for a link. Whether the address has an account is looked up later, by the job: the answer and its time are the same. */
export const requestReset = (db: Db, email: string, now: Date): Promise<void> => enqueueJob(db, jobName, { email, at: now.toISOString() })

/** Sends the link, if the address has an account. Run twice, it sends a second link at worst. */
export const resetLinkJob = (config: Config): Job => ({
  name: jobName,
  run: async (pool, payload) => {
    const email = String(payload['email'])
    const now = new Date(String(payload['at']))
    await withScope(pool, nobody, async (db) => {
      const account = await findSignIn(db, email)
      if (!account || account.deactivated) return
      await applyScope(db, { ...nobody, personId: account.personId })
      const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
      const since = new Date(now.getTime() - resetMinutes * 60_000)
      if ((await countLinksSince(db, account.personId, 'reset', since)) >= resetsPerLink) return
      const token = await createLink(db, { purpose: 'reset', personId: account.personId, now, expiresAt })
      await queueMail(db, { to: email, ...resetMail({ link: `${config.baseUrl}${urls.resetPassword({ token })}`, language: account.language }) })
    })
  },
})

/** Sets a new password by a mailed link: every session ends, every other link is void. False: the link no longer works. */
export async function resetPassword(db: Db, token: string, password: string, now: Date): Promise<boolean> {
  const holder = await findLinkHolder(db, token, 'reset', now)
  if (!holder) return false
  await applyScope(db, { ...nobody, personId: holder.personId })
  if (!(await useLink(db, token, now))) return false
  await savePassword(db, holder.personId, await hashPassword(password))
  await voidLinks(db, holder.personId, now)
  await deleteSessions(db, holder.personId)
  await recordActivity(db, { organisationId: null, actorId: holder.personId, kind: 'password.reset', subjectKind: 'person', subjectId: holder.personId })
  return true
}
