import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Mail } from '../../platform/mail.ts'
import type { Role } from '../../platform/session.ts'
import { roleNames } from './role-names.ts'
import type { Texts } from './texts.fr.ts'
import { textsIn } from './words.ts'

type Letter = Omit<Mail, 'to'>

interface RoleWords {
  role: Role
  organisation: string
  /** Name of who invites; null for the operator. */
  inviter: string | null
  link: string
  language: Language
}

const letter = (t: Texts['mails'], subject: string, paragraphs: string[]): Letter => ({ subject, body: [t.greeting, ...paragraphs, t.signature].join('\n\n') })

/** `until`: last day of the link, 'YYYY-MM-DD'. */
export function invitationMail({ role, organisation, inviter, link, until, language }: RoleWords & { until: string }): Letter {
  const t = textsIn(language).mails
  return letter(t, t.invitationSubject(organisation), [
    t.invitation(inviter, organisation, roleNames[language][role]),
    `${t.invitationLink(formatDate(until, language))}\n${link}`,
    t.invitationUnexpected,
  ])
}

export function newRoleMail({ role, organisation, inviter, link, language }: RoleWords): Letter {
  const t = textsIn(language).mails
  return letter(t, t.roleSubject(organisation), [t.role(inviter, organisation, roleNames[language][role]), `${t.roleLink}\n${link}`])
}

export function resetMail({ link, language }: { link: string; language: Language }): Letter {
  const t = textsIn(language).mails
  return letter(t, t.resetSubject, [`${t.reset}\n${link}`, t.resetUnexpected])
}

export function passwordChangedMail(language: Language): Letter {
  const t = textsIn(language).mails
  return letter(t, t.passwordSubject, [t.password])
}
