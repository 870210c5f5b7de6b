import type { Services } from '../../../platform/web/route.ts'
import { ballotDoor } from '../ballots/accept.ts'
import type { Outcome } from '../ballots/accept.ts'
import { findSurveyKey } from '../ballots/keys.ts'
import { encodeRecord } from '../ballots/record.ts'
import { sealBallot } from '../ballots/seal.ts'
import type { ReadAnswers } from './read-answers.ts'
import { groupPlaces } from './part-view.ts'
import type { PartView } from './part-view.ts'

const doors = new WeakMap<Services['pool'], ReturnType<typeof ballotDoor>>()

function doorOf({ pool }: Services): ReturnType<typeof ballotDoor> {
  const door = doors.get(pool) ?? ballotDoor(pool)
  doors.set(pool, door)
  return door
}

/** Through what somebody came in: the digest of a code, and for a code that stands for nobody the digest of the page that was opened. */
interface Entrance {
  digest: Uint8Array
  ticket: Uint8Array | null
  groups: Readonly<Record<string, string>>
}

/** Seals one person's answers and puts them in the box. Once it resolves with 'taken' they are durable, and nobody can tell whose they are. */
export async function submitBallot(services: Services, view: PartView, entrance: Entrance, read: Pick<ReadAnswers, 'chosen' | 'texts'>): Promise<Outcome> {
  const key = await keyOf(services, view.surveyId)
  if (!key) return 'closed'
  const record = encodeRecord(view.layout, { groups: groupPlaces(view.breakdowns, entrance.groups), chosen: read.chosen })
  const sealed = sealBallot(key, view.surveyId, { partId: view.partId, schoolId: view.schoolId, record, texts: view.freeText ? read.texts : {} })
  return doorOf(services)({ surveyId: view.surveyId, digest: entrance.digest, ticket: entrance.ticket, sealed })
}

/** Keys lately used, so that a class that answers reads its file once; none for longer than a minute, since it is to be destroyed at closing. */
const keys = new Map<string, { key: Promise<Buffer | null>; until: number }>()

function keyOf({ config }: Services, surveyId: string): Promise<Buffer | null> {
  const name = `${config.dataDir} ${surveyId}`
  const known = keys.get(name)
  if (known && known.until > Date.now()) return known.key
  for (const [one, { until }] of keys) if (until <= Date.now()) keys.delete(one)
  const key = findSurveyKey(config.dataDir, surveyId)
  keys.set(name, { key, until: Date.now() + 60_000 })
  // What could not be read is read again the next time.
  key.catch(() => keys.delete(name))
  return key
}
