import type { BreakdownFigures, GroupFigures, QuestionResult } from './document.ts'
import { drawnAt, resultOf, roundDown } from './figures.ts'
import type { Telling } from './figures.ts'
import { keepsSecret } from './unit.ts'
import type { CountedQuestion, Split } from './unit.ts'

/** Fewest schools of a figure for several; three in a network, which knows its schools. */
export const fewestSchools = { network: 3, other: 5 }

/** One question's counts of people who are told together, and how many they are. */
interface Sum {
  counts: Int32Array
  people: number
}

/** The same of one group, and how many schools show it. */
interface GroupSum extends Sum {
  schools: number
}

/**
 * What is told of several schools: only sums of what each of them shows, so that it tells nothing that they do not; and one sum of those that could not be
 * shown alone, held to the same rules as a school. What is left is told of nobody.
 */
export class Together {
  #questions: readonly CountedQuestion[]
  #shown: Sum[]
  #pool: Sum[]
  /** By breakdown, group and question. */
  #groups = new Map<string, GroupSum>()
  schools = 0
  pooledSchools = 0
  people = 0
  pooledPeople = 0

  constructor(questions: readonly CountedQuestion[]) {
    this.#questions = questions
    const empty = (): Sum[] => questions.map(({ categories }) => ({ counts: new Int32Array(categories + 1), people: 0 }))
    this.#shown = empty()
    this.#pool = empty()
  }

  /** One unit's question: `exact` where the unit itself shows its exact total. */
  add(question: number, counts: Int32Array, people: number, exact: boolean): void {
    const sum = (exact ? this.#shown : this.#pool)[question]
    if (!sum) return
    sum.people += people
    for (let place = 0; place < counts.length; place++) sum.counts[place] = (sum.counts[place] ?? 0) + (counts[place] ?? 0)
  }

  /** One unit's group, question by question, where the unit itself shows its exact counts: their sum tells nothing that the schools do not. */
  addGroup(split: number, group: number, question: number, counts: Int32Array, people: number): void {
    const key = `${split} ${group} ${question}`
    const sum = this.#groups.get(key)
    if (!sum) {
      this.#groups.set(key, { counts: counts.slice(), people, schools: 1 })
      return
    }
    sum.people += people
    sum.schools += 1
    for (let place = 0; place < counts.length; place++) sum.counts[place] = (sum.counts[place] ?? 0) + (counts[place] ?? 0)
  }

  /** Groups that `fewest` schools at least show: of fewer, one would be recognised. */
  breakdowns(splits: readonly Split[], telling: Telling, fewest: number): BreakdownFigures[] {
    return splits.map(({ code, groups }, split): BreakdownFigures => {
      const told = groups.map((group, place) => this.#groupFigures(group, split, place, telling, fewest))
      const shown = told.some((one) => one.answers !== null)
      return shown ? { code, shown, groups: told } : { code, shown, why: 'few', groups: [] }
    })
  }

  #groupFigures(code: string, split: number, place: number, telling: Telling, fewest: number): GroupFigures {
    let people = 0
    const results = this.#questions.map(({ code: name, several }, question): [string, QuestionResult] => {
      const sum = this.#groups.get(`${split} ${place} ${question}`)
      if (!sum || sum.schools < fewest || sum.people - (sum.counts[0] ?? 0) < telling.threshold) return [name, { shown: false, why: 'few' }]
      people = Math.max(people, sum.people)
      const exact = keepsSecret(sum.counts, several, sum.people)
      return [name, resultOf(sum.counts, sum.people, drawnAt(telling, question), exact, telling.noise)]
    })
    if (people === 0) return { code, answers: null, why: 'few', questions: {} }
    return { code, answers: roundDown(people), questions: Object.fromEntries(results) }
  }

  results(telling: Telling): Record<string, QuestionResult> {
    const { threshold } = telling
    return Object.fromEntries(
      this.#questions.map(({ code, several }, question): [string, QuestionResult] => {
        const [shown, pool] = [this.#shown[question], this.#pool[question]]
        if (!shown || !pool) return [code, { shown: false, why: 'few' }]
        const joined = joins(pool, several, threshold)
          ? { counts: shown.counts.map((some, place) => some + (pool.counts[place] ?? 0)), people: shown.people + pool.people }
          : shown
        if (joined.people - (joined.counts[0] ?? 0) < threshold) return [code, { shown: false, why: 'few' }]
        const exact = keepsSecret(joined.counts, several, joined.people)
        return [code, resultOf(joined.counts, joined.people, drawnAt(telling, question), exact, telling.noise)]
      }),
    )
  }
}

/** Whether those who could not be shown alone may be told together. */
export function joins(pool: Sum, several: boolean, threshold: number): boolean {
  return pool.people - (pool.counts[0] ?? 0) >= threshold && keepsSecret(pool.counts, several, pool.people)
}
