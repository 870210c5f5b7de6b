import type { PaperFormModel, PaperQuestion } from '../../../platform/documents/survey-sheets.ts'
import { answersInWords, conditionOf } from '../answer/condition.ts'
import { answeringWords, isRightToLeft } from '../questionnaire/answering-words.ts'
import { answersOf } from '../questionnaire/answers-of.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { textIn } from '../questionnaire/definition.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import { endOf, findScale } from '../questionnaire/scales.ts'
import type { Part } from '../store.ts'
import { isDrawn } from './printed-words.ts'

interface Printed {
  part: Part
  questions: readonly Question[]
  schoolName: string
  threshold: number
  tag: string
}

/** Periods that are offered as boxes; more of them are written by hand. */
const mostBoxes = 12
/** Answers of at most so many characters stand side by side. */
const shortAnswer = 24

/** Whether our printed pages can draw a language of this questionnaire. */
export const canPrint = (part: Part, tag: string): boolean =>
  isDrawn([textIn(part.definition.title, tag).text, ...part.definition.questions.map(({ words }) => textIn(words, tag).text)].join(' '))

/** A questionnaire on paper, in one language; a sentence that is not translated says so. */
export function paperFormOf(printed: Printed): PaperFormModel {
  const { part, questions, tag } = printed
  const words = answeringWords(tag, part.audience)
  const say = (localized: Localized): string => {
    const { text, missing } = textIn(localized, tag)
    return missing ? `${text} (${words.missingTranslation})` : text
  }
  const numbered = questions.map((question, index) => ({ section: question.section, question: paperQuestion(question, index + 1, printed, say) }))
  const sections = bySection(part.definition.sections, numbered).filter((one) => one.questions.length > 0)
  return {
    tag,
    rtl: isRightToLeft(tag),
    title: say(part.definition.title),
    school: printed.schoolName,
    intro: say(part.definition.intro).split(/\n\s*\n/),
    sentences: [...words.anonymous(printed.threshold), words.paperTyped],
    sections: sections.map(({ section, questions: asked }) => ({ title: section ? say(section.words) : '', questions: asked.map(({ question }) => question) })),
  }
}

function paperQuestion(question: Question, number: number, { part, questions, tag }: Printed, say: (words: Localized) => string): PaperQuestion {
  const words = answeringWords(tag, part.audience)
  const asked = conditionOf(questions, question)
  const condition = asked ? words.onlyIf(asked.number, answersInWords(asked, tag, say)) : ''
  const several = question.kind === 'multiple' ? words.chooseSeveral : question.kind === 'number' ? words.numberHint : ''
  const options = boxesOf(question, tag, say)
  const longest = Math.max(0, ...options.map((option) => option.length))
  return {
    number,
    words: say(question.words),
    hint: [condition, several, question.help ? say(question.help) : ''].filter(Boolean).join(' '),
    options,
    // A year is typed as it is.
    numbered: question.kind !== 'date',
    columns: options.length > 3 && longest <= shortAnswer ? 3 : longest <= shortAnswer * 2 ? 2 : 1,
    lines: question.kind === 'text' ? 4 : options.length === 0 ? 1 : 0,
  }
}

/** Boxes to tick; a number, a month and what would take too many boxes are written by hand. */
function boxesOf(question: Question, tag: string, say: (words: Localized) => string): string[] {
  if (question.kind === 'number') return []
  const scale = question.kind === 'scale' ? findScale(question.scale) : null
  const answers = answersOf(question, tag, say).map((answer, index) => {
    const end = scale && endOf(scale, index)
    return end ? `${answer} (${say(end)})` : answer
  })
  return question.kind === 'date' && (question.by === 'month' || answers.length > mostBoxes) ? [] : answers
}
