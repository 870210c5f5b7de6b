import { dayOf, formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { csvStream } from '../../../platform/documents/csv.ts'
import type { SheetModel } from '../../../platform/documents/document.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { QuestionFigures, QuestionResult } from '../release/document.ts'
import type { Place, Survey } from '../store.ts'
import { breakdownsOf, breakdownTitle, groupName, listPartViews, whyHidden } from './part-views.ts'
import type { PartView, WhyHidden } from './part-views.ts'
import { earlyPage } from './results-pages.ts'
import { textsIn } from './texts.en.ts'
import { answersOf, questionWords, shareInWords, whyNothing } from './words.ts'

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
  const name = `resultats-${view.part.audience}.${format}`
  if (format === 'csv') return download(name, mediaType, csvStream(csvRows(place.survey, view, ask.language)))
  const sheets = [sheetOf(place.survey, view, ask.language)]
  return download(name, mediaType, format === 'ods' ? writeOds(sheets) : writeXlsx(sheets))
}

/** In the order of the texts' columns. */
const columnKinds = ['text', 'text', 'text', 'text', 'text', 'text', 'number', 'text', 'number', 'number', 'number', 'text', 'date'] as const

/** One sheet of a workbook: what the page shows of one audience, and what it does not. */
export function sheetOf(survey: Survey, view: PartView, language: Language): SheetModel {
  const t = textsIn(language)
  return {
    name: t.audiences[view.part.audience],
    columns: t.columns.map((header, index) => ({ header, kind: columnKinds[index] ?? 'text' })),
    rows: [...linesOfPart(survey, view, language)],
  }
}

function* csvRows(survey: Survey, view: PartView, language: Language): Generator<string[]> {
  yield textsIn(language).columns
  for (const row of linesOfPart(survey, view, language)) yield row.map((cell) => (typeof cell === 'number' ? formatNumber(cell, language) : (cell ?? '')))
}

type Cell = string | number | null

/** Question by question: everybody, then group by group. */
function* linesOfPart(survey: Survey, view: PartView, language: Language): Generator<Cell[]> {
  const t = textsIn(language)
  const { part, questions, figures } = view
  const line = (group: string, question: Question | null, answer: string, share: string, told: QuestionFigures | null): Cell[] => [
    t.audiences[part.audience],
    group,
    question?.code ?? '',
    question ? questionWords(question) : '',
    answer,
    share,
    told?.base ?? null,
    told?.favourable ? shareInWords(told.favourable.share, t) : '',
    told?.favourable?.low ?? null,
    told?.favourable?.high ?? null,
    told?.mean ?? null,
    survey.title,
    survey.closedAt ? dayOf(survey.closedAt) : null,
  ]
  const hidden = (group: string, question: Question, why: WhyHidden): Cell[] =>
    line(group, question, '', figures.schools ? t.hiddenTogether : t.hidden[why], null)
  const shown = (group: string, question: Question, result: QuestionResult): Cell[][] => {
    if (!result.shown) return [hidden(group, question, 'answers')]
    const labels = answersOf(question, t, language)
    return result.figures.shares.map((share, index) => line(group, question, labels[index] ?? '', shareInWords(share, t), result.figures))
  }
  if (figures.answers === null) {
    yield line('', null, '', whyNothing(survey, figures, t), null)
    return
  }
  for (const question of questions) {
    const result = figures.questions[question.code]
    if (!result) continue
    yield* shown('', question, result)
    for (const breakdown of breakdownsOf(view, question)) {
      const title = breakdownTitle(part, breakdown.code)
      if (!breakdown.shown) yield hidden(title, question, breakdown.why ?? 'subtraction')
      for (const group of breakdown.groups) {
        const name = t.pair(title, groupName(part, breakdown.code, group.code, t, language))
        const told = group.questions[question.code]
        if (told) yield* shown(name, question, told)
        else yield hidden(name, question, whyHidden(group, question.code) ?? 'few')
      }
    }
  }
}
