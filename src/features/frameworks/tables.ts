import type { Generated, GeneratedAlways } from 'kysely'
import type { Phase } from '../../ui/phases.ts'
import type { Audience, ContentStatus, Source } from './content.ts'
import type { Scale } from './scale.ts'

export type FrameworkTables = {
  frameworks: {
    id: string
    framework: string
    version: string
    locale: string
    title: string
    short_title: string
    source: Source
    licence: string
    status: ContentStatus
    unconfirmed_note: string | null
    notes: string | null
    blank: boolean
    valid_from: string | null
    valid_to: string | null
    scale: Scale
    content_sha256: string
    published_at: Generated<Date>
  }
  framework_themes: {
    framework_id: string
    code: string
    position: number
    title: string
    purpose: string
    keywords: string[]
    status: ContentStatus
    unconfirmed_note: string | null
  }
  framework_items: {
    framework_id: string
    code: string
    theme_code: string
    position: number
    phase: Phase | null
    statement: string
    help: string
    contrast_low: string | null
    contrast_high: string | null
    audiences: Audience[]
    evidence: string[]
    indicators: string[]
    search: GeneratedAlways<string>
  }
}
