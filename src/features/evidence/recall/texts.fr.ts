import { count } from '../../../platform/language.ts'

const proofs = (number: number): string => count(number, 'preuve', 'preuves', 'fr')

export const fr = {
  subject: (number: number, school: string) => `${proofs(number)} à renouveler ou à revoir – ${school}`,
  greeting: (name: string) => `Bonjour ${name},`,
  intro: (number: number, school: string) =>
    number < 2
      ? `Une preuve de ${school} arrive au bout de sa validité, ou au jour choisi pour la revoir.`
      : `${proofs(number)} de ${school} arrivent au bout de leur validité, ou au jour choisi pour les revoir.`,
  until: (date: string) => `valable jusqu’au ${date}`,
  review: 'à revoir',
  all: 'Toutes celles qui demandent votre attention :',
  why: 'Donnez une nouvelle version du document, ou une nouvelle date : tout ce qu’il appuie suivra. Ce rappel est envoyé une seule fois pour chaque fin de validité, à la direction et au pilote.',
  signature: 'Qualéduc',
}

export type Texts = typeof fr
