import type { Phase } from '../../ui/phases.ts'
import type { Missing } from './wheel.ts'
import type { EvaluationState, ScopeKind } from './tables.ts'

const phases: Record<Phase, string> = { plan: 'Projeter', do: 'Mettre en œuvre', check: 'Évaluer', act: 'Ajuster' }

const states: Record<EvaluationState, string> = {
  composing: 'Questionnaire en préparation',
  answering: 'Réponses en cours',
  agreeing: 'Mise en commun',
  validated: 'Validée',
}

const scopes: Record<ScopeKind, string> = {
  school: 'Tout l’établissement',
  action: 'Une action',
  discipline: 'Une discipline',
  network: 'Un réseau',
}

const many = (value: number, one: string, several: string): string => `${value} ${value < 2 ? one : several}`

function missing(reason: Missing): string {
  switch (reason.what) {
    case 'purpose':
      return 'Écrire le but'
    case 'theme':
      return 'Choisir un thème'
    case 'team':
      return 'Choisir l’équipe'
    case 'questionnaire':
      return 'Composer le questionnaire'
    case 'opening':
      return 'Ouvrir les réponses'
    case 'answers':
      return reason.members > 0 ? many(reason.members, 'personne n’a pas encore terminé', 'personnes n’ont pas encore terminé') : 'Les réponses de l’équipe'
    case 'closing':
      return 'Clore les réponses'
    case 'positions':
      return reason.items > 0 ? `S’accorder sur ${many(reason.items, 'question', 'questions')}` : 'S’accorder sur chaque question'
    case 'diagnosis':
      return 'Noter points forts et points faibles'
    case 'actions':
      return 'Décider des actions'
    case 'validation':
      return 'Valider l’autoévaluation'
  }
}

/** Words that every page about an evaluation uses. */
export const fr = {
  phases,
  states,
  scopes,
  missing,
  cancel: 'Annuler',
  evaluations: 'Autoévaluations',
  wheelTitle: (full: number) => `Roue du cycle : ${many(full, 'quart complet', 'quarts complets')} sur 4`,
  quarterStates: { empty: 'à faire', partial: 'en cours', full: 'complet' },
}

export type Texts = typeof fr
