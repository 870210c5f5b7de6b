import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Phase } from '../../ui/phases.ts'
import type { Audience, Award, Condition, ContentStatus, FrameworkKind, Gravity, Source } from './content.ts'
import type { Level, Scale } from './scale.ts'
import type { FrameworkTables } from './tables.ts'

/** One version of a framework. `id` is that of the version. */
export interface Framework {
  id: string
  framework: string
  version: string
  locale: string
  title: string
  shortTitle: string
  source: Source
  licence: string
  status: ContentStatus
  unconfirmedNote: string | null
  notes: string | null
  /** A sheet that a school fills itself: its items are prompts. */
  blank: boolean
  validFrom: string | null
  validTo: string | null
  scale: Scale
  kind: FrameworkKind
  award: Award | null
  /** Levels of a label, in ascending order; none for most. */
  grades: readonly Level[]
  conditions: readonly Condition[]
  /** Organisation whose own it is; null when it comes with the product. */
  ownerId: string | null
  extendsId: string | null
}

export type PhaseCounts = Record<Phase, number>

export interface Theme {
  frameworkId: string
  code: string
  title: string
  purpose: string
  keywords: string[]
  status: ContentStatus
  unconfirmedNote: string | null
  /** Items in all, and in each phase; an item without a phase counts only in the first. */
  items: number
  phases: PhaseCounts
}

/** A theme as the composer and the list of sheets show it, with the framework it belongs to. */
export interface ListedTheme extends Theme {
  framework: string
  kind: FrameworkKind
  ownerId: string | null
  /** The version that these are local additions to. */
  extendsId: string | null
  version: string
  frameworkTitle: string
  blank: boolean
  scale: Scale
}

export interface Item {
  frameworkId: string
  code: string
  themeCode: string
  phase: Phase | null
  statement: string
  help: string
  contrastLow: string | null
  contrastHigh: string | null
  audiences: Audience[]
  /** Suggested proofs. */
  evidence: string[]
  /** Codes of indicator-codes.ts. */
  indicators: string[]
  /** Short, for tables. */
  title: string | null
  /** Level of the label from which it is asked; null from the first. */
  grade: number | null
  /** Asked where one of these conditions is met; empty everywhere. */
  conditions: string[]
  gravity: Gravity | null
  status: ContentStatus
}

export interface ItemKey {
  frameworkId: string
  code: string
}

const tables = (db: Db) => db.withTables<FrameworkTables>()

/** Versions in force on a day, one a framework (the newest), the sheets to fill oneself last. Without a day: every version. */
export async function listFrameworks(db: Db, today?: string): Promise<Framework[]> {
  let query = tables(db).selectFrom('frameworks').selectAll().orderBy('blank').orderBy(inOurOrder('frameworks')).orderBy('framework').orderBy('version', 'desc')
  if (today) query = query.where('id', 'in', inForce(db, today))
  return (await query.execute()).map(frameworkOf)
}

export async function findFramework(db: Db, id: string): Promise<Framework | null> {
  const row = await tables(db).selectFrom('frameworks').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? frameworkOf(row) : null
}

/** Throws when there is no such version. */
export async function getFramework(db: Db, id: string): Promise<Framework> {
  const found = await findFramework(db, id)
  if (!found) throw new Error(`no framework ${id}`)
  return found
}

/** Themes of one version, in its order. */
export async function listThemes(db: Db, frameworkId: string): Promise<Theme[]> {
  return (await themesWithCounts(db).where('theme.framework_id', '=', frameworkId).execute()).map(themeOf)
}

export async function findTheme(db: Db, frameworkId: string, code: string): Promise<Theme | null> {
  const row = await themesWithCounts(db).where('theme.framework_id', '=', frameworkId).where('theme.code', '=', code).executeTakeFirst()
  return row ? themeOf(row) : null
}

/** Every theme of the versions in force on a day, framework by framework. */
export async function listAllThemes(db: Db, today: string): Promise<ListedTheme[]> {
  return (await themesWithCounts(db).where('theme.framework_id', 'in', inForce(db, today)).execute()).map(listedThemeOf)
}

/** Items of one theme, in its order. */
export async function listItems(db: Db, frameworkId: string, themeCode: string): Promise<Item[]> {
  const rows = await itemColumns(db).where('framework_id', '=', frameworkId).where('theme_code', '=', themeCode).orderBy('position').execute()
  return rows.map(itemOf)
}

/** Every item of a version, theme by theme, in its order. */
export async function listFrameworkItems(db: Db, frameworkId: string): Promise<Item[]> {
  const rows = await itemColumns(db)
    .innerJoin('framework_themes as theme', (join) =>
      join.onRef('theme.framework_id', '=', 'framework_items.framework_id').onRef('theme.code', '=', 'theme_code'),
    )
    .where('framework_items.framework_id', '=', frameworkId)
    .orderBy('theme.position')
    .orderBy('framework_items.position')
    .execute()
  return rows.map(itemOf)
}

/** The items of these keys, in the order of their frameworks; unknown keys are left out. */
export async function findItems(db: Db, keys: readonly ItemKey[]): Promise<Item[]> {
  if (keys.length === 0) return []
  const wanted = sql<boolean>`(framework_id, code) in (select * from unnest(${keys.map((key) => key.frameworkId)}::uuid[], ${keys.map((key) => key.code)}::text[]))`
  const rows = await itemColumns(db).where(wanted).orderBy('framework_id').orderBy('theme_code').orderBy('position').execute()
  return rows.map(itemOf)
}

/** Ids of the versions in force on a day: of each framework and owner, the newest. */
export const inForce = (db: Db, today: string) =>
  tables(db)
    .selectFrom('frameworks')
    .distinctOn(['framework', 'owner_id'])
    .select('id')
    .where((where) => where.or([where('valid_from', 'is', null), where('valid_from', '<=', today)]))
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .orderBy('framework')
    .orderBy('owner_id')
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('version', 'desc')

export const themesWithCounts = (db: Db) =>
  tables(db)
    .selectFrom('framework_themes as theme')
    .innerJoin('frameworks', 'frameworks.id', 'theme.framework_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('framework_items as item')
          .select((item) => [
            item.fn.countAll<number>().as('items'),
            item.fn.countAll<number>().filterWhere('item.phase', '=', 'plan').as('plan'),
            item.fn.countAll<number>().filterWhere('item.phase', '=', 'do').as('do'),
            item.fn.countAll<number>().filterWhere('item.phase', '=', 'check').as('check'),
            item.fn.countAll<number>().filterWhere('item.phase', '=', 'act').as('act'),
          ])
          .whereRef('item.framework_id', '=', 'theme.framework_id')
          .whereRef('item.theme_code', '=', 'theme.code')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .selectAll('theme')
    .select(['counts.items', 'counts.plan', 'counts.do', 'counts.check', 'counts.act'])
    .select(['frameworks.framework', 'frameworks.version', 'frameworks.short_title', 'frameworks.blank', 'frameworks.scale'])
    .select(['frameworks.kind', 'frameworks.owner_id', 'frameworks.extends_id'])
    .orderBy('frameworks.blank')
    .orderBy(inOurOrder('frameworks'))
    .orderBy('frameworks.framework')
    .orderBy('frameworks.version', 'desc')
    .orderBy('frameworks.id')
    .orderBy('theme.position')

/** Our own sheets, then guides, labels, certifications, evaluations, frames of elsewhere. */
const inOurOrder = (table: string) =>
  sql`case when ${sql.ref(`${table}.owner_id`)} is null and ${sql.ref(`${table}.framework`)} = 'qualeduc' then 0
    else array_position(array['guide', 'label', 'certification', 'evaluation', 'frame'], ${sql.ref(`${table}.kind`)}) end`

const itemColumns = (db: Db) =>
  tables(db)
    .selectFrom('framework_items')
    .select([
      'framework_items.framework_id',
      'framework_items.code',
      'framework_items.theme_code',
      'framework_items.phase',
      'framework_items.statement',
      'framework_items.help',
      'framework_items.contrast_low',
      'framework_items.contrast_high',
      'framework_items.audiences',
      'framework_items.evidence',
      'framework_items.indicators',
      'framework_items.title',
      'framework_items.grade',
      'framework_items.conditions',
      'framework_items.gravity',
      'framework_items.status',
    ])

type FrameworkRow = Omit<Selectable<FrameworkTables['frameworks']>, 'published_at'>
type ThemeRow = Awaited<ReturnType<ReturnType<typeof themesWithCounts>['execute']>>[number]
export type ItemRow = Omit<Selectable<FrameworkTables['framework_items']>, 'search' | 'position'>

export const frameworkOf = (row: FrameworkRow): Framework => ({
  id: row.id,
  framework: row.framework,
  version: row.version,
  locale: row.locale,
  title: row.title,
  shortTitle: row.short_title,
  source: row.source,
  licence: row.licence,
  status: row.status,
  unconfirmedNote: row.unconfirmed_note,
  notes: row.notes,
  blank: row.blank,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  scale: row.scale,
  kind: row.kind,
  award: row.award,
  grades: row.grades,
  conditions: row.conditions,
  ownerId: row.owner_id,
  extendsId: row.extends_id,
})

const themeOf = (row: ThemeRow): Theme => ({
  frameworkId: row.framework_id,
  code: row.code,
  title: row.title,
  purpose: row.purpose,
  keywords: row.keywords,
  status: row.status,
  unconfirmedNote: row.unconfirmed_note,
  items: row.items ?? 0,
  phases: { plan: row.plan ?? 0, do: row.do ?? 0, check: row.check ?? 0, act: row.act ?? 0 },
})

export const listedThemeOf = (row: ThemeRow): ListedTheme => ({
  ...themeOf(row),
  framework: row.framework,
  version: row.version,
  frameworkTitle: row.short_title,
  blank: row.blank,
  scale: row.scale,
  kind: row.kind,
  ownerId: row.owner_id,
  extendsId: row.extends_id,
})

export const itemOf = (row: ItemRow): Item => ({
  frameworkId: row.framework_id,
  code: row.code,
  themeCode: row.theme_code,
  phase: row.phase,
  statement: row.statement,
  help: row.help,
  contrastLow: row.contrast_low,
  contrastHigh: row.contrast_high,
  audiences: row.audiences,
  evidence: row.evidence,
  indicators: row.indicators,
  title: row.title,
  grade: row.grade,
  conditions: row.conditions,
  gravity: row.gravity,
  status: row.status,
})
