import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findEvidence } from './store.ts'
import type { Evidence } from './store.ts'

/** A route on one proof: absent, foreign and kept for those who lead give the same page. */
export const onEvidence = (permission: PermissionName, handle: (ask: SignedIn, evidence: Evidence) => Promise<Answer>): Guarded =>
  onObject('evidence', permission, (ask) => findEvidence(ask.db, ask.params['evidence'] ?? ''), handle)
