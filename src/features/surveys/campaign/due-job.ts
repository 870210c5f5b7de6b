import { sql } from 'kysely'
import { nobody, scopeOf, withScope } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { dayOf } from '../../../platform/language.ts'
import { closeOpen } from './campaign-commands.ts'

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
      await withScope(pool, scopeOf(organisationId), (db) => closeOpen(db, { id, organisationId }, null, now))
    }
  },
})
