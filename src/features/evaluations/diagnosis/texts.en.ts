import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorTitle: 'Something is left to correct',
  errorPrefix: 'Error:',
  kinds: { strength: 'Strength', weakness: 'Weakness', axis: 'Way forward' },
  refusals: {
    'not-closed': 'The diagnosis is written once the answers are closed. Nothing was saved.',
    validated: 'This self-evaluation has just been validated: its diagnosis no longer changes. Your text is below, to be copied.',
  },
  errors: {
    'no-text': 'Write the finding in one sentence.',
    'long-text': 'This finding is over 300 characters long. Keep one sentence, and put the rest in the details.',
    'long-detail': 'These details are over 20,000 characters long. Keep the essential.',
  },
  actionStates: { planned: 'planned', under_way: 'under way', done: 'done', abandoned: 'given up' },
  title: 'Diagnosis',
  purpose: 'What is solid, what resists, what you want to move forward. Each finding keeps its link with the questions it comes from.',
  early: {
    title: 'The diagnosis comes after sharing',
    purpose:
      'Everyone answers alone first. Once the answers are closed, the team compares views, agrees on one position for each question, then writes its strengths and weaknesses here.',
    example: 'Example of a finding:',
    exampleText: '“Tutors know the aims of the placement, but discover them too late.”',
    step: 'See where the self-evaluation stands',
  },
  frozen: (date) => `Diagnosis validated on ${date}: it no longer changes. Actions go on living.`,
  groups: { strength: 'Strengths', weakness: 'Weaknesses', axis: 'Ways forward' },
  groupHelp: {
    strength: 'What works and deserves to be kept, shown, shared.',
    weakness: 'What holds back. A weakness is a next step, not a fault.',
    axis: 'Two or three directions, no more: actions start from there.',
  },
  none: {
    strength: 'No strength noted yet.',
    weakness: 'No weakness noted yet.',
    axis: 'No way forward noted yet. Example: “Prepare each placement with the tutor”.',
  },
  add: { strength: 'Add a strength', weakness: 'Add a weakness', axis: 'Add a way forward' },
  from: 'From',
  proofs: 'Proofs',
  actions: 'Actions decided',
  toAction: 'Make it an action',
  edit: 'Edit',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  suggestions: {
    strength: 'Perhaps a strength',
    weakness: 'Worth a look',
    why: (position, reason) => (reason === 'high' ? `You agreed on “${position}”, high on the scale.` : `You agreed on “${position}”, low on the scale.`),
    minority: 'Another view was noted: read it first.',
    take: { strength: 'Make it a strength', weakness: 'Make it a weakness' },
    more: (n) => (n === 1 ? 'See one more question' : `See ${n} more questions`),
    rule: 'Where do these suggestions come from?',
    ruleText:
      'They are drawn from the team’s positions: the top of the scale (from three quarters) for strengths, the bottom (up to one third) for what is worth a look. They help to forget no question; the team decides.',
  },
  positions: { none: 'No position yet', notApplicable: 'Not concerned', unknown: 'We do not know', worded: 'In words, without a position' },
  form: {
    newTitle: { strength: 'New strength', weakness: 'New weakness', axis: 'New way forward' },
    editTitle: 'Edit the finding',
    kind: 'This finding is a',
    text: 'The finding, in one sentence',
    textHint: 'A fact that everyone recognises, without naming anybody.',
    detail: 'Details',
    detailHint: 'Optional: what shows it, what explains it, for whom it is true.',
    questions: 'Questions it comes from',
    questionsHint: 'Tick those that led the team to this finding. One is enough; none if it comes from elsewhere.',
    save: 'Save the finding',
    cancel: 'Back to the diagnosis without saving',
    startWeakness: (statement) => `Not yet there: ${statement}`,
  },
  saved: 'The finding is saved.',
  removed: 'The finding is removed.',
  alreadyValidated: 'This self-evaluation is validated: its diagnosis no longer changes.',
  moved: 'The order is changed.',
  conflict: {
    title: 'This finding changed while you were writing',
    sentence: 'Nothing is lost. Here is the text that somebody else saved; yours is in the fields. Saving replaces the text below by yours.',
    saved: 'Saved text',
  },
  gone: 'Somebody removed this finding while you were writing. Your text is below: save it to make it a new finding.',
  removeTitle: 'Remove this finding?',
  removeText: 'The finding and its links with questions will be erased.',
  removeActions: (n) => (n === 1 ? 'The action decided from it stays.' : `The ${n} actions decided from it stay.`),
  removeButton: 'Remove this finding',
  keep: 'Keep it',
  next: {
    title: 'What comes next',
    sheet: 'See the sheet in four quarters',
    validate: 'Read again and validate the self-evaluation',
    report: 'Prepare the report',
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
