import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { urls } from '../../urls.ts'
import { findItems, listFrameworks } from '../frameworks/store.ts'
import { listSupports } from './supports-store.ts'

/** Where a proof serves, in words, with the way to it. */
export interface EvidenceUse {
  text: string
  href: string
  /** Where to look in the proof: « p. 4 ». */
  pageRef: string
}

export type ListUses = (db: Db, evidenceIds: readonly string[]) => Promise<ReadonlyMap<string, readonly EvidenceUse[]>>

/** Each feature to which proofs are attached says where they serve; it stands after this one, and registers with it. */
export interface UseSource {
  /**
   * A query of (evidence_id uuid, framework_id uuid, point text), one row a link, to be counted by the database. `point` is the same for
   * the same statement; framework_id is null for a question that belongs to no framework.
   */
  rows: RawBuilder<unknown>
  /** Proofs that serve nowhere may be absent. */
  list: ListUses
}

/** All that these sources say together. */
export const joinUses =
  (sources: readonly UseSource[]): ListUses =>
  async (db, evidenceIds) => {
    const all = new Map<string, EvidenceUse[]>()
    for (const source of sources) for (const [id, uses] of await source.list(db, evidenceIds)) all.set(id, [...(all.get(id) ?? []), ...uses])
    return all
  }

const listSupportUses: ListUses = async (db, evidenceIds) => {
  const supports = await listSupports(db, { evidenceIds })
  if (supports.length === 0) return new Map()
  const frameworks = new Map((await listFrameworks(db)).map((framework) => [framework.id, framework]))
  const items = new Map((await findItems(db, supports)).map((item) => [`${item.frameworkId} ${item.code}`, item]))
  const uses = new Map<string, EvidenceUse[]>()
  for (const { evidenceId, frameworkId, code, pageRef } of supports) {
    const [item, framework] = [items.get(`${frameworkId} ${code}`), frameworks.get(frameworkId)]
    if (!item || !framework) continue
    const href = `${urls.frameworks.theme({ framework: frameworkId, theme: item.themeCode })}#${code}`
    const use = { text: `${framework.shortTitle} ${framework.version} : ${item.title ?? item.statement}`, href, pageRef }
    uses.set(evidenceId, [...(uses.get(evidenceId) ?? []), use])
  }
  return uses
}

/** Points of frameworks, outside self-evaluations. */
export const supportUses: UseSource = {
  rows: sql`select evidence_id, framework_id, framework_id || ' ' || item_code as point from evidence_supports`,
  list: listSupportUses,
}
