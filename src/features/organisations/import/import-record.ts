import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { ImportReport } from './import-schools.ts'

export type ImportRecord = { id: string; actorId: string | null; fileName: string; sha256: string; report: ImportReport }

/** The number of refusals and warnings kept with an import; the importer has seen them all. */
const keptFindings = 1000

export async function saveImport(db: Db, { id, actorId, fileName, sha256, report }: ImportRecord): Promise<void> {
  const kept = {
    ...report,
    refusedCount: report.refused.length,
    warningCount: report.warnings.length + report.furtherWarnings,
    refused: report.refused.slice(0, keptFindings),
    warnings: report.warnings.slice(0, keptFindings),
  }
  await sql`insert into directory_imports (id, actor_id, file_name, file_sha256, report)
    values (${id}, ${actorId}, ${fileName}, ${sha256}, ${JSON.stringify(kept)}::text::jsonb)`.execute(db)
}
