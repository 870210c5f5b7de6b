import { count } from '../../../platform/language.ts'
import type { Texts } from './texts.fr.ts'

const questions = (value: number): string => count(value, 'question', 'questions', 'en')
const people = (value: number): string => count(value, 'person', 'people', 'en')
const minutes = (value: number): string => `about ${count(value, 'minute', 'minutes', 'en')}`

export const team: Texts['team'] = {
  title: 'Team',
  intro: 'Each answers alone. Who has answered can be seen, never what was answered.',
  caption: 'Members of the team',
  columns: { name: 'Name', state: 'Participation', action: 'Action' },
  left: 'is no longer in the school',
  remove: 'Take out',
  removed: (open) => (open ? 'Taken out of the team. Those answers will not count.' : 'Taken out of the team.'),
  emptyTitle: 'Nobody in the team yet',
  emptyPurpose: 'A self-evaluation gains from several views: teachers, student life, administration, technical staff.',
  emptyLabel: 'A good start:',
  emptyExample: 'six to twelve people of different trades.',
  addTitle: 'Add people',
  addHint: 'They will get a mail right now, because the round of answers is open.',
  add: 'Add to the team',
  added: (added, open) => `${people(added)} added to the team${open ? ', told by mail.' : '.'}`,
  nobodyChosen: 'Tick at least one person, then add.',
  allIn: 'Everybody in the school is in the team.',
  invite: 'Invite somebody to the school',
  closed: 'The round of answers is closed: the team no longer changes.',
  back: 'Back to the self-evaluation',
}

export const opening: Texts['opening'] = {
  title: 'Open the round of answers',
  intro: 'Each member of the team gets a mail with a link. Nobody sees any answer until the round is closed.',
  after: 'Once open, the questions no longer change: everybody answers the same ones.',
  questionnaire: 'Questionnaire',
  team: 'Team',
  questions: (total, time) => `${questions(total)}, ${minutes(time)}`,
  members: (total) => people(total),
  missing: 'Before opening',
  noQuestion: 'no question',
  nobody: 'nobody',
  change: 'Change',
  until: 'Answer until',
  untilHint: 'Optional. A date helps to get started; you may move it.',
  open: 'Open the round',
  opened: (total) => `The round of answers is open. ${total < 2 ? 'One person may answer.' : `${total} people may answer, each is told by mail.`}`,
  look: 'Worth a look before opening',
  errors: { day: 'Write a date, for instance 19/12/2026.', past: 'This day is past. Choose today or a day to come.' },
  reminded: (mails) => (mails === 1 ? 'One reminder has been sent.' : `${mails} reminders have been sent.`),
  extendTitle: 'Change the last day',
  extendNow: (day) => `Today, the team may answer until ${day}.`,
  extendNone: 'Today, there is no last day.',
  extendNote: 'Nothing closes by itself: you close the round.',
  extend: 'Save this day',
  extended: 'The last day has changed.',
  extendMissing: 'Choose a day.',
}

export const deletion: Texts['deletion'] = {
  title: 'Delete this self-evaluation?',
  text: (total) => `Its title, settings and ${total === 0 ? 'team' : total === 1 ? 'question' : `${total} questions`} will go. Nobody has answered yet.`,
  model: 'To keep the questions, first keep them as a model.',
  delete: 'Delete',
  keep: 'Do not delete',
  deleted: 'Self-evaluation deleted.',
}
