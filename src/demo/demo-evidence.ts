import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DemoProof } from '../../demo/evidence.ts'
import type { EvaluationTables } from '../features/evaluations/tables.ts'
import { fileTypes } from '../features/evidence/file-type.ts'
import { cleanFileName } from '../features/evidence/rules.ts'
import { cleanWords } from '../features/evidence/reading/clean-words.ts'
import type { EvidenceTables } from '../features/evidence/tables.ts'
import { frameworkId } from '../features/frameworks/load-frameworks.ts'
import type { Db } from '../platform/database.ts'
import { writeOdt } from '../platform/documents/odt.ts'
import type { FileStore } from '../platform/files.ts'
import { dayOf } from '../platform/language.ts'
import { idOf } from './load-demo.ts'
import type { DemoIds } from './load-demo.ts'

type Tables = EvidenceTables & EvaluationTables

/** Adds a proof of the demo with all that it supports; its document is really written, and its words can be searched at once. */
export async function insertEvidence(db: Db, files: FileStore, proof: DemoProof, ids: DemoIds, now: Date): Promise<void> {
  const moment = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
  const day = (days: number | undefined): string | null => (days === undefined ? null : dayOf(moment(days)))
  const [id, organisationId, personId] = [randomUUID(), idOf(ids.organisations, proof.at), idOf(ids.people, proof.by)]
  await db
    .withTables<Tables>()
    .insertInto('evidence')
    .values({
      id,
      organisation_id: organisationId,
      title: proof.title,
      nature: proof.nature,
      note: proof.note ?? '',
      ...(await contentOf(files, proof, day(proof.effective) ?? dayOf(now))),
      effective_on: day(proof.effective),
      valid_until: day(proof.validUntil),
      remind_on: day(proof.remind),
      confidentiality: proof.leadersOnly ? 'leaders' : 'team',
      added_at: moment(proof.added),
      added_by: personId,
      updated_at: moment(proof.added),
    })
    .execute()
  await insertWords(db, proof, id, organisationId)
  await insertUses(db, proof, { id, organisationId, personId, at: moment(proof.added) }, ids)
  const line = { at: moment(proof.added), organisation_id: organisationId, actor_id: personId }
  ids.lines.push({ ...line, kind: 'evidence.added', subject_kind: 'evidence', subject_id: id })
}

async function contentOf(files: FileStore, { title, content }: DemoProof, date: string) {
  if ('address' in content) return { kind: 'link' as const, url: content.address }
  const bytes = writeOdt({ title, language: 'fr', date, blocks: content.paragraphs.map((text) => ({ kind: 'paragraph', text })) })
  const sha256 = await files.save(bytes)
  return { kind: 'file' as const, file_name: cleanFileName(`${title}.odt`), media_type: fileTypes.odt.mediaType, size: bytes.length, sha256 }
}

async function insertWords(db: Db, { title, content }: DemoProof, id: string, organisationId: string): Promise<void> {
  if ('address' in content) return
  const words = cleanWords([title, ...content.paragraphs].join('\n'))
  await db
    .withTables<Tables>()
    .insertInto('evidence_texts')
    .values({ evidence_id: id, organisation_id: organisationId, revision: 1, state: 'read', words })
    .execute()
}

interface Added {
  id: string
  organisationId: string
  personId: string
  at: Date
}

async function insertUses(db: Db, proof: DemoProof, { id, organisationId, personId, at }: Added, ids: DemoIds): Promise<void> {
  for (const { evaluation, code, page, shows } of proof.questions ?? []) {
    await sql`
      insert into evidence_links (evidence_id, item_id, evaluation_id, organisation_id, note, page_ref)
      select ${id}, i.id, i.evaluation_id, ${organisationId}, ${shows ?? ''}, ${page ?? ''} from evaluation_items i
      where i.evaluation_id = ${idOf(ids.evaluations, evaluation)} and i.origin_code = ${code}`.execute(db)
  }
  const points = (proof.points ?? []).map(({ framework, version, code, page }) => ({
    evidence_id: id,
    framework_id: frameworkId(framework, version),
    item_code: code,
    organisation_id: organisationId,
    page_ref: page ?? '',
    added_by: personId,
    added_at: at,
  }))
  if (points.length > 0) await db.withTables<Tables>().insertInto('evidence_supports').values(points).execute()
}
