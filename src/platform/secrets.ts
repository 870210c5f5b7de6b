import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Keys derived from one secret that the installation makes for itself, kept in the data folder (mode 0600). */
export interface Secrets {
  /** Keyed digest for a purpose, as base64url: form tokens, signed cookies. */
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
  encrypt(purpose: string, text: string): Buffer
  decrypt(purpose: string, sealed: Uint8Array): string
}

export async function loadSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'application.key')
  const existing = await readFile(path).catch(() => null)
  if (existing) return secretsOf(existing)
  const fresh = randomBytes(32)
  await writeFile(path, fresh, { mode: 0o600, flag: 'wx' })
  return secretsOf(fresh)
}

export function secretsOf(root: Uint8Array): Secrets {
  const keys = new Map<string, KeyObject>()
  const keyFor = (purpose: string): KeyObject => {
    let key = keys.get(purpose)
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `qualeduc ${purpose}`, 32)))
      keys.set(purpose, key)
    }
    return key
  }
  const sign = (purpose: string, text: string): string => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
  return {
    sign,
    verify: (purpose, text, signature) => {
      const expected = Buffer.from(sign(purpose, text))
      const given = Buffer.from(signature)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
    encrypt: (purpose, text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed])
    },
    decrypt: (purpose, sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

/** 256 random bits for a cookie or a mailed link. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Tokens are stored as this digest only. */
export const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer')
