import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { saveClose, showClose } from './close-pages.ts'
import { saveAll, saveFinish, saveQuestion, showFinish, showQuestion, showSheet } from './handlers.ts'

export const answerRoutes: readonly Route[] = [
  get(urls.evaluation.answer, showSheet),
  post(urls.evaluation.answer, saveAll),
  get(urls.evaluation.answerItem, showQuestion),
  post(urls.evaluation.answerItem, saveQuestion),
  get(urls.evaluation.finish, showFinish),
  post(urls.evaluation.finish, saveFinish),
  get(urls.evaluation.close, showClose),
  post(urls.evaluation.close, saveClose),
]
