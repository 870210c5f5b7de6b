import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorPrefix: 'Error:',
  errorTitle: 'Something is left to correct',
  title: 'Where does this proof serve?',
  purpose: (title) => `Tick all the points that “${title}” shows, then save once. One document can serve several frameworks.`,
  search: 'Search a point',
  searchHint: 'A word of the question or criterion. Without a word, choose a framework to see all its points.',
  framework: 'Framework',
  anyFramework: 'All',
  searchButton: 'Search',
  linked: (number) => `Linked already: ${count(number, 'point', 'points', 'en')}`,
  linkedHint: 'Untick to unlink. Links made in a self-evaluation are changed there.',
  found: (number, cut) => (cut ? `Found: the ${number} closest points` : `Found: ${count(number, 'point', 'points', 'en')}`),
  foundNothing: 'No point holds all these words. Try a single word, or a more common one.',
  proposed: (number) => `Proposals: ${count(number, 'point', 'points', 'en')}`,
  proposedHint: 'To check: open the document, and tick only what it really shows.',
  others: (number) => `In other frameworks: ${count(number, 'point', 'points', 'en')}`,
  noProposal: 'No proposal for now. Link a first point: the crosswalks will propose others.',
  served: (number) => `Served already, nothing to do: ${count(number, 'point', 'points', 'en')}`,
  servedHint: 'What this proof already shows elsewhere is enough for these points.',
  servedBy: (from) => `already served by ${from}`,
  why: 'Why:',
  quoted: (text) => `“${text}”`,
  because: {
    narrower: (from) => `${from} shows a part of it.`,
    overlaps: (from) => `${from} overlaps with it in part.`,
    equal: (from) => `${from} says the same.`,
    broader: (from) => `${from} contains it.`,
  },
  proposedLink: 'Proposed link, not validated yet.',
  asked: {
    title: (name) => `this point asks for “${name}”, and the title of your proof says so.`,
    nature: (name) => `this point asks for “${name}”, and your proof is of this kind.`,
  },
  page: 'Where to look',
  pageOf: (point) => `in the proof, for ${point}`,
  longPage: 'This is too long: 60 characters at most.',
  button: 'Save the links',
  cancel: 'Cancel',
  nothing: 'Tick at least one point, or go back to the proof.',
  added: (number) => `${count(number, 'point linked', 'points linked', 'en')}.`,
  removed: (number) => `${count(number, 'point unlinked', 'points unlinked', 'en')}.`,
  unchanged: 'Nothing has changed.',
  changed: 'The places to look are saved.',
  unlinked: 'The proof is taken off this point.',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
