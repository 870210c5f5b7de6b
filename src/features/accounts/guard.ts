import { forbidden, notFound } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { requireCaller } from '../../platform/web/route.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { may } from './permissions.ts'
import type { Owned, PermissionName } from './permissions.ts'

/**
 * A route on one object: finds it in the caller's scope (absent and foreign give the same page), asks the permission, hands it over.
 * `object` names the kind for the generated matrix of routes and roles.
 */
export function onObject<T extends Owned>(
  object: string,
  permission: PermissionName,
  find: (ask: SignedIn) => Promise<T | null>,
  handle: (ask: SignedIn, value: T) => Promise<Answer>,
): Guarded {
  return {
    policy: { who: 'holder', object, permission },
    answer: async (anyAsk) => {
      const ask = requireCaller(anyAsk)
      const value = await find(ask)
      if (!value) return notFound()
      if (!may(ask.caller, permission, value)) return forbidden()
      return handle(ask, value)
    },
  }
}

/** A route of the operator's: no object, the role itself. */
export const forOperator = (handle: (ask: SignedIn) => Promise<Answer>): Guarded => ({
  policy: { who: 'holder', object: 'installation', permission: 'installation.operate' },
  answer: async (anyAsk) => {
    const ask = requireCaller(anyAsk)
    return may(ask.caller, 'installation.operate', { organisationId: '' }) ? handle(ask) : notFound()
  },
})
