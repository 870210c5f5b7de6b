import type { Form } from '../../../platform/web/form.ts'
import type { Sent } from '../answer/read-answers.ts'
import type { Question } from '../questionnaire/definition.ts'

/** What is typed from one sheet of paper, by question, as it was typed. */
export type TypedSheet = Readonly<Record<string, string>>

export const sheetField = (code: string): string => `a-${code}`

export const readSheet = (form: Form, questions: readonly Question[]): TypedSheet =>
  Object.fromEntries(questions.map(({ code }) => [code, form.text(sheetField(code)).replace(/[^\S\n]+/g, ' ')]))

/** As a form of the answering page would have sent it: several numbers of a multiple choice are separated by anything but digits. */
export const sentFromSheet = (questions: readonly Question[], typed: TypedSheet): Sent =>
  Object.fromEntries(
    questions.map((question) => {
      const value = typed[question.code] ?? ''
      return [question.code, question.kind === 'multiple' ? value.split(/\D+/).filter((part) => part !== '') : [value]]
    }),
  )

/** Questions on which two people who typed the same sheet differ. */
export const differences = (questions: readonly Question[], first: TypedSheet, second: TypedSheet): string[] =>
  questions.filter((question) => sameWords(question, first) !== sameWords(question, second)).map(({ code }) => code)

function sameWords(question: Question, typed: TypedSheet): string {
  const value = (typed[question.code] ?? '').trim()
  if (question.kind === 'multiple')
    return value
      .split(/\D+/)
      .filter(Boolean)
      .map(Number)
      .sort((one, other) => one - other)
      .join(' ')
  return question.kind === 'text'
    ? value
        .toLowerCase()
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim()
    : value
}
