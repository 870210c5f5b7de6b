import { formatDate } from '../../../platform/language.ts'
import { urls } from '../../../urls.ts'
import type { Evaluation } from '../store.ts'
import type { Colleague } from './members-store.ts'
import { textsIn } from './texts.en.ts'

export interface MailFor {
  person: Colleague
  evaluation: Evaluation
  /** Who opened the round or adds the person. */
  sender: string
  baseUrl: string
}

const linkTo = (mail: MailFor): string => `${mail.baseUrl}${urls.evaluation.answer({ evaluation: mail.evaluation.id })}`

const untilOf = (mail: MailFor): string | null => (mail.evaluation.endsOn ? formatDate(mail.evaluation.endsOn, mail.person.language) : null)

/** Asks a member for her answers. */
export function invitationMail(mail: MailFor): { subject: string; body: string } {
  const t = textsIn(mail.person.language).mails
  return { subject: t.invitationSubject(mail.evaluation.title), body: t.invitation({ ...wordsOf(mail), sender: mail.sender }) }
}

/** Asks again, once a day at most, those who have not finished. */
export function reminderMail(mail: MailFor): { subject: string; body: string } {
  const t = textsIn(mail.person.language).mails
  return { subject: t.reminderSubject(mail.evaluation.title), body: t.reminder(wordsOf(mail)) }
}

const wordsOf = (mail: MailFor) => ({
  name: mail.person.name,
  title: mail.evaluation.title,
  organisation: mail.evaluation.organisationName,
  until: untilOf(mail),
  link: linkTo(mail),
})
