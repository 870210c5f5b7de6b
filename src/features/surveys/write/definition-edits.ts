import { inAskedOrder } from '../questionnaire/definition.ts'
import type { Definition, Option, Question } from '../questionnaire/definition.ts'

/** Edits of a questionnaire: each gives a new one and leaves every other question as it was. */

/** A new question stands right after the one of this code where both are of the same part, else at the end of its part. */
export function withQuestion(definition: Definition, question: Question, after = ''): Definition {
  const { questions } = definition
  if (questions.some((one) => one.code === question.code)) {
    return inAskedOrder({ ...definition, questions: questions.map((one) => (one.code === question.code ? question : one)) })
  }
  const place = questions.findIndex((one) => one.code === after && one.section === question.section)
  return inAskedOrder({ ...definition, questions: place < 0 ? [...questions, question] : questions.toSpliced(place + 1, 0, question) })
}

/** The questions that were asked only after some answers to it are asked to everybody from then on. */
export function withoutQuestion(definition: Definition, code: string): Definition {
  const questions = definition.questions.filter((one) => one.code !== code).map((one) => (one.when?.question === code ? withoutCondition(one) : one))
  return { ...definition, questions }
}

function withoutCondition(question: Question): Question {
  const { when: _, ...rest } = question
  return rest
}

/** The questions that are asked only after some answers to this one. */
export const dependents = ({ questions }: Definition, code: string): Question[] => questions.filter((one) => one.when?.question === code)

/**
 * One place up or down, as people meet the questions. At the edge of its part it goes into the neighbouring part; it never goes before one on whose
 * answers it depends. Null when it cannot move.
 */
export function moveQuestion(asked: Definition, code: string, by: -1 | 1): Definition | null {
  const definition = inAskedOrder(asked)
  const { questions } = definition
  const from = questions.findIndex((one) => one.code === code)
  const [moved, other] = [questions[from], questions[from + by]]
  if (!moved) return null
  if (!other || partOf(definition, other) !== partOf(definition, moved)) return intoNeighbour(definition, moved, by)
  const [later, earlier] = by === 1 ? [moved, other] : [other, moved]
  if (earlier.when?.question === later.code) return null
  return { ...definition, questions: questions.with(from, other).with(from + by, moved) }
}

/** Its part's place among the parts; after all of them for a question of none. */
function partOf({ sections }: Definition, { section }: Question): number {
  const place = sections.findIndex((one) => one.code === section)
  return place < 0 ? sections.length : place
}

function intoNeighbour(definition: Definition, moved: Question, by: -1 | 1): Definition | null {
  const section = definition.sections[partOf(definition, moved) + by]?.code
  return section === undefined ? null : inAskedOrder(withQuestion(definition, { ...moved, section }))
}

/** The first « Q1 », « Q2 »… that no question has. */
export function newCode({ questions }: Definition): string {
  for (let number = questions.length + 1; ; number++) if (!questions.some((one) => one.code === `Q${number}`)) return `Q${number}`
}

/** Answers typed one a line: one that was there keeps its code, and so what was translated. */
export function optionsOf(lines: string, before: readonly Option[]): Option[] {
  const taken = new Set<string>()
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((fr) => {
      const known = before.find((option) => option.words.fr === fr && !taken.has(option.code))
      const code = known?.code ?? freeCode(before, taken)
      taken.add(code)
      return known ?? { code, words: { fr } }
    })
}

function freeCode(before: readonly Option[], taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const code = `R${number}`
    if (!taken.has(code) && !before.some((option) => option.code === code)) return code
  }
}
