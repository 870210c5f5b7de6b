import { randomUUID } from 'node:crypto'
import type { EvaluationState, EvaluationTables, Phase } from '../src/features/evaluations/tables.ts'
import type { Scale } from '../src/features/frameworks/scale.ts'
import { phases } from '../src/ui/phases.ts'
import type { FreshDatabase } from './fresh-database.ts'
import type { Person } from './make.ts'

export const fourLevels: Scale = {
  kind: 'levels',
  levels: [
    { value: 1, label: 'Pas encore' },
    { value: 2, label: 'Par endroits' },
    { value: 3, label: 'Le plus souvent' },
    { value: 4, label: 'Partout, et on le sait' },
  ],
}

export interface MadeEvaluation {
  id: string
  items: { id: string; phase: Phase; statement: string }[]
}

interface Wish {
  organisationId: string
  title?: string
  state?: EvaluationState
  /** How many questions, or their statements; phases turn plan, do, check, act. */
  items?: number | readonly string[]
  members?: readonly Person[]
  scale?: Scale
  schoolYear?: string
  previousId?: string
  endsOn?: string
  shared?: boolean
}

/** An evaluation written straight into the tables, in the state wished: no answer, no agreed position. */
export async function makeEvaluation(site: FreshDatabase, wish: Wish): Promise<MadeEvaluation> {
  const id = randomUUID()
  const state = wish.state ?? 'composing'
  const scale = wish.scale ?? fourLevels
  const tables = site.owner.withTables<EvaluationTables>()
  await tables
    .insertInto('evaluations')
    .values({
      id,
      organisation_id: wish.organisationId,
      title: wish.title ?? 'Accueil en entreprise',
      purpose: 'Savoir où nous en sommes',
      scope_kind: 'school',
      scope_detail: '',
      school_year: wish.schoolYear ?? '2026-2027',
      starts_on: null,
      ends_on: wish.endsOn ?? null,
      state,
      scale,
      previous_id: wish.previousId ?? null,
      created_by: wish.members?.[0]?.id ?? randomUUID(),
      validated_by: null,
      snapshot: null,
      ...momentsOf(state),
      shared_at: wish.shared ? new Date() : null,
    })
    .execute()
  const items = statementsOf(wish.items ?? 0).map((statement, index) => ({ id: randomUUID(), phase: phases[index % 4] ?? 'plan', statement }))
  if (items.length > 0) {
    await tables
      .insertInto('evaluation_items')
      .values(
        items.map((item, index) => ({
          ...item,
          evaluation_id: id,
          organisation_id: wish.organisationId,
          position: index + 1,
          origin: 'own' as const,
          framework_id: null,
          origin_code: null,
          origin_statement: null,
          theme_code: null,
          theme_title: '',
          help: '',
          scale,
          evidence: [],
          indicators: [],
        })),
      )
      .execute()
  }
  for (const member of wish.members ?? []) {
    await tables
      .insertInto('evaluation_members')
      .values({ evaluation_id: id, organisation_id: wish.organisationId, person_id: member.id, finished_at: null, removed_at: null, answered: null })
      .execute()
  }
  return { id, items }
}

const statementsOf = (items: number | readonly string[]): readonly string[] =>
  typeof items === 'number' ? Array.from({ length: items }, (_, index) => `Constat numéro ${index + 1}.`) : items

function momentsOf(state: EvaluationState): { opened_at: Date | null; closed_at: Date | null; validated_at: Date | null } {
  const reached = (wanted: EvaluationState): Date | null => (order.indexOf(state) >= order.indexOf(wanted) ? new Date() : null)
  return { opened_at: reached('answering'), closed_at: reached('agreeing'), validated_at: reached('validated') }
}

const order: readonly EvaluationState[] = ['composing', 'answering', 'agreeing', 'validated']
