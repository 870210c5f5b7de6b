import { count } from '../../platform/language.ts'
import type { Phase } from '../../ui/phases.ts'
import type { Audience, FrameworkKind } from './content.ts'
import type { Scale } from './scale.ts'

const questions = (value: number): string => count(value, 'question', 'questions', 'fr')
const themes = (value: number): string => count(value, 'thème', 'thèmes', 'fr')

const phases: Record<Phase, string> = { plan: 'Projeter', do: 'Mettre en œuvre', check: 'Évaluer', act: 'Ajuster' }

const audiences: Record<Audience, string> = {
  staff: 'personnels',
  pupil: 'élèves',
  family: 'familles',
  company: 'entreprises',
  association: 'associations',
  local_authority: 'collectivités',
}

const scales: Record<Scale['kind'], string> = {
  none: 'Aucune : on se positionne avec des mots. Un établissement peut en choisir une pour lui-même ; ses mots sont alors les nôtres, pas ceux de la fiche.',
  statements: 'Deux phrases opposées pour chaque question.',
  levels: 'Des degrés, décrits un par un.',
}

export const fr = {
  title: 'Fiches et référentiels',
  intro:
    'Chaque fiche propose des questions dans les quatre temps du cycle. Choisissez un sujet qui vous occupe en ce moment : une seule suffit pour commencer.',
  search: 'Chercher un mot',
  searchButton: 'Chercher',
  often: 'Souvent cherchés :',
  version: (framework: string, version: string) => `${framework}, édition ${version}`,
  others: 'Autres fiches',
  jump: 'Aller à :',
  groups: {
    guide: 'Autres guides',
    label: 'Labels',
    certification: 'Certifications',
    evaluation: 'Évaluation externe',
    frame: 'Cadres d’autres pays',
  } satisfies Record<FrameworkKind, string>,
  groupLeads: {
    guide: '',
    label: 'Ce que chaque label demande, point par point.',
    certification: 'Ce qu’un organisme vérifie avant de délivrer un certificat.',
    evaluation: 'Ce qu’une équipe de l’extérieur regarde quand elle vient.',
    frame: 'Comment d’autres pays d’Europe s’y prennent, et le cadre commun.',
  } satisfies Record<FrameworkKind, string>,
  ownGroup: 'Écrits par votre établissement ou votre académie',
  ownLead: 'Ils ne sont vus que par ceux qu’ils concernent.',
  kinds: { guide: 'Guide', label: 'Label', certification: 'Certification', evaluation: 'Évaluation externe', frame: 'Cadre d’un autre pays' } satisfies Record<
    FrameworkKind,
    string
  >,
  size: (numberOfThemes: number, numberOfItems: number) => `${themes(numberOfThemes)}, ${count(numberOfItems, 'énoncé', 'énoncés', 'fr')}`,
  edition: (edition: string) => `édition ${edition}`,
  write: 'Écrire un référentiel',
  writeAt: (organisation: string) => `Écrire un référentiel, ${organisation}`,
  crosswalks: 'Voir les correspondances entre référentiels',
  crosswalksOf: 'Ce qu’il a en commun avec d’autres',
  writtenBy: 'Écrit par',
  by: (owner: string) => `par ${owner}`,
  kind: 'De quoi il s’agit',
  award: 'Décerné par',
  awardYears: (years: number) => `Pour ${count(years, 'an', 'ans', 'fr')}.`,
  grades: 'Niveaux',
  conditions: 'Questions qui décident de ce qui est demandé',
  extending: 'Ajouts à',
  additions: 'Ajouts locaux',
  additionsLead: 'Ce que votre académie ou votre établissement demande en plus. Ces questions sont proposées avec celles de la fiche.',
  additionsBy: (owner: string) => `Ajouts : ${owner}`,
  addedTo: (framework: string) => `Lire la fiche entière dans ${framework}`,
  nextEdition: 'Préparer une nouvelle édition',
  reach: {
    grade: (label: string) => `À partir du niveau ${label}`,
    conditions: (questions: string) => `Seulement si : ${questions}`,
    gravity: { minor: 'L’absence peut rester un écart mineur', major: 'L’absence est un écart majeur' },
  },
  about: (framework: string) => `D’où vient « ${framework} » ?`,
  counts: questions,
  prompts: (value: number) => count(value, 'amorce', 'amorces', 'fr'),
  unconfirmed: 'À confirmer',
  unconfirmedAbout: 'Ce qui reste à confirmer',
  found: (words: string, foundThemes: number, foundQuestions: number, cut: boolean) =>
    `Pour « ${words} » : ${themes(foundThemes)}, ${cut ? `les ${foundQuestions} questions les plus proches` : questions(foundQuestions)}`,
  foundThemes: 'Thèmes',
  foundQuestions: 'Questions',
  allThemes: 'Revoir tous les thèmes',
  nothing: (words: string) => `Rien pour « ${words} »`,
  nothingHelp: 'Tous les mots doivent être présents. Essayez un seul mot, ou un mot plus courant.',
  exampleLabel: 'Par exemple :',
  empty: 'Aucune fiche n’est encore chargée',
  emptyHelp: 'Les fiches arrivent avec le site. Prévenez la personne qui s’en occupe.',
  start: 'S’évaluer sur ce thème',
  startAt: (school: string) => `S’évaluer sur ce thème, ${school}`,
  startBlank: 'Construire ma fiche',
  startBlankAt: (school: string) => `Construire ma fiche, ${school}`,
  keywords: 'Mots-clés',
  choose: 'Vous choisirez parmi ces questions, les reformulerez et ajouterez les vôtres.',
  phases,
  phaseless: 'Questions',
  emptyPhase: 'Aucune question dans ce temps.',
  more: 'Que regarder, quelles preuves',
  moreBlank: 'De l’aide pour écrire',
  evidence: 'Preuves possibles :',
  indicators: 'Indicateurs utiles :',
  speakers: 'Qui peut en parler :',
  audiences,
  source: 'D’où vient cette fiche ?',
  sourceLine: (title: string, publisher: string) => `${title}. ${publisher}.`,
  details: 'Tout sur cette édition',
  otherThemes: 'Autres thèmes',
  position: (index: number, total: number) => `Thème ${index} sur ${total}`,
  official: 'Titre',
  publisher: 'Publié par',
  reference: 'Référence',
  link: 'Page d’origine',
  ours: 'Ce qui est de nous',
  status: 'État',
  statuses: { confirmed: 'Confirmé : le titre et le plan ont été lus dans la source.', unconfirmed: 'À confirmer' },
  validity: 'Valable',
  validFrom: (day: string) => `depuis le ${day}`,
  validUntil: (from: string, to: string) => `du ${from} au ${to}`,
  always: 'Sans limite connue',
  scale: 'Échelle',
  scales,
  licence: 'Droits',
  notes: 'Remarques',
  frozen: 'Une édition publiée ne change plus : ce que vous avez évalué garde son texte.',
  newerEdition: (version: string) => `Une édition plus récente existe (${version}) : voir ce qui change`,
  olderEdition: (version: string) => `Voir ce qui a changé depuis l’édition ${version}`,
  export: 'Exporter cette édition dans un fichier',
  themesTable: 'Les thèmes de cette édition',
  theme: 'Thème',
  code: 'Code',
  questionsColumn: 'Questions',
}

export type Texts = typeof fr

/** Words that schools look for; each finds at least one of our themes (see pages.test.ts). */
export const frequentSearches: readonly string[] = ['climat', 'décrochage', 'parcours', 'PFMP', 'handicap', 'familles', 'orientation', 'partenariat', 'labels']
