import { sql } from 'kysely'
import { queueMail } from '../../../platform/mail.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { dayOf } from '../../../platform/language.ts'
import { listMembers, tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { invitationMail, reminderMail } from './mails.ts'
import type { MailFor } from './mails.ts'
import { addMembers, listColleagues, removeMember } from './members-store.ts'
import type { Colleague } from './members-store.ts'
import type { Refusal, Refused } from './refusals.ts'
import { openingGaps } from './rules.ts'
import { record } from './settings-commands.ts'
import { lockEvaluation } from './settings-store.ts'

/** Opens the round: the team may answer, and each member is told. Lists all that is missing when it cannot. */
export async function openRound(
  ask: SignedIn,
  evaluation: Evaluation,
  until: string | null,
): Promise<{ opened: true; members: number } | { refused: readonly Refusal[] }> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'composing') return { refused: ['not-composing'] }
  const team = await listTeamAtWork(ask, evaluation)
  const { items } = await tablesOf(ask.db)
    .selectFrom('evaluation_items')
    .select((item) => item.fn.countAll<number>().as('items'))
    .where('evaluation_id', '=', evaluation.id)
    .executeTakeFirstOrThrow()
  const gaps = openingGaps({ items, members: team.length })
  if (gaps.length > 0) return { refused: gaps }
  await tablesOf(ask.db)
    .updateTable('evaluations')
    .set({ state: 'answering', opened_at: ask.now, ends_on: until, version: now.version + 1 })
    .where('id', '=', evaluation.id)
    .execute()
  await record(ask, evaluation, 'evaluation.opened', { questions: items, members: team.length })
  await send(ask, { ...evaluation, endsOn: until }, team, invitationMail)
  return { opened: true, members: team.length }
}

/** Members who still work here, with what a mail to them needs. */
export async function listTeamAtWork(ask: SignedIn, evaluation: Evaluation): Promise<Colleague[]> {
  const members = new Set((await listMembers(ask.db, evaluation.id)).map((member) => member.personId))
  return (await listColleagues(ask.db, evaluation.organisationId, ask.today)).filter((person) => members.has(person.personId))
}

// The one who acts knows already: no mail to oneself.
async function send(
  ask: SignedIn,
  evaluation: Evaluation,
  people: readonly Colleague[],
  write: (mail: MailFor) => { subject: string; body: string },
): Promise<void> {
  for (const person of people.filter((one) => one.personId !== ask.caller.personId)) {
    await queueMail(ask.db, { to: person.email, ...write({ person, evaluation, sender: ask.caller.name, baseUrl: ask.services.config.baseUrl }) })
  }
}

/** Adds people of the organisation to the team; while the round is open they are told at once. */
export async function addToTeam(ask: SignedIn, evaluation: Evaluation, personIds: readonly string[]): Promise<{ added: number } | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'composing' && now.state !== 'answering') return { refused: 'round-closed' }
  const people = (await listColleagues(ask.db, evaluation.organisationId, ask.today)).filter((person) => personIds.includes(person.personId))
  const added = await addMembers(
    ask.db,
    evaluation,
    people.map((person) => person.personId),
  )
  if (added.length > 0) await record(ask, evaluation, 'evaluation.members_added', { count: added.length })
  if (now.state === 'answering')
    await send(
      ask,
      evaluation,
      people.filter((person) => added.includes(person.personId)),
      invitationMail,
    )
  return { added: added.length }
}

/** Takes someone out of the team: her answers will not count, and nothing of them was ever shown. */
export async function removeFromTeam(ask: SignedIn, evaluation: Evaluation, personId: string): Promise<{ removed: boolean } | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'composing' && now.state !== 'answering') return { refused: 'round-closed' }
  const removed = await removeMember(ask.db, evaluation.id, personId)
  if (removed) await record(ask, evaluation, 'evaluation.member_removed')
  return { removed }
}

export const isSameDay = (one: Date, other: Date): boolean => dayOf(one) === dayOf(other)

/** Writes to those who have not finished, at most once a day. */
export async function remindTeam(ask: SignedIn, evaluation: Evaluation): Promise<{ mails: number } | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'answering') return { refused: 'not-open' }
  if (now.remindedAt && isSameDay(now.remindedAt, ask.now)) return { refused: 'reminded-today' }
  const unfinished = new Set((await listMembers(ask.db, evaluation.id)).filter((member) => !member.finishedAt).map((member) => member.personId))
  const people = (await listTeamAtWork(ask, evaluation)).filter((person) => unfinished.has(person.personId) && person.personId !== ask.caller.personId)
  if (people.length === 0) return { refused: 'nobody-left' }
  await tablesOf(ask.db).updateTable('evaluations').set({ reminded_at: ask.now }).where('id', '=', evaluation.id).execute()
  await record(ask, evaluation, 'evaluation.reminded', { members: people.length })
  await send(ask, evaluation, people, reminderMail)
  return { mails: people.length }
}

/** Another last day for answers. */
export async function extendRound(ask: SignedIn, evaluation: Evaluation, until: string): Promise<{ saved: true } | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'answering') return { refused: 'not-open' }
  await tablesOf(ask.db)
    .updateTable('evaluations')
    .set({ ends_on: until, version: sql`version + 1` })
    .where('id', '=', evaluation.id)
    .execute()
  await record(ask, evaluation, 'evaluation.extended', { until })
  return { saved: true }
}
