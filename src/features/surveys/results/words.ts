import { formatDate, formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { frenchSpaces } from '../../frameworks/french-spaces.ts'
import { answersOfCondition } from '../answer/read-answers.ts'
import { textIn } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'
import { fewestSchools } from '../release/together.ts'
import type { PartFigures, QuestionFigures, Share } from '../release/document.ts'
import type { Survey } from '../store.ts'
import { canConclude } from './rules.ts'
import type { ResultTexts } from './texts.fr.ts'

export const shareInWords = (share: Share, t: ResultTexts): string => (typeof share === 'number' ? t.percent(share) : t[share])

/** Favourable share with its interval, and that it is too wide to conclude where it is; '' of what is no scale. */
export function agreementOf(figures: QuestionFigures, t: ResultTexts): string {
  const agree = intervalInWords(figures, t)
  return agree === '' || canConclude(figures) ? agree : `${agree}. ${t.unsure}`
}

/** The same where another sentence says what can be concluded. */
export const intervalInWords = ({ favourable }: QuestionFigures, t: ResultTexts): string =>
  favourable ? t.agree(shareInWords(favourable.share, t), favourable.low, favourable.high) : ''

/** The same in a cell of a table whose header says what is favourable. */
export function shortAgreementOf(figures: QuestionFigures, t: ResultTexts): string {
  const { favourable } = figures
  if (!favourable) return ''
  const agree = t.agreeShort(shareInWords(favourable.share, t), favourable.low, favourable.high)
  return canConclude(figures) ? agree : `${agree}. ${t.unsureShort}`
}

/** One after another, each with its full stop; what is empty is left out. */
export const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ')

/** A question as it was asked, with spaces that do not break. */
export const questionWords = ({ words }: Pick<Question, 'words'>): string => frenchSpaces(words.fr)

/** The same without the full stop that would end it inside a longer line. */
export const questionInLine = (question: Pick<Question, 'words'>): string => questionWords(question).replace(/\.$/, '')

/** The answers of a question in their order, « je ne sais pas » last. */
export function answersOf(question: Question, t: ResultTexts, language: Language): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map((level) => level.fr), t.dontKnow]
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.words.fr)
    case 'number':
      return intervalsOf(question, t, language)
    case 'date':
      return periodsOf(question).map((period) => (question.by === 'year' ? period : formatDate(`${period}-01`, language, 'month')))
    case 'text':
      return []
  }
}

function intervalsOf({ from, unit }: Question & { kind: 'number' }, t: ResultTexts, language: Language): string[] {
  const said = unit ? ` ${textIn(unit, language).text}` : ''
  return from.map((bound, index) => {
    const next = from[index + 1]
    return next === undefined ? t.andMore(formatNumber(bound, language) + said) : t.fromTo(formatNumber(bound, language), formatNumber(next, language) + said)
  })
}

export const meanOf = (figures: QuestionFigures, t: ResultTexts, language: Language): string =>
  figures.mean === undefined ? '' : t.mean(formatNumber(figures.mean, language))

/** To whom a question was asked, where not to everybody; '' where to everybody. */
export function askedTo({ when }: Question, questions: readonly Question[], t: ResultTexts, language: Language): string {
  const earlier = when && questions.find(({ code }) => code === when.question)
  if (!when || !earlier) return ''
  const answers = answersOf(earlier, t, language)
  return t.askedTo(
    answersOfCondition(earlier, when).flatMap((place) => answers[place - 1] ?? []),
    questionInLine(earlier),
  )
}

/** Why nothing is told of an audience: too few people, or of several schools too few of them. */
export function whyNothing({ organisationKind }: Pick<Survey, 'organisationKind'>, { schools }: PartFigures, t: ResultTexts): string {
  const needed = organisationKind === 'network' ? fewestSchools.network : fewestSchools.other
  return schools && schools.counted < needed ? t.fewSchools(needed, schools.counted) : t.few
}
