import { sql } from 'kysely'
import type { Db, Pool } from '../../../platform/database.ts'
import { openBallot } from './seal.ts'
import { shuffle } from './shuffle.ts'

/**
 * Moves ballots from the box to the store, opened and shuffled, in one transaction and as the role that reads nothing else. While the survey is
 * open a batch is moved only if as many as the threshold stay behind, so that neither the batch nor what is left is ever smaller; `last`, at closing,
 * moves all. Returns how many were moved. Rejects, moving none, if the key is not the one that sealed them.
 */
export async function mixBallots(owner: Pool, survey: { id: string; threshold: number; key: Uint8Array }, options: { last: boolean }): Promise<number> {
  return owner.inTransaction(async (db) => {
    await sql`set local role qualeduc_mixer`.execute(db)
    await sql`select pg_advisory_xact_lock(hashtextextended(${survey.id}, 19))`.execute(db)
    const { rows } = await sql<{ place: string; sealed: Buffer }>`
      select ctid::text as place, sealed from ballot_box where survey_id = ${survey.id}`.execute(db)
    const count = options.last ? rows.length : rows.length - survey.threshold
    if (count <= 0 || (!options.last && count < survey.threshold)) return 0
    const batch = shuffle(rows).slice(0, count)
    await store(db, survey.id, shuffle(batch.map((row) => openBallot(survey.key, survey.id, row.sealed))))
    const { numAffectedRows } = await sql`
      delete from ballot_box where survey_id = ${survey.id} and ctid = any (${batch.map((row) => row.place)}::text[]::tid[])`.execute(db)
    if (Number(numAffectedRows) !== batch.length) throw new Error('the box changed while it was being mixed')
    return batch.length
  })
}

async function store(db: Db, surveyId: string, ballots: readonly ReturnType<typeof openBallot>[]): Promise<void> {
  await sql`
    insert into ballots (survey_id, part_id, school_id, answers)
    select ${surveyId}, part, school, answers from unnest(${ballots.map((one) => one.partId)}::uuid[], ${ballots.map((one) => one.schoolId)}::uuid[],
      ${ballots.map((one) => one.record)}::bytea[]) b (part, school, answers)`.execute(db)
  const texts = shuffle(
    ballots.flatMap(({ partId, schoolId, texts: written }) => Object.entries(written).map(([question, words]) => ({ partId, schoolId, question, words }))),
  )
  if (texts.length === 0) return
  await sql`
    insert into ballot_texts (survey_id, part_id, school_id, question, words)
    select ${surveyId}, part, school, question, words from unnest(${texts.map((one) => one.partId)}::uuid[], ${texts.map((one) => one.schoolId)}::uuid[],
      ${texts.map((one) => one.question)}::text[], ${texts.map((one) => one.words)}::text[]) t (part, school, question, words)`.execute(db)
}
