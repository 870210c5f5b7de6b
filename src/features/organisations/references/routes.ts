import type { Answer } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { onOwnOrganisation } from '../guard.ts'
import { findOwnOrganisation } from '../store.ts'
import { saveEditReference, saveMoveReference, saveRemoveReference, showEditReference, showRemoveReference } from './edit-pages.ts'
import { createReference, showReferences } from './list-page.ts'
import { findReference } from './store.ts'
import type { Reference } from './store.ts'

async function findOwnReference(ask: SignedIn): Promise<Reference | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  return organisation && findReference(ask.db, organisation.id, ask.params['reference'] ?? '')
}

const onReference = (handle: (ask: SignedIn, reference: Reference) => Promise<Answer>): Guarded =>
  onObject('reference', 'school.references', findOwnReference, handle)

export const referenceRoutes: readonly Route[] = [
  get(urls.school.references, onOwnOrganisation('school.inside', showReferences)),
  post(urls.school.references, onOwnOrganisation('school.references', createReference)),
  get(urls.school.referenceEdit, onReference(showEditReference)),
  post(urls.school.referenceEdit, onReference(saveEditReference)),
  post(urls.school.referenceMove, onReference(saveMoveReference)),
  get(urls.school.referenceDelete, onReference(showRemoveReference)),
  post(urls.school.referenceDelete, onReference(saveRemoveReference)),
]
