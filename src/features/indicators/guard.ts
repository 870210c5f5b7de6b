import type { Answer } from '../../platform/web/answer.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../platform/web/route.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { onOwnOrganisation } from '../organisations/guard.ts'
import type { Organisation } from '../organisations/store.ts'
import { loadDirectory } from './known.ts'
import type { Directory, KnownMeasure } from './known.ts'

/** One figure of the directory, as one school follows it. */
export interface Followed {
  school: Organisation
  directory: Directory
  measure: KnownMeasure
}

/** A route on one figure of a school; `:code` is of the directory, of an indicator or of a part of one. */
export const onFigure = (permission: PermissionName, handle: (ask: SignedIn, followed: Followed) => Promise<Answer>): Guarded =>
  onOwnOrganisation(permission, async (ask, school) => {
    const directory = await loadDirectory(ask.db, school)
    const measure = directory.measures.get(ask.params['code'] ?? '')
    return measure ? handle(ask, { school, directory, measure }) : notFound()
  })
