import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { BoardCard, IndicatorTables } from '../tables.ts'

export interface Board {
  cards: readonly BoardCard[]
  version: number
}

/** The dashboard of an organisation; empty at version 0 before it is composed. */
export async function findBoard(db: Db, organisationId: string): Promise<Board> {
  const row = await db
    .withTables<IndicatorTables>()
    .selectFrom('indicator_boards')
    .select(['cards', 'version'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ?? { cards: [], version: 0 }
}

/** False when somebody composed it since this version. */
export async function saveBoard(db: Db, organisationId: string, personId: string, cards: readonly BoardCard[], version: number): Promise<boolean> {
  const { rows } = await sql`
    insert into indicator_boards (organisation_id, cards, version, updated_by) values (${organisationId}, ${JSON.stringify(cards)}::text::jsonb, ${version + 1}, ${personId})
    on conflict (organisation_id) do update set cards = excluded.cards, version = excluded.version, updated_by = excluded.updated_by, updated_at = now()
      where indicator_boards.version = ${version} returning version`.execute(db)
  return rows.length === 1
}
