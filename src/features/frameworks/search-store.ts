import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Phase } from '../../ui/phases.ts'
import { itemOf, listedThemeOf, themesWithCounts } from './store.ts'
import type { Item, ItemRow, ListedTheme } from './store.ts'

export interface FoundItem extends Item {
  themeTitle: string
  frameworkTitle: string
}

export interface ItemFilter {
  frameworkIds?: readonly string[]
  phase?: Phase
  /** 50 unless told. */
  limit?: number
}

/** Longest search that is read; what follows is left out. */
export const longestSearch = 200

/**
 * A search as to_tsquery reads it: every word must be there, the last one may be only begun. Null when there is no word in it.
 * Accents and case are taken off by the database, as in the index.
 */
export function searchQuery(words: string): string | null {
  const all = words
    .slice(0, longestSearch)
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu)
  if (!all) return null
  // « à l'atelier »: letters alone say nothing, unless there is nothing else.
  const long = all.filter((word) => word.length > 1)
  const found = long.length > 0 ? long : all
  return found.map((word, index) => (index === found.length - 1 ? `${word}:*` : word)).join(' & ')
}

const asQuery = (query: string) => sql`to_tsquery('french', fold_words(${query}))`

/** Items whose code, statement or help hold all the words, the closest first. Words of no weight alone (« de la ») find nothing. */
export async function searchItems(db: Db, words: string, filter: ItemFilter = {}): Promise<FoundItem[]> {
  const query = searchQuery(words)
  if (!query || filter.frameworkIds?.length === 0) return []
  const { rows } = await sql<ItemRow & { theme_title: string; framework_title: string }>`
    select item.framework_id, item.code, item.theme_code, item.phase, item.statement, item.help, item.contrast_low, item.contrast_high,
      item.audiences, item.evidence, item.indicators, item.title, item.grade, item.conditions, item.gravity, item.status, theme.title as theme_title, frameworks.short_title as framework_title
    from framework_items item
    join framework_themes theme on theme.framework_id = item.framework_id and theme.code = item.theme_code
    join frameworks on frameworks.id = item.framework_id
    where item.search @@ ${asQuery(query)}
      and (${filter.frameworkIds ?? null}::uuid[] is null or item.framework_id = any (${filter.frameworkIds ?? null}::uuid[]))
      and (${filter.phase ?? null}::text is null or item.phase = ${filter.phase ?? null})
    order by ts_rank(item.search, ${asQuery(query)}) desc, frameworks.framework, theme.position, item.position
    limit ${filter.limit ?? 50}`.execute(db)
  return rows.map((row) => ({ ...itemOf(row), themeTitle: row.theme_title, frameworkTitle: row.framework_title }))
}

/** Themes among these versions whose code, title, keywords or purpose hold all the words, titles and keywords first. */
export async function searchThemes(db: Db, words: string, frameworkIds: readonly string[]): Promise<ListedTheme[]> {
  const query = searchQuery(words)
  if (!query || frameworkIds.length === 0) return []
  const vector = sql`setweight(to_tsvector('french', fold_words(theme.code || ' ' || theme.title || ' ' || array_to_string(theme.keywords, ' '))), 'A')
    || to_tsvector('french', fold_words(theme.purpose))`
  const rows = await themesWithCounts(db)
    .clearOrderBy()
    .where('theme.framework_id', 'in', [...frameworkIds])
    .where(sql<boolean>`${vector} @@ ${asQuery(query)}`)
    .orderBy(sql`ts_rank(${vector}, ${asQuery(query)})`, 'desc')
    .orderBy('frameworks.framework')
    .orderBy('theme.position')
    .execute()
  return rows.map(listedThemeOf)
}
