import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { connectDatabase } from '../../platform/database.ts'
import type { Db, Pool } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import type { ContentStatus, FrameworkHeader } from './content.ts'
import { formatProblem } from './problem.ts'
import type { Problem } from './problem.ts'
import { insertVersion } from './insert-version.ts'
import type { FrameworkTables } from './tables.ts'
import { frameworksFolder, listVersionFiles } from './version-files.ts'
import type { VersionFiles } from './version-files.ts'

interface VersionName {
  framework: string
  version: string
}

export interface LoadReport {
  loaded: VersionName[]
  unchanged: VersionName[]
  /** Checked, and left alone until their status says otherwise. */
  drafts: VersionName[]
  /** Why each of the other versions was not loaded. What was published before stays as it is. */
  problems: Problem[]
}

/**
 * Publishes the versions of a folder that the database does not have yet, each whole or not at all. A published version is its files, letter
 * for letter: if they have changed since, that is a problem told, and the database keeps what it has. Safe to run twice, and at once.
 */
export async function loadFrameworks(owner: Pool, folder: string): Promise<LoadReport> {
  const { versions } = await listVersionFiles(folder)
  const published = await publishedDigests(owner)
  const report: LoadReport = { loaded: [], unchanged: [], drafts: [], problems: [] }
  for (const files of versions) {
    const name = { framework: files.framework, version: files.version }
    const digest = published.get(keyOf(name))
    if (digest === files.sha256) report.unchanged.push(name)
    else if (digest !== undefined) report.problems.push(tellChanged(files))
    else await loadVersion(owner, files, report)
  }
  return report
}

/** At start: loads the frameworks that come with the product, and says on standard error what could not be. */
export async function publishFrameworks(ownerUrl: string, folder = frameworksFolder): Promise<void> {
  const owner = connectDatabase(ownerUrl, { max: 1 })
  try {
    const report = await loadFrameworks(owner, folder)
    for (const name of report.loaded) log('framework.published', { framework: name.framework, version: name.version })
    for (const problem of report.problems) process.stderr.write(`Référentiel non chargé : ${formatProblem(problem)}\n`)
  } finally {
    await owner.destroy()
  }
}

const keyOf = (name: VersionName): string => `${name.framework} ${name.version}`

async function publishedDigests(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .withTables<FrameworkTables>()
    .selectFrom('frameworks')
    .select(['framework', 'version', 'content_sha256'])
    .where('owner_id', 'is', null)
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.content_sha256]))
}

const tellChanged = (files: VersionFiles): Problem => ({
  file: files.header.path,
  line: null,
  where: '',
  problem: `La version ${files.version} de « ${files.framework} » est publiée : des évaluations s’appuient sur elle, et ses fichiers ont changé depuis.`,
  todo: 'Rétablissez ses fichiers, et mettez ce qui change dans une nouvelle version : un autre fichier, un autre numéro.',
})

async function loadVersion(owner: Pool, files: VersionFiles, report: LoadReport): Promise<void> {
  const name = { framework: files.framework, version: files.version }
  // Reading and checking cost a quarter of a second that a start without news need not pay.
  const { checkVersion } = await import('./check-version.ts')
  const { content, problems } = checkVersion(files)
  if (!content) report.problems.push(...problems)
  else if (content.status === 'draft') report.drafts.push(name)
  else ((await publishVersion(owner, content, content.status, files.sha256)) ? report.loaded : report.unchanged).push(name)
}

/** The same id on every installation, so that links and models travel. */
export function frameworkId(framework: string, version: string): string {
  const hex = createHash('sha256').update(`qualeduc framework ${framework} ${version}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** False when another process published it in the meantime. */
function publishVersion(owner: Pool, content: FrameworkHeader, status: ContentStatus, sha256: string): Promise<boolean> {
  return owner.transaction().execute(async (transaction) => {
    const db = transaction.withTables<FrameworkTables>()
    await sql`select pg_advisory_xact_lock(20261122)`.execute(db)
    const id = frameworkId(content.id, content.version)
    const known = await db.selectFrom('frameworks').select('id').where('id', '=', id).executeTakeFirst()
    if (known) return false
    await insertVersion(transaction, { id, content, status, sha256 })
    return true
  })
}
