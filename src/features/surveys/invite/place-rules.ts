import type { Access, SurveyState } from '../tables.ts'

/** The one next step at a school's place, for who looks at it. */
export type PlaceStep =
  | 'draft'
  | 'declined'
  | 'prepare-invitations'
  | 'prepare-questions'
  | 'wait-opening'
  | 'invite'
  | 'invite-in-session'
  | 'session'
  | 'others-invite'
  | 'wait'
  | 'wait-results'
  | 'read'
  | 'released'

export interface PlaceStanding {
  state: SurveyState
  declined: boolean
  /** Whether anybody was given a way in. */
  invited: boolean
  mayInvite: boolean
  mayRead: boolean
  accesses: readonly Access[]
}

/** The next step of a school in a survey, by its state and by what this person may do. */
export function nextAtPlace({ state, declined, invited, mayInvite, mayRead, accesses }: PlaceStanding): PlaceStep {
  switch (state) {
    case 'draft':
      return 'draft'
    case 'offered':
      if (declined) return 'declined'
      return mayInvite ? (accesses.includes('personal') ? 'prepare-invitations' : 'prepare-questions') : 'wait-opening'
    case 'open':
      if (invited) return 'wait'
      if (mayInvite) return accesses.includes('personal') ? 'invite' : 'invite-in-session'
      return accesses.includes('session') ? 'session' : 'others-invite'
    case 'closed':
      return 'wait-results'
    case 'released':
      return mayRead ? 'read' : 'released'
  }
}
