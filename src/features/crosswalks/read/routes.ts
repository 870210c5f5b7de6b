import { get, signedIn } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { showCrosswalks } from './list-page.ts'
import { showCrosswalk } from './show-page.ts'

export const crosswalkReadRoutes: readonly Route[] = [get(urls.crosswalks.list, signedIn(showCrosswalks)), get(urls.crosswalks.show, signedIn(showCrosswalk))]
