import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import type { Secrets } from '../../platform/secrets.ts'
import type { Caller } from '../../platform/session.ts'
import { mustKeepSecondFactor } from './rules.ts'
import { newRecoveryCodes, readCode, recoveryDigest, stepOfCode } from './second-factor.ts'
import { savePassedSecondFactor } from './sessions.ts'
import type { AccountTables } from './tables.ts'

const sealPurpose = 'second factor'

export interface StoredFactor {
  base32: string
  lastStep: number | null
}

/** The confirmed secret of one's own account. */
export async function findFactor(db: Db, secrets: Secrets, personId: string): Promise<StoredFactor | null> {
  const row = await db
    .withTables<AccountTables>()
    .selectFrom('persons')
    .select(['totp_secret', 'totp_last_step'])
    .where('id', '=', personId)
    .where('totp_confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.totp_secret ? { base32: secrets.decrypt(sealPurpose, row.totp_secret), lastStep: row.totp_last_step } : null
}

/**
 * Turns the second factor on (or moves it to another telephone) after a first right code; this session has then passed it. A session
 * that has not passed the factor in force may not replace it. Returns the recovery codes, shown once.
 */
export async function confirmFactor(
  db: Db,
  secrets: Secrets,
  caller: Caller,
  setUp: { base32: string; code: string; now: Date },
): Promise<{ codes: string[] } | { refused: 'wrong-code' | 'not-passed' }> {
  if (caller.hasSecondFactor && !caller.secondFactorPassed) return { refused: 'not-passed' }
  const step = stepOfCode(setUp.base32, setUp.code, setUp.now)
  if (step === null) return { refused: 'wrong-code' }
  await db
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ totp_secret: secrets.encrypt(sealPurpose, setUp.base32), totp_confirmed_at: setUp.now, totp_last_step: step })
    .where('id', '=', caller.personId)
    .execute()
  await savePassedSecondFactor(db, caller.sessionId, setUp.now)
  await recordOwn(db, caller, 'second_factor.on')
  return { codes: await replaceRecoveryCodes(db, secrets, caller.personId) }
}

/** Passes the second factor with a code of the telephone, accepted once, or with a recovery code, used up. */
export async function passFactor(db: Db, secrets: Secrets, caller: Caller, typed: string, now: Date): Promise<boolean> {
  const read = readCode(typed)
  if (!read) return false
  const accepted =
    read.kind === 'telephone'
      ? await takeStep(db, secrets, caller.personId, read.code, now)
      : await takeRecoveryCode(db, secrets, caller.personId, read.code, now)
  if (!accepted) return false
  await savePassedSecondFactor(db, caller.sessionId, now)
  await recordOwn(db, caller, read.kind === 'telephone' ? 'second_factor.passed' : 'second_factor.recovered')
  return true
}

// One statement, so that the same code sent twice in the same instant passes once.
async function takeStep(db: Db, secrets: Secrets, personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await findFactor(db, secrets, personId)
  const step = factor && stepOfCode(factor.base32, code, now)
  if (!step) return false
  const result = await db
    .withTables<AccountTables>()
    .updateTable('persons')
    .set({ totp_last_step: step })
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

async function takeRecoveryCode(db: Db, secrets: Secrets, personId: string, code: string, now: Date): Promise<boolean> {
  const result = await db
    .withTables<AccountTables>()
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', recoveryDigest(secrets, personId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ten new codes; those before no longer work. */
export async function replaceRecoveryCodes(db: Db, secrets: Secrets, personId: string): Promise<string[]> {
  const tables = db.withTables<AccountTables>()
  const codes = newRecoveryCodes()
  await tables.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await tables
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ person_id: personId, code_hash: recoveryDigest(secrets, personId, code), used_at: null })))
    .execute()
  return codes
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const rows = await db
    .withTables<AccountTables>()
    .selectFrom('recovery_codes')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
  return rows.length
}

/** Turns the second factor off, unless one of the person's roles asks for it. */
export async function removeFactor(db: Db, caller: Caller): Promise<{ removed: true } | { refused: 'needed-by-role' }> {
  if (mustKeepSecondFactor(caller)) return { refused: 'needed-by-role' }
  const tables = db.withTables<AccountTables>()
  await tables.updateTable('persons').set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null }).where('id', '=', caller.personId).execute()
  await tables.deleteFrom('recovery_codes').where('person_id', '=', caller.personId).execute()
  await recordOwn(db, caller, 'second_factor.off')
  return { removed: true }
}

export const recordOwn = (db: Db, caller: { personId: string }, kind: string): Promise<void> =>
  recordActivity(db, { organisationId: null, actorId: caller.personId, kind, subjectKind: 'person', subjectId: caller.personId })
