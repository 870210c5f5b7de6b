import { count, formatNumber } from '../../../platform/language.ts'
import type { PoolState } from './filter.ts'

const states: Record<PoolState, string> = {
  expired: 'Périmées',
  ending: 'Bientôt périmées, ou à revoir',
  unused: 'Inutilisées',
  once: 'Utilisées une fois',
}

const nothingIn: Record<PoolState, string> = {
  expired: 'Aucune preuve n’est périmée.',
  ending: 'Aucune preuve ne se périme dans les trente jours, et aucune n’est à revoir.',
  unused: 'Toutes vos preuves servent au moins une fois.',
  once: 'Aucune preuve ne sert une seule fois.',
}

export const fr = {
  title: 'Preuves de l’établissement',
  purpose: 'Tout ce qui montre ce que vous dites, rangé une fois : une même preuve peut servir à toutes vos démarches.',
  care: 'Seules les personnes de l’établissement voient ces documents. Ils ne sont jamais transmis à l’académie.',
  add: 'Ajouter des preuves',
  emptyTitle: 'Aucune preuve pour le moment',
  emptyPurpose: 'Une preuve est un document ou une page web qui montre ce que vous dites : un compte rendu, une convention type, un tableau de suivi.',
  emptyExample: 'Exemple :',
  exampleText: 'la convention avec une entreprise, ajoutée une fois, sert à l’autoévaluation et au dossier du label.',
  figures: 'Ce que vos preuves vous épargnent',
  reused: (reused: number, all: number) =>
    `${formatNumber(reused, 'fr')} ${reused < 2 ? 'preuve sert' : 'preuves servent'} à plusieurs référentiels, sur ${formatNumber(all, 'fr')}`,
  reusedShare: (percent: number) => `${percent} %`,
  sparedTimes: (times: number) => count(times, 'fois', 'fois', 'fr'),
  spared: 'une preuve n’a pas eu à être cherchée de nouveau',
  where: 'D’où vient ce chiffre ?',
  reusedWhy:
    'Taux de réemploi (indicateur Q09) : les preuves liées à au moins deux référentiels, divisées par toutes les preuves que vous pouvez voir. Une preuve est liée à un référentiel par un point que vous lui avez relié, ou par une question d’autoévaluation qui en vient. Les éditions d’un même référentiel comptent pour une.',
  sparedWhy:
    'Pour chaque preuve, les liens au-delà du premier, additionnés. Nous n’en faisons pas des heures gagnées : personne n’a mesuré combien de temps une recherche prend chez vous.',
  search: 'Chercher dans les titres et dans le texte des fichiers',
  searchHint:
    'Tous les mots doivent s’y trouver. Le texte des PDF, des documents Word et LibreOffice et des textes simples est lu ; celui des images ne l’est pas.',
  searchButton: 'Chercher',
  nature: 'Nature',
  anyNature: 'Toutes',
  filters: 'Choisir des preuves',
  all: 'Toutes',
  states,
  found: (total: number) => count(total, 'preuve', 'preuves', 'fr'),
  foundFor: (total: number, words: string) => `${count(total, 'preuve', 'preuves', 'fr')} pour « ${words} »`,
  nothingFor: (words: string) => `Rien pour « ${words} »`,
  nothingHelp: 'Essayez un seul mot, ou un mot plus courant. Un fichier tout juste ajouté est lu dans la minute.',
  nothingIn,
  nothingOfNature: 'Aucune preuve de cette nature.',
  seeAll: 'Revoir toutes les preuves',
  say: 'Dire où elle sert',
  excerpt: 'Dans le fichier :',
  pages: {
    label: 'Pages de preuves',
    previous: 'Plus récentes',
    next: 'Plus anciennes',
    position: (page: string, pages: string) => `Page ${page} sur ${pages}`,
  },
}

export type Texts = typeof fr
