import type { Generated } from 'kysely'
import type { FrameworkHeader } from '../content.ts'
import type { Change } from '../version-changes.ts'

export const draftStates = ['draft', 'review', 'published'] as const
export type DraftState = (typeof draftStates)[number]

export type DraftTables = {
  framework_drafts: {
    id: string
    organisation_id: string
    content: FrameworkHeader
    based_on_id: string | null
    extends_id: string | null
    changes: Generated<readonly Change[]>
    state: Generated<DraftState>
    published_id: string | null
    sent_by: string | null
    sent_at: Date | null
    created_by: string
    created_at: Generated<Date>
    updated_by: string
    updated_at: Generated<Date>
    version: Generated<number>
  }
  framework_conversions: {
    from_id: string
    to_id: string
    owner_id: string | null
    author: string
    note: string
    changes: readonly Change[]
    content_sha256: string | null
  }
}
