import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
