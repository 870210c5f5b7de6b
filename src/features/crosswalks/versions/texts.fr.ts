import { count } from '../../../platform/language.ts'
import type { ChangeKind } from '../content.ts'

interface KindWords {
  title: (value: number) => string
  meaning: string
}

const points = (value: number, one: string, many: string): string => count(value, `point ${one}`, `points ${many}`, 'fr')

const kinds: Record<ChangeKind, KindWords> = {
  same: { title: (n) => points(n, 'inchangé', 'inchangés'), meaning: 'Le texte est le même. Le code, ou le critère, peut avoir bougé.' },
  minor: { title: (n) => points(n, 'retouché', 'retouchés'), meaning: 'Les mots changent, la demande reste.' },
  major: { title: (n) => points(n, 'transformé', 'transformés'), meaning: 'La demande n’est plus la même : à relire.' },
  split: { title: (n) => points(n, 'partagé', 'partagés'), meaning: 'Un point devient plusieurs points.' },
  merged: { title: (n) => points(n, 'né de plusieurs', 'nés de plusieurs'), meaning: 'Plusieurs points n’en font plus qu’un.' },
  dropped: { title: (n) => points(n, 'abandonné', 'abandonnés'), meaning: 'La nouvelle édition ne le demande plus.' },
  added: { title: (n) => points(n, 'nouveau', 'nouveaux'), meaning: 'L’ancienne édition ne le demandait pas.' },
}

export const fr = {
  title: (framework: string, from: string, to: string) => `${framework} : de l’édition ${from} à l’édition ${to}`,
  lead: 'Ce que devient chaque point, avec la raison. Les mots qui changent sont marqués.',
  author: (author: string) => `Table écrite par : ${author}.`,
  note: 'Ce que compare cette table',
  summary: 'En bref',
  kinds,
  before: 'Avant',
  after: 'Maintenant',
  nothing: 'Rien.',
  why: 'Pourquoi :',
  file: 'Télécharger la table',
  unchanged: (value: number) => `Voir ${points(value, 'inchangé', 'inchangés')}`,
}

export type Texts = typeof fr
