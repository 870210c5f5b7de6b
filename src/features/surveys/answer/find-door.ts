import { sql } from 'kysely'
import type { Db, Pool } from '../../../platform/database.ts'
import type { Groups } from '../tables.ts'

/**
 * early: the survey is not open yet. ending: the session ended less than ten minutes ago, what was being written is still taken. ended: the session is over.
 * over: the survey is.
 */
export type Shut = 'early' | 'ending' | 'ended' | 'over'

/** What stands behind a code that somebody holds. */
export interface SurveyDoor {
  kind: 'personal' | 'session' | 'shared'
  surveyId: string
  partId: string
  schoolId: string
  groups: Groups
  /** This invitation has given its answer; of a session: all its seats are taken. */
  used: boolean
  /** Null while it is open. */
  shut: Shut | null
}

type Row = SurveyDoor & { place: string }

/** What stands behind each of these codes, in their order; null behind one that nobody was given. */
export async function findDoors(db: Db | Pool, digests: readonly Uint8Array[]): Promise<(SurveyDoor | null)[]> {
  const { rows } = await sql<Row>`
    select place, kind, survey_id as "surveyId", part_id as "partId", school_id as "schoolId", groups, used, shut
    from find_survey_doors(${digests}::bytea[])`.execute(db)
  const found = new Map(rows.map(({ place, ...door }) => [Number(place), door]))
  return digests.map((_, index) => found.get(index + 1) ?? null)
}
