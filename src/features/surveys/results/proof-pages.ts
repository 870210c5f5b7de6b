import { writeOds } from '../../../platform/documents/ods.ts'
import { redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { dayOf } from '../../../platform/language.ts'
import { urls } from '../../../urls.ts'
import { keepFile } from '../../evidence/commands.ts'
import { linkPoints } from '../../evidence/points/commands.ts'
import type { Ticked } from '../../evidence/points/commands.ts'
import { findItems, listFrameworks } from '../../frameworks/store.ts'
import type { Place } from '../store.ts'
import { sheetOf } from './file.ts'
import { listPartViews } from './part-views.ts'
import type { PartView } from './part-views.ts'
import { earlyPage } from './results-pages.ts'
import { textsIn } from './texts.en.ts'

/** Keeps what is shown as one proof of the school, linked to the items asked about; the same results twice are one proof. */
export async function keepAsProof(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const { survey, organisationId } = place
  const views = await listPartViews(ask, place)
  const title = t.evidenceTitle(survey.title, survey.schoolYear)
  const adding = {
    organisationId,
    personId: ask.caller.personId,
    title,
    nature: 'survey' as const,
    effectiveOn: survey.closedAt ? dayOf(survey.closedAt) : null,
  }
  const file = { name: `resultats-${survey.schoolYear}.ods`, bytes: writeOds(views.map((view) => sheetOf(survey, view, ask.language))) }
  const kept = await keepFile(ask.db, ask.services.files, adding, file)
  if ('refused' in kept) throw new Error(`results of survey ${survey.id} are no file: ${kept.refused}`)
  const { added } = await linkPoints(ask.db, ask.caller.personId, kept.evidence, { ticked: await pointsOf(ask, views), shown: [] })
  return redirect(urls.evidence.points({ evidence: kept.evidence.id }), t.evidenceKept(added))
}

/** Items of the frameworks in force on whose questions something is shown. */
async function pointsOf(ask: SignedIn, views: readonly PartView[]): Promise<Ticked[]> {
  const inForce = new Map((await listFrameworks(ask.db, ask.today)).filter((one) => !one.ownerId).map((one) => [one.framework, one.id]))
  const keys = views.flatMap(({ questions, figures }) =>
    questions.flatMap(({ code, item }) => {
      const frameworkId = item && figures.questions[code]?.shown ? inForce.get(item.framework) : undefined
      return item && frameworkId ? [{ frameworkId, code: item.code }] : []
    }),
  )
  return (await findItems(ask.db, keys)).map(({ frameworkId, code }) => ({ frameworkId, code, pageRef: '' }))
}
