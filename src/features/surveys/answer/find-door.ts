import { sql } from 'kysely'
import type { Pool } from '../../../platform/database.ts'
import type { Groups } from '../tables.ts'

/** What stands behind a code that somebody holds. */
export interface SurveyDoor {
  kind: 'personal' | 'session' | 'shared'
  surveyId: string
  partId: string
  schoolId: string
  groups: Groups
  /** This invitation has given its answer; of a session: all its seats are taken. */
  used: boolean
  /** The survey is not open, or the session has ended. */
  over: boolean
}

interface Waiting {
  digest: Uint8Array
  resolve: (door: SurveyDoor | null) => void
  reject: (error: unknown) => void
}

type Row = SurveyDoor & { place: number }

/** Looks codes up, those that arrive while the database answers together in the next question. */
export class DoorFinder {
  #pool: Pool
  #waiting: Waiting[] = []
  #busy = false

  constructor(pool: Pool) {
    this.#pool = pool
  }

  find(digest: Uint8Array): Promise<SurveyDoor | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ digest, resolve, reject })
      if (!this.#busy) {
        this.#busy = true
        setImmediate(() => void this.#run())
      }
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#findSome(this.#waiting.splice(0, 200))
    this.#busy = false
  }

  async #findSome(some: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await sql<Row>`
        select place, kind, survey_id as "surveyId", part_id as "partId", school_id as "schoolId", groups, used, over
        from find_survey_doors(${some.map((one) => one.digest)}::bytea[])`.execute(this.#pool)
      const found = new Map(rows.map(({ place, ...door }) => [place, door]))
      for (const [index, { resolve }] of some.entries()) resolve(found.get(index + 1) ?? null)
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }
}
