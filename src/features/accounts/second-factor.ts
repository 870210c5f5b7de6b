import { randomBytes } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'
import type { Secrets } from '../../platform/secrets.ts'

/** RFC 6238, as every authenticator application reads it: SHA-1, 6 digits, 30 seconds. */
const period = 30
const digits = 6

/** A code is accepted one step before and after its own: clocks differ, and typing takes time. */
export const stepsAround = 1

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that the square to be photographed holds. */
export const otpauthAddress = (base32: string, email: string): string =>
  new TOTP({ issuer: 'Qualéduc', label: email, secret: Secret.fromBase32(base32), period, digits }).toString()

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period)

/** The step to which the code belongs, or null. Whether the step was already used is the account's to say. */
export function stepOfCode(base32: string, code: string, now: Date): number | null {
  const present = stepAt(now)
  const delta = HOTP.validate({ token: code, secret: Secret.fromBase32(base32), digits, counter: present, window: stepsAround })
  return delta === null ? null : present + delta
}

/** The code of a step: shown by the demonstration, which has no telephone. */
export const codeOfStep = (base32: string, step: number): string => HOTP.generate({ secret: Secret.fromBase32(base32), digits, counter: step })

/** What was typed, without the spaces that telephones show; null when it is not made like a code. */
export function readCode(text: string): { kind: 'telephone' | 'recovery'; code: string } | null {
  const plain = text.toLowerCase().replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'telephone', code: plain }
  return new RegExp(`^[${alphabet}]{${recoveryLength}}$`).test(plain) ? { kind: 'recovery', code: plain } : null
}

export const recoveryCount = 10
const recoveryLength = 12
// Without 0, 1, i, l, o and u: nothing that is read wrongly on paper.
const alphabet = '23456789abcdefghjkmnpqrstvwxyz'

/** Ten codes for the day the telephone is lost, as they are shown: « abcd-efgh-jkmn » (59 bits each). */
export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCount }, newRecoveryCode)

function newRecoveryCode(): string {
  let code = ''
  while (code.length < recoveryLength) {
    // Bytes beyond the last whole alphabet are thrown away, so that every sign is as likely.
    for (const byte of randomBytes(16)) if (byte < 240 && code.length < recoveryLength) code += alphabet[byte % alphabet.length]
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A stolen database does not say the codes: the digest is keyed with the installation's own key. */
export const recoveryDigest = (secrets: Secrets, personId: string, code: string): Buffer =>
  Buffer.from(secrets.sign('recovery code', `${personId} ${code.toLowerCase().replace(/[\s-]/g, '')}`), 'base64url')

/** The secret travels in the page, sealed for this person, until the first right code: looking at the page writes nothing. */
export const sealSecret = (secrets: Secrets, personId: string, base32: string): string =>
  secrets.encrypt('second factor set-up', `${personId} ${base32}`).toString('base64url')

export function openSecret(secrets: Secrets, personId: string, sealed: string): string | null {
  try {
    const [owner, base32] = secrets.decrypt('second factor set-up', Buffer.from(sealed, 'base64url')).split(' ')
    return owner === personId && base32 ? base32 : null
  } catch {
    return null
  }
}
