import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** One person's answers on their way from the page to the store. */
export interface Ballot {
  partId: string
  schoolId: string
  /** The closed answers (record.ts). */
  record: Uint8Array
  /** What was written, by question code; only where the survey asks for words. */
  texts: Readonly<Record<string, string>>
}

/** Sealed ballots are as long as a multiple of this, so that a length tells nothing of what somebody wrote. */
const block = 512

/** AES-256-GCM under the survey's key; bound to the survey, so that a ballot cannot be moved into another. */
export function sealBallot(key: Uint8Array, surveyId: string, ballot: Ballot): Buffer {
  const texts = Buffer.from(JSON.stringify(ballot.texts))
  const head = Buffer.alloc(38)
  head.write(ballot.partId.replaceAll('-', ''), 0, 'hex')
  head.write(ballot.schoolId.replaceAll('-', ''), 16, 'hex')
  head.writeUInt16LE(ballot.record.length, 32)
  head.writeUInt32LE(texts.length, 34)
  const plain = Buffer.alloc(Math.ceil((head.length + ballot.record.length + texts.length) / block) * block)
  plain.set(head, 0)
  plain.set(ballot.record, head.length)
  plain.set(texts, head.length + ballot.record.length)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(surveyId))
  const sealed = cipher.update(plain)
  cipher.final()
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Throws if it was not sealed with this key for this survey. */
export function openBallot(key: Uint8Array, surveyId: string, sealed: Uint8Array): Ballot {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(surveyId))
  decipher.setAuthTag(sealed.subarray(12, 28))
  const plain = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  const [recordLength, textLength] = [plain.readUInt16LE(32), plain.readUInt32LE(34)]
  const textsAt = 38 + recordLength
  return {
    partId: uuidAt(plain, 0),
    schoolId: uuidAt(plain, 16),
    record: plain.subarray(38, textsAt),
    texts: readTexts(plain.toString('utf8', textsAt, textsAt + textLength)),
  }
}

const uuidAt = (bytes: Buffer, at: number): string => bytes.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

function readTexts(json: string): Record<string, string> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([code, text]) => [code, String(text)])) : {}
}
