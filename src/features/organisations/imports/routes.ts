import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { forOperator } from '../../accounts/guard.ts'
import { confirmImport, showPreview } from './confirm-pages.ts'
import { saveUpload, showUpload } from './upload-page.ts'

/** The national directory weighs some 40 MB. */
const largestFile = 60 * 1024 * 1024

export const importRoutes: readonly Route[] = [
  get(urls.operator.importSchools, forOperator(showUpload)),
  post(urls.operator.importSchools, forOperator(saveUpload), { bodyLimit: largestFile }),
  get(urls.operator.confirmImport, forOperator(showPreview)),
  post(urls.operator.confirmImport, forOperator(confirmImport)),
]
