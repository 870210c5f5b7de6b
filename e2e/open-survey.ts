import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { codeOf, digestOfCode } from '../src/features/surveys/ballots/codes.ts'
import { ensureSurveyKey } from '../src/features/surveys/ballots/keys.ts'
import { makeSurvey } from '../test/make-survey.ts'
import type { WishedPart } from '../test/make-survey.ts'
import type { House } from './browser.ts'

export interface OpenSurvey {
  id: string
  /** Of each way in. */
  codes: string[]
}

/** A survey that is open at the first school of the demonstration, with as many ways in as `ways`. */
export async function openSurvey({ site }: House, part: WishedPart, ways: number): Promise<OpenSurvey> {
  const { rows } = await sql<{ id: string }>`select id from organisations where kind = 'school' order by name limit 1`.execute(site.owner)
  const schoolId = rows[0]?.id ?? ''
  const survey = await makeSurvey(site, { organisationId: schoolId, state: 'open', parts: [part], title: 'La vie au lycée' })
  const key = await ensureSurveyKey(site.services.config.dataDir, survey.id)
  const codes: string[] = []
  for (let way = 0; way < ways; way++) {
    const id = randomUUID()
    const code = codeOf(key, id)
    const digest = digestOfCode(site.services.secrets, code)
    codes.push(code)
    if (part.access === 'session') {
      await sql`insert into survey_doors (id, survey_id, part_id, school_id, kind, digest, seats, created_by)
        values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, 'session', ${digest}, 30, ${id})`.execute(site.owner)
    } else {
      await sql`insert into survey_invitations (id, survey_id, part_id, school_id, digest) values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${digest})`.execute(
        site.owner,
      )
    }
  }
  return { id: survey.id, codes }
}

/** Of those that have arrived: counted or not. */
export async function ballotsOf({ site }: House, surveyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from ballot_box where survey_id = ${surveyId})::integer
      + (select coalesce(sum(ballots), 0) from ballot_bundles where survey_id = ${surveyId})::integer as n`.execute(site.owner)
  return rows[0]?.n ?? -1
}
