import type { SheetValues } from '../../plans/commands.ts'

/** A sheet with its name alone: the rest is filled when there is time. */
export const emptySheet = (title: string): SheetValues => ({
  title,
  what: '',
  for_whom: '',
  by_whom: '',
  with_whom: '',
  place: '',
  how: '',
  why: '',
  comments: '',
  indicator: '',
  workload: '',
  starts_on: null,
  due_on: null,
  owner_id: null,
})
