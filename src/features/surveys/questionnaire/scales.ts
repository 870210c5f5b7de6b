import type { Localized, Question } from './definition.ts'
import { answersInWords } from './scale-words.ts'

export interface Scale {
  code: string
  /** From the least to the most favourable. */
  levels: readonly Localized[]
  /** What the first and the last level mean, where levels are numbers. */
  ends: readonly [Localized, Localized] | null
  /** Where levels are equal steps of a number, so that a mean has a meaning. */
  numeric: boolean
}

/** The scales that a question may use. « Je ne sais pas » is offered beside each of them and counts apart. */
export const scales: readonly Scale[] = answersInWords.map(({ code, numeric, ends, levels }) => ({
  code,
  numeric: numeric ?? false,
  ends: ends ?? null,
  levels,
}))

/** Null of a code that no scale has. */
export const findScale = (code: string): Scale | null => scales.find((scale) => scale.code === code) ?? null

/** What the number of a level means, at either end of a scale. */
export const endOf = ({ ends, levels }: Scale, index: number): Localized | null =>
  (index === 0 && ends?.[0]) || (index === levels.length - 1 && ends?.[1]) || null

/** How many answers a closed question has to choose from, « je ne sais pas » included for a scale; 0 for free text. */
export function categoriesOf(question: Question): number {
  switch (question.kind) {
    case 'scale':
      return (findScale(question.scale)?.levels.length ?? 0) + 1
    case 'single':
    case 'multiple':
      return question.options.length
    case 'number':
      return question.from.length
    case 'date':
      return periodsOf(question).length
    case 'text':
      return 0
  }
}

/** The months ('YYYY-MM') or years ('YYYY') of a date question, ascending. */
export function periodsOf({ by, first, last }: { by: 'month' | 'year'; first: string; last: string }): string[] {
  const [start, end] = [monthNumber(first), monthNumber(last)]
  if (by === 'year') return Array.from({ length: Math.floor(end / 12) - Math.floor(start / 12) + 1 }, (_, index) => String(Math.floor(start / 12) + index))
  return Array.from({ length: end - start + 1 }, (_, index) => {
    const month = start + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
