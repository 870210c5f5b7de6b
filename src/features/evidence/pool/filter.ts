import { natures } from '../tables.ts'
import type { Nature } from '../tables.ts'

export const states = ['expired', 'ending', 'unused', 'once'] as const
/** What a school may want to see of its proofs: past their date, near it, serving nowhere, serving once. */
export type PoolState = (typeof states)[number]

/** Addresses speak French. */
export const stateWords: Readonly<Record<PoolState, string>> = { expired: 'perimees', ending: 'bientot', unused: 'inutilisees', once: 'une-fois' }

export interface PoolFilter {
  words: string
  state: PoolState | null
  nature: Nature | null
}

export const readFilter = (query: URLSearchParams): PoolFilter => ({
  words: (query.get('q') ?? '').replaceAll('\u0000', '').trim(),
  state: states.find((state) => stateWords[state] === query.get('etat')) ?? null,
  nature: natures.find((nature) => nature === query.get('nature')) ?? null,
})

/** The same filter as an address says it. */
export const filterQuery = ({ words, state, nature }: PoolFilter): Record<string, string> => ({
  q: words,
  etat: state ? stateWords[state] : '',
  nature: nature ?? '',
})
