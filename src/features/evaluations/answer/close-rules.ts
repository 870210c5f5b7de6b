import type { EvaluationState } from '../tables.ts'

/** Below this many people, an opinion without a name can still be recognised by the others: said before closing. */
export const fewestToBlend = 3

export type CloseRefusal = 'not-open' | 'already'

/** Why the round cannot be closed; null when it can. Unfinished members never block: the lead decides. */
export function closeObstacle(state: EvaluationState): CloseRefusal | null {
  switch (state) {
    case 'composing':
      return 'not-open'
    case 'answering':
      return null
    case 'agreeing':
    case 'validated':
      return 'already'
  }
}
