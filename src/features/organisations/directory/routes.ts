import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { forOperator } from '../../accounts/guard.ts'
import { saveAttach, showSheet } from './attach-pages.ts'
import { saveEndLink, showEndLink } from './end-link-pages.ts'
import { saveNewGroup, showNewGroup } from './group-pages.ts'
import { showSearch } from './search-page.ts'

export const directoryRoutes: readonly Route[] = [
  get(urls.operator.schools, forOperator(showSearch)),
  get(urls.operator.newGroup, forOperator(showNewGroup)),
  post(urls.operator.newGroup, forOperator(saveNewGroup)),
  get(urls.operator.organisation, forOperator(showSheet)),
  post(urls.operator.attach, forOperator(saveAttach)),
  get(urls.operator.endLink, forOperator(showEndLink)),
  post(urls.operator.endLink, forOperator(saveEndLink)),
]
