import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const proofs = (number: number): string => count(number, 'proof', 'proofs', 'en')

export const en: Texts = {
  subject: (number, school) => `${proofs(number)} to renew or to review – ${school}`,
  greeting: (name) => `Hello ${name},`,
  intro: (number, school) =>
    number === 1
      ? `A proof of ${school} comes to its end, or to the day chosen to review it.`
      : `${proofs(number)} of ${school} come to their end, or to the day chosen to review them.`,
  until: (date) => `valid until ${date}`,
  review: 'to review',
  all: 'All those that ask for your attention:',
  why: 'Give a new version of the document, or a new date: all that it supports will follow. This reminder is sent once for each end of validity, to the head and the quality lead.',
  signature: 'Qualéduc',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
