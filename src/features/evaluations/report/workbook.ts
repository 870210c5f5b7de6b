import type { SheetCell, SheetColumn, SheetModel } from '../../../platform/documents/document.ts'
import type { Language } from '../../../platform/language.ts'
import { scaleLevels } from '../../frameworks/scale.ts'
import { textsIn as diagnosisTexts } from '../diagnosis/texts.en.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import type { ReportFacts } from './facts.ts'
import { textsIn } from './texts.en.ts'
import { answersTo, numbersOf, positionOf } from './words.ts'

const text = (header: string, width?: number): SheetColumn => ({ header, kind: 'text', ...(width ? { width } : {}) })
const number = (header: string): SheetColumn => ({ header, kind: 'number' })
const date = (header: string): SheetColumn => ({ header, kind: 'date' })
const given = (value: string): string | null => value || null

/** The data of an evaluation and its plan: questions, positions, findings, actions. What is unknown is an empty cell. */
export const buildWorkbook = (facts: ReportFacts, language: Language): SheetModel[] => [
  questionsSheet(facts, language),
  positionsSheet(facts, language),
  findingsSheet(facts, language),
  actionsSheet(facts, language),
]

function questionsSheet({ items }: ReportFacts, language: Language): SheetModel {
  const t = textsIn(language).sheets
  const phases = commonTexts(language).phases
  return {
    name: t.questions,
    columns: [
      number(t.number),
      text(t.theme),
      text(t.phase),
      text(t.question, 60),
      text(t.origin),
      text(t.originCode),
      text(t.originStatement, 60),
      text(t.scale, 40),
    ],
    rows: items.map((item, index) => [
      index + 1,
      given(item.themeTitle),
      phases[item.phase],
      item.statement,
      t.origins[item.origin],
      item.origin === 'bank' ? item.originCode : null,
      item.originStatement === item.statement ? null : item.originStatement,
      given(
        scaleLevels(item.scale)
          .map((level) => level.label)
          .join(' / '),
      ),
    ]),
  }
}

function positionsSheet(facts: ReportFacts, language: Language): SheetModel {
  const t = textsIn(language).sheets
  return {
    name: t.positions,
    columns: [
      number(t.number),
      text(t.question, 60),
      text(t.position, 24),
      text(t.reason, 50),
      text(t.otherView, 50),
      number(t.answers),
      text(t.spread, 50),
      text(t.proofs, 40),
    ],
    rows: facts.items.map((item, index): SheetCell[] => {
      const answers = answersTo(item, facts.counts, language)
      const spread = answers?.levels ? [...answers.levels, ...answers.others].map(({ label, count }) => `${label} : ${count}`).join(' ; ') : null
      const proofs = facts.proofs
        .filter((proof) => proof.itemId === item.id)
        .map((proof) => proof.title)
        .join(' ; ')
      return [
        index + 1,
        item.statement,
        item.agreed?.choice ? positionOf(item, language) : null,
        given(item.agreed?.reason ?? ''),
        given(item.agreed?.minorityView ?? ''),
        answers?.total ?? null,
        spread,
        given(proofs),
      ]
    }),
  }
}

function findingsSheet(facts: ReportFacts, language: Language): SheetModel {
  const t = textsIn(language).sheets
  const kinds = diagnosisTexts(language).kinds
  const numbers = numbersOf(facts)
  return {
    name: t.findings,
    columns: [text(t.kind, 18), text(t.finding, 60), text(t.detail, 60), text(t.from, 18)],
    rows: facts.findings.map((finding) => [
      kinds[finding.kind],
      finding.text,
      given(finding.detail),
      given(finding.itemIds.flatMap((id) => numbers.get(id) ?? []).join(', ')),
    ]),
  }
}

function actionsSheet(facts: ReportFacts, language: Language): SheetModel {
  const t = textsIn(language)
  const a = t.doc.action
  return {
    name: t.sheets.actions,
    columns: [
      text(a.title, 50),
      text(a.from, 40),
      text(a.what, 40),
      text(a.forWhom),
      text(a.byWhom),
      text(a.withWhom),
      text(a.place),
      text(a.how, 40),
      text(a.why, 40),
      text(a.comments, 40),
      date(a.start),
      date(a.due),
      text(t.sheets.state),
      number(a.progress),
      date(a.done),
      text(a.indicator, 30),
      text(a.workload),
      text(a.effect, 40),
    ],
    rows: facts.actions.map((action): SheetCell[] => [
      action.title,
      facts.findings.find((finding) => finding.id === action.findingId)?.text ?? null,
      given(action.what),
      given(action.forWhom),
      given(action.byWhom),
      given(action.withWhom),
      given(action.place),
      given(action.how),
      given(action.why),
      given(action.comments),
      action.startsOn,
      action.dueOn,
      t.doc.actionStates[action.state],
      action.progress,
      action.doneOn,
      given(action.indicator),
      given(action.workload),
      given(action.effect),
    ]),
  }
}
