import type { Generated, GeneratedAlways } from 'kysely'
import type { Phase } from '../../ui/phases.ts'
import type { Audience, Award, Condition, ContentStatus, FrameworkKind, Gravity, Source } from './content.ts'
import type { Level, Scale } from './scale.ts'

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
    kind: Generated<FrameworkKind>
    award: Award | null
    grades: Generated<readonly Level[]>
    conditions: Generated<readonly Condition[]>
    /** Null when it comes with the product. */
    owner_id: string | null
    /** The version that these are local additions to. */
    extends_id: string | null
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
    title: string | null
    grade: number | null
    conditions: Generated<string[]>
    gravity: Gravity | null
    status: Generated<ContentStatus>
    search: GeneratedAlways<string>
  }
}
