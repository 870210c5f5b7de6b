import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** One person's answers on their way from the page to the release. */
export interface Ballot {
  partId: string
  schoolId: string
  /** The closed answers (record.ts). */
  record: Uint8Array
  /** What was written, by question code; only where the survey asks for words. */
  texts: Readonly<Record<string, string>>
}

/** What is sealed is as long as a multiple of this, so that a length tells next to nothing of what somebody wrote. */
const block = 512

/** AES-256-GCM under the survey's key; bound to the survey, so that a ballot cannot be moved into another. */
export const sealBallot = (key: Uint8Array, surveyId: string, ballot: Ballot): Buffer => seal(key, surveyId, writeBallot(ballot))

/** Throws if it was not sealed with this key for this survey. */
export const openBallot = (key: Uint8Array, surveyId: string, sealed: Uint8Array): Ballot => readBallot(open(key, surveyId, sealed), 0).ballot

/** Many ballots sealed as one, in the order given; of each, nothing can be told from outside. */
export function sealBundle(key: Uint8Array, surveyId: string, ballots: readonly Ballot[]): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32LE(ballots.length)
  return seal(key, bundleOf(surveyId), Buffer.concat([count, ...ballots.map(writeBallot)]))
}

/** Throws if it was not sealed as a bundle with this key for this survey. */
export function openBundle(key: Uint8Array, surveyId: string, sealed: Uint8Array): Ballot[] {
  const plain = open(key, bundleOf(surveyId), sealed)
  const ballots: Ballot[] = []
  let at = 4
  for (let left = plain.readUInt32LE(0); left > 0; left--) {
    const { ballot, end } = readBallot(plain, at)
    ballots.push(ballot)
    at = end
  }
  return ballots
}

const bundleOf = (surveyId: string): string => `bundle of ${surveyId}`

const [ivLength, tagLength] = [12, 16]

function seal(key: Uint8Array, boundTo: string, content: Uint8Array): Buffer {
  const plain = Buffer.alloc(Math.ceil(content.length / block) * block)
  plain.set(content, 0)
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(boundTo))
  const sealed = cipher.update(plain)
  cipher.final()
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

function open(key: Uint8Array, boundTo: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
}

// A ballot in bytes: part (16), school (16), length of the record (2), length of the texts (4), the record, the texts as JSON.
const headLength = 38

function writeBallot(ballot: Ballot): Buffer {
  const texts = Buffer.from(JSON.stringify(ballot.texts))
  const head = Buffer.alloc(headLength)
  head.write(ballot.partId.replaceAll('-', ''), 0, 'hex')
  head.write(ballot.schoolId.replaceAll('-', ''), 16, 'hex')
  head.writeUInt16LE(ballot.record.length, 32)
  head.writeUInt32LE(texts.length, 34)
  return Buffer.concat([head, ballot.record, texts])
}

function readBallot(plain: Buffer, at: number): { ballot: Ballot; end: number } {
  const textsAt = at + headLength + plain.readUInt16LE(at + 32)
  const end = textsAt + plain.readUInt32LE(at + 34)
  const ballot = {
    partId: uuidAt(plain, at),
    schoolId: uuidAt(plain, at + 16),
    record: plain.subarray(at + headLength, textsAt),
    texts: readTexts(plain.toString('utf8', textsAt, end)),
  }
  return { ballot, end }
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function readTexts(json: string): Record<string, string> {
  if (json === '{}') return {}
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([code, text]) => [code, String(text)])) : {}
}
