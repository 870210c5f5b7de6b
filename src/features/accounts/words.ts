import type { Language } from '../../platform/language.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
