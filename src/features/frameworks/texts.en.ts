import { count } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const questions = (value: number): string => count(value, 'question', 'questions', 'en')
const themes = (value: number): string => count(value, 'theme', 'themes', 'en')

export const en: Texts = {
  title: 'Sheets by theme',
  intro:
    'Each theme offers questions in the four steps of the cycle. Choose a subject that is on your mind now: one is enough to begin. The sheets are in French.',
  search: 'Look for a word',
  searchButton: 'Search',
  often: 'Often looked for:',
  version: (framework, version) => `${framework}, ${version} edition`,
  others: 'Other sheets',
  about: (framework) => `Where does “${framework}” come from?`,
  counts: questions,
  prompts: (value) => count(value, 'prompt', 'prompts', 'en'),
  unconfirmed: 'To be confirmed',
  unconfirmedAbout: 'What remains to be confirmed',
  found: (words, foundThemes, foundQuestions, cut) =>
    `For “${words}”: ${themes(foundThemes)}, ${cut ? `the ${foundQuestions} closest questions` : questions(foundQuestions)}`,
  foundThemes: 'Themes',
  foundQuestions: 'Questions',
  allThemes: 'Back to all themes',
  nothing: (words) => `Nothing for “${words}”`,
  nothingHelp: 'Every word must be there. Try one word, in French, or a more common one.',
  exampleLabel: 'For instance:',
  empty: 'No sheet is loaded yet',
  emptyHelp: 'The sheets come with the site. Tell the person who looks after it.',
  start: 'Evaluate ourselves on this theme',
  startAt: (school) => `Evaluate ourselves on this theme, ${school}`,
  startBlank: 'Build my own sheet',
  startBlankAt: (school) => `Build my own sheet, ${school}`,
  keywords: 'Keywords',
  choose: 'You will choose among these questions, reword them and add your own.',
  phases: { plan: 'Plan', do: 'Do', check: 'Check', act: 'Act' },
  phaseless: 'Questions',
  emptyPhase: 'No question in this step.',
  more: 'What to look at, which proofs',
  moreBlank: 'Help to write',
  evidence: 'Possible proofs:',
  indicators: 'Useful indicators:',
  speakers: 'Who can speak of it:',
  audiences: { staff: 'staff', pupil: 'pupils', family: 'families', company: 'companies', association: 'associations', local_authority: 'local authorities' },
  source: 'Where does this sheet come from?',
  sourceLine: (title, publisher) => `${title}. ${publisher}.`,
  details: 'All about this edition',
  otherThemes: 'Other themes',
  position: (index, total) => `Theme ${index} of ${total}`,
  official: 'Title',
  publisher: 'Published by',
  reference: 'Reference',
  link: 'Original page',
  ours: 'What is ours',
  status: 'State',
  statuses: { confirmed: 'Confirmed: title and plan were read in the source.', unconfirmed: 'To be confirmed' },
  validity: 'Valid',
  validFrom: (day) => `since ${day}`,
  validUntil: (from, to) => `from ${from} to ${to}`,
  always: 'No known limit',
  scale: 'Scale',
  scales: {
    none: 'None: people position themselves with words. A school may choose one for itself; its words are then ours, not those of the sheet.',
    statements: 'Two contrasting statements for each question.',
    levels: 'Levels, each described.',
  },
  licence: 'Rights',
  notes: 'Remarks',
  frozen: 'A published edition no longer changes: what you evaluated keeps its text.',
  themesTable: 'The themes of this edition',
  theme: 'Theme',
  code: 'Code',
  questionsColumn: 'Questions',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
