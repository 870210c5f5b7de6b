import { solve } from 'yalps'
import type { QuestionFigures, Share } from '../src/features/surveys/release/document.ts'
import { figuresEdge, intervalOf, roundedTo } from '../src/features/surveys/release/figures.ts'

/** People whom the attacker can name, all of the same groups: he knows how many answered the survey, not what. */
export interface Block {
  name: string
  people: number
}

/** Figures of one question that were released about these blocks together. `exact`: the counts themselves, for an attacker whom no rounding hinders. */
export interface Row {
  blocks: readonly string[]
  figures: QuestionFigures
  /** Of a scale: how many levels, and their values where a mean is told. */
  levels: number | null
  values: readonly number[] | null
  /** How many atoms were blurred on their own: the interval depends on it. */
  atoms: number
  exact?: Int32Array | undefined
}

export interface Released {
  blocks: readonly Block[]
  /** Answers of the question; place 0, « not answered », comes besides. */
  answers: number
  rows: readonly Row[]
}

/**
 * `certain`: everybody in the set is known to have given this answer. `exact`: how many of the set gave it is known, and some did. `none`: nobody of the set
 * gave it, for sure.
 */
export interface Win {
  kind: 'certain' | 'exact' | 'none'
  blocks: readonly string[]
  answer: number
  count: number
}

/** What was released contradicts what the attacker knows. */
export class Contradiction extends Error {}

interface Bound {
  terms: ReadonlyMap<string, number>
  low: number
  high: number
}

const unknown = (block: string, answer: number): string => `${block}#${answer}`

const sumOf = (blocks: readonly string[], answers: readonly number[]): Map<string, number> =>
  new Map(blocks.flatMap((block) => answers.map((answer): [string, number] => [unknown(block, answer), 1])))

const upTo = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const close = 1e-6

/** Lowest and highest part of its base that a share allows. */
function partsOf(share: Share): [number, number] {
  if (share === 'low') return [0, figuresEdge]
  if (share === 'high') return [1 - figuresEdge, 1]
  return [(share - 0.5) / 100, (share + 0.5) / 100]
}

/** Whole numbers of people that a share allows of this base. */
function countsOf(share: Share, base: number): [number, number] {
  const [low, high] = partsOf(share)
  // Neither end of « low » and « high » belongs to it.
  const inside = typeof share === 'number' ? -close : close
  return [share === 'low' ? 0 : Math.ceil(low * base + inside), share === 'high' ? base : Math.floor(high * base - inside)]
}

/** What whole numbers allow, base by base: the attacker tries each base that rounds to the one told. */
function wholeBounds({ blocks, figures }: Row, people: number): Bound[] {
  const answers = upTo(1, figures.shares.length)
  const bases = upTo(figures.base, Math.min(people, figures.base + roundedTo - 1)).flatMap((base) => {
    const ranges = figures.shares.map((share) => countsOf(share, base))
    const [least, most] = [0, 1].map((end) => ranges.reduce((sum, range) => sum + (range[end] ?? 0), 0))
    return ranges.every(([low, high]) => low <= high) && (least ?? 0) <= base && (most ?? 0) >= base ? [{ base, ranges }] : []
  })
  const hull = (terms: Map<string, number>, ends: readonly (readonly [number, number])[]): Bound => ({
    terms,
    low: Math.min(...ends.map(([low]) => low)),
    high: Math.max(...ends.map(([, high]) => high)),
  })
  return [
    hull(
      sumOf(blocks, answers),
      bases.map(({ base }) => [base, base]),
    ),
    ...answers.map((answer) =>
      hull(
        sumOf(blocks, [answer]),
        bases.map(({ ranges }) => ranges[answer - 1] ?? [0, Infinity]),
      ),
    ),
  ]
}

/** Some answers as a share of some others: lower ≤ some / others ≤ upper, without knowing the number of others. */
function shareBounds(blocks: readonly string[], some: readonly number[], others: readonly number[], share: Share): Bound[] {
  return partsOf(share).map((part, end): Bound => {
    const terms = new Map([...sumOf(blocks, others)].map(([name]) => [name, -part]))
    for (const [name] of sumOf(blocks, some)) terms.set(name, (terms.get(name) ?? 0) + 1)
    return end === 0 ? { terms, low: 0, high: Infinity } : { terms, low: -Infinity, high: 0 }
  })
}

function scaleBounds({ blocks, figures, levels, values, atoms }: Row, people: number): Bound[] {
  const { favourable, mean } = figures
  if (levels === null || !favourable) return []
  const taken = upTo(1, levels)
  const bounds = shareBounds(blocks, upTo(1 + Math.ceil(levels / 2), levels), taken, favourable.share)
  if (typeof favourable.share === 'number') {
    // The interval's ends give back the rounded number it was computed on.
    const share = favourable.share / 100
    const rounded = upTo(0, Math.floor(people / roundedTo)).flatMap((step) => {
      const { low, high } = intervalOf(share, step * roundedTo, levels, atoms)
      return low === favourable.low && high === favourable.high ? [step * roundedTo] : []
    })
    if (rounded.length > 0) bounds.push({ terms: sumOf(blocks, taken), low: Math.min(...rounded), high: Math.max(...rounded) + roundedTo - 1 })
  }
  if (mean === undefined || !values) return bounds
  for (const [part, low, high] of [[mean - 0.05, 0, Infinity] as const, [mean + 0.05, -Infinity, 0] as const]) {
    const terms = new Map(taken.flatMap((level) => blocks.map((block): [string, number] => [unknown(block, level), (values[level - 1] ?? 0) - part])))
    bounds.push({ terms, low, high })
  }
  return bounds
}

function boundsOf(released: Released): Bound[] {
  const sizes = new Map(released.blocks.map(({ name, people }) => [name, people]))
  const all = upTo(0, released.answers)
  const known = released.blocks.map(({ name, people }): Bound => ({ terms: sumOf([name], all), low: people, high: people }))
  const told = released.rows.flatMap((row): Bound[] => {
    const { exact } = row
    if (exact) return all.map((answer) => ({ terms: sumOf(row.blocks, [answer]), low: exact[answer] ?? 0, high: exact[answer] ?? 0 }))
    const people = row.blocks.reduce((sum, block) => sum + (sizes.get(block) ?? 0), 0)
    const given = upTo(1, released.answers)
    const shares = row.figures.shares.flatMap((share, index) => shareBounds(row.blocks, [index + 1], given, share))
    return [...wholeBounds(row, people), ...shares, ...scaleBounds(row, people)]
  })
  return [...known, ...told]
}

/** The linear programme: each unknown is people of one block who gave one answer, and is not negative. */
class Programme {
  #constraints = new Map<string, { min?: number; max?: number }>()
  #columns = new Map<string, [string, number][]>()

  constructor(bounds: readonly Bound[], names: readonly string[]) {
    for (const name of names) this.#columns.set(name, [])
    for (const [index, { terms, low, high }] of bounds.entries()) {
      if (terms.size === 0) continue
      this.#constraints.set(`c${index}`, { ...(low > -Infinity ? { min: low } : {}), ...(high < Infinity ? { max: high } : {}) })
      for (const [name, factor] of terms) this.#columns.get(name)?.push([`c${index}`, factor])
    }
  }

  /** A solution in which the goal is as low or as high as can be; unknowns at nought are left out. */
  best(goal: ReadonlyMap<string, number>, direction: 'minimize' | 'maximize'): { value: number; at: ReadonlyMap<string, number> } {
    const variables = new Map([...this.#columns].map(([name, column]) => [name, new Map([...column, ['goal', goal.get(name) ?? 0]])]))
    const solution = solve({ direction, objective: 'goal', constraints: this.#constraints, variables })
    if (solution.status !== 'optimal') throw new Contradiction(`The linear programme is ${solution.status}`)
    return { value: solution.result, at: new Map(solution.variables) }
  }
}

interface Claim {
  blocks: readonly string[]
  people: number
  answer: number
  terms: Map<string, number>
  low: number
  high: number
}

/** What the attacker learns of these sets of blocks, each of fewer people than the threshold. Place 0 is no answer, and is not asked for. */
export function attack(released: Released, targets: readonly (readonly string[])[]): Win[] {
  const names = released.blocks.flatMap(({ name }) => upTo(0, released.answers).map((answer) => unknown(name, answer)))
  const programme = new Programme(boundsOf(released), names)
  const sizes = new Map(released.blocks.map(({ name, people }) => [name, people]))
  const claims = targets.flatMap((blocks) =>
    upTo(1, released.answers).map((answer): Claim => {
      const people = blocks.reduce((sum, block) => sum + (sizes.get(block) ?? 0), 0)
      return { blocks, people, answer, terms: sumOf(blocks, [answer]), low: Infinity, high: -Infinity }
    }),
  )
  for (const claim of claims) settle(programme, claim, claims)
  return claims.flatMap((claim): Win[] => {
    const [low, high] = [Math.ceil(claim.low - close), Math.floor(claim.high + close)]
    const win = { blocks: claim.blocks, answer: claim.answer, count: low }
    if (claim.people === 0 || low !== high) return []
    if (low === claim.people) return [{ kind: 'certain', ...win }]
    return [{ kind: low === 0 ? 'none' : 'exact', ...win }]
  })
}

/** Each solution found also widens what is possible for the other claims, so that most of them need no programme of their own. */
function settle(programme: Programme, claim: Claim, all: readonly Claim[]): void {
  for (const direction of ['minimize', 'maximize'] as const) {
    if (isOpen(claim)) return
    const { at } = programme.best(claim.terms, direction)
    for (const other of all) {
      let value = 0
      for (const name of other.terms.keys()) value += at.get(name) ?? 0
      other.low = Math.min(other.low, value)
      other.high = Math.max(other.high, value)
    }
  }
}

/** At least two whole numbers are possible. */
const isOpen = ({ low, high }: Claim): boolean => Math.ceil(low - close) < Math.floor(high + close)
