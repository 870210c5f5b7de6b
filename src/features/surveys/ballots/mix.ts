import { sql } from 'kysely'
import type { Db, Pool } from '../../../platform/database.ts'
import { openBallot, openBundle, sealBundle } from './seal.ts'
import type { Ballot } from './seal.ts'
import { shuffle } from './shuffle.ts'

interface KeyedSurvey {
  id: string
  threshold: number
  key: Uint8Array
}

/**
 * Moves ballots from the box into a sealed bundle, shuffled, in one transaction and as the role that reads nothing else. While the survey is
 * open a batch is moved only if as many as the threshold stay behind, so that neither the batch nor what is left is ever smaller; `last`, at closing,
 * moves all. Returns how many were moved. Rejects, moving none, if the key is not the one that sealed them.
 */
export async function mixBallots(owner: Pool, survey: KeyedSurvey, options: { last: boolean }): Promise<number> {
  return owner.inTransaction(async (db) => {
    await sql`set local role qualeduc_mixer`.execute(db)
    await sql`select pg_advisory_xact_lock(hashtextextended(${survey.id}, 19))`.execute(db)
    const { rows } = await sql<{ place: string; sealed: Buffer }>`
      select ctid::text as place, sealed from ballot_box where survey_id = ${survey.id}`.execute(db)
    const count = options.last ? rows.length : rows.length - survey.threshold
    if (count <= 0 || (!options.last && count < survey.threshold)) return 0
    const batch = shuffle(rows).slice(0, count)
    const ballots = shuffle(batch.map((row) => openBallot(survey.key, survey.id, row.sealed)))
    await sql`insert into ballot_bundles (survey_id, ballots, sealed) values (${survey.id}, ${count}, ${sealBundle(survey.key, survey.id, ballots)})`.execute(
      db,
    )
    const { numAffectedRows } = await sql`
      delete from ballot_box where survey_id = ${survey.id} and ctid = any (${batch.map((row) => row.place)}::text[]::tid[])`.execute(db)
    if (Number(numAffectedRows) !== batch.length) throw new Error('the box changed while it was being mixed')
    return batch.length
  })
}

/** Ballots written at once. */
const someBallots = 5_000

/**
 * Opens all bundles of a closed survey into the tables that its release is computed from, as the owner and in the transaction that computes it and deletes
 * them: nobody else ever sees them, and these tables are not in the journal. Rejects if a bundle does not hold as many ballots as were put in it.
 */
export async function openBundles(db: Db, { id, key }: Pick<KeyedSurvey, 'id' | 'key'>): Promise<void> {
  const { rows: places } = await sql<{ place: string }>`select ctid::text as place from ballot_bundles where survey_id = ${id}`.execute(db)
  for (const { place } of places) {
    const { rows } = await sql<{ ballots: number; sealed: Buffer }>`select ballots, sealed from ballot_bundles where ctid = ${place}::tid`.execute(db)
    const ballots = shuffle(openBundle(key, id, rows[0]?.sealed ?? Buffer.alloc(0)))
    if (ballots.length !== rows[0]?.ballots) throw new Error('a bundle does not hold as many ballots as were put in it')
    for (let at = 0; at < ballots.length; at += someBallots) await store(db, id, ballots.slice(at, at + someBallots))
  }
}

async function store(db: Db, surveyId: string, ballots: readonly Ballot[]): Promise<void> {
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
