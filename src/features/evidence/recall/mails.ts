import { formatDate } from '../../../platform/language.ts'
import { urls } from '../../../urls.ts'
import type { Leader, Recalled } from './recall-store.ts'
import { textsIn } from './texts.en.ts'

interface RecallMail {
  leader: Leader
  organisationId: string
  recalled: readonly Recalled[]
  baseUrl: string
}

/** How many proofs a mail names; the page lists them all. */
const mostNamed = 20

/** One mail for all the proofs of the day. */
export function recallMail({ leader, organisationId, recalled, baseUrl }: RecallMail): { subject: string; body: string } {
  const t = textsIn(leader.language)
  const lines = recalled.slice(0, mostNamed).map(({ id, title, validUntil }) => {
    const until = validUntil ? t.until(formatDate(validUntil, leader.language)) : t.review
    return `- ${title} (${until})\n  ${baseUrl}${urls.evidence.show({ evidence: id })}`
  })
  const link = `${baseUrl}${urls.school.evidence({ organisation: organisationId }, { etat: 'bientot' })}`
  return {
    subject: t.subject(recalled.length, leader.organisationName),
    body: [t.greeting(leader.name), t.intro(recalled.length, leader.organisationName), lines.join('\n'), `${t.all}\n${link}`, t.why, t.signature].join('\n\n'),
  }
}
