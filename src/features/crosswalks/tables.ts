import type { Generated } from 'kysely'
import type { Change, CrosswalkSource, Side } from './content.ts'
import type { LinkStatus } from './graph.ts'
import type { Relation } from './relations.ts'

export type CrosswalkState = 'draft' | 'review' | 'published'

export type CrosswalkTables = {
  crosswalks: {
    id: string
    from_id: string
    to_id: string
    author: string
    status: LinkStatus
    source: CrosswalkSource
    licence: string
    /** Null when it comes with the product. */
    owner_id: string | null
    state: Generated<CrosswalkState>
    content_sha256: string | null
    sent_by: string | null
    sent_at: Date | null
    created_by: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
  crosswalk_links: {
    crosswalk_id: string
    from_code: string
    to_code: string
    type: Relation
    reason: string
    status: Generated<LinkStatus>
    author: string | null
  }
  crosswalk_gaps: {
    crosswalk_id: string
    side: Side
    code: string
    reason: string
  }
  framework_conversions: {
    from_id: string
    to_id: string
    owner_id: string | null
    author: string
    note: string
    changes: Change[]
    content_sha256: string | null
  }
}
