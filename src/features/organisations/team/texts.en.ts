import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorTitle: 'Something needs correcting',
  errorPrefix: 'Error:',
  cancel: 'Cancel',
  team: {
    title: 'Our team',
    lead: 'The people who work here on self-evaluation, and what each may do.',
    invite: 'Invite a person',
    plural: { head: 'Leadership', lead: 'Quality leads', member: 'Team members', referent: 'Referents', national: 'National team', operator: 'Site operation' },
    mayDo: {
      head: 'Lead the work, invite, validate self-evaluations, decide to share them.',
      lead: 'Prepare self-evaluations, invite the team, open and close answers.',
      member: 'Answer, propose, follow actions.',
      referent: 'Accompany the schools of an académie, from what they share.',
      national: 'Follow the work in every académie.',
      operator: 'Keep the site running: directory, accounts.',
    },
    columns: { name: 'Name', email: 'Address', since: 'Since', period: 'From … to …', role: 'Role', action: 'Change' },
    since: (day) => day,
    from: (day) => `from ${day}`,
    period: (from, to) => `from ${from} to ${to}`,
    you: 'you',
    end: 'End the role',
    leave: 'Leave this role',
    about: (name) => `of ${name}`,
    none: {
      head: 'Nobody yet.',
      lead: 'Nobody yet. A lead prepares self-evaluations with the head.',
      member: 'Nobody yet. Invite those whose view counts: teachers, pupil support, staff, health workers.',
    },
    endedTitle: 'Roles that have ended',
    endedIntro: 'These people no longer have access to this space through this role. What they wrote for the school stays.',
    endedSummary: (number) => `${number} in the past`,
    endedOne: 'role',
    endedMany: 'roles',
  },
  invite: {
    title: 'Invite a person',
    lead: 'They will get a mail with a link, valid for 14 days, to choose a password. If they already have an account, they sign in as usual.',
    name: 'First and last name',
    email: 'Mail address',
    emailHint: 'A work address is best.',
    role: 'Their role',
    button: 'Send the invitation',
    noRole: 'Choose their role.',
    sent: (email) => `The invitation is on its way to ${email}.`,
    refusals: {
      'bad-email': 'Write a complete mail address, such as first.last@ac-example.fr.',
      'bad-name': 'Write the person’s first and last name.',
      'no-such-organisation': 'This school no longer exists here.',
      'not-yours-to-give': 'Choose a role that you may give.',
      'already-there':
        'This person already has this role here. If the link in the invitation no longer works, they can ask for another: “Forgotten password?” on the sign-in page.',
    },
    noneToGive: 'Your role does not allow you to invite here.',
  },
  end: {
    title: (name) => `End the role of ${name}`,
    ownTitle: 'Leave this role',
    role: 'Role',
    since: 'Since',
    consequences: (name) => [
      `${name} will no longer have access to this space through this role, from the next page on.`,
      'Their answers, texts and proofs stay with the school.',
      'Actions that were in their charge stay: give them to somebody else.',
    ],
    ownConsequences: [
      'You will no longer have access to this space through this role, from the next page on.',
      'Your answers, texts and proofs stay with the school.',
      'To come back, you will need a new invitation.',
    ],
    button: 'End the role',
    ownButton: 'Leave this role',
    done: (name) => `The role of ${name} has ended.`,
    ownDone: 'You have left this role.',
    refusedTitle: 'This role cannot end now',
    refusals: {
      'last-head': 'This is the only person at the head of the school. First give this role to somebody else: a school is never left without a head.',
      'not-yours-to-end': 'Your role does not allow you to end this one. The head of the school can.',
      'already-over': 'This role has already ended.',
    },
    nameHead: 'Invite another person to head the school',
    back: 'Back to the team',
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
