import type { Db } from '../../platform/database.ts'
import { recordActivity } from '../../platform/activity.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Caller } from '../../platform/session.ts'
import { passwordChangedMail } from './mails.ts'
import { passwordProblem } from './password-rules.ts'
import type { PasswordProblem } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { recordOwn } from './second-factor-commands.ts'
import { deleteSessions } from './sessions.ts'
import { findSignIn, savePassword } from './store.ts'
import type { AccountTables } from './tables.ts'

/** Whether this is the caller's present password. */
export async function isOwnPassword(db: Db, caller: Caller, password: string): Promise<boolean> {
  const account = await findSignIn(db, caller.email)
  return isPassword(account?.passwordHash ?? null, password)
}

/** Changes the caller's password, once the present one was checked; her other sessions end, and a mail tells her. */
export async function changePassword(
  db: Db,
  caller: Caller,
  change: { fresh: string; site: string },
): Promise<{ changed: true } | { refused: PasswordProblem }> {
  const problem = passwordProblem(change.fresh, { name: caller.name, email: caller.email, site: change.site })
  if (problem) return { refused: problem }
  await savePassword(db, caller.personId, await hashPassword(change.fresh))
  await deleteSessions(db, caller.personId, caller.sessionId)
  await recordOwn(db, caller, 'password.changed')
  await queueMail(db, { to: caller.email, ...passwordChangedMail(caller.language) })
  return { changed: true }
}

/** The operator closes an account (or opens it again): sign-in and sessions end at the next request. */
export async function setDeactivated(db: Db, change: { personId: string; actor: Caller; deactivated: boolean; now: Date }): Promise<void> {
  const { personId, actor, deactivated, now } = change
  await db
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ deactivated_at: deactivated ? now : null })
    .where('id', '=', personId)
    .execute()
  if (deactivated) await deleteSessions(db, personId)
  await recordActivity(db, {
    organisationId: null,
    actorId: actor.personId,
    kind: deactivated ? 'account.closed' : 'account.opened',
    subjectKind: 'person',
    subjectId: personId,
  })
}

/** For somebody who has lost both telephone and codes: the operator, having made sure who asks, removes the second factor. */
export async function forgetSecondFactor(db: Db, change: { personId: string; actor: Caller }): Promise<void> {
  await db
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', change.personId)
    .execute()
  await deleteSessions(db, change.personId)
  await recordActivity(db, {
    organisationId: null,
    actorId: change.actor.personId,
    kind: 'second_factor.forgotten',
    subjectKind: 'person',
    subjectId: change.personId,
  })
}
