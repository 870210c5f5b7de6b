import type { Generated } from 'kysely'

export const followStates = ['exploring', 'preparing', 'applied', 'held', 'ended'] as const
/** Where a school stands with a label: looking at it, preparing, waiting for the decision, holding it, or done with it. */
export type FollowState = (typeof followStates)[number]

export const positions = ['held', 'partly', 'not_yet', 'not_applicable'] as const
export type Position = (typeof positions)[number]

export type LabelTables = {
  followed_frameworks: {
    organisation_id: string
    framework_id: string
    state: Generated<FollowState>
    grade: number | null
    conditions: Generated<string[]>
    held_from: string | null
    held_until: string | null
    next_step: Generated<string>
    next_due_on: string | null
    shared_at: Date | null
    previous_id: string | null
    added_by: string
    added_at: Generated<Date>
    version: Generated<number>
  }
  item_positions: {
    organisation_id: string
    framework_id: string
    item_code: string
    position: Position
    reason: Generated<string>
    noted_by: string
    noted_at: Generated<Date>
    version: Generated<number>
  }
  action_targets: {
    action_id: string
    organisation_id: string
    framework_id: string
    item_code: string
  }
}
