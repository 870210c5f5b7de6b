import type { Db } from '../../../platform/database.ts'
import { recordEvidence } from '../commands.ts'
import type { ItemKey } from '../../frameworks/store.ts'
import type { Evidence } from '../store.ts'
import { addSupports, listSupports, removeSupport, updatePageRef } from '../supports-store.ts'
import type { Support } from '../supports-store.ts'

export interface Ticked extends ItemKey {
  pageRef: string
}

export interface Linking {
  ticked: readonly Ticked[]
  /** Points that were shown as linked: those that are not ticked any more are taken off. What others linked meanwhile stays. */
  shown: readonly ItemKey[]
}

export interface Linked {
  added: number
  removed: number
  /** Links whose page changed. */
  changed: number
}

const same = (one: ItemKey, other: ItemKey): boolean => one.frameworkId === other.frameworkId && one.code === other.code

/** Puts a proof beside all these points at once, takes it off those that were unticked, and notes where to look. */
export async function linkPoints(db: Db, personId: string, evidence: Evidence, { ticked, shown }: Linking): Promise<Linked> {
  const present = await listSupports(db, { evidenceIds: [evidence.id] })
  const find = (item: ItemKey): Support | undefined => present.find((support) => same(support, item))
  const added = await addSupports(
    db,
    personId,
    evidence,
    ticked.filter((item) => !find(item)),
  )
  let [removed, changed] = [0, 0]
  for (const item of shown) {
    if (ticked.some((one) => same(one, item))) continue
    if (await removeSupport(db, personId, evidence, item)) removed += 1
  }
  for (const item of ticked) {
    const known = find(item)
    if (!known || known.pageRef === item.pageRef) continue
    await updatePageRef(db, evidence.id, item, item.pageRef)
    changed += 1
  }
  if (changed > 0) await recordEvidence(db, personId, evidence, 'evidence.edited')
  return { added: added.length, removed, changed }
}
