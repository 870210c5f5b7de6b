import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { saveAgree, showAgree, showSpread } from './handlers.ts'
import type { BesideQuestion } from './handlers.ts'

/** `beside`: what the later features say of the item behind a question. */
export const agreeRoutes = (beside: BesideQuestion): readonly Route[] => [
  get(urls.evaluation.spread, showSpread),
  get(urls.evaluation.agree, showAgree(beside)),
  post(urls.evaluation.agree, saveAgree(beside)),
]
