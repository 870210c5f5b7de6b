import type { Condition, Question } from '../questionnaire/definition.ts'
import { categoriesOf, periodsOf } from '../questionnaire/scales.ts'

/** What a form or a paper sheet says, by question: values as they were sent. */
export type Sent = Readonly<Record<string, readonly string[]>>

export interface ReadAnswers {
  /** Places from 1, by question code; what is not asked of this person, or was skipped, is absent. */
  chosen: Record<string, number[]>
  texts: Record<string, string>
  /** Questions whose answer cannot be understood; nothing is sent until they are mended or skipped. */
  problems: Problem[]
}

export type Problem = { question: string } & Fault

/** `least`: the smallest number that is taken. */
type Fault = { why: 'not-a-number' | 'not-an-answer' | 'too-long' } | { why: 'too-small'; least: number }

/** Characters of one free answer. */
export const longestText = 2000

/** What is sent, reduced to what is kept: a number to its interval, a date to its month or year. `freeText`: whether words are asked at all. */
export function readAnswers(questions: readonly Question[], sent: Sent, freeText: boolean): ReadAnswers {
  const read: ReadAnswers = { chosen: {}, texts: {}, problems: [] }
  for (const question of questions) {
    if (!isAsked(question, questions, read)) continue
    const values = (sent[question.code] ?? []).map((value) => value.trim()).filter((value) => value !== '')
    if (values.length === 0) continue
    if (question.kind === 'text') readText(question.code, values[0] ?? '', freeText, read)
    else {
      const places = placesOf(question, values)
      if ('why' in places) read.problems.push({ question: question.code, ...places })
      else read.chosen[question.code] = places
    }
  }
  return read
}

/** Signs that turn the direction of what follows them: nobody types them, and a text could show otherwise than it is. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

function readText(code: string, typed: string, freeText: boolean, read: ReadAnswers): void {
  const text = typed.replace(turning, '').trim()
  if (!freeText || text === '') return
  if (text.length > longestText) read.problems.push({ question: code, why: 'too-long' })
  else read.texts[code] = text
}

/** Whether this person is asked it, given what she answered before. */
export function isAsked({ when }: Question, questions: readonly Question[], read: Pick<ReadAnswers, 'chosen'>): boolean {
  if (!when) return true
  const earlier = questions.find((question) => question.code === when.question)
  if (!earlier) return true
  return (read.chosen[when.question] ?? []).some((place) => answersOfCondition(earlier, when).includes(place))
}

/** Places of the answers that a condition names. */
export function answersOfCondition(earlier: Question, when: Condition): number[] {
  return when.answers.flatMap((answer) => {
    const place = 'options' in earlier ? earlier.options.findIndex((option) => option.code === answer) + 1 : Number(answer)
    return Number.isInteger(place) && place >= 1 && place <= categoriesOf(earlier) ? [place] : []
  })
}

function placesOf(question: Exclude<Question, { kind: 'text' }>, values: readonly string[]): number[] | Fault {
  if (question.kind === 'number') return placeOfNumber(question.from, values[0] ?? '')
  if (question.kind === 'date') {
    const place = periodsOf(question).indexOf(question.by === 'year' ? (values[0] ?? '').slice(0, 4) : (values[0] ?? '').slice(0, 7)) + 1
    return place > 0 ? [place] : { why: 'not-an-answer' }
  }
  const places = [...new Set(values.map(Number))].sort((one, other) => one - other)
  if (places.some((place) => !Number.isInteger(place) || place < 1 || place > categoriesOf(question))) return { why: 'not-an-answer' }
  if (question.kind !== 'multiple') return places.length === 1 ? places : { why: 'not-an-answer' }
  // « None of these » with others: the others were meant.
  const others = places.filter((place) => !question.options[place - 1]?.alone)
  return others.length > 0 ? others : places.slice(0, 1)
}

function placeOfNumber(from: readonly number[], text: string): number[] | Fault {
  const value = numberOf(text)
  const least = from[0] ?? 0
  if (value === null) return { why: 'not-a-number' }
  if (value < least) return { why: 'too-small', least }
  return [from.findLastIndex((bound) => value >= bound) + 1]
}

/** A number as it is written by hand, in the digits of any script: « 2,5 », « 1 200 », « ٣ »; null for anything else. */
function numberOf(text: string): number | null {
  const plain = text
    .replace(/[\s\u066c]/g, '')
    .replace(/\u2212/g, '-')
    .replace(/[\u066b\uff0c\uff0e]/g, '.')
    .replace(/\p{Nd}/gu, digitOf)
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** Unicode keeps the ten digits of a script side by side, zero first. */
function digitOf(sign: string): string {
  const place = sign.codePointAt(0) ?? 0
  let zero = place
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((place - zero) % 10)
}
