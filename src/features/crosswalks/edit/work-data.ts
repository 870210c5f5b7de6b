import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { listFrameworkItems, listThemes } from '../../frameworks/store.ts'
import type { Item, Theme } from '../../frameworks/store.ts'
import type { Side } from '../content.ts'
import { listCrosswalkGaps, listCrosswalkLinks } from '../read/crosswalks-store.ts'
import type { Crosswalk, CrosswalkGap, CrosswalkLink, End } from '../read/crosswalks-store.ts'
import { otherSide, settledCodes } from '../read/sides-rules.ts'
import { rarityOf, suggest } from './similarity-rules.ts'
import type { Suggestion } from './similarity-rules.ts'
import { listStems } from './stems-store.ts'

/** Everything that the page of work shows: both frameworks, what is linked, where one stands. */
export interface Work {
  crosswalk: Crosswalk
  /** The side that one picks statements from. */
  side: Side
  near: End
  far: End
  themes: readonly Theme[]
  theme: Theme | null
  nearItems: readonly Item[]
  farItems: ReadonlyMap<string, Item>
  farThemes: readonly Theme[]
  links: readonly CrosswalkLink[]
  gaps: readonly CrosswalkGap[]
  settled: ReadonlySet<string>
  /** The statement picked, if any. */
  chosen: Item | null
}

interface Wanted {
  side: Side
  theme: string
  code: string
}

export const readSide = (text: string): Side => (text === 'to' ? 'to' : 'from')

export async function loadWork(ask: SignedIn, crosswalk: Crosswalk, wanted: Wanted): Promise<Work> {
  const { side } = wanted
  const [near, far] = [crosswalk[side], crosswalk[otherSide(side)]]
  const [themes, nearItems] = [await listThemes(ask.db, near.id), await listFrameworkItems(ask.db, near.id)]
  const [farThemes, farItems] = [await listThemes(ask.db, far.id), await listFrameworkItems(ask.db, far.id)]
  const [links, gaps] = [await listCrosswalkLinks(ask.db, crosswalk.id), await listCrosswalkGaps(ask.db, crosswalk.id)]
  const chosen = nearItems.find((item) => item.code === wanted.code) ?? null
  const themeCode = chosen?.themeCode ?? wanted.theme
  return {
    crosswalk,
    side,
    near,
    far,
    themes,
    theme: themes.find((theme) => theme.code === themeCode) ?? themes[0] ?? null,
    nearItems,
    farItems: new Map(farItems.map((item) => [item.code, item])),
    farThemes,
    links,
    gaps,
    settled: settledCodes(links, gaps, side),
    chosen,
  }
}

/** Where one stands on the page of work. */
export const workHref = (work: Pick<Work, 'crosswalk' | 'side'>, more: Record<string, string> = {}): string =>
  urls.crosswalks.work({ crosswalk: work.crosswalk.id }, { ...(work.side === 'to' ? { cote: 'to' } : {}), ...more })

/** As many as one looks at before the list is quicker. */
const mostSuggested = 8

/** Statements of the other side that the chosen one is like, without those that it is linked to already. */
export async function suggestionsFor(ask: SignedIn, work: Work, chosen: Item): Promise<Suggestion[]> {
  const [near, far] = [await listStems(ask.db, work.near.id), await listStems(ask.db, work.far.id)]
  const source = near.find((one) => one.code === chosen.code)
  const linked = new Set(work.links.filter((link) => link[work.side] === chosen.code).map((link) => link[otherSide(work.side)]))
  const free = far.filter((one) => !linked.has(one.code))
  return source ? suggest(source, free, rarityOf([...near, ...far]), mostSuggested) : []
}

/** The next statement, in the order of the framework, that nobody has looked at yet. */
export function nextToSettle(work: Work, after: string): Item | null {
  const index = work.nearItems.findIndex((item) => item.code === after)
  const rest = [...work.nearItems.slice(index + 1), ...work.nearItems.slice(0, Math.max(index, 0))]
  return rest.find((item) => !work.settled.has(item.code)) ?? null
}
