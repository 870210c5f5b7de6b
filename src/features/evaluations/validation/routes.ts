import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { showCompare } from './compare-page.ts'
import { saveShare, showShare } from './share-page.ts'
import { saveValidate, showValidate } from './validate-page.ts'

export const validationRoutes: Route[] = [
  get(urls.evaluation.validate, showValidate),
  post(urls.evaluation.validate, saveValidate),
  get(urls.evaluation.share, showShare),
  post(urls.evaluation.share, saveShare),
  get(urls.evaluation.compare, showCompare),
]
