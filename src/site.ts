import { mkdir } from 'node:fs/promises'
import type { Hono } from 'hono'
import type { Config } from './config.ts'
import { resetLinkJob } from './features/accounts/password-reset.ts'
import { askToResume, askToSignIn } from './features/accounts/sign-in-pages.ts'
import { findCaller } from './features/accounts/sessions.ts'
import { removeDirectoryFileJob } from './features/organisations/imports/uploads.ts'
import { publishCrosswalks } from './features/crosswalks/load-crosswalks.ts'
import { publishFrameworks } from './features/frameworks/load-frameworks.ts'
import { loadDemo } from './demo/load-demo.ts'
import type { DemoPlace } from './demo/load-demo.ts'
import { readLeftJob, readTextJob } from './features/evidence/reading/read-text-job.ts'
import { recallJob } from './features/evidence/recall/recall-job.ts'
import { removeFileJob } from './features/evidence/remove-file-job.ts'
import { removeFiguresFileJob } from './features/indicators/imports/uploads.ts'
import { answeringDoors } from './features/surveys/answer/doors.ts'
import { closeLeftJob, closeSurveyJob, mixBallotsJob } from './features/surveys/ballots/jobs.ts'
import { closeDueSurveysJob } from './features/surveys/campaign/due-job.ts'
import { sendInvitationJob } from './features/surveys/invite/send-invitation-job.ts'
import { connectDatabase } from './platform/database.ts'
import type { Pool } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { filesOf } from './platform/files.ts'
import { startJobs, tidyJob } from './platform/jobs.ts'
import type { Job } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { sendMailJob } from './platform/mail.ts'
import { migrate } from './platform/migrate.ts'
import { loadSecrets } from './platform/secrets.ts'
import { createApp } from './platform/web/app.ts'
import type { Assets } from './platform/web/assets.ts'
import { loadAssets } from './platform/web/assets.ts'
import type { Services } from './platform/web/route.ts'
import { routes } from './routes.ts'
import { shell } from './shell/shell.ts'
import { urls } from './urls.ts'

export interface Database {
  ownerUrl: string
  pool: Pool
  stop(): Promise<void>
}

/** The embedded PostgreSQL of the data folder, or the server that DATABASE_URL names; the pool acts as qualeduc_app in both. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) {
    const pool = connectDatabase(config.databaseUrl, { role: 'qualeduc_app' })
    return { ownerUrl: config.databaseUrl, pool, stop: () => pool.destroy() }
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  const pool = connectDatabase(embedded.appUrl)
  return {
    ownerUrl: embedded.ownerUrl,
    pool,
    stop: async () => {
      await pool.destroy()
      await embedded.stop()
    },
  }
}

export const jobsOf = (config: Config, ownerUrl: string): Job[] => [
  mixBallotsJob({ ownerUrl, dataDir: config.dataDir }),
  closeSurveyJob({ ownerUrl, dataDir: config.dataDir }),
  closeLeftJob({ ownerUrl, dataDir: config.dataDir }),
  closeDueSurveysJob(),
  sendInvitationJob(config),
  sendMailJob(config),
  tidyJob,
  resetLinkJob(config),
  removeFileJob(filesOf(config)),
  readTextJob(filesOf(config)),
  readLeftJob(filesOf(config)),
  recallJob(config),
  removeDirectoryFileJob(config),
  removeFiguresFileJob(config),
]

export async function servicesOf(config: Config, pool: Pool): Promise<Services> {
  return { config, pool, files: filesOf(config), secrets: await loadSecrets(config.dataDir) }
}

/** The web application over its services: the same for the site and for tests. */
export function appOf(services: Services, assets: Assets, now?: () => Date): Hono {
  return createApp({
    routes,
    doors: answeringDoors(services, assets),
    services,
    assets,
    shell,
    identify: findCaller,
    askToSignIn,
    askToResume,
    secondFactorPath: urls.account.secondFactor(),
    ...(now ? { now } : {}),
  })
}

export interface Site {
  app: Hono
  stop(): Promise<void>
}

/** Starts database, migrations, jobs and web, in this order. */
export async function startSite(config: Config): Promise<Site> {
  await mkdir(config.dataDir, { recursive: true })
  const [database, assets] = await Promise.all([openDatabase(config), loadAssets(`${config.dataDir}/cache`)])
  await migrate(database.ownerUrl)
  await publishFrameworks(database.ownerUrl)
  await publishCrosswalks(database.ownerUrl)
  if (config.mode === 'demo') await fillDemo(database.ownerUrl, { files: filesOf(config), dataDir: config.dataDir })
  const services = await servicesOf(config, database.pool)
  const runner = await startJobs(database.ownerUrl, database.pool, jobsOf(config, database.ownerUrl))
  return {
    app: appOf(services, assets),
    stop: async () => {
      await runner.stop()
      await database.stop()
    },
  }
}

// A demonstration that is still empty gets its fictional académie; one in use is left as it is.
async function fillDemo(ownerUrl: string, place: DemoPlace): Promise<void> {
  const owner = connectDatabase(ownerUrl, { max: 1 })
  try {
    if (await loadDemo(owner, place, new Date())) log('demo.loaded')
  } finally {
    await owner.destroy()
  }
}
