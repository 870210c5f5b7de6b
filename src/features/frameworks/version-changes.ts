export const changeKinds = ['same', 'minor', 'major', 'split', 'merged', 'dropped', 'added'] as const
/** What becomes of codes in the next version of a framework. */
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  kind: ChangeKind
  from: string[]
  to: string[]
  reason: string
}
