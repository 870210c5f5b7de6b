import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Award, ContentStatus, FrameworkHeader, Source, ThemeContent } from './content.ts'
import { frenchSpaces } from './french-spaces.ts'
import type { FrameworkTables } from './tables.ts'

export interface NewVersion {
  id: string
  content: FrameworkHeader
  status: ContentStatus
  sha256: string
  /** Whose own it is; absent when it comes with the product. */
  ownerId?: string
  extendsId?: string | null
}

/** Writes a whole version into the frozen tables: in the transaction that does it, and never after. */
export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  const { id, content } = version
  const tables = db.withTables<FrameworkTables>()
  const set = spacesOf(content.locale)
  await tables.insertInto('frameworks').values(headerRow(version)).execute()
  await tables
    .insertInto('framework_themes')
    .values(content.themes.map((theme, index) => themeRow(id, theme, index, set)))
    .execute()
  for (const theme of content.themes)
    await tables
      .insertInto('framework_items')
      .values(itemRows(id, theme, set))
      .execute()
}

// A list given as it is would be sent as an array of PostgreSQL, not as JSON.
const asJson = <T>(list: readonly T[]): RawBuilder<readonly T[]> => sql<readonly T[]>`${JSON.stringify(list)}::text::jsonb`

// Only French sets a space before : ; ? !, and its authors type a plain one.
const spacesOf = (locale: string): ((text: string) => string) => (locale.startsWith('fr') ? frenchSpaces : (text) => text)

const headerRow = ({ id, content, status, sha256, ownerId, extendsId }: NewVersion) => {
  const set = spacesOf(content.locale)
  return {
    id,
    framework: content.id,
    version: content.version,
    locale: content.locale,
    title: set(content.title),
    short_title: set(content.short_title),
    source: sourceOf(content.source, set),
    licence: set(content.licence),
    status,
    unconfirmed_note: setOrNull(content.unconfirmed_note, set),
    notes: setOrNull(content.notes, set),
    blank: content.blank ?? false,
    valid_from: content.valid_from,
    valid_to: content.valid_to,
    scale: content.scale,
    content_sha256: sha256,
    kind: content.kind ?? 'guide',
    award: awardOf(content.award, set),
    grades: asJson(content.grades ?? []),
    conditions: asJson((content.conditions ?? []).map((condition) => ({ ...condition, question: set(condition.question) }))),
    owner_id: ownerId ?? null,
    extends_id: extendsId ?? null,
  }
}

const setOrNull = (text: string | undefined, set: (text: string) => string): string | null => (text === undefined ? null : set(text))

const awardOf = (award: Award | undefined, set: (text: string) => string): Award | null =>
  award === undefined ? null : { ...award, by: set(award.by), note: set(award.note) }

const sourceOf = (source: Source, set: (text: string) => string): Source => ({
  ...source,
  title: set(source.title),
  publisher: set(source.publisher),
  reference: set(source.reference),
  note: set(source.note),
})

const themeRow = (id: string, theme: ThemeContent, index: number, set: (text: string) => string) => ({
  framework_id: id,
  code: theme.code,
  position: index + 1,
  title: set(theme.title),
  purpose: set(theme.purpose),
  keywords: theme.keywords,
  status: theme.status,
  unconfirmed_note: setOrNull(theme.unconfirmed_note, set),
})

const itemRows = (id: string, theme: ThemeContent, set: (text: string) => string) =>
  theme.items.map((item, index) => ({
    framework_id: id,
    code: item.code,
    theme_code: theme.code,
    position: index + 1,
    phase: item.phase ?? null,
    statement: set(item.statement),
    help: set(item.help ?? ''),
    contrast_low: setOrNull(item.contrast_low, set),
    contrast_high: setOrNull(item.contrast_high, set),
    audiences: item.audiences,
    evidence: item.evidence.map(set),
    indicators: item.indicators,
    title: setOrNull(item.title, set),
    grade: item.grade ?? null,
    conditions: item.conditions ?? [],
    gravity: item.gravity ?? null,
    status: item.status ?? 'confirmed',
  }))
