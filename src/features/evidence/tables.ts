import type { Generated } from 'kysely'

export type EvidenceKind = 'file' | 'link'

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
  }
}
