import type { Answer } from '../../../platform/web/answer.ts'
import { anyone, get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { may } from '../../accounts/permissions.ts'
import { findOrganisation, findOwnOrganisation } from '../../organisations/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { sendCatalogue, sendCatalogueFile } from './catalogue-pages.ts'
import { showAuthorityFigures, showNetworkFigures } from './pages.ts'
import { savePublication, showPublication } from './publication-pages.ts'

/** To those who do not accompany it, an académie has no page. */
async function findAccompanied(ask: SignedIn): Promise<Organisation | null> {
  const organisation = await findOrganisation(ask.db, ask.params['organisation'] ?? '')
  return organisation?.kind === 'authority' && may(ask.caller, 'authority.read', organisation) ? organisation : null
}

async function findOwn(ask: SignedIn, kinds: readonly Organisation['kind'][]): Promise<Organisation | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  return organisation && kinds.includes(organisation.kind) ? organisation : null
}

/** Only who accompanies its schools decides what an académie publishes; to everybody else there is no such page. */
async function findDecided(ask: SignedIn): Promise<Organisation | null> {
  const authority = await findOwn(ask, ['authority'])
  return authority && may(ask.caller, 'indicator.define', authority) ? authority : null
}

const onOwnAuthority = (handle: (ask: SignedIn, authority: Organisation) => Promise<Answer>): Guarded =>
  onObject('authority', 'indicator.define', findDecided, handle)

/** Figures of several schools together: ranges, never a list. */
export const togetherRoutes: readonly Route[] = [
  get(urls.indicators.authority, onObject('authority', 'authority.read', findAccompanied, showAuthorityFigures)),
  get(
    urls.indicators.network,
    onObject('network', 'network.read', (ask) => findOwn(ask, ['network', 'campus']), showNetworkFigures),
  ),
  get(urls.indicators.published, onOwnAuthority(showPublication)),
  post(urls.indicators.published, onOwnAuthority(savePublication)),
  get(urls.indicators.catalogue, anyone(sendCatalogue)),
  get(urls.indicators.catalogueFile, anyone(sendCatalogueFile)),
]
