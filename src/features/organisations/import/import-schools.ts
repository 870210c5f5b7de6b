import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import { withScope } from '../../../platform/database.ts'
import type { Db, Pool, Scope } from '../../../platform/database.ts'
import { readDirectoryFile } from './directory-file.ts'
import type { DirectoryReading } from './directory-file.ts'
import type { ByteSource } from './file-text.ts'
import { planImport } from './import-plan.ts'
import type { ImportPlan, PlanOptions } from './import-plan.ts'
import { saveImport } from './import-record.ts'
import { listDirectorySchools, lockDirectory, savePlan } from './import-store.ts'
import { shorten } from './row-cells.ts'
import type { Finding } from './row-cells.ts'

export type ImportOptions = PlanOptions & {
  /** Shown with the import and kept as the source of the facts; a name, not a path. */
  fileName: string
  onProgress?: (progress: ImportProgress) => void
}

/** `total` is null while it is not known. */
export type ImportProgress = { step: 'reading' | 'saving'; done: number; total: number | null }

export type ImportReport = {
  read: number
  created: number
  updated: number
  closed: number
  unchanged: number
  refused: readonly Finding[]
  warnings: readonly Finding[]
  /** Warnings beyond the first ten thousand. */
  furtherWarnings: number
  /** Known columns that the file does not have. */
  absentColumns: readonly string[]
}

export type FileRefusal = { ok: false; line: number | null; reason: string }
export type PreviewOutcome = { ok: true; report: ImportReport; plan: ImportPlan; sha256: string } | FileRefusal
export type ImportOutcome = { ok: true; importId: string; report: ImportReport } | FileRefusal

/** What importing the file would do; changes nothing. */
export const previewSchoolImport = (pool: Pool, caller: Scope, file: ByteSource, options: ImportOptions): Promise<PreviewOutcome> =>
  withScope(pool, caller, (db) => previewImportIn(db, file, options))

/** The same in a transaction that is already open. */
export async function previewImportIn(db: Db, file: ByteSource, options: ImportOptions): Promise<PreviewOutcome> {
  const reading = await readFile(file, options)
  if (!reading.ok) return reading
  const plan = planImport(reading, await listDirectorySchools(db), options)
  return { ok: true, plan, report: buildReport(reading, plan), sha256: reading.sha256 }
}

/**
 * Imports a directory of schools: reads the whole file, then creates, updates and closes in one transaction, with its record and its
 * activity line. All or nothing; refused rows are left out and reported. The caller's right to import is checked before.
 */
export async function importSchools(pool: Pool, caller: Scope, file: ByteSource, options: ImportOptions): Promise<ImportOutcome> {
  const reading = await readFile(file, options)
  if (!reading.ok) return reading
  return withScope(pool, caller, (db) => saveReading(db, caller, reading, options))
}

/** The same in a transaction that is already open, whose owner may still undo it all. */
export async function importSchoolsIn(db: Db, caller: Pick<Scope, 'personId'>, file: ByteSource, options: ImportOptions): Promise<ImportOutcome> {
  const reading = await readFile(file, options)
  return reading.ok ? saveReading(db, caller, reading, options) : reading
}

async function saveReading(db: Db, caller: Pick<Scope, 'personId'>, reading: DirectoryReading, options: ImportOptions): Promise<ImportOutcome> {
  const { today, onProgress } = options
  const fileName = shorten(options.fileName)
  await lockDirectory(db)
  const plan = planImport(reading, await listDirectorySchools(db), options)
  await savePlan(db, plan, { today, source: fileName, onProgress: (done, total) => onProgress?.({ step: 'saving', done, total }) })
  const report = buildReport(reading, plan)
  const importId = randomUUID()
  await saveImport(db, { id: importId, actorId: caller.personId, fileName, sha256: reading.sha256, report })
  const { read, created, updated, closed, unchanged } = report
  await recordActivity(db, {
    organisationId: null,
    actorId: caller.personId,
    kind: 'directory.imported',
    subjectKind: 'directory_import',
    subjectId: importId,
    detail: { read, created, updated, closed, unchanged, refused: report.refused.length },
  })
  return { ok: true, importId, report }
}

function readFile(file: ByteSource, { texts, onProgress }: ImportOptions) {
  return readDirectoryFile(file, { texts, onProgress: (done) => onProgress?.({ step: 'reading', done, total: null }) })
}

function buildReport(reading: DirectoryReading, plan: ImportPlan): ImportReport {
  return {
    read: plan.read,
    created: plan.create.length,
    updated: plan.update.length,
    closed: plan.close.length,
    unchanged: plan.unchanged.length,
    refused: plan.refused,
    warnings: plan.warnings,
    furtherWarnings: reading.furtherWarnings,
    absentColumns: reading.absentColumns,
  }
}
