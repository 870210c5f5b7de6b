import type { Role } from '../../../platform/session.ts'

/** Roles of a team in the order in which they are shown. */
export const teamRoles: readonly Role[] = ['head', 'lead', 'member']

export interface Period {
  /** 'YYYY-MM-DD', both days included; null is without end. */
  validFrom: string
  validTo: string | null
}

export type PeriodState = 'upcoming' | 'running' | 'over'

export function periodState(period: Period, today: string): PeriodState {
  if (period.validTo !== null && period.validTo < today) return 'over'
  return period.validFrom > today ? 'upcoming' : 'running'
}

/** Whether ending this mandate would leave nobody at the head. */
export const isLastHead = (mandate: Period & { id: string; role: Role }, team: readonly (Period & { id: string; role: Role })[], today: string): boolean =>
  mandate.role === 'head' && !team.some((one) => one.role === 'head' && one.id !== mandate.id && periodState(one, today) === 'running')
