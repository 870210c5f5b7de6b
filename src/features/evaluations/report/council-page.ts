import type { Block, DocumentModel } from '../../../platform/documents/document.ts'
import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { textsIn as diagnosisTexts } from '../diagnosis/texts.en.ts'
import type { FindingKind } from '../tables.ts'
import type { ReportFacts } from './facts.ts'
import { coverFacts } from './model.ts'
import { textsIn } from './texts.en.ts'
import { actionState, quartersOf } from './words.ts'

/** What one page holds at a size that people read; the rest is counted and stands in the report. */
const mostFindings: Record<FindingKind, number> = { strength: 4, weakness: 4, axis: 3 }
const mostActions = 7

/** One page for the school's council: the essential of the diagnosis and of the plan. */
export function buildCouncilPage(facts: ReportFacts, language: Language): DocumentModel {
  const t = textsIn(language).doc
  const { evaluation } = facts
  return {
    title: evaluation.title,
    subtitle: evaluation.validatedAt ? t.councilSubtitle : `${t.councilSubtitle} – ${t.draft}`,
    language,
    author: evaluation.organisationName,
    date: facts.today,
    cover: { quarters: quartersOf(facts, language), facts: coverFacts(facts, language) },
    blocks: [
      ...(evaluation.purpose ? [{ kind: 'paragraph' as const, tone: 'lead' as const, text: evaluation.purpose }] : []),
      ...findings(facts, 'strength', language),
      ...findings(facts, 'weakness', language),
      ...findings(facts, 'axis', language),
      ...actions(facts, language),
      { kind: 'paragraph', tone: 'note', text: `${t.sourcePositions} ${t.sourceNames}` },
    ],
  }
}

function findings(facts: ReportFacts, kind: FindingKind, language: Language): Block[] {
  const t = textsIn(language).doc
  const all = facts.findings.filter((finding) => finding.kind === kind).map((finding) => finding.text)
  if (all.length === 0) return []
  const more = all.length - mostFindings[kind]
  return [
    { kind: 'heading', level: 1, text: diagnosisTexts(language).groups[kind] },
    { kind: 'list', items: [...all.slice(0, mostFindings[kind]), ...(more > 0 ? [t.more(more)] : [])] },
  ]
}

function actions(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  const heading: Block = { kind: 'heading', level: 1, text: t.plan }
  if (facts.actions.length === 0) return [heading, { kind: 'paragraph', text: t.noAction }]
  const more = facts.actions.length - mostActions
  const { columns } = t
  return [
    heading,
    {
      kind: 'table',
      caption: '',
      columns: [
        { header: columns.action, width: 4 },
        { header: columns.by, width: 2 },
        { header: columns.due, width: 1.6 },
        { header: columns.state, width: 1.6 },
      ],
      rows: facts.actions
        .slice(0, mostActions)
        .map((action) => [action.title, action.byWhom, action.dueOn ? formatDate(action.dueOn, language, 'month') : '', actionState(action, language)]),
    },
    ...(more > 0 ? [{ kind: 'paragraph' as const, tone: 'note' as const, text: t.more(more) }] : []),
  ]
}
