import { csvOf } from '../../../platform/documents/csv.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { Hidden, QuestionResult } from '../release/document.ts'
import type { Place } from '../store.ts'
import { breakdownTitle, listPartViews, whyHidden } from './part-views.ts'
import type { PartView } from './part-views.ts'
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
  if (format === 'csv') return download(name, mediaType, csvOf([t.columns, ...linesOfPart(view, t)]))
  return download(name, mediaType, format === 'ods' ? writeOds([sheetOf(view, t)]) : writeXlsx([sheetOf(view, t)]))
}

export const sheetOf = (view: PartView, t: ResultTexts) => ({
  name: t.audiences[view.part.audience],
  columns: t.columns.map((header) => ({ header, kind: 'text' as const })),
  rows: linesOfPart(view, t),
})

function linesOfPart({ part, questions, figures }: PartView, t: ResultTexts): string[][] {
  const audience = t.audiences[part.audience]
  const hidden = (group: string, { code, words }: Question, why: Hidden): string[] => [audience, group, code, words.fr, '', t.hidden[why], '']
  const shown = (group: string, question: Question, result: QuestionResult): string[][] => {
    if (!result.shown) return [hidden(group, question, result.why)]
    const labels = answersOf(question, t)
    const { shares, base } = result.figures
    return shares.map((share, index) => [audience, group, question.code, question.words.fr, labels[index] ?? '', shareInWords(share, t), String(base)])
  }
  const groupsOf = (question: Question): string[][] =>
    figures.breakdowns.flatMap((breakdown) => {
      const title = breakdownTitle(part, breakdown.code)
      if (!breakdown.shown) return [hidden(title, question, breakdown.why ?? 'subtraction')]
      return breakdown.groups.flatMap((group) => {
        const result = group.questions[question.code]
        const name = `${title} : ${group.code}`
        return result ? shown(name, question, result) : [hidden(name, question, whyHidden(group, question.code) ?? 'few')]
      })
    })
  if (figures.answers === null) return [[audience, '', '', '', '', t.few, '']]
  return questions.flatMap((question) => {
    const result = figures.questions[question.code]
    return result ? [...shown('', question, result), ...groupsOf(question)] : []
  })
}
