import type { Language } from './language.ts'
import type { Scope } from './database.ts'

export const roles = ['head', 'lead', 'member', 'referent', 'national', 'operator'] as const
export type Role = (typeof roles)[number]

export interface Mandate {
  organisationId: string
  role: Role
  /** Kind of the organisation: 'school', 'network', 'authority', 'nation'… */
  kind: string
  name: string
}

/** Who is signed in, with the mandates that run today. */
export interface Caller {
  sessionId: string
  personId: string
  name: string
  email: string
  language: Language
  mandates: readonly Mandate[]
  /** Whether this session has passed the second factor. */
  secondFactorPassed: boolean
  hasSecondFactor: boolean
}

/** Roles that see more than one school: a second factor is required of them (safety.md, sign-in). */
export const rolesWithSecondFactor: readonly Role[] = ['referent', 'national', 'operator']

export const needsSecondFactor = (caller: Caller): boolean =>
  !caller.secondFactorPassed && (caller.hasSecondFactor || caller.mandates.some((mandate) => rolesWithSecondFactor.includes(mandate.role)))

/** Roles that see what their school keeps for those who lead it. */
const leadingRoles: readonly Role[] = ['head', 'lead']

/** What the database is told of a caller. Wide roles count only once the second factor is passed. */
export function scopeOfCaller(caller: Caller): Scope {
  const mandates = caller.mandates.filter((mandate) => caller.secondFactorPassed || !rolesWithSecondFactor.includes(mandate.role))
  const has = (role: Role) => mandates.some((mandate) => mandate.role === role)
  return {
    personId: caller.personId,
    organisations: [...new Set(mandates.map((mandate) => mandate.organisationId))],
    led: mandates.filter((mandate) => leadingRoles.includes(mandate.role)).map((mandate) => mandate.organisationId),
    authorities: mandates.filter((mandate) => mandate.role === 'referent').map((mandate) => mandate.organisationId),
    national: has('national'),
    operator: has('operator'),
  }
}
