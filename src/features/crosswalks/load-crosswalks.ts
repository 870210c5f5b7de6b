import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { connectDatabase } from '../../platform/database.ts'
import type { Db, Pool } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { frenchSpaces } from '../frameworks/french-spaces.ts'
import { frameworkId } from '../frameworks/load-frameworks.ts'
import { formatProblem } from '../frameworks/problem.ts'
import type { Problem } from '../frameworks/problem.ts'
import type { FrameworkTables } from '../frameworks/tables.ts'
import { frameworksFolder } from '../frameworks/version-files.ts'
import type { Checked, KnownCodes } from './check-relating.ts'
import { nameOfEnd } from './content.ts'
import type { ConversionContent, CrosswalkContent } from './content.ts'
import { listRelatingFiles } from './crosswalk-files.ts'
import type { RelatingFile } from './crosswalk-files.ts'
import type { CrosswalkTables } from './tables.ts'

export interface RelatingReport {
  /** Names of the files that were loaded, or loaded again because they had changed. */
  loaded: string[]
  unchanged: string[]
  problems: Problem[]
}

/**
 * Loads crosswalks and conversions of a folder. No answer hangs on a link, so a corrected file takes the place of what was loaded before:
 * what schools see is computed anew from it (decision 8). Safe to run twice, and at once.
 */
export async function loadCrosswalks(owner: Pool, folder: string): Promise<RelatingReport> {
  const report: RelatingReport = { loaded: [], unchanged: [], problems: [] }
  const [crosswalks, conversions] = await Promise.all([listRelatingFiles(folder, 'crosswalks'), listRelatingFiles(folder, 'conversions')])
  const loaded = await loadedDigests(owner)
  const changed = (file: RelatingFile): boolean => {
    const same = loaded.has(`${file.path} ${file.sha256}`)
    if (same) report.unchanged.push(file.name)
    return !same
  }
  const waiting = { crosswalks: crosswalks.filter(changed), conversions: conversions.filter(changed) }
  if (waiting.crosswalks.length + waiting.conversions.length === 0) return report
  // Reading and checking cost a second that a start without news need not pay.
  const { checkConversion, checkCrosswalk } = await import('./check-relating.ts')
  const known = await publishedCodes(owner)
  for (const file of waiting.crosswalks) await keep(checkCrosswalk(file, known), report, (content) => saveCrosswalk(owner, content, file))
  for (const file of waiting.conversions) await keep(checkConversion(file, known), report, (content) => saveConversion(owner, content, file))
  return report
}

/** At start: loads what relates the frameworks that come with the product, and says on standard error what could not be. */
export async function publishCrosswalks(ownerUrl: string, folder = frameworksFolder): Promise<void> {
  const owner = connectDatabase(ownerUrl, { max: 1 })
  try {
    const report = await loadCrosswalks(owner, folder)
    if (report.loaded.length > 0) log('crosswalks.loaded', { files: report.loaded.length })
    for (const problem of report.problems) process.stderr.write(`Correspondance non chargée : ${formatProblem(problem)}\n`)
  } finally {
    await owner.destroy()
  }
}

async function keep<T>({ file, content, problems }: Checked<T>, report: RelatingReport, save: (content: T) => Promise<void>): Promise<void> {
  if (!content) {
    report.problems.push(...problems)
    return
  }
  await save(content)
  report.loaded.push(file.name)
}

const tables = (db: Db) => db.withTables<CrosswalkTables & FrameworkTables>()

async function loadedDigests(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ digest: string }>`
    select 'crosswalks/' || a.framework || '-' || a.version || '--' || b.framework || '-' || b.version || '.yaml ' || c.content_sha256 as digest
    from crosswalks c join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id where c.owner_id is null
    union all
    select 'conversions/' || a.framework || '--' || a.version || '--' || b.version || '.yaml ' || c.content_sha256
    from framework_conversions c join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id where c.owner_id is null`.execute(db)
  return new Set(rows.map((row) => row.digest))
}

async function publishedCodes(db: Db): Promise<KnownCodes> {
  const rows = await tables(db)
    .selectFrom('framework_items as i')
    .innerJoin('frameworks as f', 'f.id', 'i.framework_id')
    .select(['f.framework', 'f.version', 'i.code'])
    .where('f.owner_id', 'is', null)
    .execute()
  const known = new Map<string, Set<string>>()
  for (const row of rows) {
    const name = nameOfEnd(row)
    const codes = known.get(name) ?? new Set()
    known.set(name, codes.add(row.code))
  }
  return known
}

/** The same id on every installation. */
const crosswalkId = (name: string): string => {
  const hex = createHash('sha256').update(`qualeduc crosswalk ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function saveCrosswalk(owner: Pool, content: CrosswalkContent, file: RelatingFile): Promise<void> {
  return owner.transaction().execute(async (transaction) => {
    const db = tables(transaction)
    await sql`select pg_advisory_xact_lock(20261123)`.execute(db)
    const id = crosswalkId(file.name)
    const row = {
      author: content.author,
      status: content.status,
      source: { ...content.source, title: frenchSpaces(content.source.title), note: frenchSpaces(content.source.note) },
      licence: frenchSpaces(content.licence),
      content_sha256: file.sha256,
    }
    await db
      .insertInto('crosswalks')
      .values({ id, from_id: frameworkId(content.from.framework, content.from.version), to_id: frameworkId(content.to.framework, content.to.version), ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((set) => ({ ...row, version: sql<number>`${set.ref('crosswalks.version')} + 1`, updated_at: sql<Date>`now()` })),
      )
      .execute()
    await db.deleteFrom('crosswalk_links').where('crosswalk_id', '=', id).execute()
    await db.deleteFrom('crosswalk_gaps').where('crosswalk_id', '=', id).execute()
    const links = content.links.map((link) => ({
      crosswalk_id: id,
      from_code: link.from,
      to_code: link.to,
      type: link.type,
      reason: frenchSpaces(link.reason),
      status: link.status ?? content.status,
    }))
    if (links.length > 0) await db.insertInto('crosswalk_links').values(links).execute()
    const gaps = (content.no_equivalent ?? []).map((gap) => ({ crosswalk_id: id, side: gap.in, code: gap.code, reason: frenchSpaces(gap.reason) }))
    if (gaps.length > 0) await db.insertInto('crosswalk_gaps').values(gaps).execute()
  })
}

async function saveConversion(owner: Pool, content: ConversionContent, file: RelatingFile): Promise<void> {
  const row = {
    author: content.author,
    note: frenchSpaces(content.note),
    changes: content.changes.map((change) => ({ ...change, reason: frenchSpaces(change.reason) })),
    content_sha256: file.sha256,
  }
  await tables(owner)
    .insertInto('framework_conversions')
    .values({ from_id: frameworkId(content.framework, content.from), to_id: frameworkId(content.framework, content.to), ...row })
    .onConflict((conflict) => conflict.columns(['from_id', 'to_id']).doUpdateSet(row))
    .execute()
}
