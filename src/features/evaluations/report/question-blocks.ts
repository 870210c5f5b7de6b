import type { Block } from '../../../platform/documents/document.ts'
import type { Language } from '../../../platform/language.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import type { AgreedItem } from '../diagnosis/store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import type { ReportFacts } from './facts.ts'
import type { Sheet } from './sheets.ts'
import { sheetsOf } from './sheets.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'
import { answersTo, lines, numbersOf, positionOf } from './words.ts'

/** The sheets in four quarters: questions with their positions, strengths and weaknesses in the last. */
export function sheetBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  const numbers = numbersOf(facts)
  return sheetsOf(facts.items, facts.findings).sheets.flatMap((sheet): Block[] => {
    const title = sheet.title || t.own
    return [
      { kind: 'heading', level: 2, text: title },
      { kind: 'quadrants', caption: t.quadrants(title), boxes: boxesOf(sheet, numbers, language) },
    ]
  })
}

function boxesOf(sheet: Sheet, numbers: ReadonlyMap<string, number>, language: Language) {
  const t = textsIn(language).doc
  const words = commonTexts(language)
  const box = (phase: Phase, more: string[] = []) => ({
    title: words.phases[phase],
    items: [...sheet.questions[phase].map((item) => t.questionLine(numbers.get(item.id) ?? 0, item.statement, positionOf(item, language))), ...more],
  })
  const of = (kind: string, line: (text: string) => string): string[] =>
    sheet.findings.filter((finding) => finding.kind === kind).map((finding) => line(finding.text))
  return { plan: box('plan'), do: box('do'), check: box('check'), act: box('act', [...of('strength', t.strengthLine), ...of('weakness', t.weaknessLine)]) }
}

/** Each question: what was answered, as far as it may be told, what was agreed and why, the other view, the proofs. */
export function questionBlocks(facts: ReportFacts, language: Language): Block[] {
  const t = textsIn(language).doc
  const words = commonTexts(language)
  const { sheets } = sheetsOf(facts.items, facts.findings)
  const blocks = sheets.flatMap((sheet): Block[] => [
    { kind: 'heading', level: 2, text: sheet.title || t.own },
    ...phases.flatMap((phase): Block[] => {
      const questions = sheet.questions[phase]
      return questions.length === 0
        ? []
        : [{ kind: 'heading', level: 3, text: words.phases[phase] }, ...questions.map((item) => questionBlock(facts, item, language))]
    }),
  ])
  return [{ kind: 'paragraph', tone: 'note', text: facts.counts ? t.fewNote : t.notTold }, ...blocks]
}

function questionBlock(facts: ReportFacts, item: AgreedItem, language: Language): Block {
  const t = textsIn(language).doc
  const title = `${numbersOf(facts).get(item.id) ?? ''}. ${item.statement}`
  const answers = answersTo(item, facts.counts, language)
  const proofs = facts.proofs
    .filter((proof) => proof.itemId === item.id)
    .map((proof) => proof.title)
    .join(' ; ')
  if (!answers?.levels) return fieldsOf(item, title, { proofs, answers: answersWords(answers, item, t) }, language)
  const agreed = answers.levels.findIndex((level) => item.agreed?.choice === 'rated' && level.label === positionOf(item, language))
  const apart = item.agreed?.choice && item.agreed.choice !== 'rated' ? t.positionIs(positionOf(item, language)) : null
  const note = lines(
    apart,
    item.agreed?.reason ? t.reasonIs(item.agreed.reason) : null,
    item.agreed?.minorityView ? t.otherViewIs(item.agreed.minorityView) : null,
    proofs ? t.proofsAre(proofs) : null,
  )
  return { kind: 'spread', title, levels: answers.levels, agreed: agreed < 0 ? null : agreed, others: answers.others, ...(note ? { note } : {}) }
}

function answersWords(answers: ReturnType<typeof answersTo>, item: AgreedItem, t: Texts['doc']): string | null {
  if (!answers) return null
  return item.scale.kind === 'none' ? t.wordAnswers(answers.total) : t.fewAnswers(answers.total)
}

function fieldsOf(item: AgreedItem, title: string, told: { proofs: string; answers: string | null }, language: Language): Block {
  const t = textsIn(language).doc
  const optional = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : [])
  return {
    kind: 'keyValue',
    title,
    fields: [
      { label: t.position, value: positionOf(item, language) },
      { label: t.reason, value: item.agreed?.reason || null },
      ...optional(t.otherView, item.agreed?.minorityView),
      ...optional(t.answers, told.answers),
      ...optional(t.proofs, told.proofs),
    ],
  }
}
