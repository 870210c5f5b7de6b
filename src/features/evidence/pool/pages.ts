import { page } from '../../../platform/web/answer.ts'
import type { Guarded } from '../../../platform/web/route.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { pagesOf } from '../../organisations/paging.ts'
import type { UseSource } from '../uses.ts'
import { readFilter } from './filter.ts'
import { poolPage } from './pool-page.ts'
import { countPool, searchPool } from './pool-store.ts'

const perPage = 30

export const showPool = (sources: readonly UseSource[]): Guarded =>
  onOwnOrganisation('evidence.read', async (ask, organisation) => {
    const place = { organisationId: organisation.id, sources, today: ask.today }
    const filter = readFilter(ask.query)
    const figures = await countPool(ask.db, place)
    let asked = ask.query.get('page')
    let found = await searchPool(ask.db, place, filter, pagesOf(asked, figures.all, perPage))
    // Beyond the last one, where nothing is: what is found begins on the first page.
    if (found.total === 0 && asked !== null) {
      asked = null
      found = await searchPool(ask.db, place, filter, pagesOf(asked, figures.all, perPage))
    }
    return page(poolPage(ask, { organisation, filter, figures, found, paging: pagesOf(asked, found.total, perPage) }))
  })
