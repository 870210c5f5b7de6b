import type { Language } from '../../../platform/language.ts'
import type { Audience } from '../questionnaire/definition.ts'
import type { Access, SurveyState } from '../tables.ts'
import type { Refusal } from './refusals.ts'
import type { Missing, SurveyStep } from './survey-rules.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const many = (value: number, one: string, several: string): string => `${value.toLocaleString('en-GB')} ${value === 1 ? one : several}`

const audiences: Record<Audience, string> = { pupil: 'Pupils', family: 'Families', staff: 'Staff', company: 'Companies', former: 'Former pupils' }

const states: Record<SurveyState, string> = {
  draft: 'Being prepared',
  offered: 'Offered to schools',
  open: 'Open to answers',
  closed: 'Closed',
  released: 'Results are out',
}

const accesses: Record<Access, { text: string; hint: string }> = {
  personal: {
    text: 'A code for each person',
    hint: 'Each invited person answers once, wherever they like. The code says that they are invited, never what they answered.',
  },
  session: {
    text: 'In a session, all together',
    hint: 'A class answers during a lesson, with one code. As many answers as people present, and nothing says who answered what.',
  },
  shared: { text: 'One link for all', hint: 'The simplest, without invitations. Nothing prevents somebody from answering twice: read the figures with care.' },
}

const list: Texts['list'] = {
  title: 'Surveys',
  lead: 'Ask those who live the school for their views, without anybody being able to know who answered what.',
  create: 'New survey',
  questionnaires: 'Our questionnaires',
  own: 'Our surveys',
  taking: 'Surveys we take part in',
  emptyTitle: 'Your first survey',
  emptyPurpose: 'A survey gives a voice to pupils, families, staff or companies. It is short, anonymous, and its results are given back to them.',
  emptyLabel: 'For example:',
  emptyExample: 'ten questions on school climate, to pupils in class and to staff by mail, then an answer from the board.',
  askedBy: (name) => `Offered by ${name}`,
  until: (day) => `until ${day}`,
  year: (code) => `year ${code}`,
}

const settings: Texts['settings'] = {
  newTitle: 'New survey',
  editTitle: 'Settings of the survey',
  title: 'Title',
  titleHint: 'Those who answer will see it. For example: “Feeling well at school”.',
  purpose: 'Why we ask these questions',
  purposeHint: 'One or two sentences, said before the first question.',
  promise: 'What we will do with your answers',
  promiseHint: 'This is your promise to those who answer. For example: “The pupils’ council will read the results and choose three things to change.”',
  closes: 'Last day to answer',
  closesHint: 'The survey closes by itself at the end of that day. You may move it later.',
  results: 'Day when people will hear of it',
  resultsHint: 'It is said to those who answer, from the start.',
  previous: 'Last time’s survey',
  previousHint: 'To compare the same questions from one time to the next.',
  none: 'None',
  threshold: 'Number of answers from which a group is shown',
  thresholdHint: 'The rule is 11. More is possible.',
  thresholdWarning:
    'Under 11: in a small group, somebody may be recognised. Do not go under 11 without the agreement of those who will answer; 5 is the limit. They will be shown this number, and it cannot be lowered after opening.',
  create: 'Continue',
  save: 'Save',
  created: 'The survey is being prepared. Now choose whom to ask.',
  saved: 'It is saved.',
  changedTitle: 'Somebody changed these settings meanwhile',
  changed: 'Here is what is saved now. Your own words are in the form: keep what suits.',
  errors: {
    titleMissing: 'Give the survey a title.',
    tooLong: (most) => `Stay under ${most} characters.`,
    day: 'Write a day that exists.',
    past: 'This day is already over.',
    early: 'Results cannot come out before the last day to answer.',
    threshold: (least, most) => `Write a number from ${least} to ${most}.`,
  },
}

const part: Texts['part'] = {
  addTitle: 'Add an audience',
  addLead: 'Choose a questionnaire, then how people will answer. The questionnaire is copied: changing it later changes nothing in this survey.',
  none: 'You have no questionnaire yet. Take a ready one, or write your own, then come back here.',
  toQuestionnaires: 'Choose or write a questionnaire',
  questionnaire: 'Questionnaire',
  kept: (title) => `Keep as it is: ${title}`,
  again: (title, audience) => `${title} (${audience})`,
  access: 'How people answer',
  breakdowns: 'Tell groups apart in the results',
  breakdownsLead:
    'Three ways at most. A group with fewer answers than the threshold is never shown; the more you tell apart, the less is left to show. After opening nothing can change.',
  breakdown: (place) => `Groups ${place}`,
  kind: 'Where the group comes from',
  kinds: { none: 'Tell nothing apart', group: 'From the invitation (class, level…)', question: 'From a question of the survey' },
  breakdownTitle: 'What these groups are',
  breakdownTitleHint: 'For example: “Level”.',
  groups: 'The groups, one a line',
  groupsHint: 'For example: Year 11, Year 12, Year 13. The group is given with the invitation.',
  question: 'The question',
  choose: 'Choose',
  freeText: 'Also ask the questions that are answered in words',
  freeTextHint:
    'Words may give away who wrote them. They come out only from the threshold up, shuffled, without a group, and somebody of the school reads them first to take names out. For pupils it is better to do without.',
  noText: 'This questionnaire has no question that is answered in words.',
  add: 'Add this audience',
  save: 'Save',
  added: 'This audience is added. You may tell groups apart.',
  saved: 'It is saved.',
  trial: 'Try the questionnaire',
  remove: 'Remove this audience',
  removeTitle: (title) => `Remove “${title}” from the survey`,
  removeText: 'The questionnaire stays among your questionnaires. What you set here for this audience will be lost.',
  removed: 'This audience is removed.',
  frozen: 'The survey is offered or open: this audience no longer changes.',
  minutes: (minutes, questions) => `${many(questions, 'question', 'questions')}, about ${many(minutes, 'minute', 'minutes')}`,
  languagesOf: (names) => `Languages: ${names}`,
  unreviewed: (names) => `Not yet read by somebody whose language it is: ${names}.`,
  changedTitle: 'Somebody changed the survey meanwhile',
  changed: 'Nothing is lost: your choices are in the form, what is saved now is here. Save again if your choices suit.',
  savedNow: { access: 'Answering', breakdowns: 'Groups', freeText: 'Questions answered in words' },
  yes: 'yes',
  no: 'no',
  errors: {
    questionnaire: 'Choose a questionnaire.',
    access: 'Say how people answer.',
    breakdownTitle: 'Say what these groups are.',
    groupsMissing: 'Write at least two groups, one a line.',
    groupsMany: (most) => `${most} groups at most.`,
    groupTwice: (name) => `“${name}” is written twice.`,
    groupLong: (most) => `Stay under ${most} characters a group.`,
    question: 'Choose a question of this questionnaire.',
    questionTwice: 'This question is already used.',
  },
}

const schools: Texts['schools'] = {
  title: 'Schools',
  lead: (count) => `${many(count, 'school takes', 'schools take')} part in this survey.`,
  search: 'Find a school',
  searchButton: 'Find',
  taking: 'Taking part',
  notTaking: 'Not taking part',
  add: 'Let the ticked schools take part',
  remove: 'Take out',
  others: 'Schools that do not take part',
  limited: (most) => `The first ${most} are shown: search by name or town.`,
  nothing: 'No school matches.',
  added: 'It is saved.',
  removeTitle: (name) => `Take out ${name}`,
  removeText: 'Its invitations and its own questions will be deleted from this survey.',
  removed: (name) => `${name} no longer takes part.`,
  frozen: 'The survey is open: the list no longer changes.',
}

const missing: Record<Missing, { text: string; link: string }> = {
  promise: { text: 'What you will do with the answers is not said.', link: 'Write it' },
  'closing-day': { text: 'The last day to answer is not set.', link: 'Set it' },
  'closing-passed': { text: 'The last day to answer is over.', link: 'Move it' },
  'results-day': { text: 'The day when people will hear of it is not set.', link: 'Set it' },
  'results-early': { text: 'News is announced before answers end.', link: 'Correct it' },
  parts: { text: 'Nobody is asked yet.', link: 'Add an audience' },
  questions: { text: 'An audience has no question.', link: 'Complete its questionnaire' },
  schools: { text: 'No school takes part.', link: 'Choose the schools' },
}

const steps: Record<SurveyStep, { sentence: string; button: string }> = {
  complete: { sentence: 'Before going on, this is left.', button: '' },
  offer: {
    sentence: 'All is ready. Offer the survey to the schools: they will invite people and may add questions of their own.',
    button: 'Offer to the schools',
  },
  open: { sentence: 'All is ready. From opening on, answers may come, and what protects people no longer changes.', button: 'Open the survey' },
  invite: { sentence: 'The survey is open. Those who answer are still to be invited.', button: 'Invite' },
  wait: { sentence: 'Answers are coming. Nothing of them is shown before closing, but for how many people took part.', button: 'Follow participation' },
  close: { sentence: 'The last day is over. The survey will close by itself; you may also close it now.', button: 'Close the survey' },
  'wait-release': { sentence: 'The survey is closed. Codes and invitations are being erased and results prepared: a few minutes are enough.', button: '' },
  read: { sentence: 'The results are out, once and for all.', button: 'Read the results' },
}

const show: Texts['show'] = {
  nextTitle: 'Next step',
  parts: 'Whom we ask',
  noParts: 'No audience yet.',
  addPart: 'Add an audience',
  about: 'The survey',
  threshold: 'Groups shown',
  thresholdValue: (value) => `from ${value} answers up`,
  closes: 'Last day',
  results: 'News to participants',
  previous: 'Last time',
  schools: 'Schools',
  schoolCount: (count) => many(count, 'school', 'schools'),
  change: 'Change',
  promise: 'Promise',
  purpose: 'Why',
  freeTextOn: 'with questions answered in words',
  groupsOf: (titles) => `groups: ${titles}`,
  anonymity: 'How anonymity is protected',
  place: 'Invitations, sessions, paper',
  extend: 'Move the last day',
  close: 'Close now',
  delete: 'Delete this survey',
  participation: 'Participation',
  participationNote: 'Rounded numbers, from 11 up only. This is all that is shown before closing.',
  invited: 'Invited',
  answered: 'Answers',
  part: 'Audience',
  school: 'School',
  group: 'Group',
  under: 'fewer than 11',
  about5: (value) => `about ${value.toLocaleString('en-GB')}`,
  firstRows: (most) => `The first ${most} lines are shown.`,
  percent: (value) => `${value}%`,
  nobody: 'Nobody is invited yet.',
  all: 'All',
}

const opening: Texts['opening'] = {
  offerTitle: 'Offer to the schools',
  offerText: 'The schools will see the survey, invite people and may add questions for themselves alone. The common questions will no longer change.',
  openTitle: 'Open the survey',
  openText: 'After opening, this can no longer be changed, neither by you nor by anybody:',
  frozen: {
    threshold: (value) => `no group under ${value} answers is shown;`,
    breakdowns: (titles) => `the groups told apart: ${titles.map((title) => `“${title}”`).join(', ')};`,
    noBreakdowns: 'no group is told apart;',
    questions: (title, count) => `the questions of “${title}” (${count});`,
    freeText: 'questions answered in words are asked;',
    noFreeText: 'no question answered in words is asked;',
    schools: (count) => `${many(count, 'school takes', 'schools take')} part.`,
  },
  still: 'You may still move the last day, invite more people, or close earlier.',
  mails: 'People invited by mail will receive their link.',
  offer: 'Offer',
  open: 'Open',
  offered: 'The survey is offered to the schools.',
  opened: 'The survey is open.',
  extendTitle: 'Move the last day',
  extendNow: (day) => `Today the last day is ${day}.`,
  extend: 'Move',
  extended: 'The last day has changed.',
  dayMissing: 'Say which is the new last day.',
  closeTitle: 'Close the survey',
  closeText: 'Nobody will be able to answer any more. Invitations and codes will be destroyed, then results computed once. This cannot be undone.',
  close: 'Close',
  closed: 'The survey is closed. Results are being prepared.',
  deleteTitle: (title) => `Delete “${title}”`,
  deleteText: 'Nobody else has seen it yet. It will be deleted for the whole team.',
  delete: 'Delete',
  deleted: 'The survey is deleted.',
}

const refusals: Record<Refusal, { title: string; sentence: string }> & { back: string } = {
  back: 'Back to the survey',
  'not-draft': { title: 'This survey is no longer being prepared', sentence: 'It is already offered, open or closed: what is common no longer changes.' },
  'not-preparing': { title: 'The survey is open or closed', sentence: 'This is chosen before opening.' },
  'not-open': { title: 'The survey is not open', sentence: 'This step is made while people answer.' },
  'not-offerable': { title: 'Nobody to offer it to', sentence: 'This survey is for your school alone: open it directly.' },
  incomplete: { title: 'Something is still missing', sentence: 'The page of the survey says what, and leads to each place where it is filled.' },
  'part-gone': { title: 'This audience is no longer there', sentence: 'Somebody removed it meanwhile.' },
  promised: {
    title: 'What was promised does not change',
    sentence: 'Since opening, neither the threshold, nor the groups, nor the questions can be changed: this is what protects those who answer.',
  },
}

const en: Texts = {
  audiences,
  states,
  accesses,
  list,
  settings,
  part,
  schools,
  missing,
  steps,
  show,
  opening,
  refusals,
  cancel: 'Cancel',
  errorTitle: 'To correct',
  errorPrefix: 'Error:',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
