import type { CountedItem } from '../agree/rules.ts'
import type { ActionSheet } from '../diagnosis/action-sheet.ts'
import type { AgreedItem, Finding } from '../diagnosis/store.ts'
import type { AttachedEvidence } from '../evidence/store.ts'
import type { Evaluation } from '../store.ts'
import type { Participation } from '../validation/snapshot.ts'
import type { CycleFacts } from '../wheel.ts'

/** All that a report is made of. No account of anybody; null is what the reader is not told. */
export interface ReportFacts {
  evaluation: Evaluation
  /** Titles of the themes, each with the short title of the sheet collection that it comes from. */
  themes: readonly { title: string; frameworkTitle: string }[]
  items: readonly AgreedItem[]
  findings: readonly Finding[]
  /** Only for people of the school. */
  proofs: readonly AttachedEvidence[]
  /** Answers counted by question; null to those who see the evaluation through sharing. */
  counts: ReadonlyMap<string, CountedItem> | null
  participation: Participation | null
  /** Those given up are left out. */
  actions: readonly ActionSheet[]
  cycle: CycleFacts
  /** Fingerprint of the validated version; null before. */
  sha256: string | null
  /** 'YYYY-MM-DD' */
  today: string
}

/** Fewer answers than this to a question, and its spread stays unsaid: a reader of the school could tell who answered what. */
export const fewestForCounts = 5
