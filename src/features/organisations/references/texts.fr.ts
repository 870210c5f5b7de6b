import type { ReferenceKind } from '../tables.ts'
import { longestDescription, longestLabel } from './rules.ts'
import type { ReferenceFault } from './rules.ts'

interface KindWords {
  title: string
  purpose: string
  example: string
  add: string
  label: string
  labelHint: string
  edit: string
}

const kinds: Record<ReferenceKind, KindWords> = {
  value: {
    title: 'Nos valeurs',
    purpose: 'Ce à quoi l’établissement tient, dit en peu de mots.',
    example: '« Chaque élève est connu d’au moins un adulte. »',
    add: 'Ajouter une valeur',
    label: 'La valeur',
    labelHint: 'En quelques mots : le respect, l’exigence bienveillante…',
    edit: 'Modifier cette valeur',
  },
  norm: {
    title: 'Nos règles communes',
    purpose: 'Ce que nous avons décidé de faire tous de la même façon.',
    example: '« Les devoirs sont notés le jour même dans l’espace numérique. »',
    add: 'Ajouter une règle',
    label: 'La règle',
    labelHint: 'Une phrase que chacun peut vérifier.',
    edit: 'Modifier cette règle',
  },
  body: {
    title: 'Nos instances',
    purpose: 'Les réunions et conseils où les décisions se prennent.',
    example: '« Conseil pédagogique », « Conseil de la vie lycéenne ».',
    add: 'Ajouter une instance',
    label: 'L’instance',
    labelHint: 'Son nom, comme on le dit chez vous.',
    edit: 'Modifier cette instance',
  },
}

const faults: Record<ReferenceFault, string> = {
  'no-label': 'Écrivez au moins son nom.',
  'long-label': `Ce nom dépasse ${longestLabel} caractères. Gardez l’essentiel, et mettez le reste dans la description.`,
  'long-description': `Cette description dépasse ${longestDescription} caractères. Raccourcissez-la.`,
}

export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  title: 'Nos valeurs, nos règles, nos instances',
  lead: 'Ce qui fait votre établissement, au-delà des fiches nationales.',
  use: 'Quand vous composez un questionnaire, chaque ligne d’ici peut devenir une question, que vous reformulez comme vous voulez.',
  useSummary: 'Voir un exemple de question',
  useExample:
    'De la valeur « Respect » naît la question : « Ce que nous faisons au quotidien répond à ce que nous disons sous le mot Respect. » Chacun dit où nous en sommes, et pourquoi.',
  kinds,
  exampleLabel: 'Par exemple :',
  description: 'Ce que cela veut dire chez nous (facultatif)',
  addButton: 'Ajouter',
  saveButton: 'Enregistrer',
  cancel: 'Annuler',
  edit: 'Modifier',
  up: 'Monter',
  down: 'Descendre',
  remove: 'Retirer',
  added: 'C’est ajouté.',
  saved: 'C’est enregistré.',
  removed: 'C’est retiré.',
  faults,
  changedTitle: 'Quelqu’un a modifié ce texte pendant que vous écriviez',
  changed: 'Rien n’est perdu : votre texte est dans le formulaire, celui qui est enregistré est montré à côté. Gardez ce qui convient, puis enregistrez.',
  savedVersion: 'Ce qui est enregistré :',
  removeTitle: (label: string) => `Retirer « ${label} »`,
  removeIntro: 'Cette ligne ne sera plus proposée pour de nouveaux questionnaires. Les questions déjà posées restent comme elles sont.',
  removeButton: 'Retirer',
  nothing: 'Rien pour l’instant.',
}

export type Texts = typeof fr
