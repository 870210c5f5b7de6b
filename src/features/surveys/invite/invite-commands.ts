import { enqueueJob } from '../../../platform/jobs.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { codeOf, digestOfCode } from '../ballots/codes.ts'
import { ensureSurveyKey, findSurveyKey } from '../ballots/keys.ts'
import { record } from '../campaign/campaign-commands.ts'
import type { Part, Place } from '../store.ts'
import type { Groups } from '../tables.ts'
import { endDoor, insertDoor, insertInvitations, newId, sendReminders, takeReminder } from './invite-store.ts'
import type { DoorRow, NewInvitation } from './invite-store.ts'
import { reminderDays } from './invitation-rules.ts'

/** Why a step at a school's place is not made. */
export type PlaceRefusal = 'not-inviting' | 'not-open' | 'not-preparing' | 'reminded-lately' | 'no-part'

export interface PlaceRefused {
  refused: PlaceRefusal
}

/** The survey's key, made at the first need; of an open survey it must be there, since ballots are sealed with it. */
async function keyFor({ services }: SignedIn, { survey }: Place): Promise<Buffer> {
  const { dataDir } = services.config
  const key = survey.state === 'offered' ? await ensureSurveyKey(dataDir, survey.id) : await findSurveyKey(dataDir, survey.id)
  if (!key) throw new Error('the key of this survey is not in the data folder: put it back from a backup')
  return key
}

/** Invitations may be made from the moment a school sees the survey, until it is closed. */
export const mayInvite = ({ survey }: Place): boolean => survey.state === 'offered' || survey.state === 'open'

export interface Wish {
  groups: Groups
  mail: string | null
}

/** Adds invitations of one audience. Those with an address are written to at once while the survey is open, at opening otherwise. */
export async function invite(ask: SignedIn, place: Place, part: Part, wishes: readonly Wish[]): Promise<{ invited: number } | PlaceRefused> {
  if (!mayInvite(place)) return { refused: 'not-inviting' }
  const key = await keyFor(ask, place)
  const invitations: NewInvitation[] = wishes.map((wish) => {
    const id = newId()
    return { id, digest: digestOfCode(ask.services.secrets, codeOf(key, id)), ...wish }
  })
  // In the order of their ids: nothing of the order of a list is kept.
  invitations.sort((one, other) => one.id.localeCompare(other.id))
  await insertInvitations(ask.db, { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId }, invitations)
  if (place.survey.state === 'open') for (const { id, mail } of invitations) if (mail !== null) await enqueueJob(ask.db, 'send-invitation', { invitation: id })
  await record(ask, place.survey, 'survey.invited', { invitations: invitations.length }, place.organisationId)
  return { invited: invitations.length }
}

/** At most one reminder every three days; nobody learns to whom, nor how many. */
export async function remind(ask: SignedIn, place: Place): Promise<{ reminded: true } | PlaceRefused> {
  if (place.survey.state !== 'open') return { refused: 'not-open' }
  const notSince = new Date(ask.now.getTime() - reminderDays * 86_400_000)
  if (!(await takeReminder(ask.db, place.survey.id, place.organisationId, ask.now, notSince))) return { refused: 'reminded-lately' }
  await sendReminders(ask.db, place.survey.id, place.organisationId)
  await record(ask, place.survey, 'survey.reminded', {}, place.organisationId)
  return { reminded: true }
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
  await record(ask, place.survey, wish.kind === 'session' ? 'survey.session_opened' : 'survey.link_opened', {}, place.organisationId)
  return { id }
}

export async function endSession(ask: SignedIn, place: Place, door: DoorRow): Promise<void> {
  await endDoor(ask.db, door.id, ask.now)
  await record(ask, place.survey, 'survey.session_ended', {}, place.organisationId)
}
