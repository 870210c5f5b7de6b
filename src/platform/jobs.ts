import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { Logger, run } from 'graphile-worker'
import type { Runner } from 'graphile-worker'
import type { Db, Pool } from './database.ts'
import { describeError, log } from './log.ts'

/** A job may run twice: the second time finds nothing left to do. */
export interface Job {
  name: string
  /** In cron's own words, in UTC, for a job that runs by itself; run at the next start if the site was down. */
  every?: string
  /** False where what was missed while the site was down needs no run of its own. */
  catchUp?: false
  run: (pool: Pool, payload: Record<string, unknown>) => Promise<void>
}

/** Adds a job in the caller's transaction. `key` replaces a waiting job of the same key; `at` delays it. */
export async function enqueueJob(db: Db, name: string, payload: Record<string, string>, options: { at?: Date; key?: string } = {}): Promise<void> {
  await sql`select enqueue_job(${name}::text, ${JSON.stringify(payload)}::text::json, ${options.at ?? new Date()}::timestamptz, ${options.key ?? null}::text)`.execute(
    db,
  )
}

/** Adds many jobs of one kind at once, to be run at once. */
export async function enqueueJobs(db: Db, name: string, payloads: readonly Record<string, string>[]): Promise<void> {
  const texts = payloads.map((payload) => JSON.stringify(payload))
  await sql`select enqueue_job(${name}::text, payload::json) from unnest(${texts}::text[]) payload`.execute(db)
}

/** Throws away, once a day, what has served: see the function in migrations/0006_tidy.sql. */
export const tidyJob: Job = {
  name: 'tidy',
  every: '17 3 * * *',
  run: async (pool) => {
    await sql`select tidy()`.execute(pool)
  },
}

const timetableOf = (jobs: readonly Job[]): string =>
  jobs.flatMap(({ name, every, catchUp }) => (every ? [`${every} ${name}${catchUp === false ? '' : ' ?fill=1d'}`] : [])).join('\n')

export interface JobRunner {
  stop(): Promise<void>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Runs jobs as they come, until stopped. The queue is read as the owner; each job works through the application's pool. */
export async function startJobs(ownerUrl: string, pool: Pool, jobs: readonly Job[]): Promise<JobRunner> {
  const taskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        try {
          await job.run(pool, isRecord(payload) ? payload : {})
        } catch (error) {
          log('job.failed', { job: job.name, ...describeError(error) })
          throw error
        }
      },
    ]),
  )
  const start = (): Promise<Runner> =>
    run({
      connectionString: ownerUrl,
      taskList,
      crontab: timetableOf(jobs),
      concurrency: 2,
      maxPoolSize: 3,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: new Logger(() => () => {}),
      // Without these, what cannot be written when PostgreSQL dies is nobody's error, and the process stops.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
  let runner: Runner | null = await start()
  let stopping = false
  // The queue gives up when PostgreSQL dies under it: it is begun again, as soon as PostgreSQL is back.
  const watch = async (watched: Runner): Promise<void> => {
    await watched.promise.catch((error: unknown) => log('jobs.interrupted', describeError(error)))
    runner = null
    while (!stopping && !runner) {
      await wait(1000)
      runner = stopping ? null : await start().catch(() => null)
    }
    if (runner) void watch(runner)
  }
  void watch(runner)
  return {
    stop: async () => {
      stopping = true
      await runner?.stop().catch(() => {})
    },
  }
}
