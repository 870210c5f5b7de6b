import type { ReferenceKind } from '../tables.ts'

export const referenceKinds: readonly ReferenceKind[] = ['value', 'norm', 'body']

/** A name that fits in a question. */
export const longestLabel = 200
export const longestDescription = 2000

export type ReferenceFault = 'no-label' | 'long-label' | 'long-description'

export interface ReferenceText {
  label: string
  description: string
}

export function referenceFault(text: ReferenceText): ReferenceFault | null {
  if (!text.label) return 'no-label'
  if (text.label.length > longestLabel) return 'long-label'
  return text.description.length > longestDescription ? 'long-description' : null
}

export type Direction = 'up' | 'down'

/** The same ids with one moved by a place; unchanged at the ends. */
export function moveId(ids: readonly string[], id: string, direction: Direction): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const moved = [...ids]
  const [one, other] = [moved[from], moved[to]]
  if (one === undefined || other === undefined) return moved
  moved[from] = other
  moved[to] = one
  return moved
}
