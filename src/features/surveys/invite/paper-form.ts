import type { PaperFormModel, PaperQuestion } from '../../../platform/documents/survey-sheets.ts'
import { answeringWords, isRightToLeft } from '../questionnaire/answering-words.ts'
import { textIn } from '../questionnaire/definition.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'
import type { Part } from '../store.ts'
import { isDrawn } from './printed-words.ts'
import { fr } from './texts.fr.ts'

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
  const known = part.definition.sections.map(({ code }) => code)
  const sections = [
    ...part.definition.sections.map(({ code, words: title }) => ({ title: say(title), questions: numbered.filter(({ section }) => section === code) })),
    { title: '', questions: numbered.filter(({ section }) => !known.includes(section)) },
  ]
  return {
    tag,
    rtl: isRightToLeft(tag),
    title: say(part.definition.title),
    school: printed.schoolName,
    intro: say(part.definition.intro).split(/\n\s*\n/),
    sentences: [...words.anonymous(printed.threshold)],
    sections: sections.filter((one) => one.questions.length > 0).map((one) => ({ title: one.title, questions: one.questions.map(({ question }) => question) })),
  }
}

function paperQuestion(question: Question, number: number, { part, questions, tag }: Printed, say: (words: Localized) => string): PaperQuestion {
  const words = answeringWords(tag, part.audience)
  const earlier = question.when ? questions.findIndex(({ code }) => code === question.when?.question) + 1 : 0
  const condition = earlier > 0 ? (tag === 'fr' ? fr.paper.onlyIf(earlier) : `↳ ${earlier}`) : ''
  const several = question.kind === 'multiple' ? words.chooseSeveral : question.kind === 'number' ? words.numberHint : ''
  const options = optionsOf(question, words.dontKnow, say)
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

function optionsOf(question: Question, dontKnow: string, say: (words: Localized) => string): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map(say), dontKnow]
    case 'single':
    case 'multiple':
      return question.options.map((option) => say(option.words))
    case 'date': {
      const periods = periodsOf(question)
      return question.by === 'year' && periods.length <= mostBoxes ? periods : []
    }
    case 'number':
    case 'text':
      return []
  }
}
