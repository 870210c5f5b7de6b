import { urls } from '../../../urls.ts'
import type { CycleFacts } from '../wheel.ts'

/** What decides the next step: the cycle, and what this person is to it. */
export interface Standing {
  facts: CycleFacts
  /** May compose, open, close and agree. */
  leads: boolean
  /** May validate. */
  validates: boolean
  /** Her own part in the team; null when she is not in it. */
  part: { answered: number; finished: boolean } | null
  /** Sees it because the school has shared it. */
  visits: boolean
}

export type NextStep =
  | 'compose'
  | 'choose-team'
  | 'open'
  | 'wait-opening'
  | 'answer'
  | 'continue-answering'
  | 'follow-answers'
  | 'close'
  | 'wait-closing'
  | 'agree'
  | 'read-spread'
  | 'diagnose'
  | 'decide-actions'
  | 'validate'
  | 'wait-validation'
  | 'follow-actions'
  | 'read-report'

/** The one thing to do next, by state and person. */
export function nextStep(standing: Standing): NextStep {
  const { facts } = standing
  if (standing.visits) return 'read-report'
  switch (facts.state) {
    case 'composing':
      return composingStep(standing)
    case 'answering':
      return answeringStep(standing)
    case 'agreeing':
      return agreeingStep(standing)
    case 'validated':
      return facts.actions === 0 ? 'decide-actions' : 'follow-actions'
  }
}

function composingStep({ facts, leads }: Standing): NextStep {
  if (!leads) return 'wait-opening'
  if (facts.items === 0) return 'compose'
  return facts.members === 0 ? 'choose-team' : 'open'
}

function answeringStep({ facts, leads, part }: Standing): NextStep {
  if (part && !part.finished) return part.answered > 0 ? 'continue-answering' : 'answer'
  if (!leads) return 'wait-closing'
  return facts.finished !== null && facts.members !== null && facts.finished >= facts.members ? 'close' : 'follow-answers'
}

function agreeingStep({ facts, leads, validates }: Standing): NextStep {
  if (!leads) return facts.agreed < facts.items ? 'read-spread' : facts.actions === 0 ? 'decide-actions' : 'wait-validation'
  if (facts.agreed < facts.items) return 'agree'
  if (facts.findings === 0) return 'diagnose'
  if (facts.actions === 0) return 'decide-actions'
  return validates ? 'validate' : 'wait-validation'
}

/** Where the step leads; null when there is only to wait. */
export function stepHref(step: NextStep, evaluation: { id: string; organisationId: string }): string | null {
  const here = { evaluation: evaluation.id }
  switch (step) {
    case 'compose':
      return urls.evaluation.compose(here)
    case 'choose-team':
      return urls.evaluation.members(here)
    case 'open':
      return urls.evaluation.open(here)
    case 'answer':
    case 'continue-answering':
      return urls.evaluation.answer(here)
    case 'close':
      return urls.evaluation.close(here)
    case 'agree':
    case 'read-spread':
      return urls.evaluation.spread(here)
    case 'diagnose':
    case 'decide-actions':
      return urls.evaluation.diagnosis(here)
    case 'validate':
      return urls.evaluation.validate(here)
    case 'follow-actions':
      return urls.school.actions({ organisation: evaluation.organisationId })
    case 'read-report':
      return urls.evaluation.report(here)
    case 'follow-answers':
      return '#participation'
    case 'wait-opening':
    case 'wait-closing':
    case 'wait-validation':
      return null
  }
}
