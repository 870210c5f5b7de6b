import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { ReplyTexts } from './texts.fr.ts'

const en: ReplyTexts = {
  errorTitle: 'Something needs correcting',
  errorPrefix: 'Error:',
  title: 'You said, we did',
  lead: 'People answer a second time if they heard what the first was for. Three honest replies are enough, even “we cannot, and here is why”.',
  add: 'Add a reply',
  edit: 'Edit',
  remove: 'Take out',
  said: 'You said',
  saidHint: 'In one sentence, in their words.',
  kind: 'What we make of it',
  kinds: { done: 'It is done', planned: 'We are going to do it', no: 'We cannot' },
  done: 'What, when, or why not',
  pupilWords: 'The same for pupils',
  pupilHint: 'One or two short sentences. Leave empty to use the text above.',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Saved.',
  removed: 'The reply is taken out.',
  noSaid: 'Write what people said.',
  conflict: 'Somebody changed this reply while you were writing. Your text is in the form: read it again, then save once more.',
  publish: 'Publish the page',
  unpublish: 'Stop publishing',
  published: 'The page is published.',
  unpublished: 'The page is no longer published.',
  address: 'Address to give to those who answered',
  notYet: 'Add at least one reply before publishing.',
  forPupils: 'Version for pupils',
  forAll: 'Version for all',
  of: (title, year) => `${title}, ${year}`,
  texts: {
    title: 'What people wrote',
    lead: 'Read before showing. What might point to somebody is highlighted. Nothing tells who wrote, nor when, nor in which class.',
    none: 'No text: fewer written answers than the threshold, or this survey asked for none.',
    shown: 'What will be shown',
    show: 'Show',
    withhold: 'Do not show',
    saved: 'Noted.',
    waiting: (count) => `${count} to read`,
    list: 'Texts shown',
    few: (least) => `Texts are shown to the team only from ${least} up.`,
  },
}

export const textsIn = (language: Language): ReplyTexts => (language === 'fr' ? fr : en)
