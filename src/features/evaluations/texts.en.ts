import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'
import type { Missing } from './wheel.ts'
import type { Language } from '../../platform/language.ts'

const many = (value: number, one: string, several: string): string => `${value} ${value === 1 ? one : several}`

function missing(reason: Missing): string {
  switch (reason.what) {
    case 'purpose':
      return 'Write the purpose'
    case 'theme':
      return 'Choose a theme'
    case 'team':
      return 'Choose the team'
    case 'questionnaire':
      return 'Compose the questionnaire'
    case 'opening':
      return 'Open the round of answers'
    case 'answers':
      return reason.members > 0 ? many(reason.members, 'person has not finished yet', 'people have not finished yet') : 'The team’s answers'
    case 'closing':
      return 'Close the round of answers'
    case 'positions':
      return reason.items > 0 ? `Agree on ${many(reason.items, 'question', 'questions')}` : 'Agree on each question'
    case 'diagnosis':
      return 'Note strengths and weaknesses'
    case 'actions':
      return 'Decide on actions'
    case 'validation':
      return 'Validate the self-evaluation'
  }
}

export const en: Texts = {
  phases: { plan: 'Plan', do: 'Do', check: 'Check', act: 'Act' },
  states: { composing: 'Questionnaire being prepared', answering: 'Answers under way', agreeing: 'Sharing and agreeing', validated: 'Validated' },
  scopes: { school: 'The whole school', action: 'One action', discipline: 'One subject', network: 'A network' },
  missing,
  cancel: 'Cancel',
  evaluations: 'Self-evaluations',
  wheelTitle: (full) => `Wheel of the cycle: ${many(full, 'quarter complete', 'quarters complete')} out of 4`,
  quarterStates: { empty: 'to do', partial: 'under way', full: 'complete' },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
