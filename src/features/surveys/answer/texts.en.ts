import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { AnswerTexts } from './texts.fr.ts'

const en: AnswerTexts = {
  trial: {
    strip: 'Trial: nothing is sent.',
    back: 'Go back',
    end: 'The trial is over: nothing was sent or kept. This is where people will read that their answer has arrived.',
  },
}

export const textsIn = (language: Language): AnswerTexts => (language === 'fr' ? fr : en)
