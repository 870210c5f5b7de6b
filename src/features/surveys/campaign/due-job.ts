import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity.ts'
import { nobody, scopeOf, withScope } from '../../../platform/database.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { Job } from '../../../platform/jobs.ts'
import { dayOf } from '../../../platform/language.ts'
import { lockSurvey, updateSurvey, waitForAnswers } from './campaign-store.ts'

/** Closes surveys whose last day is over, each in one transaction: run again, it finds the closed ones no more. */
export const closeDueSurveysJob = (clock: () => Date = () => new Date()): Job => ({
  name: 'close_due_surveys',
  every: '7 * * * *',
  run: async (pool) => {
    const now = clock()
    const due = await withScope(pool, nobody, async (db) => {
      const { rows } = await sql<{ id: string; organisationId: string }>`
        select id, organisation_id as "organisationId" from surveys_due(${dayOf(now)})`.execute(db)
      return rows
    })
    for (const { id, organisationId } of due) {
      await withScope(pool, scopeOf(organisationId), async (db) => {
        await waitForAnswers(db, id)
        if ((await lockSurvey(db, id)).state !== 'open') return
        await updateSurvey(db, id, { state: 'closed', closed_at: now })
        await enqueueJob(db, 'close-survey', { survey: id })
        await recordActivity(db, { organisationId, actorId: null, kind: 'survey.closed', subjectKind: 'survey', subjectId: id })
      })
    }
  },
})
