import fc from 'fast-check'
import type { Link } from '../src/features/crosswalks/graph.ts'
import { relations } from '../src/features/crosswalks/relations.ts'
import type { ItemKey } from '../src/features/frameworks/store.ts'
import type { Said } from './reference-projection.ts'

/** Items of three frameworks, links of every kind between them (cycles included), and what a school said and showed. */
export interface Case {
  items: ItemKey[]
  links: Link[]
  said: Said[]
}

const itemAt = (index: number): ItemKey => ({ frameworkId: `framework-${index % 3}`, code: `A-${index}` })

export const arbitraryCase = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const number = fc.integer({ min: 0, max: size - 1 })
  const link = fc
    .tuple(number, number, fc.constantFrom(...relations), fc.constantFrom('proposed' as const, 'validated' as const))
    .map(([from, to, type, status]): Link => ({ from: itemAt(from), to: itemAt(to), type, reason: 'Une raison.', status, author: 'Équipe' }))
  const said = fc
    .record({
      item: number,
      position: fc.constantFrom('none' as const, 'not_yet' as const, 'partly' as const, 'held' as const, 'not_applicable' as const),
      proofs: fc.integer({ min: 0, max: 2 }),
      planned: fc.boolean(),
    })
    .map((one): Said => ({ ...one, item: itemAt(one.item) }))
  return fc.record({
    items: fc.constant(Array.from({ length: size }, (_, index) => itemAt(index))),
    links: fc.array(link, { maxLength: 24 }),
    said: fc.uniqueArray(said, { selector: (one) => one.item.code, maxLength: size }),
  })
})

const positionNumbers = { none: 0, not_yet: 1, partly: 2, held: 3, not_applicable: 4 } as const

export const seedsOf = ({ items, said }: Case) =>
  said.map(({ item, position, proofs, planned }) => ({
    item: items.findIndex((one) => one.code === item.code),
    position: positionNumbers[position],
    proofs,
    planned,
  }))
