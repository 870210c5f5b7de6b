import type { SignedIn } from '../../../platform/web/route.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { GroupFigures, HiddenGroup, PartFigures } from '../release/document.ts'
import { listAdditions, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { listFigures } from './results-store.ts'

export interface PartView {
  part: Part
  questions: readonly Question[]
  figures: PartFigures
  together: PartFigures | null
  before: PartFigures | null
}

/** Its own; of many schools together for who asked them all. */
const figuresFor = (found: { own: PartFigures | null; together: PartFigures | null } | undefined, asks: boolean): PartFigures | null =>
  found?.own ?? (asks ? (found?.together ?? null) : null)

/** What this organisation may read, audience by audience. */
export async function listPartViews(ask: SignedIn, { survey, organisationId }: Place): Promise<PartView[]> {
  const figures = await listFigures(ask.db, survey.id, organisationId)
  const last = survey.previousId ? await listFigures(ask.db, survey.previousId, organisationId) : null
  const lastParts = survey.previousId ? await listParts(ask.db, survey.previousId) : []
  const views: PartView[] = []
  for (const part of await listParts(ask.db, survey.id)) {
    const found = figures.get(part.id)
    const own = figuresFor(found, survey.organisationId === organisationId)
    if (!own) continue
    const earlier = lastParts.find((one) => one.audience === part.audience)
    views.push({
      part,
      questions: [...part.definition.questions, ...(await listAdditions(ask.db, part.id, organisationId))].filter((question) => question.kind !== 'text'),
      figures: own,
      together: found?.own ? found.together : null,
      before: earlier ? figuresFor(last?.get(earlier.id), survey.organisationId === organisationId) : null,
    })
  }
  return views
}

/** The name of a breakdown as its maker wrote it. */
export const breakdownTitle = ({ breakdowns }: Part, code: string): string => breakdowns.find((one) => one.code === code)?.title ?? code

/** Why something is not shown: its group, or its answers, of which no more is said. */
export type WhyHidden = HiddenGroup | 'answers'

/** Why a group, or a group's answers to a question, are not shown; null where they are. */
export function whyHidden(group: GroupFigures, question: string): WhyHidden | null {
  const result = group.questions[question]
  if (result) return result.shown ? null : 'answers'
  return group.why ?? 'few'
}
