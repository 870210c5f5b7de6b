import type { Writer } from './lists-store.ts'

/** Four eyes: somebody else publishes, unless nobody else may. */
export const mayPublish = (sentBy: string | null, personId: string, writers: readonly Writer[]): boolean =>
  sentBy !== personId || othersThan(personId, writers).length === 0

export const othersThan = (personId: string, writers: readonly Writer[]): Writer[] => writers.filter((writer) => writer.personId !== personId)
