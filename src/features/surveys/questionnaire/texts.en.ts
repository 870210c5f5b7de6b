import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { QuestionnaireTexts } from './texts.fr.ts'

const en: QuestionnaireTexts = {
  ofQuestion: (place, sentence) => `Question ${place}: ${sentence}`,
  faults: {
    shape: (about) => about,
    empty: () => 'There is no question yet.',
    'too-many': (about, most) => `There are ${about} questions; keep ${most} at most, so that people go to the end.`,
    'french-first': () => 'French comes first among the languages.',
    'language-twice': (about) => `The language “${about}” is given twice.`,
    'no-language': (about) => `“${about}” is not the code of a language, such as pt or ar.`,
    'section-twice': () => 'Two parts have the same code.',
    'section-unnamed': () => 'A part has no name.',
    code: (about) => `the code “${about}” is not made of letters, digits and hyphens.`,
    twice: (about) => `the code “${about}” already serves another question.`,
    'section-gone': () => 'its part is no longer there.',
    'no-words': () => 'it has no text.',
    scale: (about) => `the scale “${about}” does not exist.`,
    'few-options': () => 'it needs at least two answers to choose from.',
    'many-options': (about, most) => `there are ${about} answers; keep ${most} at most.`,
    'option-twice': () => 'two answers have the same code.',
    'option-unnamed': () => 'an answer has no text.',
    bounds: (_about, most) => `it needs 2 to ${most} numbers, from the smallest to the largest.`,
    period: (_about, most) => `its two dates do not go together, or go too far: ${most} months or years at most.`,
    'asked-later': () => 'it depends on a question that does not come before it.',
    'asked-in-words': () => 'it depends on a question without answers to choose from.',
    'answer-gone': () => 'it depends on an answer that does not exist.',
  },
}

export const textsIn = (language: Language): QuestionnaireTexts => (language === 'fr' ? fr : en)
