import type { ChangeKind } from './content.ts'
import type { Link } from './graph.ts'
import type { Relation } from './relations.ts'
import type { Conversion } from './store.ts'

/** What the older statement is, compared with the newer one; null where nothing is carried over. */
const relationOfChange: Readonly<Record<ChangeKind, Relation | null>> = {
  same: 'equal',
  minor: 'equal',
  major: 'overlaps',
  split: 'broader',
  merged: 'narrower',
  dropped: null,
  added: null,
}

/** A new version is one more framework: what was said of the older one reaches it through its conversion table, in both directions. */
export function conversionLinks(conversions: readonly Conversion[]): Link[] {
  return conversions.flatMap(({ fromId, toId, author, changes }) =>
    changes.flatMap(({ kind, from, to, reason }) => {
      const type = relationOfChange[kind]
      if (!type) return []
      return from.flatMap((older) =>
        to.map((newer): Link => {
          const ends = { from: { frameworkId: fromId, code: older }, to: { frameworkId: toId, code: newer } }
          return { ...ends, type, reason, status: 'validated', author }
        }),
      )
    }),
  )
}
