import type { Config } from '../../../config.ts'
import { nobody, scopeOf, withScope } from '../../../platform/database.ts'
import type { Pool } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { dayOf } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail.ts'
import { recallMail } from './mails.ts'
import { listLeaders, listSchoolsToRecall, takeRecalled } from './recall-store.ts'

/**
 * Tells the head and the quality lead of each school, once, which proofs come to their end or to the day chosen for them. School by
 * school, each in one transaction: what a stop interrupts is done at the next run, and nothing is told twice.
 */
export const recallJob = (config: Config, clock: () => Date = () => new Date()): Job => ({
  name: 'recall_evidence',
  every: '23 5 * * *',
  run: async (pool) => {
    const today = dayOf(clock())
    for (const organisationId of await withScope(pool, nobody, (db) => listSchoolsToRecall(db, today))) await recall(pool, config, organisationId, today)
  },
})

const recall = (pool: Pool, config: Config, organisationId: string, today: string): Promise<void> =>
  withScope(pool, scopeOf(organisationId), async (db) => {
    const leaders = await listLeaders(db, organisationId, today)
    // Without anybody to tell, it waits for somebody.
    if (leaders.length === 0) return
    const recalled = await takeRecalled(db, organisationId, today)
    if (recalled.length === 0) return
    for (const leader of leaders) await queueMail(db, { to: leader.email, ...recallMail({ leader, organisationId, recalled, baseUrl: config.baseUrl }) })
  })
