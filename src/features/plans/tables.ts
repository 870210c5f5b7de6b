import type { Generated } from 'kysely'

export type ActionState = 'planned' | 'under_way' | 'done' | 'abandoned'

export const actionStates: readonly ActionState[] = ['planned', 'under_way', 'done', 'abandoned']

/** The nine fields of the founding action sheet, in its order (FA-1 to FA-9). */
export const sheetFields = ['title', 'what', 'for_whom', 'by_whom', 'with_whom', 'place', 'how', 'why', 'comments'] as const
export type SheetField = (typeof sheetFields)[number]

/** What our sheet adds, all optional: the founding one has no « when » and no indicator. */
export const addedFields = ['indicator', 'workload'] as const
export type AddedField = (typeof addedFields)[number]

export type PlanTables = {
  actions: Record<SheetField | AddedField, string> & {
    id: string
    organisation_id: string
    evaluation_id: string | null
    finding_id: string | null
    /** 'YYYY-MM-DD' */
    starts_on: string | null
    due_on: string | null
    state: ActionState
    /** 0 to 100; null is unknown. */
    progress: number | null
    owner_id: string | null
    effect: string
    effect_noted_on: string | null
    done_on: string | null
    created_by: string
    created_at: Generated<Date>
    version: Generated<number>
  }
  action_steps: {
    id: string
    action_id: string
    organisation_id: string
    label: string
    due_on: string | null
    done_on: string | null
    position: number
  }
}
