import { sql } from 'kysely'
import { batched } from '../../../platform/batched.ts'
import type { Pool } from '../../../platform/database.ts'

/** A sealed ballot at the door. `ticket`: of a page opened through a session or a shared link; null with a personal invitation. */
interface SealedBallot {
  surveyId: string
  digest: Uint8Array
  ticket: Uint8Array | null
  sealed: Uint8Array
}

/** taken: it is in the box, for good. before: this invitation or this page had already given its answer. */
export type Outcome = 'taken' | 'before' | 'full' | 'closed'

/** Ballots taken in one transaction at most. */
const mostAtOnce = 200

/**
 * Takes ballots; those that come while the database writes the ones before go together in the next transaction, so that a class that sends at the
 * same moment costs one writing on disk, and shares one transaction's number. Each is answered once it is durable.
 */
export const ballotDoor = (pool: Pool): ((ballot: SealedBallot) => Promise<Outcome>) => batched(mostAtOnce, (ballots) => acceptBallots(pool, ballots))

async function acceptBallots(pool: Pool, ballots: readonly SealedBallot[]): Promise<Outcome[]> {
  const { rows } = await sql<{ place: number; outcome: Outcome }>`
    select place, outcome from accept_ballots(${ballots.map((one) => one.surveyId)}::uuid[], ${ballots.map((one) => one.digest)}::bytea[],
      ${ballots.map((one) => one.ticket)}::bytea[], ${ballots.map((one) => one.sealed)}::bytea[]) order by place`.execute(pool)
  return rows.map((row) => row.outcome)
}
