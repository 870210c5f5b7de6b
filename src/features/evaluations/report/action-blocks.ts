import type { Block } from '../../../platform/documents/document.ts'
import type { Language } from '../../../platform/language.ts'
import type { ActionSheet } from '../diagnosis/action-sheet.ts'
import { textsIn as diagnosisTexts } from '../diagnosis/texts.en.ts'
import { findingKinds } from '../diagnosis/rules.ts'
import type { Finding } from '../diagnosis/store.ts'
import type { ReportFacts } from './facts.ts'
import { textsIn } from './texts.en.ts'
import { actionState, fromWords, lines, whenOf } from './words.ts'

const tones = { strength: 'strength', weakness: 'attention' } as const

/** Strengths, weaknesses and ways forward, each with the questions it comes from. */
export function diagnosisBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  const groups = diagnosisTexts(language).groups
  if (facts.findings.length === 0) return [{ kind: 'paragraph', text: t.noFinding }]
  return findingKinds.flatMap((kind): Block[] => {
    const findings = facts.findings.filter((finding) => finding.kind === kind)
    if (findings.length === 0) return []
    const heading: Block = { kind: 'heading', level: 2, text: groups[kind] }
    const more = (finding: Finding): string => lines(finding.detail, fromWords(facts, finding.itemIds, language))
    if (kind === 'axis') return [heading, { kind: 'list', ordered: true, items: findings.map((finding) => lines(finding.text, more(finding))) }]
    return [heading, ...findings.map((finding): Block => ({ kind: 'callout', tone: tones[kind], title: finding.text, text: more(finding) }))]
  })
}

/** The plan: one sheet an action, with the nine fields of the founding sheet. What is not written yet is said « à compléter ». */
export function planBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  if (facts.actions.length === 0) return [{ kind: 'paragraph', text: t.noAction }]
  return [{ kind: 'paragraph', tone: 'note', text: t.planNote }, ...facts.actions.map((action) => actionBlock(facts, action, language))]
}

function actionBlock(facts: ReportFacts, action: ActionSheet, language: Language): Block {
  const t = textsIn(language).doc.action
  const finding = facts.findings.find((one) => one.id === action.findingId)
  const asked = (label: string, value: string) => ({ label, value: value || null })
  const optional = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : [])
  return {
    kind: 'keyValue',
    title: action.title,
    fields: [
      ...optional(t.from, finding?.text),
      asked(t.what, action.what),
      asked(t.forWhom, action.forWhom),
      asked(t.byWhom, action.byWhom),
      asked(t.withWhom, action.withWhom),
      asked(t.place, action.place),
      asked(t.how, action.how),
      asked(t.why, action.why),
      ...optional(t.comments, action.comments),
      ...optional(t.when, whenOf(action, language)),
      ...optional(t.indicator, action.indicator),
      ...optional(t.workload, action.workload),
      { label: t.state, value: actionState(action, language) },
      ...optional(t.effect, action.effect),
    ],
  }
}
