import type { Phase } from '../../ui/phases.ts'
import type { Scale } from './scale.ts'

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
  statement: string
  help?: string
  contrast_low?: string
  contrast_high?: string
  audiences: Audience[]
  evidence: string[]
  indicators: string[]
}
