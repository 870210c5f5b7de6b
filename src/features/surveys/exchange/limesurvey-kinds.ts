import { answersInWords } from '../questionnaire/scale-words.ts'
import type { DraftOption, Words } from './draft.ts'

const wordsOf = (texts: Readonly<Record<string, string>>): Words => new Map(Object.entries(texts))

const yesNo = answersInWords.find((scale) => scale.code === 'yes')?.levels ?? []
const yes: DraftOption = { code: 'Y', words: wordsOf(yesNo[2] ?? { fr: 'Oui' }) }
const no: DraftOption = { code: 'N', words: wordsOf(yesNo[0] ?? { fr: 'Non' }) }

const numbers = (last: number): DraftOption[] =>
  Array.from({ length: last }, (_, index) => ({ code: String(index + 1), words: wordsOf({ fr: String(index + 1), en: String(index + 1) }) }))

/** Answers that LimeSurvey supplies by itself, by type of question. */
export const suppliedOptions: Readonly<Record<string, readonly DraftOption[]>> = {
  '5': numbers(5),
  A: numbers(5),
  B: numbers(10),
  C: [yes, { code: 'U', words: wordsOf({ fr: 'Incertain', en: 'Uncertain', es: 'Dudoso', pt: 'Incerto' }) }, no],
  E: [
    { code: 'I', words: wordsOf({ fr: 'En augmentation', en: 'Increase' }) },
    { code: 'S', words: wordsOf({ fr: 'Sans changement', en: 'Same' }) },
    { code: 'D', words: wordsOf({ fr: 'En diminution', en: 'Decrease' }) },
  ],
  G: [
    { code: 'F', words: wordsOf({ fr: 'Femme', en: 'Female', es: 'Mujer', pt: 'Feminino' }) },
    { code: 'M', words: wordsOf({ fr: 'Homme', en: 'Male', es: 'Hombre', pt: 'Masculino' }) },
  ],
  Y: [yes, no],
}

export const otherOption: DraftOption = {
  code: 'Autre',
  words: wordsOf({
    fr: 'Autre',
    en: 'Other',
    es: 'Otro',
    pt: 'Outro',
    de: 'Andere',
    it: 'Altro',
    tr: 'Diğer',
    uk: 'Інше',
    ro: 'Altul',
    ar: 'أخرى',
    zh: '其他',
  }),
}

/** Types that have no like here, and why. */
export const leftAside: Readonly<Record<string, string>> = {
  '1': 'C’est un tableau à deux échelles ; ici, une question a une seule suite de réponses. Faites-en deux questions.',
  ':': 'C’est un tableau de nombres, qui n’existe pas ici. Posez une question par nombre.',
  ';': 'C’est un tableau de textes, qui n’existe pas ici. Posez une question par texte.',
  '|': 'Elle demande de déposer un fichier ; un questionnaire anonyme n’en reçoit pas.',
  R: 'Elle demande de classer des réponses, ce qui n’existe pas ici. Demandez plutôt de choisir les plus importantes.',
  I: 'Elle sert à choisir la langue ; ici, chacun la choisit en haut de la page.',
  '*': 'C’est un calcul caché, que personne ne lit.',
}
