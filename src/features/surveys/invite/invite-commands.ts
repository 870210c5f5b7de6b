import { enqueueJobs } from '../../../platform/jobs.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { codeOf, digestOfCode } from '../ballots/codes.ts'
import { ensureSurveyKey, findSurveyKey } from '../ballots/keys.ts'
import { record } from '../record.ts'
import type { Part, Place } from '../store.ts'
import type { Groups } from '../tables.ts'
import { endDoor, insertDoor, insertInvitations, newId, saveOfferAnswer, sendReminders, takeReminder } from './invite-store.ts'
import type { DoorRow, NewInvitation } from './invite-store.ts'
import { reminderDays } from './invitation-rules.ts'

/** Why a step at a school's place is not made. */
export type PlaceRefusal = 'not-inviting' | 'not-open' | 'not-preparing' | 'reminded-lately' | 'no-part' | 'no-key' | 'not-offered'

export interface PlaceRefused {
  refused: PlaceRefusal
}

/** The survey's key, made at the first need; of an open survey it must be there, since ballots are sealed with it: null where it is not. */
function keyFor({ services }: SignedIn, { survey }: Place): Promise<Buffer | null> {
  const { dataDir } = services.config
  return survey.state === 'offered' ? ensureSurveyKey(dataDir, survey.id) : findSurveyKey(dataDir, survey.id)
}

/** Invitations may be made from the moment a school sees the survey, until it is closed; not while it says that it does not take part. */
export const mayInvite = ({ survey, declined }: Place): boolean => (survey.state === 'offered' && !declined) || survey.state === 'open'

export interface Wish {
  groups: Groups
  mail: string | null
}

/** Adds invitations of one audience. Those with an address are written to at once while the survey is open, at opening otherwise. */
export async function invite(ask: SignedIn, place: Place, part: Part, wishes: readonly Wish[]): Promise<{ invited: number } | PlaceRefused> {
  if (!mayInvite(place)) return { refused: 'not-inviting' }
  const key = await keyFor(ask, place)
  if (!key) return { refused: 'no-key' }
  const invitations: NewInvitation[] = wishes.map((wish) => {
    const id = newId()
    return { id, digest: digestOfCode(ask.services.secrets, codeOf(key, id)), ...wish }
  })
  // In the order of their ids: nothing of the order of a list is kept.
  invitations.sort((one, other) => one.id.localeCompare(other.id))
  await insertInvitations(ask.db, { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId }, invitations)
  if (place.survey.state === 'open') {
    const mailed = invitations.filter(({ mail }) => mail !== null)
    await enqueueJobs(
      ask.db,
      'send-invitation',
      mailed.map(({ id }) => ({ invitation: id })),
    )
  }
  await record(ask, place, 'survey.invited', { invitations: invitations.length })
  return { invited: invitations.length }
}

/** At most one reminder every three days; nobody learns to whom, nor how many. */
export async function remind(ask: SignedIn, place: Place): Promise<{ reminded: true } | PlaceRefused> {
  if (place.survey.state !== 'open') return { refused: 'not-open' }
  const notSince = new Date(ask.now.getTime() - reminderDays * 86_400_000)
  if (!(await takeReminder(ask.db, place.survey.id, place.organisationId, ask.now, notSince))) return { refused: 'reminded-lately' }
  await sendReminders(ask.db, place.survey.id, place.organisationId)
  await record(ask, place, 'survey.reminded')
  return { reminded: true }
}

/** The school says that it does not take part, or that it does after all; until the survey opens. */
export async function answerOffer(ask: SignedIn, place: Place, declines: boolean): Promise<{ done: true } | PlaceRefused> {
  if (!(await saveOfferAnswer(ask.db, place.survey.id, place.organisationId, declines))) return { refused: 'not-offered' }
  await record(ask, place, declines ? 'survey.declined' : 'survey.taken_part')
  return { done: true }
}

interface DoorWish {
  kind: 'session' | 'shared'
  name: string
  groups: Groups
  seats: number | null
  minutes: number | null
}

/** Opens a class session, or a link for all; returns its id. */
export async function openDoor(ask: SignedIn, place: Place, part: Part, wish: DoorWish): Promise<{ id: string } | PlaceRefused> {
  if (place.survey.state !== 'open') return { refused: 'not-open' }
  const key = await keyFor(ask, place)
  if (!key) return { refused: 'no-key' }
  const id = newId()
  await insertDoor(
    ask.db,
    { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId },
    {
      id,
      kind: wish.kind,
      digest: digestOfCode(ask.services.secrets, codeOf(key, id)),
      name: wish.name,
      groups: wish.groups,
      seats: wish.seats,
      openUntil: wish.minutes === null ? null : new Date(ask.now.getTime() + wish.minutes * 60_000),
      personId: ask.caller.personId,
    },
  )
  await record(ask, place, wish.kind === 'session' ? 'survey.session_opened' : 'survey.link_opened')
  return { id }
}

/** Its code opens nothing more; what is being written is still taken for ten minutes (migration 0030). */
export async function endSession(ask: SignedIn, place: Place, door: DoorRow): Promise<void> {
  await endDoor(ask.db, door.id, ask.now)
  await record(ask, place, 'survey.session_ended')
}
