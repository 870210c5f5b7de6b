import { recordActivity } from '../../../platform/activity.ts'
import { queueMail } from '../../../platform/mail.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import type { Evaluation } from '../store.ts'
import { closeObstacle } from './close-rules.ts'
import type { CloseRefusal } from './close-rules.ts'
import { closeRound, listTeamAddresses, lockState } from './store.ts'
import { textsIn } from './texts.en.ts'

/** Closes the round: names leave the answers, the team is told. The evaluation is held first, so that two closings do not cross. */
export async function closeAnswering(ask: SignedIn, evaluation: Evaluation): Promise<{ refused: CloseRefusal } | { closed: true }> {
  const { db, caller } = ask
  const state = await lockState(db, evaluation.id)
  const refused = closeObstacle(state ?? evaluation.state)
  if (refused) return { refused }
  await closeRound(db, evaluation.id)
  await recordActivity(db, {
    organisationId: evaluation.organisationId,
    actorId: caller.personId,
    kind: 'evaluation.closed',
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
  })
  const link = `${ask.services.config.baseUrl}${urls.evaluation.spread({ evaluation: evaluation.id })}`
  for (const person of await listTeamAddresses(db, evaluation.id)) {
    const t = textsIn(person.language).close
    if (person.personId === caller.personId) continue
    await queueMail(db, { to: person.email, subject: t.mailSubject(evaluation.title), body: t.mailBody(evaluation.title, evaluation.organisationName, link) })
  }
  return { closed: true }
}
