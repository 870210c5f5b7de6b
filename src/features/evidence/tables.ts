import type { Generated, GeneratedAlways } from 'kysely'

export type EvidenceKind = 'file' | 'link'

export const natures = [
  'project',
  'charter',
  'mission_letter',
  'organisation_chart',
  'minutes',
  'agreement',
  'dashboard',
  'figure',
  'report',
  'audit_report',
  'plan',
  'calendar',
  'survey',
  'deliberation',
  'training',
  'directory',
  'publication',
  'photo',
  'other',
] as const
/** What a proof is, in the school's own words. */
export type Nature = (typeof natures)[number]

/** Who in the school sees it: all who hold a mandate, or head and quality lead (and who added it). */
export type Confidentiality = 'team' | 'leaders'

/** Whether the words of a file could be read. */
export type TextState = 'read' | 'empty' | 'unreadable'

export type EvidenceTables = {
  /** A proof: one file or link of a school, which may speak for many questions. */
  evidence: {
    id: string
    organisation_id: string
    title: string
    kind: EvidenceKind
    url: string | null
    file_name: string | null
    media_type: string | null
    size: number | null
    sha256: string | null
    /** 'YYYY-MM-DD': the day of which the proof speaks, apart from the day it was added. */
    effective_on: string | null
    added_at: Generated<Date>
    added_by: string
    nature: Generated<Nature>
    note: Generated<string>
    /** 'YYYY-MM-DD': the last day on which it holds; null when it does not end. */
    valid_until: string | null
    /** 'YYYY-MM-DD': chosen by the school; null: some weeks before the end of validity. */
    remind_on: string | null
    /** The end of validity (or the chosen day) that has been recalled. */
    reminded_for: string | null
    confidentiality: Generated<Confidentiality>
    /** Number of the present file or address; the older ones are revisions. */
    revision: Generated<number>
    updated_at: Generated<Date>
    version: Generated<number>
    search: GeneratedAlways<string>
  }
  /** What a proof was before. */
  evidence_revisions: {
    evidence_id: string
    organisation_id: string
    number: number
    url: string | null
    file_name: string | null
    media_type: string | null
    size: number | null
    sha256: string | null
    effective_on: string | null
    added_at: Date
    added_by: string
  }
  /** The words of a file. */
  evidence_texts: {
    evidence_id: string
    organisation_id: string
    revision: number
    state: TextState
    words: string
    search: GeneratedAlways<string>
  }
  /** A proof beside an item of a framework. */
  evidence_supports: {
    evidence_id: string
    framework_id: string
    item_code: string
    organisation_id: string
    page_ref: Generated<string>
    note: Generated<string>
    added_by: string
    added_at: Generated<Date>
  }
}
