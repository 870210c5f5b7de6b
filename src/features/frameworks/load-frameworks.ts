import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { connectDatabase } from '../../platform/database.ts'
import type { Db, Pool } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import type { Award, FrameworkHeader, Source, ThemeContent } from './content.ts'
import { frenchSpaces } from './french-spaces.ts'
import { formatProblem } from './problem.ts'
import type { Problem } from './problem.ts'
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
  const rows = await db.withTables<FrameworkTables>().selectFrom('frameworks').select(['framework', 'version', 'content_sha256']).execute()
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
function publishVersion(owner: Pool, content: FrameworkHeader, status: 'confirmed' | 'unconfirmed', sha256: string): Promise<boolean> {
  return owner.transaction().execute(async (transaction) => {
    const db = transaction.withTables<FrameworkTables>()
    await sql`select pg_advisory_xact_lock(20261122)`.execute(db)
    const id = frameworkId(content.id, content.version)
    const set = spacesOf(content.locale)
    const known = await db.selectFrom('frameworks').select('id').where('id', '=', id).executeTakeFirst()
    if (known) return false
    await db
      .insertInto('frameworks')
      .values(headerRow(id, content, status, sha256))
      .execute()
    await db
      .insertInto('framework_themes')
      .values(content.themes.map((theme, index) => themeRow(id, theme, index, set)))
      .execute()
    for (const theme of content.themes)
      await db
        .insertInto('framework_items')
        .values(itemRows(id, theme, set))
        .execute()
    return true
  })
}

// Only French sets a space before : ; ? !, and its authors type a plain one.
const spacesOf = (locale: string): ((text: string) => string) => (locale.startsWith('fr') ? frenchSpaces : (text) => text)

const headerRow = (id: string, content: FrameworkHeader, status: 'confirmed' | 'unconfirmed', sha256: string) => {
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
    grades: content.grades ?? [],
    conditions: (content.conditions ?? []).map((condition) => ({ ...condition, question: set(condition.question) })),
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
