import { randomUUID } from 'node:crypto'
import type { EvidenceTables, Nature } from '../src/features/evidence/tables.ts'
import type { FreshDatabase } from './fresh-database.ts'

interface Wish {
  organisationId: string
  addedBy: string
  title?: string
  nature?: Nature
  note?: string
  /** 'YYYY-MM-DD' */
  effectiveOn?: string
  validUntil?: string
  remindOn?: string
  leadersOnly?: boolean
  /** What can be read in it. */
  words?: string
  /** Points of frameworks that it stands beside. */
  points?: readonly { frameworkId: string; code: string; pageRef?: string }[]
}

/** A proof written straight into the tables: an address of the web, with words as a file would have. */
export async function makeEvidence(site: FreshDatabase, wish: Wish): Promise<string> {
  const id = randomUUID()
  const organisation = { organisation_id: wish.organisationId }
  const tables = site.owner.withTables<EvidenceTables>()
  await tables
    .insertInto('evidence')
    .values({
      ...organisation,
      id,
      title: wish.title ?? 'Une preuve',
      kind: 'link',
      url: `https://exemple.fr/${id}`,
      nature: wish.nature ?? 'other',
      note: wish.note ?? '',
      effective_on: wish.effectiveOn ?? null,
      valid_until: wish.validUntil ?? null,
      remind_on: wish.remindOn ?? null,
      confidentiality: wish.leadersOnly ? 'leaders' : 'team',
      added_by: wish.addedBy,
    })
    .execute()
  if (wish.words !== undefined) {
    await tables
      .insertInto('evidence_texts')
      .values({ ...organisation, evidence_id: id, revision: 1, state: 'read', words: wish.words })
      .execute()
  }
  for (const point of wish.points ?? []) {
    await tables
      .insertInto('evidence_supports')
      .values({
        ...organisation,
        evidence_id: id,
        framework_id: point.frameworkId,
        item_code: point.code,
        page_ref: point.pageRef ?? '',
        added_by: wish.addedBy,
      })
      .execute()
  }
  return id
}
