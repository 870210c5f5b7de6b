import { isLanguageTag, isQuestionCode, mostOptions, mostQuestions } from './definition.ts'
import type { Definition, Question } from './definition.ts'
import { findScale, periodsOf } from './scales.ts'

/** What stands in the way of a questionnaire, where, and a sentence for who writes it. */
export interface DefinitionProblem {
  /** Code of the question; null for the questionnaire as a whole. */
  question: string | null
  why: 'shape' | 'languages' | 'empty' | 'too-many' | 'code' | 'twice' | 'section' | 'no-words' | 'scale' | 'options' | 'bounds' | 'period' | 'condition'
  sentence: string
}

/** Everything that is not in order; empty when it can be asked. */
export function checkDefinition(definition: Definition): DefinitionProblem[] {
  const { questions } = definition
  const problems: DefinitionProblem[] = []
  if (questions.length === 0) problems.push({ question: null, why: 'empty', sentence: 'Il n’y a pas encore de question.' })
  if (questions.length > mostQuestions) {
    problems.push({
      question: null,
      why: 'too-many',
      sentence: `Il y a ${questions.length} questions ; gardez-en ${mostQuestions} au plus, pour que les gens aillent au bout.`,
    })
  }
  const languages = checkLanguages(definition)
  if (languages) problems.push({ question: null, why: 'languages', sentence: languages })
  const parts = definition.sections.map((section) => section.code)
  if (new Set(parts).size < parts.length) problems.push({ question: null, why: 'section', sentence: 'Deux parties ont le même code.' })
  if (definition.sections.some((section) => section.words.fr.trim() === '')) {
    problems.push({ question: null, why: 'section', sentence: 'Une partie n’a pas de nom.' })
  }
  for (const [place, question] of questions.entries()) problems.push(...checkQuestion(definition, question, place))
  return problems
}

function checkLanguages({ languages }: Definition): string | null {
  const tags = languages.map((language) => language.tag)
  if (tags[0] !== 'fr') return 'Le français vient en premier parmi les langues.'
  const twice = tags.find((tag, index) => tags.indexOf(tag) !== index)
  if (twice) return `La langue « ${twice} » est donnée deux fois.`
  const unknown = tags.find((tag) => !isLanguageTag(tag))
  return unknown === undefined ? null : `« ${unknown} » n’est pas le code d’une langue, comme pt ou ar.`
}

function checkQuestion({ questions, sections }: Definition, question: Question, place: number): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const told = (why: DefinitionProblem['why'], sentence: string): void => {
    problems.push({ question: question.code, why, sentence: `Question ${place + 1} : ${sentence}` })
  }
  if (!isQuestionCode(question.code)) told('code', `le code « ${question.code} » n’est pas fait de lettres, de chiffres et de tirets.`)
  if (questions.findIndex((one) => one.code === question.code) !== place) told('twice', `le code « ${question.code} » sert déjà à une autre question.`)
  if (question.section !== '' && !sections.some((section) => section.code === question.section)) told('section', 'sa partie n’existe plus.')
  if (question.words.fr.trim() === '') told('no-words', 'elle n’a pas de texte.')
  const answers = checkAnswers(question)
  if (answers) told(answers.why, answers.sentence)
  const condition = checkCondition(questions.slice(0, place), question)
  if (condition) told('condition', condition)
  return problems
}

function checkAnswers(question: Question): Pick<DefinitionProblem, 'why' | 'sentence'> | null {
  switch (question.kind) {
    case 'scale':
      return findScale(question.scale) ? null : { why: 'scale', sentence: `l’échelle « ${question.scale} » n’existe pas.` }
    case 'single':
    case 'multiple': {
      const { options } = question
      if (options.length < 2) return { why: 'options', sentence: 'il faut au moins deux réponses à choisir.' }
      if (options.length > mostOptions) return { why: 'options', sentence: `il y a ${options.length} réponses ; gardez-en ${mostOptions} au plus.` }
      if (new Set(options.map((option) => option.code)).size < options.length) return { why: 'options', sentence: 'deux réponses ont le même code.' }
      return options.every((option) => option.words.fr.trim() !== '') ? null : { why: 'options', sentence: 'une réponse n’a pas de texte.' }
    }
    case 'number':
      return question.from.length >= 2 &&
        question.from.length <= mostOptions &&
        question.from.every((bound, index) => index === 0 || bound > (question.from[index - 1] ?? 0))
        ? null
        : { why: 'bounds', sentence: 'il faut de deux à quinze nombres, du plus petit au plus grand.' }
    case 'date': {
      const right = /^\d{4}-(0[1-9]|1[0-2])$/.test(question.first) && /^\d{4}-(0[1-9]|1[0-2])$/.test(question.last) && question.first <= question.last
      return right && periodsOf(question).length <= 60
        ? null
        : { why: 'period', sentence: 'ses deux dates ne vont pas ensemble, ou vont trop loin : soixante mois au plus.' }
    }
    case 'text':
      return null
  }
}

function checkCondition(earlier: readonly Question[], { when }: Question): string | null {
  if (!when) return null
  const asked = earlier.find((question) => question.code === when.question)
  if (!asked) return 'elle dépend d’une question qui n’existe pas avant elle.'
  if (asked.kind !== 'scale' && asked.kind !== 'single' && asked.kind !== 'multiple') return 'elle dépend d’une question sans réponses à choisir.'
  const known =
    asked.kind === 'scale' ? (findScale(asked.scale)?.levels ?? []).map((_, index) => String(index + 1)) : asked.options.map((option) => option.code)
  return when.answers.length > 0 && when.answers.every((answer) => known.includes(answer)) ? null : 'elle dépend d’une réponse qui n’existe pas.'
}
