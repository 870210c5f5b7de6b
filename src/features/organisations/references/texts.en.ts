import type { Language } from '../../../platform/language.ts'
import { longestDescription, longestLabel } from './rules.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorTitle: 'Something needs correcting',
  errorPrefix: 'Error:',
  title: 'Our values, our rules, our bodies',
  lead: 'What makes your school, beyond the national sheets.',
  use: 'When you compose a questionnaire, each line here can become a question, which you reword as you like.',
  useSummary: 'See an example of a question',
  useExample:
    'From the value “Respect” comes the question: “What we do every day answers to what we say under the word Respect.” Each says where we are, and why.',
  kinds: {
    value: {
      title: 'Our values',
      purpose: 'What the school holds dear, in few words.',
      example: '“Each pupil is known by at least one adult.”',
      add: 'Add a value',
      label: 'The value',
      labelHint: 'In a few words: respect, kind but demanding…',
      edit: 'Edit this value',
    },
    norm: {
      title: 'Our common rules',
      purpose: 'What we have decided to do all in the same way.',
      example: '“Homework is written in the online space the same day.”',
      add: 'Add a rule',
      label: 'The rule',
      labelHint: 'A sentence that everybody can check.',
      edit: 'Edit this rule',
    },
    body: {
      title: 'Our bodies',
      purpose: 'The meetings and councils where decisions are taken.',
      example: '“Teaching council”, “Pupils’ council”.',
      add: 'Add a body',
      label: 'The body',
      labelHint: 'Its name, as you say it.',
      edit: 'Edit this body',
    },
  },
  exampleLabel: 'For example:',
  description: 'What it means here (optional)',
  addButton: 'Add',
  saveButton: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  added: 'Added.',
  saved: 'Saved.',
  removed: 'Removed.',
  faults: {
    'no-label': 'Write at least its name.',
    'long-label': `This name is longer than ${longestLabel} characters. Keep the essential, and put the rest in the description.`,
    'long-description': `This description is longer than ${longestDescription} characters. Shorten it.`,
  },
  changedTitle: 'Somebody changed this text while you were writing',
  changed: 'Nothing is lost: your text is in the form, the saved one is shown beside it. Keep what suits, then save.',
  savedVersion: 'What is saved:',
  removeTitle: (label) => `Remove “${label}”`,
  removeIntro: 'This line will no longer be offered for new questionnaires. Questions already asked stay as they are.',
  removeButton: 'Remove',
  nothing: 'Nothing yet.',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
