import { isLanguageTag, isQuestionCode, mostOptions, mostQuestions } from './definition.ts'
import type { Definition, Question } from './definition.ts'
import { findScale, periodsOf } from './scales.ts'
import type { QuestionnaireTexts } from './texts.fr.ts'

/** Months or years of a date question at most. */
const mostPeriods = 60

/** What stands in the way of a questionnaire, and where; `sayProblem` puts it in words. */
export interface DefinitionProblem {
  /** Code of the question; null for the questionnaire as a whole. */
  question: string | null
  /** Its place from 1, likewise. */
  place: number | null
  /** What has to be changed. */
  why: 'shape' | 'languages' | 'empty' | 'too-many' | 'code' | 'twice' | 'section' | 'no-words' | 'scale' | 'options' | 'bounds' | 'period' | 'condition'
  fault: keyof QuestionnaireTexts['faults']
  /** The code, the language or the number that it speaks of; '' for none. */
  about: string
  /** So many are taken; 0 where that is not the matter. */
  most: number
}

type Found = Pick<DefinitionProblem, 'why' | 'fault'> & Partial<Pick<DefinitionProblem, 'about' | 'most'>>

/** Everything that is not in order; empty when it can be asked. */
export function checkDefinition(definition: Definition): DefinitionProblem[] {
  const whole = checkWhole(definition).map((found) => ({ question: null, place: null, about: '', most: 0, ...found }))
  const each = definition.questions.flatMap((question, index) =>
    checkQuestion(definition, question, index).map((found) => ({ question: question.code, place: index + 1, about: '', most: 0, ...found })),
  )
  return [...whole, ...each]
}

function checkWhole(definition: Definition): Found[] {
  const { questions, sections } = definition
  const problems: Found[] = []
  if (questions.length === 0) problems.push({ why: 'empty', fault: 'empty' })
  if (questions.length > mostQuestions) problems.push({ why: 'too-many', fault: 'too-many', about: String(questions.length), most: mostQuestions })
  const languages = checkLanguages(definition)
  if (languages) problems.push({ why: 'languages', ...languages })
  const parts = sections.map((section) => section.code)
  if (new Set(parts).size < parts.length) problems.push({ why: 'section', fault: 'section-twice' })
  if (sections.some((section) => section.words.fr.trim() === '')) problems.push({ why: 'section', fault: 'section-unnamed' })
  return problems
}

function checkLanguages({ languages }: Definition): Pick<DefinitionProblem, 'fault' | 'about'> | null {
  const tags = languages.map((language) => language.tag)
  if (tags[0] !== 'fr') return { fault: 'french-first', about: '' }
  const twice = tags.find((tag, index) => tags.indexOf(tag) !== index)
  if (twice) return { fault: 'language-twice', about: twice }
  const unknown = tags.find((tag) => !isLanguageTag(tag))
  return unknown === undefined ? null : { fault: 'no-language', about: unknown }
}

function checkQuestion({ questions, sections }: Definition, question: Question, index: number): Found[] {
  const problems: Found[] = []
  if (!isQuestionCode(question.code)) problems.push({ why: 'code', fault: 'code', about: question.code })
  if (questions.findIndex((one) => one.code === question.code) !== index) problems.push({ why: 'twice', fault: 'twice', about: question.code })
  if (question.section !== '' && !sections.some((section) => section.code === question.section)) problems.push({ why: 'section', fault: 'section-gone' })
  if (question.words.fr.trim() === '') problems.push({ why: 'no-words', fault: 'no-words' })
  const answers = checkAnswers(question)
  if (answers) problems.push(answers)
  const condition = checkCondition(questions.slice(0, index), question)
  if (condition) problems.push({ why: 'condition', fault: condition })
  return problems
}

function checkAnswers(question: Question): Found | null {
  switch (question.kind) {
    case 'scale':
      return findScale(question.scale) ? null : { why: 'scale', fault: 'scale', about: question.scale }
    case 'single':
    case 'multiple': {
      const { options } = question
      if (options.length < 2) return { why: 'options', fault: 'few-options' }
      if (options.length > mostOptions) return { why: 'options', fault: 'many-options', about: String(options.length), most: mostOptions }
      if (new Set(options.map((option) => option.code)).size < options.length) return { why: 'options', fault: 'option-twice' }
      return options.every((option) => option.words.fr.trim() !== '') ? null : { why: 'options', fault: 'option-unnamed' }
    }
    case 'number':
      return question.from.length >= 2 &&
        question.from.length <= mostOptions &&
        question.from.every((bound, index) => index === 0 || bound > (question.from[index - 1] ?? 0))
        ? null
        : { why: 'bounds', fault: 'bounds', most: mostOptions }
    case 'date': {
      const right = /^\d{4}-(0[1-9]|1[0-2])$/.test(question.first) && /^\d{4}-(0[1-9]|1[0-2])$/.test(question.last) && question.first <= question.last
      return right && periodsOf(question).length <= mostPeriods ? null : { why: 'period', fault: 'period', most: mostPeriods }
    }
    case 'text':
      return null
  }
}

function checkCondition(earlier: readonly Question[], { when }: Question): 'asked-later' | 'asked-in-words' | 'answer-gone' | null {
  if (!when) return null
  const asked = earlier.find((question) => question.code === when.question)
  if (!asked) return 'asked-later'
  if (asked.kind !== 'scale' && asked.kind !== 'single' && asked.kind !== 'multiple') return 'asked-in-words'
  const known =
    asked.kind === 'scale' ? (findScale(asked.scale)?.levels ?? []).map((_, index) => String(index + 1)) : asked.options.map((option) => option.code)
  return when.answers.length > 0 && when.answers.every((answer) => known.includes(answer)) ? null : 'answer-gone'
}
