import { sql } from 'kysely'
import { connectDatabase } from '../../../platform/database.ts'
import type { Pool } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { finishSurvey } from './close-survey.ts'
import { findSurveyKey, listKeptKeys } from './keys.ts'
import { mixBallots } from './mix.ts'

/** Where these jobs work: they alone need the owner's rights, to become the mixing role and to rewrite tables. */
interface Workplace {
  ownerUrl: string
  dataDir: string
}

async function asOwner<T>({ ownerUrl }: Workplace, work: (owner: Pool) => Promise<T>): Promise<T> {
  const owner = connectDatabase(ownerUrl, { max: 1 })
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

/** Each minute, of each open survey, what can be mixed is. */
export const mixBallotsJob = (place: Workplace): Job => ({
  name: 'mix-ballots',
  every: '* * * * *',
  catchUp: false,
  run: async () => asOwner(place, (owner) => mixAll(owner, place.dataDir)),
})

/** Of each open survey with enough waiting ballots, mixes a batch. Rejects, after the others had their turn, with what failed. */
export async function mixAll(owner: Pool, dataDir: string): Promise<void> {
  const { rows } = await sql<{ id: string; threshold: number }>`
    select s.id, s.threshold from surveys s where s.state = 'open'
      and (select count(*) from (select from ballot_box b where b.survey_id = s.id limit 2 * s.threshold) enough) = 2 * s.threshold`.execute(owner)
  await eachOnItsOwn(rows, async (survey) => {
    const key = await findSurveyKey(dataDir, survey.id)
    if (!key) throw new Error(`the key of survey ${survey.id}, which is open, is not in the data folder: put it back from a backup`)
    await mixBallots(owner, { ...survey, key }, { last: false })
  })
}

/** One that fails does not keep the others from their turn; then rejects with what failed. */
async function eachOnItsOwn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const failed: unknown[] = []
  for (const one of all) await work(one).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw new AggregateError(failed, failed.map(String).join('; '))
}

/** Finishes the survey named in its payload. */
export const closeSurveyJob = (place: Workplace): Job => ({
  name: 'close-survey',
  run: async (_, payload) => asOwner(place, (owner) => finishSurvey(owner, place.dataDir, String(payload['survey']))),
})

/** Each hour, closings that were cut short go on, even if their job was lost: those that are not released, and those whose key is still there. */
export const closeLeftJob = (place: Workplace): Job => ({
  name: 'close-left-surveys',
  every: '37 * * * *',
  run: async () =>
    asOwner(place, async (owner) => {
      const { rows } = await sql<{ id: string }>`
        select id from surveys where state = 'closed' or (state = 'released' and id::text = any (${await listKeptKeys(place.dataDir)}::text[]))`.execute(owner)
      await eachOnItsOwn(rows, ({ id }) => finishSurvey(owner, place.dataDir, id))
    }),
})
