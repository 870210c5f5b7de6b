import { redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { findCrosswalk } from '../read/crosswalks-store.ts'
import type { Crosswalk } from '../read/crosswalks-store.ts'
import { refusedPage } from './refusals.ts'

/** A route on one crosswalk being written: to those who do not write for its organisation it is not theirs. Published, it leads to its page. */
export const onCrosswalk = (handle: (ask: SignedIn, crosswalk: Crosswalk) => Promise<Answer>): Guarded =>
  onObject(
    'crosswalk',
    'framework.edit',
    (ask) => findCrosswalk(ask.db, ask.params['crosswalk'] ?? ''),
    (ask, crosswalk) =>
      crosswalk.state === 'published' ? Promise.resolve(redirect(urls.crosswalks.show({ crosswalk: crosswalk.id }))) : handle(ask, crosswalk),
  )

/** The same for what may only be changed while it is being written. */
export const onWriting = (handle: (ask: SignedIn, crosswalk: Crosswalk) => Promise<Answer>): Guarded =>
  onCrosswalk((ask, crosswalk) => (crosswalk.state === 'draft' ? handle(ask, crosswalk) : Promise.resolve(refusedPage(ask, crosswalk, 'not-writing'))))
