import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { ContentStatus } from '../../frameworks/content.ts'
import { plainSpaces } from '../../frameworks/french-spaces.ts'
import type { Change } from '../content.ts'

/** One statement of a version. */
export interface Statement {
  code: string
  statement: string
}

/** One of the two versions that a conversion table joins. */
export interface VersionOf {
  id: string
  framework: string
  version: string
  title: string
  shortTitle: string
  status: ContentStatus
}

export interface VersionChange {
  older: VersionOf
  newer: VersionOf
  author: string
  note: string
  changes: readonly Change[]
}

type Row = { [Key in keyof VersionOf as `older_${Key}`]: VersionOf[Key] } & { [Key in keyof VersionOf as `newer_${Key}`]: VersionOf[Key] } & {
  author: string
  note: string
  changes: Change[]
}

const columns = (alias: string, name: string) =>
  sql.raw(
    `${alias}.id as ${name}_id, ${alias}.framework as ${name}_framework, ${alias}.version as ${name}_version, ${alias}.title as ${name}_title, ${alias}.short_title as "${name}_shortTitle", ${alias}.status as ${name}_status`,
  )

/** The conversion table between two versions, whichever is named first. */
export async function findVersionChange(db: Db, one: string, other: string): Promise<VersionChange | null> {
  const { rows } = await sql<Row>`
    select ${columns('a', 'older')}, ${columns('b', 'newer')}, c.author, c.note, c.changes
    from framework_conversions c join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id
    where (c.from_id = ${one} and c.to_id = ${other}) or (c.from_id = ${other} and c.to_id = ${one})`.execute(db)
  return rows[0] ? changeOf(rows[0]) : null
}

/** The table from this version to the newest of those that follow it; null when it is the latest. */
export async function findNextVersion(db: Db, frameworkId: string): Promise<VersionChange | null> {
  const { rows } = await sql<Row>`
    select ${columns('a', 'older')}, ${columns('b', 'newer')}, c.author, c.note, c.changes
    from framework_conversions c join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id
    where c.from_id = ${frameworkId}
    order by b.valid_from desc nulls last, b.published_at desc limit 1`.execute(db)
  return rows[0] ? changeOf(rows[0]) : null
}

const changeOf = (row: Row): VersionChange => ({
  older: {
    id: row.older_id,
    framework: row.older_framework,
    version: row.older_version,
    title: row.older_title,
    shortTitle: row.older_shortTitle,
    status: row.older_status,
  },
  newer: {
    id: row.newer_id,
    framework: row.newer_framework,
    version: row.newer_version,
    title: row.newer_title,
    shortTitle: row.newer_shortTitle,
    status: row.newer_status,
  },
  author: row.author,
  note: row.note,
  changes: row.changes,
})

/** Statements of a version by code, with the spaces that authors type: only words are compared. */
export async function listStatements(db: Db, frameworkId: string): Promise<ReadonlyMap<string, Statement>> {
  const { rows } = await sql<Statement>`select code, statement from framework_items where framework_id = ${frameworkId}`.execute(db)
  return new Map(rows.map((row) => [row.code, { code: row.code, statement: plainSpaces(row.statement) }]))
}
