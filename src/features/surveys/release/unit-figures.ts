import { answeredOf, blurAtoms, notToldApartBy, sumOf } from './atoms.ts'
import type { Atom, Sum } from './atoms.ts'
import type { BreakdownFigures, GroupFigures, QuestionResult } from './document.ts'
import { drawnAt, resultOf, roundDown } from './figures.ts'
import type { CountedQuestion, Telling } from './figures.ts'
import type { Noise } from './noise.ts'
import { asGoodAsNobody, depthOf } from './secret.ts'
import { groupSizes, largeEnough, peopleIn, safeSplits } from './shown-groups.ts'
import type { Cells, ShownSplit, Split } from './shown-groups.ts'

/** What may be told of one unit, before it is put in words: of answers, exact counts stay behind. */
export interface Unit {
  people: number
  /** Under the threshold nothing is told of it alone. */
  told: boolean
  family: readonly ShownSplit[]
  atoms: readonly Atom[]
  /** In each breakdown of the family, the atoms of each group that is shown. */
  members: readonly ReadonlyMap<number, readonly Atom[]>[]
  /** People by breakdown and group. */
  sizes: readonly (readonly number[])[]
  questions: readonly JudgedQuestion[]
}

interface JudgedQuestion {
  /** How many of the family's breakdowns it is detailed in; -1 when only « nearly all » is told; null when too few answered. */
  depth: number | null
  /** In each of these breakdowns, the groups whose answers are told. */
  groups: readonly ReadonlySet<number>[]
}

/** Groups are judged by how many are in them; questions by blurred counts alone, so that not even « not shown » makes an answer certain. */
export function judgeUnit(cells: Cells, questions: readonly CountedQuestion[], splits: readonly Split[], threshold: number, noise: Noise): Unit {
  const people = peopleIn(cells)
  const told = people >= threshold
  const family = told ? safeSplits(cells, splits, threshold) : []
  const atoms = blurAtoms(cells, family, noise)
  const blocks = [...family.keys(), family.length].map((depth) => notToldApartBy(atoms, family.slice(0, depth)))
  const members = family.map(({ split, shown }) =>
    Map.groupBy(
      atoms.filter((atom) => shown.has(atom.groups[split] ?? -1)),
      (atom) => atom.groups[split] ?? -1,
    ),
  )
  const judged = questions.map(({ several }, question): JudgedQuestion => {
    const answered = answeredOf(sumOf(atoms, question))
    if (!told || answered < threshold) return { depth: null, groups: [] }
    const depth = depthOf(blocks, question, several)
    return { depth, groups: members.slice(0, Math.max(0, depth)).map((groups) => groupsTold(groups, question, answered, threshold)) }
  })
  return { people, told, family, atoms, members, sizes: splits.map(({ groups }, split) => groupSizes(cells, split, groups.length)), questions: judged }
}

/** Groups in which enough people answered this question, less those that would give away, by subtraction, a group in which too few did. */
function groupsTold(members: ReadonlyMap<number, readonly Atom[]>, question: number, answered: number, threshold: number): Set<number> {
  const sizes = Array.from({ length: Math.max(...members.keys()) + 1 }, () => 0)
  for (const [group, atoms] of members) sizes[group] = answeredOf(sumOf(atoms, question))
  return largeEnough(sizes, answered, threshold, asGoodAsNobody)
}

/** Results of everybody in a unit. */
export function totalsOf(questions: readonly CountedQuestion[], unit: Unit, telling: Telling): Record<string, QuestionResult> {
  return Object.fromEntries(
    questions.map(({ code }, question): [string, QuestionResult] => {
      const depth = unit.questions[question]?.depth ?? null
      return [code, depth === null ? { shown: false } : resultOf(sumOf(unit.atoms, question), drawnAt(telling, question), depth >= 0)]
    }),
  )
}

/** Told of each group's question that is shown: what several schools may be told of together. */
type ShownGroup = (split: number, group: number, question: number, sum: Sum) => void

/** Results of a unit by group, breakdown by breakdown; `tell` is told of each group and question that is shown. */
export function breakdownsOf(
  questions: readonly CountedQuestion[],
  splits: readonly Split[],
  unit: Unit,
  telling: Telling,
  tell: ShownGroup = () => {},
): BreakdownFigures[] {
  return splits.map(({ code, groups }, split): BreakdownFigures => {
    const rank = unit.family.findIndex((one) => one.split === split)
    const shown = unit.family[rank]?.shown
    if (!shown) return { code, shown: false, why: 'subtraction', groups: [] }
    return {
      code,
      shown: true,
      groups: groups.map((group, place): GroupFigures => {
        const people = unit.sizes[split]?.[place] ?? 0
        if (!shown.has(place)) return { code: group, answers: null, why: people < telling.threshold ? 'few' : 'subtraction', questions: {} }
        const results = questions.map(({ code: name }, question): [string, QuestionResult] => {
          if (!unit.questions[question]?.groups[rank]?.has(place)) return [name, { shown: false }]
          const sum = sumOf(unit.members[rank]?.get(place) ?? [], question)
          tell(split, place, question, sum)
          return [name, resultOf(sum, drawnAt(telling, question), true)]
        })
        return { code: group, answers: roundDown(people), questions: Object.fromEntries(results) }
      }),
    }
  })
}
