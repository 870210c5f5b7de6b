import { sql } from 'kysely'
import type { Pool } from '../../../platform/database.ts'
import { computeRelease } from '../release/compute-release.ts'
import { destroySurveyKey, findSurveyKey } from './keys.ts'
import { mixBallots, openBundles } from './mix.ts'

/** Tables from which a closed survey disappears, each rewritten so that nothing of it stays in the files of the database. */
const rewritten = ['survey_invitations', 'survey_doors', 'survey_tickets', 'ballot_box', 'ballot_bundles', 'ballots', 'ballot_texts']

/**
 * After closing: the last ballots are mixed; in one transaction all are opened, the release is computed, and who was invited, with what was answered, is
 * deleted; then the tables are rewritten and the key destroyed. Run again after a crash at any moment, it goes on from where it was.
 */
export async function finishSurvey(owner: Pool, dataDir: string, surveyId: string): Promise<void> {
  const { rows } = await sql<{ state: string; threshold: number; sealed: boolean }>`
    select state, threshold, exists (select from ballot_box b where b.survey_id = s.id) or exists (select from ballot_bundles b where b.survey_id = s.id) as sealed
    from surveys s where id = ${surveyId}`.execute(owner)
  const survey = rows[0]
  if (survey?.state === 'closed') {
    const key = survey.sealed ? await keyOf(dataDir, surveyId) : null
    if (key) await mixBallots(owner, { id: surveyId, threshold: survey.threshold, key }, { last: true })
    await owner.inTransaction(async (db) => {
      // Of two who finish it at once, the second finds it done, and opens nothing.
      const { rows: left } = await sql`select from surveys where id = ${surveyId} and state = 'closed' for update`.execute(db)
      if (left.length === 0) return
      if (key) await openBundles(db, { id: surveyId, key })
      await computeRelease(db, surveyId)
      for (const table of rewritten) await sql`delete from ${sql.table(table)} where survey_id = ${surveyId}`.execute(db)
    })
  } else if (survey?.state !== 'released') return
  await keepOutOfJournal(owner)
  for (const table of rewritten) await sql`vacuum (full, analyze) ${sql.table(table)}`.execute(owner)
  await destroySurveyKey(dataDir, surveyId)
}

/** Of an installation whose survey was open when migration 0034 came: as soon as these tables are empty, they are as in all others. */
async function keepOutOfJournal(owner: Pool): Promise<void> {
  for (const table of ['ballots', 'ballot_texts']) {
    const { rows } = await sql<{ late: boolean }>`
      select relpersistence = 'p' and not exists (select from ${sql.table(table)}) as late from pg_class where oid = ${table}::regclass`.execute(owner)
    if (rows[0]?.late) await sql`alter table ${sql.table(table)} set unlogged`.execute(owner)
  }
}

async function keyOf(dataDir: string, surveyId: string): Promise<Buffer> {
  const key = await findSurveyKey(dataDir, surveyId)
  if (!key) throw new Error('the key of this survey is not in the data folder: put it back from a backup')
  return key
}
