import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findPlace, findSurvey } from './store.ts'
import type { Place, Survey } from './store.ts'

/** A route on one survey, for the school, network or académie that asks. */
export const onSurvey = (permission: PermissionName, handle: (ask: SignedIn, survey: Survey) => Promise<Answer>): Guarded =>
  onObject('survey', permission, (ask) => findSurvey(ask.db, ask.params['survey'] ?? ''), handle)

/** A route on what one school does in a survey; `:organisation` is the school. */
export const onPlace = (permission: PermissionName, handle: (ask: SignedIn, place: Place) => Promise<Answer>): Guarded =>
  onObject('surveyPlace', permission, (ask) => findPlace(ask.db, ask.params['survey'] ?? '', ask.params['organisation'] ?? ''), handle)
