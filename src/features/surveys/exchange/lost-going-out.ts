import type { Definition, Question } from '../questionnaire/definition.ts'
import { everywhere } from './carried.ts'
import type { NotCarried } from './carried.ts'
import { placeOf } from './draft.ts'

/** What no other tool holds, whichever it is. */
export function lostOnTheWayOut({ questions, languages }: Definition): NotCarried[] {
  const lost: NotCarried[] = []
  const tell = (is: (question: Question) => boolean, what: string, why: string): void => {
    if (questions.some(is)) lost.push({ place: everywhere, what, why })
  }
  tell((one) => one.plain !== undefined, 'Les questions en mots simples', 'L’autre outil n’a qu’un texte par question et par langue.')
  tell((one) => one.pictogram !== undefined, 'Les pictogrammes', 'L’autre outil n’en a pas.')
  tell((one) => one.item !== undefined, 'Les liens avec les énoncés d’un référentiel', 'L’autre outil ne les connaît pas.')
  for (const question of questions) {
    if (question.kind === 'number') {
      const why = 'L’autre outil demandera le nombre exact, qui aide davantage à reconnaître quelqu’un.'
      lost.push({ place: placeOf(question.code, question.words.fr), what: 'Les intervalles', why })
    }
    if (question.kind === 'date') {
      lost.push({
        place: placeOf(question.code, question.words.fr),
        what: 'Le mois ou l’année seuls',
        why: 'L’autre outil peut garder le jour exact : réglez la question si vous ne le voulez pas.',
      })
    }
  }
  if (languages.some(({ tag, reviewed }) => tag !== 'fr' && reviewed)) {
    lost.push({ place: everywhere, what: 'La mention des traductions relues', why: 'L’autre outil ne la garde pas.' })
  }
  return lost
}
