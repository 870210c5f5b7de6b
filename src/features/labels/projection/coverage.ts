import type { Graph } from '../../crosswalks/graph.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import type { Framework, Item, ItemKey } from '../../frameworks/store.ts'
import { countStates, provenanceAt, stateAt } from './project.ts'
import type { Projection, StateCounts } from './project.ts'
import type { ItemState, Provenance } from './states.ts'

/** What of a school decides which items of a framework are asked of it. */
export interface Reach {
  /** Level aimed at; null for the highest. */
  grade: number | null
  /** Codes of the conditions answered yes. */
  conditions: readonly string[]
}

/** Whether an item is asked of a school that aims at this level and answers these questions with yes. */
export function isAsked(item: AskedItem, reach: Reach): boolean {
  if (reach.grade !== null && item.grade !== null && item.grade > reach.grade) return false
  return item.conditions.length === 0 || item.conditions.some((code) => reach.conditions.includes(code))
}

export type AskedItem = ItemKey & Pick<Item, 'grade' | 'conditions'>

export interface ItemCoverage<T extends AskedItem = AskedItem> {
  item: T
  /** Number in the graph. */
  number: number
  state: ItemState
  provenance: Provenance
  /** Not asked of this school: a higher level, or a condition that it does not meet. */
  asked: boolean
}

/** Each item of a framework with its state. What is not asked is not applicable, unless the school has something to say of it. */
export function coverItems<T extends AskedItem>(graph: Graph, projection: Projection, items: readonly T[], reach: Reach): ItemCoverage<T>[] {
  return items.map((item) => {
    const number = numberOf(graph, item)
    const asked = isAsked(item, reach)
    const state = asked ? stateAt(projection, number) : 'not_applicable'
    return { item, number, state, provenance: asked ? provenanceAt(projection, number) : 'none', asked }
  })
}

export const countCoverage = (covered: readonly ItemCoverage[]): StateCounts => countStates(covered.map((one) => one.state))

/** Levels that a label can be asked for; one without a name where it has none. */
export const gradesOf = (framework: Pick<Framework, 'grades'>): readonly (number | null)[] =>
  framework.grades.length > 0 ? framework.grades.map((grade) => grade.value) : [null]
