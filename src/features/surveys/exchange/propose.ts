/** What is proposed where the other tool keeps an exact number or day, and ours an interval or a month. */

const usual = [0, 1, 2, 5, 10, 20, 50, 100]

/** Lower bounds between the two that the author allowed; the usual ones where the author said nothing. */
export function intervalsOf(least: number | null, most: number | null): number[] {
  if (least === null || most === null || most <= least) return usual
  const span = most - least
  if (span <= 10 && Number.isInteger(span) && Number.isInteger(least)) return Array.from({ length: span + 1 }, (_, index) => least + index)
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5].find((one) => span / one <= 8) ?? roundStep(span / 8)
  const bounds = Array.from({ length: Math.ceil(span / step) }, (_, index) => Number((least + index * step).toPrecision(12)))
  return bounds.length >= 2 ? bounds : usual
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= step) ?? step
}

export const intervalsInWords = (from: readonly number[]): string =>
  `Ici, un nombre est gardé par intervalles ; ceux qui commencent à ${from.join(', ')} sont proposés. Changez-les s’il le faut.`

interface Dates {
  by: 'month' | 'year'
  first: string
  last: string
  inWords: string
}

/** Between the two dates that the author allowed, where they are plain dates not too far apart; else the five years that end this month. */
export function datesAround(least: string, most: string, thisMonth: string, byYear = false): Dates {
  const [first, last] = [monthOf(least), monthOf(most)]
  if (first && last && first <= last) {
    const months = number(last) - number(first) + 1
    if (months <= 60 && !byYear) return dates('month', first, last)
    if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < 60) return dates('year', first, last)
  }
  const start = number(thisMonth) - 59
  return dates('month', `${Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')}`, thisMonth)
}

const dates = (by: 'month' | 'year', first: string, last: string): Dates => ({ by, first, last, inWords: `de ${first} à ${last}` })
const monthOf = (text: string): string | null => /^(\d{4}-(?:0[1-9]|1[0-2]))(-\d{2})?\b/.exec(text.trim())?.[1] ?? null
const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

export const currentMonth = (): string => new Date().toISOString().slice(0, 7)
