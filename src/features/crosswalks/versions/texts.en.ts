import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const points = (value: number, what: string): string => count(value, `${what} point`, `${what} points`, 'en')

const en: Texts = {
  title: (framework, from, to) => `${framework}: from edition ${from} to edition ${to}`,
  lead: 'What becomes of each point, and why. The words that change are marked.',
  author: (author) => `Table written by: ${author}.`,
  note: 'What this table compares',
  summary: 'In short',
  kinds: {
    same: { title: (n) => points(n, 'unchanged'), meaning: 'The text is the same. Its code, or its criterion, may have moved.' },
    minor: { title: (n) => points(n, 'reworded'), meaning: 'The words change, what is asked stays.' },
    major: { title: (n) => points(n, 'transformed'), meaning: 'What is asked is no longer the same: read it again.' },
    split: { title: (n) => points(n, 'split'), meaning: 'One point becomes several.' },
    merged: { title: (n) => points(n, 'merged'), meaning: 'Several points become one.' },
    dropped: { title: (n) => points(n, 'dropped'), meaning: 'The new edition no longer asks for it.' },
    added: { title: (n) => points(n, 'new'), meaning: 'The older edition did not ask for it.' },
  },
  before: 'Before',
  after: 'Now',
  nothing: 'Nothing.',
  why: 'Why:',
  file: 'Download the table',
  unchanged: (value) => `See ${points(value, 'unchanged')}`,
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
