import type { BreakdownFigures, GroupFigures, QuestionResult } from './document.ts'
import { drawnAt, resultOf, roundDown } from './figures.ts'
import type { Telling } from './figures.ts'
import { depthOf, keepsSecret, safeSplits, sumOf } from './unit.ts'
import type { Cells, CountedQuestion, ShownSplit, Split } from './unit.ts'

/** What may be told of one unit, question by question, before it is put in words: exact counts never leave this folder. */
export interface UnitResult {
  people: number
  family: readonly ShownSplit[]
  /** By question: how many of the family's breakdowns it is detailed in; -1 when only « nearly all » is told; null when too few answered. */
  depths: readonly (number | null)[]
}

const everybody = (cells: Cells): number[] => cells.people.map((_, cell) => cell)

const peopleOf = (cells: Cells, some: readonly number[]): number => some.reduce((sum, cell) => sum + (cells.people[cell] ?? 0), 0)

const answeredBy = (cells: Cells, some: readonly number[], question: number): number => peopleOf(cells, some) - (sumOf(cells, some, question)[0] ?? 0)

export function judgeUnit(cells: Cells, questions: readonly CountedQuestion[], splits: readonly Split[], threshold: number): UnitResult | null {
  const all = everybody(cells)
  const people = peopleOf(cells, all)
  if (people < threshold) return null
  const family = safeSplits(cells, splits, threshold)
  const depths = questions.map(({ several }, question) => (answeredBy(cells, all, question) < threshold ? null : depthOf(cells, family, question, several)))
  return { people, family, depths }
}

/** Results of everybody in a unit. */
export function totalsOf(cells: Cells, questions: readonly CountedQuestion[], unit: UnitResult, telling: Telling): Record<string, QuestionResult> {
  const all = everybody(cells)
  const people = peopleOf(cells, all)
  return Object.fromEntries(
    questions.map(({ code }, question): [string, QuestionResult] => {
      const depth = unit.depths[question] ?? null
      if (depth === null) return [code, { shown: false, why: 'few' }]
      return [code, resultOf(sumOf(cells, all, question), people, drawnAt(telling, question), depth >= 0, telling.noise)]
    }),
  )
}

/** Told of each group's question whose exact counts are shown: what several schools may be told of together. */
export type ShownGroup = (split: number, group: number, question: number, counts: Int32Array, people: number) => void

export function breakdownsOf(
  cells: Cells,
  questions: readonly CountedQuestion[],
  splits: readonly Split[],
  unit: UnitResult,
  telling: Telling,
  told: ShownGroup = () => {},
): BreakdownFigures[] {
  const { threshold } = telling
  return splits.map(({ code, groups }, split): BreakdownFigures => {
    const rank = unit.family.findIndex((one) => one.split === split)
    const shown = unit.family[rank]?.shown
    if (!shown) return { code, shown: false, why: 'subtraction', groups: [] }
    return {
      code,
      shown: true,
      groups: groups.map((group, place): GroupFigures => {
        const some = cells.people.flatMap((_, cell) => (cells.groups[cell]?.[split] === place ? [cell] : []))
        if (!shown.has(place)) return { code: group, answers: null, why: peopleOf(cells, some) < threshold ? 'few' : 'subtraction', questions: {} }
        const people = peopleOf(cells, some)
        const results = questions.map(({ code: name, several }, question): [string, QuestionResult] => {
          const depth = unit.depths[question] ?? null
          const counts = sumOf(cells, some, question)
          if (depth === null || people - (counts[0] ?? 0) < threshold) return [name, { shown: false, why: 'few' }]
          if (depth <= rank || !keepsSecret(counts, several, people)) return [name, { shown: false, why: 'alike' }]
          told(split, place, question, counts, people)
          return [name, resultOf(counts, people, drawnAt(telling, question), true, telling.noise)]
        })
        return { code: group, answers: roundDown(people), questions: Object.fromEntries(results) }
      }),
    }
  })
}
