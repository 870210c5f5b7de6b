import type { EvaluationState } from '../evaluations/tables.ts'

/** The way of a new school from the invitation of its head to its first diagnosis. */
export const firstHourSteps = ['invite', 'theme', 'compose', 'open', 'diagnosis'] as const
export type FirstHourStep = (typeof firstHourSteps)[number]

export type StepState = 'done' | 'current' | 'next'

interface Beginning {
  /** People who work in the school, the head included. */
  people: number
  cycles: readonly { id: string; state: EvaluationState; items: number; findings: number }[]
}

export interface FirstHour {
  steps: { step: FirstHourStep; state: StepState }[]
  /** The first that is not done. */
  current: FirstHourStep
  /** The evaluation that goes furthest: the one that the path leads through. Null before the first. */
  evaluationId: string | null
}

const order: readonly EvaluationState[] = ['composing', 'answering', 'agreeing', 'validated']

/** Where a new school stands; null once a first diagnosis exists, or an evaluation is validated: the path has been walked. */
export function firstHour({ people, cycles }: Beginning): FirstHour | null {
  if (cycles.some((cycle) => cycle.findings > 0 || cycle.state === 'validated')) return null
  const furthest = [...cycles].sort((one, other) => order.indexOf(other.state) - order.indexOf(one.state) || other.items - one.items)[0]
  const done: Record<FirstHourStep, boolean> = {
    invite: people > 1,
    theme: furthest !== undefined,
    compose: furthest !== undefined && (furthest.items > 0 || furthest.state !== 'composing'),
    open: furthest !== undefined && furthest.state !== 'composing',
    diagnosis: false,
  }
  const current = firstHourSteps.find((step) => !done[step]) ?? 'diagnosis'
  return {
    steps: firstHourSteps.map((step) => ({ step, state: done[step] ? 'done' : step === current ? 'current' : 'next' })),
    current,
    evaluationId: furthest?.id ?? null,
  }
}
