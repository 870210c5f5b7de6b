import { sql } from 'kysely'
import type { Pool } from '../../../platform/database.ts'
import { computeRelease } from '../release/compute-release.ts'
import { destroySurveyKey, findSurveyKey } from './keys.ts'
import { mixBallots } from './mix.ts'

/** Tables from which a closed survey disappears, each rewritten so that nothing of it stays in the files of the database. */
export const rewritten = ['survey_invitations', 'survey_doors', 'survey_tickets', 'ballot_box', 'ballots', 'ballot_texts']

/**
 * After closing: the last ballots are mixed; in one transaction the release is computed and who was invited, with what was answered, is deleted;
 * then the tables are rewritten and the key destroyed. Run again after a crash at any moment, it goes on from where it was.
 */
export async function finishSurvey(owner: Pool, dataDir: string, surveyId: string): Promise<void> {
  const { rows } = await sql<{ state: string; threshold: number; waiting: boolean }>`
    select state, threshold, exists (select from ballot_box b where b.survey_id = s.id) as waiting from surveys s where id = ${surveyId}`.execute(owner)
  const survey = rows[0]
  if (survey?.state === 'closed') {
    if (survey.waiting) await mixLast(owner, dataDir, surveyId, survey.threshold)
    await owner.inTransaction(async (db) => {
      await computeRelease(db, surveyId)
      for (const table of rewritten) await sql`delete from ${sql.table(table)} where survey_id = ${surveyId}`.execute(db)
    })
  } else if (survey?.state !== 'released') return
  for (const table of rewritten) await sql`vacuum (full, analyze) ${sql.table(table)}`.execute(owner)
  await destroySurveyKey(dataDir, surveyId)
}

async function mixLast(owner: Pool, dataDir: string, id: string, threshold: number): Promise<void> {
  const key = await findSurveyKey(dataDir, id)
  if (!key) throw new Error('the key of this survey is not in the data folder: put it back from a backup')
  await mixBallots(owner, { id, threshold, key }, { last: true })
}
