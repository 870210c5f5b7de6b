import type { Language } from '../../../platform/language.ts'
import { fr } from './anonymity-texts.fr.ts'
import type { AnonymityTexts } from './anonymity-texts.fr.ts'

const en: AnonymityTexts = {
  title: 'How anonymity is protected',
  back: 'A questionnaire that was begun is still open, with what is written in it. To go back to it, just close this tab.',
  boxesTitle: 'Two boxes, and nothing between them',
  boxes:
    'There are two boxes, in two rooms. In the first are the invitation codes, with a cross on those that have been used. In the second are the answers, mixed and locked. No thread goes from one box to the other. Even somebody who had both boxes could not join them: the key is kept elsewhere, and destroyed at the end.',
  drawing: {
    alt: 'Two boxes with a wall between them: invitation codes at left, mixed answers at right. Nothing joins them.',
    invited: 'The codes',
    answers: 'The answers',
    between: 'On an answer there is no name, no code, no time.',
  },
  journeyTitle: 'The journey of an answer',
  journey: [
    'The answer is locked before it is put in a ballot box.',
    'It waits in the box with other answers.',
    'A task that does not look at the invitations takes answers in bundles, shuffles them like a pack of cards and locks each bundle again.',
    'The code is marked “used”, apart. That is all that is written.',
    'When the survey is over, the codes, the invitations, the addresses and the key are destroyed. Nobody can go back.',
    'Results are computed once, and do not change any more. Before anything is worked out, each number is blurred at random, by nobody, one or two people, seldom more. So even somebody who knew all the other answers to a question could not be sure of the last one.',
  ],
  hereTitle: 'For this survey',
  threshold: 'Small groups',
  thresholdValue: (value) => `Results of a group are shown only from ${value} answers up.`,
  groups: 'Groups told apart',
  groupsValue: (titles) => `${titles.map((title) => `“${title}”`).join(', ')}. They were chosen before opening and do not change.`,
  groupsAsked: (titles) =>
    `The answer to ${titles.map((title) => `“${title}”`).join(', ')} makes these groups: one will know, to within five, how many people are in each. Of that question, blurring does not protect.`,
  noGroups: 'None: all answers are counted together.',
  words: 'What is written in words',
  wordsOn: (value) => `A few questions ask for words. They are read only from ${value} answers up, mixed, and somebody of the school takes names out first.`,
  wordsOff: 'This survey does not ask for words: there are only boxes to tick.',
  access: 'The way in',
  accesses: {
    personal: 'Each invited person has a code that works once. The code is not kept with the answer.',
    session: 'The whole class has the same code. Nothing says whose answer is whose.',
    shared: 'Everybody has the same link. Nothing says whose answer is whose.',
  },
  closes: 'Last day',
  destroyed: 'What is destroyed',
  destroyedValue: (words) =>
    `At closing: the codes, the invitations, the mail addresses, the key and each answer. Only the results are left${words ? ', and what was written' : ''}. Backups made during the survey are to be destroyed too: whoever keeps the site knows it.`,
  moved: 'Who shuffles answers',
  movedValue: 'A task of its own, with an account that can shuffle locked answers and nothing else: it reads neither invitations nor people.',
  results: 'News of the results',
  limitsTitle: 'What is left to you',
  limits: [
    'Answer where nobody watches. A sheet of paper is seen by whoever types it.',
    'Close the page after sending, above all on a device that others use.',
  ],
  limitText: 'Do not write a name, nor a detail by which somebody would be recognised.',
  limitShared: 'With one link for all, somebody may answer twice: the results say so.',
  helpTitle: 'Need to talk to somebody?',
  help: ['3018: violence and bullying, free and confidential (France).', '119: children in danger, free, day and night (France).'],
  privacy: 'All that the site keeps, and for how long',
}

export const anonymityTextsIn = (language: Language): AnonymityTexts => (language === 'fr' ? fr : en)
