import { addSum, answeredOf } from './atoms.ts'
import type { Sum } from './atoms.ts'
import type { BreakdownFigures, GroupFigures, QuestionResult } from './document.ts'
import { drawnAt, resultOf, roundDown } from './figures.ts'
import type { CountedQuestion, Telling } from './figures.ts'
import { asGoodAsNobody, keepsSecret } from './secret.ts'
import type { Split } from './shown-groups.ts'

/** Fewest schools of a figure for several; three in a network, which knows its schools. */
export const fewestSchools = { network: 3, other: 5 }

/** Blurred counts of several schools, and of how many. */
interface SchoolsSum extends Sum {
  schools: number
}

/**
 * What is told of several schools: only sums of what each of them shows, so that it tells nothing that they do not; and one sum of those that could not be
 * shown alone, held to the same rules as a school. What is left is told of nobody.
 */
export class Together {
  #questions: readonly CountedQuestion[]
  #shown: SchoolsSum[]
  #pool: SchoolsSum[]
  /** By breakdown, group and question. */
  #groups = new Map<string, SchoolsSum>()
  schools = 0
  pooledSchools = 0
  people = 0

  constructor(questions: readonly CountedQuestion[]) {
    this.#questions = questions
    const empty = (): SchoolsSum[] => questions.map(({ categories }) => ({ counts: new Int32Array(categories + 1), people: 0, atoms: 0, schools: 0 }))
    this.#shown = empty()
    this.#pool = empty()
  }

  /** One unit's question: `exact` where the unit itself shows its total. */
  add(question: number, some: Sum, exact: boolean): void {
    const sum = (exact ? this.#shown : this.#pool)[question]
    if (sum) addSchool(sum, some, answeredOf(some) > asGoodAsNobody ? 1 : 0)
  }

  /** One unit's group, question by question, where the unit itself shows it: their sum tells nothing that the schools do not. */
  addGroup(split: number, group: number, question: number, some: Sum): void {
    const key = `${split} ${group} ${question}`
    const sum = this.#groups.get(key)
    if (sum) addSchool(sum, some, 1)
    else this.#groups.set(key, { ...some, counts: some.counts.slice(), schools: 1 })
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
      if (!sum || sum.schools < fewest || answeredOf(sum) < telling.threshold) return [name, { shown: false }]
      people = Math.max(people, sum.people)
      return [name, resultOf(sum, drawnAt(telling, question), keepsSecret(sum, several))]
    })
    if (people === 0) return { code, answers: null, why: 'few', questions: {} }
    return { code, answers: roundDown(people), questions: Object.fromEntries(results) }
  }

  /** Questions to which `fewest` schools at least answered: one that a single school asks of its boarders would be that school's own figure. */
  results(telling: Telling, fewest: number): Record<string, QuestionResult> {
    const { threshold } = telling
    return Object.fromEntries(
      this.#questions.map(({ code, several }, question): [string, QuestionResult] => {
        const [shown, pool] = [this.#shown[question], this.#pool[question]]
        if (!shown || !pool) return [code, { shown: false }]
        const joined = { ...shown, counts: shown.counts.slice() }
        if (joins(pool, several, threshold)) addSchool(joined, pool, pool.schools)
        if (joined.schools < fewest || answeredOf(joined) < threshold) return [code, { shown: false }]
        return [code, resultOf(joined, drawnAt(telling, question), keepsSecret(joined, several))]
      }),
    )
  }
}

function addSchool(sum: SchoolsSum, some: Sum, schools: number): void {
  addSum(sum, some)
  sum.schools += schools
}

/** Whether those who could not be shown alone may be told together. */
export function joins(pool: Sum, several: boolean, threshold: number): boolean {
  return answeredOf(pool) >= threshold && keepsSecret(pool, several)
}
