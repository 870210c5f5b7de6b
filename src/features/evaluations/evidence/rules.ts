import type { EvaluationState } from '../tables.ts'

/** Proofs come and go until the evaluation is validated. */
export function mayChangeEvidence(state: EvaluationState): boolean {
  switch (state) {
    case 'composing':
    case 'answering':
    case 'agreeing':
      return true
    case 'validated':
      return false
  }
}

/** Longest note beside a question, in characters. */
export const longestNote = 1000

export type AttachWay = 'file' | 'link' | 'known'

export const readWay = (text: string): AttachWay => (text === 'link' || text === 'known' ? text : 'file')
