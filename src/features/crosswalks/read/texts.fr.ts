import { count } from '../../../platform/language.ts'
import type { LinkStatus } from '../graph.ts'
import type { Relation } from '../relations.ts'
import type { CrosswalkState } from '../tables.ts'

const relations: Record<Relation, string> = {
  equal: 'disent la même chose',
  broader: 'le premier contient le second',
  narrower: 'le premier n’est qu’une partie du second',
  overlaps: 'se recouvrent en partie',
}

const statuses: Record<LinkStatus, string> = { proposed: 'Proposé', validated: 'Validé' }
const states: Record<CrosswalkState, string> = { draft: 'Brouillon', review: 'En relecture', published: 'Publié' }

const links = (value: number): string => count(value, 'lien', 'liens', 'fr')

export const fr = {
  title: 'Correspondances entre référentiels',
  lead: 'Ce que dit un référentiel se retrouve souvent dans un autre. Ces liens font qu’une preuve jointe une fois sert à plusieurs démarches.',
  links,
  gaps: (value: number) => `${value} sans équivalent`,
  name: (from: string, to: string) => `${from} et ${to}`,
  end: (title: string, edition: string) => `${title}, édition ${edition}`,
  relations,
  statuses,
  states,
  filter: 'Voir celles d’un référentiel',
  filterAll: 'Tous les référentiels',
  filterButton: 'Afficher',
  write: 'Écrire une correspondance',
  writeAt: (organisation: string) => `Écrire une correspondance, ${organisation}`,
  ours: 'En cours d’écriture chez vous',
  others: 'Publiées',
  by: (author: string) => `Écrite par ${author}`,
  emptyTitle: 'Aucune correspondance ici',
  emptyPurpose: 'Une correspondance dit, énoncé par énoncé, ce que deux référentiels ont en commun, et pourquoi.',
  emptyLabel: 'Par exemple :',
  emptyExample: '« Chaque période a un tuteur qui a accepté sa mission » est une partie de « Les partenaires sont associés à la formation ».',
  about: {
    author: 'Écrite par',
    status: 'État',
    statuses: { proposed: 'Proposée : à discuter.', validated: 'Validée par ceux qui portent les deux démarches.' } satisfies Record<LinkStatus, string>,
    source: 'D’où elle vient',
    licence: 'Droits',
    counts: 'Ce qu’elle relie',
  },
  colon: ' :',
  legend: 'Comment lire les liens',
  legendLead: 'Chaque ligne compare l’énoncé de gauche (le premier) à celui de droite (le second).',
  legends: {
    equal: 'Qui montre l’un a montré l’autre.',
    broader: 'Qui montre le premier a montré le second, pas l’inverse.',
    narrower: 'Le premier aide à montrer le second, mais ne suffit pas.',
    overlaps: 'Ils se touchent : une preuve de l’un peut servir à l’autre, à vérifier.',
  } satisfies Record<Relation, string>,
  turn: (from: string, to: string) => `De ${from} vers ${to}`,
  directions: 'Sens de lecture',
  columns: { near: 'Premier énoncé', relation: 'Lien', far: 'Second énoncé', reason: 'Pourquoi' },
  gapsTitle: 'Sans équivalent',
  gapsLead: 'Énoncés dont on a cherché l’équivalent sans le trouver.',
  statement: 'Énoncé',
  unlinked: (value: number) => count(value, 'énoncé n’a pas encore été regardé.', 'énoncés n’ont pas encore été regardés.', 'fr'),
  noLinks: 'Aucun lien pour l’instant.',
  own: 'La compléter pour nous',
  ownHelp: 'Celle-ci vient avec le site et ne change pas. La vôtre s’y ajoutera.',
  goOn: 'Continuer l’écriture',
  exportLink: 'L’emporter dans un fichier',
  of: (title: string) => `Correspondances de ${title}`,
}

export type Texts = typeof fr
