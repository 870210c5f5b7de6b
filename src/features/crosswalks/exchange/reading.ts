import type { FrameworkHeader } from '../../frameworks/content.ts'
import type { Note } from '../../frameworks/exchange/formats.ts'
import type { Refusal } from '../../frameworks/exchange/refusal.ts'
import type { Problem } from '../../frameworks/problem.ts'
import type { ConversionContent, CrosswalkContent } from '../content.ts'

/** What kind of file it was. */
export type ReadFormat = 'own' | 'case' | 'ciso' | 'workbook'

/** One thing that a file holds and that can be taken over. */
export type Part =
  | { kind: 'framework'; content: FrameworkHeader; later: Problem[] }
  | { kind: 'crosswalk'; content: CrosswalkContent }
  | { kind: 'conversion'; content: ConversionContent }

export interface Reading {
  format: ReadFormat
  parts: Part[]
  notes: readonly Note[]
  /** What stops the file from being taken over: all of it, or nothing. */
  problems: Problem[]
}

export type ReadResult = { reading: Reading } | { refusal: Refusal }
