import type { Language } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { may } from '../../accounts/permissions.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { BreakdownFigures, GroupFigures, HiddenGroup, PartFigures } from '../release/document.ts'
import { listAdditions, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { listFigures, listShownTexts } from './results-store.ts'
import { fewestTexts } from './rules.ts'
import type { ResultTexts } from './texts.fr.ts'
import { answersOf } from './words.ts'

export interface PartView {
  part: Part
  questions: readonly Question[]
  figures: PartFigures
  together: PartFigures | null
  before: PartFigures | null
  /** What people wrote and somebody who leads chose to show, where they are enough. */
  written: readonly Written[]
}

export interface Written {
  question: Question
  texts: readonly string[]
}

/** Its own; of many schools together for who asked them all. */
const figuresFor = (found: { own: PartFigures | null; together: PartFigures | null } | undefined, asks: boolean): PartFigures | null =>
  found?.own ?? (asks ? (found?.together ?? null) : null)

/** What this organisation may read, audience by audience. */
export async function listPartViews(ask: SignedIn, { survey, organisationId }: Place): Promise<PartView[]> {
  const figures = await listFigures(ask.db, survey.id, organisationId)
  const last = survey.previousId ? await listFigures(ask.db, survey.previousId, organisationId) : null
  const lastParts = survey.previousId ? await listParts(ask.db, survey.previousId) : []
  const texts = await listShownTexts(ask.db, survey.id, organisationId)
  const views: PartView[] = []
  for (const part of await listParts(ask.db, survey.id)) {
    const found = figures.get(part.id)
    const own = figuresFor(found, survey.organisationId === organisationId)
    if (!own) continue
    const earlier = lastParts.find((one) => one.audience === part.audience)
    const asked = [...part.definition.questions, ...(await listAdditions(ask.db, part.id, organisationId))]
    views.push({
      part,
      questions: asked.filter((question) => question.kind !== 'text'),
      figures: own,
      together: found?.own ? found.together : null,
      before: earlier ? figuresFor(last?.get(earlier.id), survey.organisationId === organisationId) : null,
      written: asked.flatMap((question): Written[] => {
        const shown = texts.filter((one) => one.partId === part.id && one.question === question.code).map((one) => one.shown)
        return shown.length >= fewestTexts(survey.threshold) ? [{ question, texts: shown }] : []
      }),
    })
  }
  return views
}

/** Whether the reader may act on what is read: where people of one school answered, for who leads it; who asks many schools reads only. */
export const mayAct = (ask: SignedIn, { survey, organisationId }: Place): boolean =>
  may(ask.caller, 'survey.reply', { organisationId }) && (organisationId !== survey.organisationId || survey.organisationKind === 'school')

/** The name of a breakdown as its maker wrote it. */
export const breakdownTitle = ({ breakdowns }: Part, code: string): string => breakdowns.find((one) => one.code === code)?.title ?? code

/** The name of one of its groups: as its maker wrote it or, of a breakdown by a question, the answer in words. */
export function groupName({ breakdowns, definition }: Part, breakdown: string, group: string, t: ResultTexts, language: Language): string {
  const source = breakdowns.find((one) => one.code === breakdown)?.source
  const question = source === 'question' ? definition.questions.find(({ code }) => code === breakdown) : undefined
  if (!question) return group
  if ('options' in question) return question.options.find(({ code }) => code === group)?.words.fr ?? group
  return answersOf(question, t, language)[Number(group) - 1] ?? group
}

/** The breakdowns that say something of a question: not its own answers, nor those that decided who was asked it. */
export const breakdownsOf = ({ part, figures }: PartView, { code, when }: Question): BreakdownFigures[] =>
  figures.breakdowns.filter((breakdown) => {
    const byQuestion = part.breakdowns.some((one) => one.code === breakdown.code && one.source === 'question')
    return !byQuestion || (breakdown.code !== code && breakdown.code !== when?.question)
  })

/** Why something is not shown: its group, or its answers, of which no more is said. */
export type WhyHidden = HiddenGroup | 'answers'

/** Why a group, or a group's answers to a question, are not shown; null where they are. */
export function whyHidden(group: GroupFigures, question: string): WhyHidden | null {
  const result = group.questions[question]
  if (result) return result.shown ? null : 'answers'
  return group.why ?? 'few'
}
