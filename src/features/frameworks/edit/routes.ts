import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { saveChange, showChange, showChanges } from './changes-pages.ts'
import { moveTheme, saveThemeOrder, showDraft } from './draft-page.ts'
import { onDraft, onWriting } from './guard.ts'
import { saveHeader, showHeader } from './header-pages.ts'
import { showDrafts } from './list-page.ts'
import { saveDelete, savePublish, saveResume, saveSend, showDelete, showReview } from './review-pages.ts'
import { saveStart, showStart } from './start-pages.ts'
import { saveNewStatement, saveRemoveStatement, saveStatement, showNewStatement, showRemoveStatement, showStatement } from './statement-pages.ts'
import { saveEditTheme, saveNewTheme, saveRemoveTheme, showEditTheme, showNewTheme, showRemoveTheme } from './theme-form-pages.ts'
import { moveStatement, saveStatementOrder, showTheme } from './theme-page.ts'

/** Writing frameworks in the web: lists, the draft and its parts, its review and its publication. */
export const draftRoutes: readonly Route[] = [
  get(urls.drafts.list, onOwnOrganisation('framework.edit', showDrafts)),
  get(urls.drafts.start, onOwnOrganisation('framework.edit', showStart)),
  post(urls.drafts.start, onOwnOrganisation('framework.edit', saveStart)),
  get(urls.drafts.show, onDraft(showDraft)),
  ...(['about', 'source', 'scale'] as const).flatMap((name) => [
    get(urls.drafts[name], onWriting(showHeader(name))),
    post(urls.drafts[name], onWriting(saveHeader(name))),
  ]),
  get(urls.drafts.newTheme, onWriting(showNewTheme)),
  post(urls.drafts.newTheme, onWriting(saveNewTheme)),
  post(urls.drafts.orderThemes, onWriting(saveThemeOrder)),
  get(urls.drafts.theme, onDraft(showTheme)),
  get(urls.drafts.editTheme, onWriting(showEditTheme)),
  post(urls.drafts.editTheme, onWriting(saveEditTheme)),
  post(urls.drafts.moveTheme, onWriting(moveTheme)),
  get(urls.drafts.removeTheme, onWriting(showRemoveTheme)),
  post(urls.drafts.removeTheme, onWriting(saveRemoveTheme)),
  get(urls.drafts.newStatement, onWriting(showNewStatement)),
  post(urls.drafts.newStatement, onWriting(saveNewStatement)),
  post(urls.drafts.orderStatements, onWriting(saveStatementOrder)),
  get(urls.drafts.statement, onWriting(showStatement)),
  post(urls.drafts.statement, onWriting(saveStatement)),
  post(urls.drafts.moveStatement, onWriting(moveStatement)),
  get(urls.drafts.removeStatement, onWriting(showRemoveStatement)),
  post(urls.drafts.removeStatement, onWriting(saveRemoveStatement)),
  get(urls.drafts.changes, onDraft(showChanges)),
  get(urls.drafts.change, onWriting(showChange)),
  post(urls.drafts.change, onWriting(saveChange)),
  get(urls.drafts.review, onDraft(showReview)),
  post(urls.drafts.send, onDraft(saveSend)),
  post(urls.drafts.resume, onDraft(saveResume)),
  post(urls.drafts.publish, onDraft(savePublish)),
  get(urls.drafts.delete, onDraft(showDelete)),
  post(urls.drafts.delete, onDraft(saveDelete)),
]
