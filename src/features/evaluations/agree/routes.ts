import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { saveAgree, showAgree, showSpread } from './handlers.ts'

export const agreeRoutes: readonly Route[] = [
  get(urls.evaluation.spread, showSpread),
  get(urls.evaluation.agree, showAgree),
  post(urls.evaluation.agree, saveAgree),
]
