import type { Caller, Role } from '../../platform/session.ts'
import { rolesWithSecondFactor } from '../../platform/session.ts'

/** How long a mailed link works (safety.md, sign-in: short life, one use). */
export const invitationDays = 14
export const resetMinutes = 60

/** Letters with a mail of the person's own asking: more than this many in the life of a link are not sent. */
export const resetsPerLink = 5

export const longestName = 100
export const longestEmail = 254

/** Kinds of organisation in which a role is held. */
const kindsOfRole: Record<Role, readonly string[]> = {
  head: ['school', 'network', 'campus'],
  lead: ['school', 'network', 'campus'],
  member: ['school', 'network', 'campus'],
  referent: ['authority'],
  national: ['nation'],
  operator: ['nation'],
}

export const roleFits = (role: Role, organisationKind: string): boolean => kindsOfRole[role].includes(organisationKind)

const teamRoles: readonly Role[] = ['member', 'lead', 'head']

/** Roles that each role may give, and end, in its own organisation. The operator's reach has no such border. */
const givenBy: Partial<Record<Role, readonly Role[]>> = { head: teamRoles, lead: ['member'] }

/** Which roles the caller may give in this organisation, the most usual first. */
export function rolesGivenBy(caller: Caller, organisation: { id: string; kind: string }): Role[] {
  const all: readonly Role[] = [...teamRoles, 'referent', 'national', 'operator']
  const fitting = all.filter((role) => roleFits(role, organisation.kind))
  if (caller.mandates.some((mandate) => mandate.role === 'operator')) return fitting
  const held = caller.mandates.filter((mandate) => mandate.organisationId === organisation.id)
  return fitting.filter((role) => held.some((mandate) => givenBy[mandate.role]?.includes(role)))
}

/** Whether one of her roles asks for a second factor, so that it cannot be removed. */
export const mustKeepSecondFactor = (caller: Caller): boolean => caller.mandates.some((mandate) => rolesWithSecondFactor.includes(mandate.role))

/** One address, nothing that a mail header could read as two. */
export const isEmail = (text: string): boolean => text.length <= longestEmail && /^[^\s@<>()[\],;:"\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text)

export const isName = (text: string): boolean => /\p{L}/u.test(text) && text.length <= longestName && !/[\r\n]/.test(text)

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The last day of a mandate ended today: yesterday, so that access stops at the next request; one that never ran ends before its first day. */
export const lastDayWhenEnded = (today: string, validFrom: string): string => dayBefore(validFrom > today ? validFrom : today)
