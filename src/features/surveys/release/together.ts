import type { QuestionResult } from './document.ts'
import { resultOf } from './figures.ts'
import type { Drawn } from './figures.ts'
import { keepsSecret } from './unit.ts'
import type { CountedQuestion } from './unit.ts'

/** Fewest schools of a figure for several; three in a network, which knows its schools. */
export const fewestSchools = { network: 3, other: 5 }

/** One question's counts of people who are told together, and how many they are. */
interface Sum {
  counts: Int32Array
  people: number
}

/**
 * What is told of several schools: only sums of what each of them shows, so that it tells nothing that they do not; and one sum of those that could not be
 * shown alone, held to the same rules as a school. What is left is told of nobody.
 */
export class Together {
  #questions: readonly CountedQuestion[]
  #shown: Sum[]
  #pool: Sum[]
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

  results(drawn: readonly Drawn[], threshold: number): Record<string, QuestionResult> {
    return Object.fromEntries(
      this.#questions.map(({ code, several }, question): [string, QuestionResult] => {
        const [shown, pool] = [this.#shown[question], this.#pool[question]]
        if (!shown || !pool) return [code, { shown: false, why: 'few' }]
        const joined = joins(pool, several, threshold)
          ? { counts: shown.counts.map((some, place) => some + (pool.counts[place] ?? 0)), people: shown.people + pool.people }
          : shown
        if (joined.people - (joined.counts[0] ?? 0) < threshold) return [code, { shown: false, why: 'few' }]
        const exact = keepsSecret(joined.counts, several, joined.people)
        return [code, resultOf(joined.counts, joined.people, drawn[question] ?? { levels: null, values: null }, exact)]
      }),
    )
  }
}

/** Whether those who could not be shown alone may be told together. */
export function joins(pool: Sum, several: boolean, threshold: number): boolean {
  return pool.people - (pool.counts[0] ?? 0) >= threshold && keepsSecret(pool.counts, several, pool.people)
}
