import { anyone, get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onPlace } from '../guard.ts'
import { sendRepliesPoster } from './poster-page.ts'
import { showPublicReplies } from './public-page.ts'
import { removeReply, saveMove, savePublish, showReplies } from './replies-pages.ts'
import { saveReply, showReply } from './reply-form.ts'
import { saveText, showTexts } from './texts-pages.ts'

/** What came of a survey, told to those who answered. */
export const replyRoutes: readonly Route[] = [
  get(urls.survey.replies, onPlace('survey.reply', showReplies)),
  get(urls.survey.reply, onPlace('survey.reply', showReply)),
  post(urls.survey.reply, onPlace('survey.reply', saveReply)),
  post(urls.survey.removeReply, onPlace('survey.reply', removeReply)),
  post(urls.survey.moveReply, onPlace('survey.reply', saveMove)),
  get(urls.survey.poster, onPlace('survey.reply', sendRepliesPoster)),
  post(urls.survey.publishReplies, onPlace('survey.reply', savePublish)),
  get(urls.survey.replyPage, anyone(showPublicReplies)),
  get(urls.survey.texts, onPlace('survey.texts', showTexts)),
  post(urls.survey.text, onPlace('survey.texts', saveText)),
]
