import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'

export interface PastImport {
  id: string
  at: Date
  /** Null: by the command line. */
  actor: string | null
  fileName: string
  created: number
  updated: number
  closed: number
  refused: number
}

/** Imports of the directory, the latest first. Figures only: what was refused was read by who imported. */
export async function listImports(db: Db, limit = 20): Promise<PastImport[]> {
  const { rows } = await sql<PastImport>`
    select i.id, i.at, p.name as actor, i.file_name as "fileName", (i.report ->> 'created')::int as created, (i.report ->> 'updated')::int as updated,
      (i.report ->> 'closed')::int as closed, coalesce((i.report ->> 'refusedCount')::int, jsonb_array_length(i.report -> 'refused')) as refused
    from directory_imports i left join persons p on p.id = i.actor_id order by i.at desc limit ${limit}`.execute(db)
  return rows
}

/** '' before the first import. */
export async function findLastImportId(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from directory_imports order by at desc, id limit 1`.execute(db)
  return rows[0]?.id ?? ''
}
