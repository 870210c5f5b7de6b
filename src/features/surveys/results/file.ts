import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { csvOf } from '../invite/write-csv.ts'
import type { QuestionResult } from '../release/document.ts'
import type { Place } from '../store.ts'
import { answersOf, earlyPage, listPartViews, shareInWords } from './results-pages.ts'
import { textsIn } from './texts.en.ts'

/** What is shown on the page, and nothing more, one line an answer. */
export async function sendResultFile(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const view = (await listPartViews(ask, place)).find(({ part }) => part.id === ask.params['part'])
  if (!view || ask.params['format'] !== 'csv') return notFound()
  const t = textsIn(ask.language)
  const linesOf = (group: string, code: string, words: string, labels: readonly string[], result: QuestionResult | undefined): string[][] => {
    if (!result) return []
    if (!result.shown) return [[group, code, words, '', t.hidden[result.why], '']]
    return result.figures.shares.map((share, index) => [group, code, words, labels[index] ?? '', shareInWords(share, t), String(result.figures.base)])
  }
  const lines = view.questions.flatMap((question) => {
    const labels = answersOf(question, t)
    const groups = view.figures.breakdowns.flatMap((breakdown) =>
      breakdown.groups.flatMap((group) =>
        linesOf(`${breakdown.code} : ${group.code}`, question.code, question.words.fr, labels, group.questions[question.code]),
      ),
    )
    return [...linesOf('', question.code, question.words.fr, labels, view.figures.questions[question.code]), ...groups]
  })
  const bytes = csvOf([['groupe', 'code', 'question', 'reponse', 'part', 'reponses_arrondies'], ...lines])
  return download(`resultats-${view.part.audience}.csv`, 'text/csv', bytes)
}
