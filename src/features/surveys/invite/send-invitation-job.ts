import { sql } from 'kysely'
import type { Config } from '../../../config.ts'
import { nobody, withScope } from '../../../platform/database.ts'
import type { Db } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { sendUntraced } from '../../../platform/mail.ts'
import { urls } from '../../../urls.ts'
import { findPartView } from '../answer/part-view.ts'
import { codeOf } from '../ballots/codes.ts'
import { findSurveyKey } from '../ballots/keys.ts'
import { invitationMail } from './invitation-mail.ts'

interface ToSend {
  surveyId: string
  partId: string
  schoolId: string
  mail: string
}

// Nothing once it has served or the survey is over.
async function findToSend(db: Db, id: string): Promise<ToSend | null> {
  const { rows } = await sql<ToSend>`
    select survey_id as "surveyId", part_id as "partId", school_id as "schoolId", mail from invitation_to_send(${id})`.execute(db)
  return rows[0] ?? null
}

/** Writes to one invited person; `again`: a reminder. Neither the job nor the log says to whom. */
export function sendInvitationJob(config: Config): Job {
  const send = sendUntraced(config)
  return {
    name: 'send-invitation',
    run: (pool, payload) =>
      withScope(pool, nobody, async (db) => {
        const id = String(payload['invitation'])
        const invitation = await findToSend(db, id)
        const view = invitation && (await findPartView(db, invitation.partId, invitation.schoolId))
        const key = invitation && (await findSurveyKey(config.dataDir, invitation.surveyId))
        if (!invitation || !view || !key) return
        const link = `${config.baseUrl}${urls.answering.form({ token: codeOf(key, id) })}`
        const anonymity = `${config.baseUrl}${urls.survey.anonymity({ part: view.partId })}`
        await send(db, { to: invitation.mail, ...invitationMail({ view, link, anonymity, again: payload['again'] === true }) })
      }),
  }
}
