import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findOwnOrganisation } from './store.ts'
import type { Organisation } from './store.ts'

/** A route inside an organisation of the caller's: to everybody else it does not exist. */
export const onOwnOrganisation = (permission: PermissionName, handle: (ask: SignedIn, organisation: Organisation) => Promise<Answer>): Guarded =>
  onObject('school', permission, (ask) => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? ''), handle)
