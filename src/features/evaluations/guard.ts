import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findEvaluation } from './store.ts'
import type { Evaluation } from './store.ts'

/** A route on one evaluation: absent, foreign and not shared give the same page. */
export const onEvaluation = (permission: PermissionName, handle: (ask: SignedIn, evaluation: Evaluation) => Promise<Answer>): Guarded =>
  onObject('evaluation', permission, (ask) => findEvaluation(ask.db, ask.params['evaluation'] ?? ''), handle)
