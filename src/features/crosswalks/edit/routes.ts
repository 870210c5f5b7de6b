import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { saveAbout, showAbout } from './about-pages.ts'
import { onCrosswalk, onWriting } from './guard.ts'
import { saveRemoveLink, saveStatementGap, saveStatementLink } from './link-pages.ts'
import { saveDelete, savePublish, saveResume, saveSend, showDelete, showReview } from './review-pages.ts'
import { saveStart, showStart } from './start-pages.ts'
import { showStatement, showWork } from './work-page.ts'

/** Writing crosswalks in the web: two columns, suggestions, review, publication. */
export const crosswalkEditRoutes: readonly Route[] = [
  get(urls.crosswalks.start, onOwnOrganisation('framework.edit', showStart)),
  post(urls.crosswalks.start, onOwnOrganisation('framework.edit', saveStart)),
  get(urls.crosswalks.work, onWriting(showWork)),
  get(urls.crosswalks.about, onWriting(showAbout)),
  post(urls.crosswalks.about, onWriting(saveAbout)),
  get(urls.crosswalks.statement, onWriting(showStatement)),
  post(urls.crosswalks.statement, onWriting(saveStatementLink)),
  post(urls.crosswalks.removeLink, onWriting(saveRemoveLink)),
  post(urls.crosswalks.gap, onWriting(saveStatementGap)),
  get(urls.crosswalks.review, onCrosswalk(showReview)),
  post(urls.crosswalks.send, onCrosswalk(saveSend)),
  post(urls.crosswalks.resume, onCrosswalk(saveResume)),
  post(urls.crosswalks.publish, onCrosswalk(savePublish)),
  get(urls.crosswalks.delete, onCrosswalk(showDelete)),
  post(urls.crosswalks.delete, onCrosswalk(saveDelete)),
]
