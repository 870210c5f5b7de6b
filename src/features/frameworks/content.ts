import type { Phase } from '../../ui/phases.ts'
import type { Level, Scale } from './scale.ts'

/** What a framework says, as its files give it. The shape is held by frameworks/schema.json. */

export const audiences = ['staff', 'pupil', 'family', 'company', 'association', 'local_authority'] as const
/** Who can usefully speak of an item. */
export type Audience = (typeof audiences)[number]

/** Whether the title and the existence of what is described have been read in its source. */
export type ContentStatus = 'confirmed' | 'unconfirmed'

export interface Source {
  title: string
  publisher: string
  reference: string
  url?: string
  note: string
}

export const frameworkKinds = ['guide', 'label', 'certification', 'evaluation', 'frame'] as const
/** What comes at the end: nothing but progress (guide, a partner country's frame), a label, a certificate, an external evaluation. */
export type FrameworkKind = (typeof frameworkKinds)[number]

/** Who awards a label or a certificate, and for how long. */
export interface Award {
  by: string
  /** Null when it is not known or differs from place to place. */
  years: number | null
  status?: ContentStatus
  note: string
}

/** A yes-or-no question on the school; items name the ones that make them apply. */
export interface Condition {
  code: string
  question: string
}

/** Whether a failure is always a major one. */
export type Gravity = 'minor' | 'major'

export interface FrameworkHeader {
  id: string
  version: string
  locale: string
  title: string
  short_title: string
  /** A draft is checked but not loaded: its files may still change. */
  status: ContentStatus | 'draft'
  unconfirmed_note?: string
  /** A sheet that a school fills itself: its items are prompts. */
  blank?: boolean
  valid_from: string | null
  valid_to: string | null
  source: Source
  licence: string
  notes?: string
  /** A guide where the file does not say. */
  kind?: FrameworkKind
  award?: Award
  /** Levels of a label, in ascending order; an item says from which one it counts. */
  grades?: Level[]
  conditions?: Condition[]
  scale: Scale
  themes: ThemeContent[]
}

export interface ThemeContent {
  code: string
  title: string
  purpose: string
  keywords: string[]
  status: ContentStatus
  unconfirmed_note?: string
  items: ItemContent[]
}

export interface ItemContent {
  code: string
  phase?: Phase
  /** Short, for tables. */
  title?: string
  statement: string
  help?: string
  contrast_low?: string
  contrast_high?: string
  audiences: Audience[]
  evidence: string[]
  indicators: string[]
  /** Value of the label's level from which it is asked; without it, from the first. */
  grade?: number
  /** Asked only where one of these is answered yes; without it, everywhere. */
  conditions?: string[]
  gravity?: Gravity
  status?: ContentStatus
}
