import { createHmac, hash } from 'node:crypto'
import type { Secrets } from '../../../platform/secrets.ts'

/** No letter or digit that looks like another: no 0, 1, I, L, O. 31 signs. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** 12 signs of 31: 59 bits. */
const length = 12
const space = BigInt(alphabet.length) ** BigInt(length)

/**
 * The code of one invitation, session or link: made from the survey's key and the row's id, so that it can be printed or mailed again, and is
 * kept nowhere. Once the key is destroyed nobody can make it again.
 */
export function codeOf(surveyKey: Uint8Array, id: string): string {
  let rest = BigInt(`0x${createHmac('sha256', surveyKey).update(`code ${id}`).digest('hex')}`) % space
  let code = ''
  for (let place = 0; place < length; place++) {
    code += alphabet[Number(rest % BigInt(alphabet.length))]
    rest /= BigInt(alphabet.length)
  }
  return code
}

/** As it is read aloud and typed: three groups of four. */
export const formatCode = (code: string): string => (code.match(/.{4}/g) ?? [code]).join('-')

/** A code as people type it: spaces, hyphens and small letters do not matter; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\-–_.]/g, '')
  return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : null
}

/** What is kept of a code: who has the whole database cannot try codes against it without the installation's key. */
export const digestOfCode = (secrets: Secrets, code: string): Buffer => Buffer.from(secrets.sign('survey code', code), 'base64url').subarray(0, 16)

/** What is kept of a page that was opened with a code that stands for nobody. `ticket`: in hexadecimal, from that page. */
export const digestOfTicket = (codeDigest: Uint8Array, ticket: string): Buffer =>
  hash('sha256', Buffer.concat([codeDigest, Buffer.from(ticket, 'hex')]), 'buffer').subarray(0, 16)
