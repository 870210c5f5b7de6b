import type { Block, DocumentModel } from '../../../platform/documents/document.ts'
import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { diagnosisBlocks, planBlocks } from './action-blocks.ts'
import type { ReportFacts } from './facts.ts'
import { questionBlocks, sheetBlocks } from './question-blocks.ts'
import { textsIn } from './texts.en.ts'
import { quartersOf } from './words.ts'

/** The whole report of an evaluation and its plan, as a neutral document. */
export function buildReport(facts: ReportFacts, language: Language): DocumentModel {
  const t = textsIn(language).doc
  const { evaluation } = facts
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
  return {
    title: evaluation.title,
    subtitle: evaluation.validatedAt ? t.subtitle : `${t.subtitle} – ${t.draft}`,
    language,
    author: evaluation.organisationName,
    date: facts.today,
    cover: { quarters: quartersOf(facts, language), facts: coverFacts(facts, language) },
    blocks: [
      heading(t.why),
      { kind: 'paragraph', tone: 'lead', text: evaluation.purpose || t.noPurpose },
      ...methodBlocks(facts, language),
      heading(t.where),
      ...sheetBlocks(facts, language),
      heading(t.eachQuestion),
      ...questionBlocks(facts, language),
      heading(t.diagnosis),
      ...diagnosisBlocks(facts, language),
      heading(t.plan),
      ...planBlocks(facts, language),
      heading(t.next),
      { kind: 'list', items: nextSteps(facts, language) },
      heading(t.sources),
      { kind: 'list', items: sources(facts, language) },
    ],
  }
}

/** Short facts of the first page. */
export function coverFacts(facts: ReportFacts, language: Language): { label: string; value: string }[] {
  const t = textsIn(language).doc
  const words = commonTexts(language)
  const { evaluation, participation } = facts
  const agreed = facts.items.filter((item) => item.agreed?.choice).length
  return [
    { label: t.facts.year, value: evaluation.schoolYear },
    {
      label: t.facts.scope,
      value: evaluation.scopeDetail ? `${words.scopes[evaluation.scopeKind]} : ${evaluation.scopeDetail}` : words.scopes[evaluation.scopeKind],
    },
    ...(facts.themes.length > 0 ? [{ label: t.facts.themes, value: facts.themes.map((theme) => theme.title).join(' ; ') }] : []),
    ...(participation ? [{ label: t.facts.participation, value: t.answered(participation.answering, participation.members) }] : []),
    { label: t.facts.questions, value: t.positionsOf(agreed, facts.items.length) },
    evaluation.validatedAt ? { label: t.facts.validated, value: formatDate(evaluation.validatedAt, language) } : { label: t.facts.state, value: t.draft },
  ]
}

function methodBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  return [{ kind: 'heading', level: 2, text: t.how }, { kind: 'list', ordered: true, items: t.method }, ...scaleBlocks(facts, language)]
}

/** Scales of degrees only: contrasting statements belong to each question and stand beside it. */
function scaleBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  const scales = new Map<string, Extract<Scale, { kind: 'levels' }>>()
  for (const { scale } of facts.items) if (scale.kind === 'levels') scales.set(scale.levels.map((level) => level.label).join('\n'), scale)
  return [...scales.values()].map((scale) => ({
    kind: 'table',
    caption: t.scale,
    columns: [
      { header: t.degree, width: 1 },
      { header: t.meaning, width: 3 },
    ],
    rows: scale.levels.map((level) => [level.label, level.descriptor ?? '']),
  }))
}

function originWords({ items }: ReportFacts, language: Language): string {
  const bank = items.filter((item) => item.origin === 'bank')
  const reworded = bank.filter((item) => item.originStatement !== null && item.originStatement !== item.statement)
  return textsIn(language).doc.originOf(bank.length, items.length - bank.length, reworded.length)
}

/** How many coming dates are recalled at the end. */
const recalledDates = 5

export function nextSteps(facts: ReportFacts, language: Language): string[] {
  const t = textsIn(language).doc
  const coming = facts.actions.flatMap((action) =>
    action.dueOn && action.dueOn >= facts.today && action.state !== 'done' ? [{ due: action.dueOn, title: action.title }] : [],
  )
  const dates = coming.sort((one, other) => one.due.localeCompare(other.due)).slice(0, recalledDates)
  return [...dates.map(({ due, title }) => t.nextDue(formatDate(due, language), title)), t.nextShare, t.nextCycle]
}

function sources(facts: ReportFacts, language: Language): string[] {
  const t = textsIn(language).doc
  const { evaluation, participation, themes } = facts
  const day = (at: Date): string => formatDate(at, language)
  return [
    ...(participation ? [t.sourcePeople(participation.members, participation.answering)] : []),
    ...(evaluation.openedAt && evaluation.closedAt ? [t.sourceDates(day(evaluation.openedAt), day(evaluation.closedAt))] : []),
    evaluation.validatedAt ? t.sourceValidated(day(evaluation.validatedAt)) : t.sourceDraft,
    t.sourcePositions,
    originWords(facts, language),
    ...(themes.length > 0 ? [t.sourceFrameworks(themes.map((theme) => `${theme.title} (${theme.frameworkTitle})`).join(' ; '))] : []),
    t.sourceNames,
    ...(facts.sha256 ? [t.sourceFingerprint(facts.sha256)] : []),
  ]
}
