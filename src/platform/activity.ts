import type { Db } from './database.ts'

export interface ActivityLine {
  organisationId: string | null
  actorId: string | null
  /** 'subject.verb', for instance 'evaluation.closed'. */
  kind: string
  subjectKind?: string
  subjectId?: string
  /** Ids and outcomes only: never a name, a mail address, a token or an answer. */
  detail?: Record<string, string | number | boolean | null>
}

type ActivityTables = {
  activity: {
    organisation_id: string | null
    actor_id: string | null
    kind: string
    subject_kind: string | null
    subject_id: string | null
    detail: object
  }
}

/** Writes one line of the activity log, in the caller's transaction. The database seals it to the line before. */
export async function recordActivity(db: Db, line: ActivityLine): Promise<void> {
  await db
    .withTables<ActivityTables>()
    .insertInto('activity')
    .values({
      organisation_id: line.organisationId,
      actor_id: line.actorId,
      kind: line.kind,
      subject_kind: line.subjectKind ?? null,
      subject_id: line.subjectId ?? null,
      detail: line.detail ?? {},
    })
    .execute()
}
