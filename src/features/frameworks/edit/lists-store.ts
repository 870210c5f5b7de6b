import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { permissions } from '../../accounts/permissions.ts'
import type { FrameworkTables } from '../tables.ts'
import type { DraftState } from './tables.ts'

export interface ListedDraft {
  id: string
  title: string
  edition: string
  state: DraftState
  themes: number
  items: number
  updatedAt: Date
  /** Null when she is not ours to name. */
  updatedBy: string | null
  extendsTitle: string | null
}

/** What an organisation is writing, the latest first. */
export async function listDrafts(db: Db, organisationId: string): Promise<ListedDraft[]> {
  const { rows } = await sql<ListedDraft>`
    select d.id, coalesce(nullif(d.content ->> 'short_title', ''), d.content ->> 'title') as title, d.content ->> 'version' as edition, d.state,
      jsonb_array_length(d.content -> 'themes') as themes, counted.items, d.updated_at as "updatedAt", p.name as "updatedBy", f.short_title as "extendsTitle"
    from framework_drafts d
    left join persons p on p.id = d.updated_by
    left join frameworks f on f.id = d.extends_id
    cross join lateral (
      select coalesce(sum(jsonb_array_length(t -> 'items')), 0)::int as items from jsonb_array_elements(d.content -> 'themes') t) counted
    where d.organisation_id = ${organisationId} and d.state <> 'published'
    order by d.updated_at desc`.execute(db)
  return rows
}

export interface OwnFramework {
  id: string
  framework: string
  version: string
  shortTitle: string
  title: string
  extendsId: string | null
  extendsTitle: string | null
}

/** What an organisation has published, the newest edition of each first. */
export const listOwnFrameworks = (db: Db, organisationId: string): Promise<OwnFramework[]> =>
  db
    .withTables<FrameworkTables>()
    .selectFrom('frameworks as f')
    .leftJoin('frameworks as parent', 'parent.id', 'f.extends_id')
    .select(['f.id', 'f.framework', 'f.version', 'f.short_title as shortTitle', 'f.title', 'f.extends_id as extendsId', 'parent.short_title as extendsTitle'])
    .where('f.owner_id', '=', organisationId)
    .orderBy('f.framework')
    .orderBy('f.published_at', 'desc')
    .execute()

export interface Writer {
  personId: string
  name: string
}

/** Who may write for an organisation today. */
export async function listWriters(db: Db, organisationId: string, today: string): Promise<Writer[]> {
  const { rows } = await sql<Writer>`
    select distinct p.id as "personId", p.name
    from mandates m join persons p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.role = any (${[...permissions['framework.edit'].roles]}::text[])
      and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date) and p.deactivated_at is null
    order by p.name`.execute(db)
  return rows
}

/** Codes that may not be used again: those of the items and themes of another version. */
export async function listCodes(db: Db, frameworkId: string | null): Promise<{ themes: string[]; items: string[] }> {
  if (!frameworkId) return { themes: [], items: [] }
  const tables = db.withTables<FrameworkTables>()
  const themes = await tables.selectFrom('framework_themes').select('code').where('framework_id', '=', frameworkId).execute()
  const items = await tables.selectFrom('framework_items').select('code').where('framework_id', '=', frameworkId).execute()
  return { themes: themes.map((row) => row.code), items: items.map((row) => row.code) }
}
