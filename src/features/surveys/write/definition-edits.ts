import type { Definition, Option, Question } from '../questionnaire/definition.ts'

/** Edits of a questionnaire: each gives a new one and leaves every other question as it was. */

export const withQuestion = (definition: Definition, question: Question): Definition => {
  const known = definition.questions.some((one) => one.code === question.code)
  return {
    ...definition,
    questions: known ? definition.questions.map((one) => (one.code === question.code ? question : one)) : [...definition.questions, question],
  }
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

/** Codes of the questions that depend on answers to this one. */
export const dependents = (definition: Definition, code: string): string[] =>
  definition.questions.filter((one) => one.when?.question === code).map((one) => one.code)

/** One place up or down; a question never goes before one on whose answers it depends. Null when it cannot move. */
export function moveQuestion(definition: Definition, code: string, by: -1 | 1): Definition | null {
  const from = definition.questions.findIndex((one) => one.code === code)
  const [moved, other] = [definition.questions[from], definition.questions[from + by]]
  if (!moved || !other) return null
  const [later, earlier] = by === 1 ? [moved, other] : [other, moved]
  if (earlier.when?.question === later.code) return null
  const questions = [...definition.questions]
  questions[from] = other
  questions[from + by] = { ...moved, section: other.section === moved.section ? moved.section : other.section }
  return { ...definition, questions }
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
