import type { Answer } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findItems } from '../frameworks/store.ts'
import type { Item } from '../frameworks/store.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { findFollowed } from './store.ts'
import type { Followed } from './store.ts'

/** What a route on a followed framework works on. */
export interface Following {
  organisationId: string
  organisation: Organisation
  followed: Followed
}

/** One point of a framework that the school sees, followed or not: a proof may be joined to a guide's statement too. */
export interface Point {
  organisationId: string
  organisation: Organisation
  item: Item
}

async function findFollowing(ask: SignedIn): Promise<Following | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  const followed = organisation && (await findFollowed(ask.db, organisation.id, ask.params['framework'] ?? ''))
  return organisation && followed ? { organisationId: organisation.id, organisation, followed } : null
}

async function findPoint(ask: SignedIn): Promise<Point | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  if (!organisation) return null
  const [item] = await findItems(ask.db, [{ frameworkId: ask.params['framework'] ?? '', code: ask.params['code'] ?? '' }])
  return item ? { organisationId: organisation.id, organisation, item } : null
}

export const onFollowed = (permission: PermissionName, handle: (ask: SignedIn, following: Following) => Promise<Answer>): Guarded =>
  onObject('followed framework', permission, findFollowing, handle)

export const onPoint = (permission: PermissionName, handle: (ask: SignedIn, point: Point) => Promise<Answer>): Guarded =>
  onObject('point', permission, findPoint, handle)
