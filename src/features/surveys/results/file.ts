import { csvStream } from '../../../platform/documents/csv.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { GroupFigures, QuestionResult } from '../release/document.ts'
import type { Place } from '../store.ts'
import { breakdownTitle, listPartViews, whyHidden } from './part-views.ts'
import type { PartView, WhyHidden } from './part-views.ts'
import { earlyPage } from './results-pages.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'
import { answersOf, shareInWords } from './words.ts'

const mediaTypes: Record<string, string> = {
  csv: 'text/csv',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What is shown on the page, what is not and why, and nothing more: one line an answer. */
export async function sendResultFile(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const format = ask.params['format'] ?? ''
  const mediaType = mediaTypes[format]
  const view = (await listPartViews(ask, place)).find(({ part }) => part.id === ask.params['part'])
  if (!view || !mediaType) return notFound()
  const t = textsIn(ask.language)
  const name = `resultats-${view.part.audience}.${format}`
  if (format === 'csv') return download(name, mediaType, csvStream(csvRows(view, t)))
  return download(name, mediaType, format === 'ods' ? writeOds([sheetOf(view, t)]) : writeXlsx([sheetOf(view, t)]))
}

export const sheetOf = (view: PartView, t: ResultTexts) => ({
  name: t.audiences[view.part.audience],
  columns: t.columns.map((header) => ({ header, kind: 'text' as const })),
  rows: [...linesOfPart(view, t)],
})

function* csvRows(view: PartView, t: ResultTexts): Generator<string[]> {
  yield t.columns
  yield* linesOfPart(view, t)
}

/** Question by question: everybody, then group by group. */
function* linesOfPart({ part, questions, figures }: PartView, t: ResultTexts): Generator<string[]> {
  const audience = t.audiences[part.audience]
  const hidden = (group: string, { code, words }: Question, why: WhyHidden): string[] => [audience, group, code, words.fr, '', t.hidden[why], '']
  const shown = (group: string, question: Question, result: QuestionResult): string[][] => {
    if (!result.shown) return [hidden(group, question, 'answers')]
    const labels = answersOf(question, t)
    const { shares, base } = result.figures
    return shares.map((share, index) => [audience, group, question.code, question.words.fr, labels[index] ?? '', shareInWords(share, t), String(base)])
  }
  if (figures.answers === null) {
    yield [audience, '', '', '', '', t.few, '']
    return
  }
  for (const question of questions) {
    const result = figures.questions[question.code]
    if (!result) continue
    yield* shown('', question, result)
    for (const breakdown of figures.breakdowns) {
      const title = breakdownTitle(part, breakdown.code)
      if (!breakdown.shown) yield hidden(title, question, breakdown.why ?? 'subtraction')
      else for (const group of breakdown.groups) yield* groupLines(group, `${title} : ${group.code}`, question, { shown, hidden })
    }
  }
}

interface Lines {
  shown: (group: string, question: Question, result: QuestionResult) => string[][]
  hidden: (group: string, question: Question, why: WhyHidden) => string[]
}

function groupLines(group: GroupFigures, name: string, question: Question, { shown, hidden }: Lines): string[][] {
  const result = group.questions[question.code]
  return result ? shown(name, question, result) : [hidden(name, question, whyHidden(group, question.code) ?? 'few')]
}
