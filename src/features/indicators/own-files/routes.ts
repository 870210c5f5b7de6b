import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { confirmOwnReading, saveOwnFile, saveOwnReading, showOwnFiles, showOwnReading } from './pages.ts'
import { largestOwnFile } from './read-table.ts'

// A file a little too large is refused with a sentence, not cut off.
const bodyLimit = 2 * largestOwnFile

export const ownFileRoutes: readonly Route[] = [
  get(urls.indicators.ownFiles, onOwnOrganisation('indicator.lead', showOwnFiles)),
  post(urls.indicators.ownFiles, onOwnOrganisation('indicator.lead', saveOwnFile), { bodyLimit }),
  get(urls.indicators.ownReading, onOwnOrganisation('indicator.lead', showOwnReading)),
  post(urls.indicators.ownReading, onOwnOrganisation('indicator.lead', saveOwnReading)),
  post(urls.indicators.ownConfirm, onOwnOrganisation('indicator.lead', confirmOwnReading)),
]
