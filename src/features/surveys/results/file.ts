import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { csvOf } from '../../../platform/documents/csv.ts'
import type { QuestionResult } from '../release/document.ts'
import type { Place } from '../store.ts'
import { answersOf, earlyPage, listPartViews, shareInWords } from './results-pages.ts'
import type { PartView } from './results-pages.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'

const mediaTypes: Record<string, string> = {
  csv: 'text/csv',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What is shown on the page, and nothing more, one line an answer. */
export async function sendResultFile(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const format = ask.params['format'] ?? ''
  const mediaType = mediaTypes[format]
  const view = (await listPartViews(ask, place)).find(({ part }) => part.id === ask.params['part'])
  if (!view || !mediaType) return notFound()
  const t = textsIn(ask.language)
  const lines = linesOfPart(view, t)
  const name = `resultats-${view.part.audience}.${format}`
  if (format === 'csv') return download(name, mediaType, csvOf([t.columns, ...lines]))
  const columns = t.columns.map((header) => ({ header, kind: 'text' as const }))
  const sheets = [{ name: t.audiences[view.part.audience], columns, rows: lines }]
  return download(name, mediaType, format === 'ods' ? writeOds(sheets) : writeXlsx(sheets))
}

function linesOfPart({ questions, figures }: PartView, t: ResultTexts): string[][] {
  const linesOf = (group: string, code: string, words: string, labels: readonly string[], result: QuestionResult | undefined): string[][] => {
    if (!result) return []
    if (!result.shown) return [[group, code, words, '', t.hidden[result.why], '']]
    return result.figures.shares.map((share, index) => [group, code, words, labels[index] ?? '', shareInWords(share, t), String(result.figures.base)])
  }
  return questions.flatMap((question) => {
    const labels = answersOf(question, t)
    const groups = figures.breakdowns.flatMap((breakdown) =>
      breakdown.groups.flatMap((group) =>
        linesOf(`${breakdown.code} : ${group.code}`, question.code, question.words.fr, labels, group.questions[question.code]),
      ),
    )
    return [...linesOf('', question.code, question.words.fr, labels, figures.questions[question.code]), ...groups]
  })
}
