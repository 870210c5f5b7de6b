import type { Db } from '../../../platform/database.ts'

export type ActionSheetState = 'planned' | 'under_way' | 'done' | 'abandoned'

/** An action as the diagnosis and the report show it: the sheet's own fields, no account of anybody. */
export interface ActionSheet {
  id: string
  findingId: string | null
  title: string
  what: string
  forWhom: string
  byWhom: string
  withWhom: string
  place: string
  how: string
  why: string
  comments: string
  indicator: string
  workload: string
  /** 'YYYY-MM-DD' */
  startsOn: string | null
  dueOn: string | null
  doneOn: string | null
  state: ActionSheetState
  progress: number | null
  effect: string
}

/** Actions that an evaluation led to. Plans stand after evaluations, so routes.ts hands this over. */
export type ListActions = (db: Db, evaluationId: string) => Promise<readonly ActionSheet[]>
