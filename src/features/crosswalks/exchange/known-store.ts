import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { KnownVersion } from './known-versions.ts'

export interface StoredVersion extends KnownVersion {
  id: string
  /** Null when it comes with the product. */
  ownerId: string | null
}

/** Published versions that the caller sees, with the codes of their items; those that come with the product first. */
export async function listKnownVersions(db: Db): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select f.id, f.framework, f.version, f.owner_id as "ownerId",
      array(select code from framework_items i where i.framework_id = f.id order by code collate "C") as codes
    from frameworks f order by f.owner_id nulls first, f.framework, f.version`.execute(db)
  return rows
}

/** Whose name a link's end means: one of the organisation's own before one of the product. */
export function findVersion(versions: readonly StoredVersion[], end: { framework: string; version: string }, organisationId: string): StoredVersion | null {
  const named = versions.filter((one) => one.framework === end.framework && one.version === end.version)
  return named.find((one) => one.ownerId === organisationId) ?? named[0] ?? null
}
