import { notFound } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findPart, findPlace, findSurvey } from './store.ts'
import type { Part, Place, Survey } from './store.ts'

/** A route on one survey, for the school, network or académie that asks. */
export const onSurvey = (permission: PermissionName, handle: (ask: SignedIn, survey: Survey) => Promise<Answer>): Guarded =>
  onObject('survey', permission, (ask) => findSurvey(ask.db, ask.params['survey'] ?? ''), handle)

/** A route on what one school does in a survey; `:organisation` is the school. */
export const onPlace = (permission: PermissionName, handle: (ask: SignedIn, place: Place) => Promise<Answer>): Guarded =>
  onObject('surveyPlace', permission, (ask) => findPlace(ask.db, ask.params['survey'] ?? '', ask.params['organisation'] ?? ''), handle)

/** Of a survey, or of a school's place in it, the audience that the address names; one that is not there is nobody's. */
export const onPart =
  <On extends Survey | Place>(handle: (ask: SignedIn, on: On, part: Part) => Promise<Answer>) =>
  async (ask: SignedIn, on: On): Promise<Answer> => {
    const { id }: Pick<Survey, 'id'> = 'survey' in on ? on.survey : on
    const part = await findPart(ask.db, id, ask.params['part'] ?? '')
    return part ? handle(ask, on, part) : notFound()
  }
