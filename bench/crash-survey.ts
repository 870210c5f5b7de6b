import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mixAll } from '../src/features/surveys/ballots/jobs.ts'
import { connectDatabase } from '../src/platform/database.ts'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'
import { waitUntilReady, withOwner } from './crash.ts'
import { report } from './figure.ts'
import { freePort, startSiteProcess } from './site-process.ts'
import type { SiteProcess } from './site-process.ts'
import { makeOpenSurvey } from './survey.ts'

const rounds = 20
const writers = 8
const closings = 5

/**
 * kill -9 of the web process and of PostgreSQL in turn while people send answers and ballots are mixed; then while surveys are closed. Every answer
 * that was acknowledged is one ballot, and no ballot is there twice.
 */
export async function crashSurvey(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-crash-'))
  const port = await freePort()
  let site = await startSiteProcess(dataDir, port)
  try {
    const survey = await withOwner(dataDir, (owner) => makeOpenSurvey(owner, dataDir, 40_000))
    const sent = { acknowledged: 0 }
    for (let round = 0; round < rounds; round++) {
      const stop = { now: false }
      const working = Array.from({ length: writers }, () => send(site.baseUrl, survey.codes, survey.body, stop, sent))
      const mixing = mixUntil(dataDir, stop)
      await wait(200 + Math.random() * 600)
      site = await killOne(site, dataDir, port, round)
      stop.now = true
      await Promise.all([...working, mixing])
    }
    const counted = await countBallots(dataDir, survey.surveyId)
    const one = { bench: 'crash', unit: 'ballots' }
    const kept = [
      report({ ...one, figure: `survey, ${rounds} kills: answers acknowledged`, value: sent.acknowledged, target: { least: rounds * writers } }),
      report({
        ...one,
        figure: `survey, ${rounds} kills: acknowledged answers lost`,
        value: Math.max(0, sent.acknowledged - counted.ballots),
        target: { most: 0 },
      }),
      report({
        ...one,
        figure: `survey, ${rounds} kills: ballots without an invitation, or twice`,
        value: Math.max(0, counted.ballots - counted.used),
        target: { most: 0 },
      }),
      report({
        ...one,
        figure: `survey, ${rounds} kills: invitations that served without a ballot`,
        value: Math.max(0, counted.used - counted.ballots),
        target: { most: 0 },
      }),
    ]
    for (let closing = 0; closing < closings; closing++) site = await closeUnderFire(site, dataDir, port, closing, kept)
    return kept.every(Boolean)
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function send(baseUrl: string, codes: string[], body: string, stop: { now: boolean }, sent: { acknowledged: number }): Promise<void> {
  while (!stop.now) {
    const code = codes.pop()
    if (!code) return
    const answer = await fetch(`${baseUrl}/r/${code}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    if (answer?.status === 303) sent.acknowledged += 1
    else return
  }
}

/** Mixes as fast as it can, so that kills fall in the middle of it. */
async function mixUntil(dataDir: string, stop: { now: boolean }): Promise<void> {
  const running = findRunningPostgres(dataDir)
  if (!running) return
  const owner = connectDatabase(running.ownerUrl, { max: 1 })
  while (!stop.now) {
    const mixed = await mixAll(owner, dataDir).then(
      () => true,
      () => false,
    )
    if (!mixed) break
    await wait(5)
  }
  await owner.destroy().catch(() => {})
}

async function killOne(site: SiteProcess, dataDir: string, port: number, round: number): Promise<SiteProcess> {
  if (round % 2 === 0) {
    const exited = new Promise((resolve) => site.child.once('exit', resolve))
    site.child.kill('SIGKILL')
    await exited
    return startSiteProcess(dataDir, port)
  }
  const pid = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await waitUntilReady(site.baseUrl)
  return site
}

const countBallots = (dataDir: string, surveyId: string): Promise<{ ballots: number; used: number }> =>
  withOwner(dataDir, async (owner) => {
    const [row] = await owner`
      select (select count(*) from ballot_box where survey_id = ${surveyId})::int
        + (select coalesce(sum(ballots), 0) from ballot_bundles where survey_id = ${surveyId})::int as ballots,
        (select count(*) from survey_invitations where survey_id = ${surveyId} and used)::int as used`
    return { ballots: Number(row?.['ballots']), used: Number(row?.['used']) }
  })

/** Closes a survey of 200 answers, and kills again and again until its release is there: all its answers are in it, and nothing else is left. */
async function closeUnderFire(first: SiteProcess, dataDir: string, port: number, closing: number, kept: boolean[]): Promise<SiteProcess> {
  let site = first
  const people = 200
  const survey = await withOwner(dataDir, (owner) => makeOpenSurvey(owner, dataDir, people))
  const sent = { acknowledged: 0 }
  await Promise.all(Array.from({ length: writers }, () => send(site.baseUrl, survey.codes, survey.body, { now: false }, sent)))
  await withOwner(dataDir, async (owner) => {
    await owner`update surveys set state = 'closed', closed_at = now() where id = ${survey.surveyId}`
    await owner`select graphile_worker.add_job('close-survey', json_build_object('survey', ${survey.surveyId}::text), max_attempts => 25)`
  })
  for (let round = 0; round < 4; round++) {
    await wait(20 + Math.random() * 150)
    site = await killOne(site, dataDir, port, round + closing)
  }
  // A job that died with its worker is taken up again after some hours; the hourly one, or the operator, comes before.
  await withOwner(dataDir, (owner) => owner`select graphile_worker.add_job('close-left-surveys')`)
  const left = await waitForRelease(dataDir, survey.surveyId)
  // The key goes last, once the tables are rewritten: that takes a moment after the release.
  const hasKey = async (): Promise<boolean> => (await readdir(join(dataDir, 'survey-keys'))).includes(survey.surveyId)
  for (let tries = 0; tries < 60 && (await hasKey()); tries++) await wait(500)
  const keys = await hasKey()
  const one = { bench: 'crash', unit: 'answers' }
  kept.push(
    report({
      ...one,
      figure: `closing ${closing + 1}, killed 4 times: acknowledged answers that its release does not count`,
      value: Math.max(0, sent.acknowledged - left.answers),
      target: { most: 0 },
    }),
    report({ ...one, figure: `closing ${closing + 1}: rows and keys left behind`, value: left.rows + (keys ? 1 : 0), target: { most: 0 } }),
  )
  return site
}

async function waitForRelease(dataDir: string, surveyId: string): Promise<{ answers: number; rows: number }> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await withOwner(dataDir, async (owner) => {
      const [row] = await owner`
        select (select (figures ->> 'answers')::int from release_figures where survey_id = ${surveyId} limit 1) as answers,
          (select count(*) from survey_invitations where survey_id = ${surveyId})::int + (select count(*) from ballots where survey_id = ${surveyId})::int
          + (select count(*) from ballot_bundles where survey_id = ${surveyId})::int
          + (select count(*) from ballot_box where survey_id = ${surveyId})::int as rows, (select state from surveys where id = ${surveyId}) as state`
      return row?.['state'] === 'released' ? { answers: Number(row['answers']), rows: Number(row['rows']) } : null
    }).catch(() => null)
    if (found) {
      await wait(1500)
      return found
    }
    await wait(100)
  }
  throw new Error('a survey was never released')
}
