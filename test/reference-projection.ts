import type { Link } from '../src/features/crosswalks/graph.ts'
import type { ItemKey } from '../src/features/frameworks/store.ts'
import type { ItemState, Provenance } from '../src/features/labels/projection/states.ts'

/**
 * The same projection as labels/projection/project.ts, written to be read rather than to be fast, without any of its code: it walks every chain, item by
 * item. Tests and the benchmark hold the fast one against it.
 */
export interface Said {
  item: ItemKey
  position: 'none' | 'not_yet' | 'partly' | 'held' | 'not_applicable'
  proofs: number
  planned: boolean
}

export interface Settled {
  state: ItemState
  provenance: Provenance
}

type Kind = Link['type']

const name = (item: ItemKey): string => `${item.frameworkId} ${item.code}`
const turned: Record<Kind, Kind> = { equal: 'equal', broader: 'narrower', narrower: 'broader', overlaps: 'overlaps' }
const order: ItemState[] = ['missing', 'planned', 'partly', 'covered']

export function referenceProjection(items: readonly ItemKey[], links: readonly Link[], said: readonly Said[]): Settled[] {
  const known = new Set(items.map(name))
  const ways = new Map<string, { to: string; kind: Kind }[]>(items.map((item) => [name(item), []]))
  for (const link of links) {
    const [from, to] = [name(link.from), name(link.to)]
    if (!known.has(from) || !known.has(to) || from === to) continue
    ways.get(from)?.push({ to, kind: link.type })
    ways.get(to)?.push({ to: from, kind: turned[link.type] })
  }
  const kindsBetween = new Map(said.map((one) => [name(one.item), kindsFrom(name(one.item), ways)]))
  return items.map((item) => settle(name(item), said, kindsBetween))
}

/** Every item at the end of a chain of up to four links, with what the chain's beginning is compared with its end. */
function kindsFrom(start: string, ways: ReadonlyMap<string, readonly { to: string; kind: Kind }[]>): Map<string, Set<Kind>> {
  const found = new Map<string, Set<Kind>>()
  const walk = (at: string, kinds: readonly Kind[]): void => {
    if (kinds.length === 4) return
    for (const way of ways.get(at) ?? []) {
      const chain = [...kinds, way.kind]
      const whole = together(chain)
      if (whole === null || way.to === start) continue
      found.set(way.to, (found.get(way.to) ?? new Set<Kind>()).add(whole))
      walk(way.to, chain)
    }
  }
  walk(start, [])
  return found
}

/** Links that say « the same » change nothing; the others must all say the same thing, and « they overlap » may be said once. */
function together(chain: readonly Kind[]): Kind | null {
  const others = chain.filter((kind) => kind !== 'equal')
  const [first] = others
  if (!first) return 'equal'
  if (others.some((kind) => kind !== first)) return null
  return first === 'overlaps' && others.length > 1 ? null : first
}

/** What the item's own position and proofs make of it; null where nothing was said or shown. */
function alone({ position, proofs, planned }: Said): ItemState {
  if (position === 'not_applicable') return 'not_applicable'
  if (position === 'held') return proofs > 0 ? 'covered' : 'partly'
  if (position === 'partly') return 'partly'
  if (proofs > 0) return position === 'not_yet' ? 'partly' : 'covered'
  return planned ? 'planned' : 'missing'
}

function settle(item: string, said: readonly Said[], kindsBetween: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Kind>>>): Settled {
  const own = said.find((one) => name(one.item) === item) ?? null
  const brought: ItemState[] = []
  let denied = false
  let setAside = false
  for (const one of said) {
    const kinds = kindsBetween.get(name(one.item))?.get(item)
    if (!kinds || kinds.size === 0) continue
    const state = alone(one)
    const whole = kinds.has('equal') || kinds.has('broader')
    if (state === 'not_applicable') setAside ||= kinds.has('equal')
    else brought.push(whole || state !== 'covered' ? state : 'partly')
    if (one.position === 'not_yet' && one.proofs === 0) denied ||= kinds.has('equal') || kinds.has('narrower')
  }
  const most = brought.reduce<ItemState>((best, state) => (order.indexOf(state) > order.indexOf(best) ? state : best), 'missing')
  return conclude(own, most, denied, setAside)
}

function conclude(own: Said | null, most: ItemState, denied: boolean, setAside: boolean): Settled {
  const helped = most === 'partly' || most === 'covered'
  const said = own && own.position !== 'none' ? own.position : null
  if (own && said === null && own.proofs > 0) return { state: 'covered', provenance: helped ? 'confirmed' : denied ? 'diverging' : 'own' }
  if (!own || said === null) {
    if (helped) return { state: most, provenance: 'inherited' }
    if (own?.planned) return { state: 'planned', provenance: most === 'planned' ? 'confirmed' : 'own' }
    if (setAside) return { state: 'not_applicable', provenance: 'inherited' }
    if (most === 'planned') return { state: 'planned', provenance: 'inherited' }
    return { state: 'missing', provenance: denied ? 'inherited' : 'none' }
  }
  const state = alone(own)
  if (said === 'not_applicable') return { state, provenance: helped ? 'diverging' : setAside ? 'confirmed' : 'own' }
  if (said === 'held') {
    if (helped) return { state: most === 'covered' ? 'covered' : state, provenance: 'confirmed' }
    return { state, provenance: denied ? 'diverging' : 'own' }
  }
  if (said === 'partly') {
    if (most === 'covered' || (denied && !helped)) return { state, provenance: 'diverging' }
    return { state, provenance: most === 'partly' ? 'confirmed' : 'own' }
  }
  if (helped) return { state, provenance: 'diverging' }
  return { state, provenance: denied ? 'confirmed' : 'own' }
}
