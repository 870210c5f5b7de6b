import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { answersOf } from '../questionnaire/answers-of.ts'
import type { Question } from '../questionnaire/definition.ts'
import { textIn } from '../questionnaire/definition.ts'
import { textsIn } from './texts.en.ts'

/** How a question is answered, in one line. */
export function answersLine(question: Question, language: Language): string {
  const t = textsIn(language)
  switch (question.kind) {
    case 'number':
      return t.show.number(answersOf(question, language).join(' · '), question.unit ? textIn(question.unit, language).text : '')
    case 'date': {
      const said = (month: string): string => (question.by === 'year' ? month.slice(0, 4) : formatDate(`${month}-01`, language, 'month'))
      return t.show.period[question.by](said(question.first), said(question.last))
    }
    case 'text':
      return t.question.kinds.text
    case 'scale':
    case 'single':
    case 'multiple':
      return answersOf(question, language).join(' · ')
  }
}
