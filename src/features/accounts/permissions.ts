import type { Caller, Role } from '../../platform/session.ts'

interface Permission {
  /** Roles that may, in the object's own organisation. */
  roles: readonly Role[]
  /** Whether those who accompany the school (referent of its académie, national) may, once the school has shared the object. */
  whenShared?: true
  /** Roles that may whatever the organisation. */
  anywhere?: readonly Role[]
}

const team: readonly Role[] = ['head', 'lead', 'member']
const leaders: readonly Role[] = ['head', 'lead']
const head: readonly Role[] = ['head']

/** Who may do what, said once. Pages ask it to show a button, commands ask it again; a route without one does not start. */
export const permissions = {
  'school.read': { roles: team, whenShared: true },
  'school.inside': { roles: team },
  'school.team': { roles: leaders },
  'school.references': { roles: leaders },
  'school.journal': { roles: leaders },
  'evaluation.create': { roles: leaders },
  'evaluation.read': { roles: team, whenShared: true },
  'evaluation.inside': { roles: team },
  'evaluation.compose': { roles: leaders },
  'evaluation.lead': { roles: leaders },
  'evaluation.answer': { roles: team },
  'evaluation.agree': { roles: leaders },
  'evaluation.validate': { roles: head },
  'evaluation.share': { roles: head },
  'evidence.attach': { roles: team },
  'evidence.read': { roles: team },
  'evidence.restrict': { roles: leaders },
  'action.create': { roles: team },
  'action.read': { roles: team, whenShared: true },
  'action.edit': { roles: team },
  'action.delete': { roles: leaders },
  'label.read': { roles: team },
  'label.edit': { roles: leaders },
  'label.share': { roles: head },
  'survey.read': { roles: ['head', 'lead', 'member', 'referent', 'national'] },
  'survey.edit': { roles: ['head', 'lead', 'referent', 'national'] },
  'survey.open': { roles: ['head', 'lead', 'referent', 'national'] },
  'survey.place': { roles: team },
  'survey.decline': { roles: head },
  'survey.invite': { roles: leaders },
  'survey.session': { roles: team },
  'survey.results': { roles: ['head', 'lead', 'member', 'referent', 'national'] },
  'survey.texts': { roles: leaders },
  'survey.reply': { roles: leaders },
  'indicator.read': { roles: team },
  'indicator.enter': { roles: team },
  'indicator.lead': { roles: leaders },
  'indicator.define': { roles: ['head', 'lead', 'referent', 'national'] },
  'indicator.import': { roles: ['referent', 'national'] },
  'framework.edit': { roles: ['head', 'lead', 'referent', 'national'] },
  'network.read': { roles: team },
  'nation.read': { roles: [], anywhere: ['national'] },
  'authority.read': { roles: ['referent'], anywhere: ['national'] },
  'installation.operate': { roles: [], anywhere: ['operator'] },
} satisfies Record<string, Permission>

export type PermissionName = keyof typeof permissions

/** Any object that a permission is asked on: the organisation it belongs to. */
export interface Owned {
  organisationId: string
}

/**
 * Whether the caller may. An object that row-level security let through without a mandate of the caller in its organisation is one
 * that the school shared with those who accompany it.
 */
export function may(caller: Caller, name: PermissionName, owned: Owned): boolean {
  const permission: Permission = permissions[name]
  if (caller.mandates.some((mandate) => permission.anywhere?.includes(mandate.role))) return true
  const held = caller.mandates.filter((mandate) => mandate.organisationId === owned.organisationId)
  if (held.some((mandate) => permission.roles.includes(mandate.role))) return true
  return held.length === 0 && permission.whenShared === true && accompanies(caller)
}

const accompanies = (caller: Caller): boolean => caller.mandates.some((mandate) => mandate.role === 'referent' || mandate.role === 'national')
