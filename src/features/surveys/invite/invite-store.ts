import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Question } from '../questionnaire/definition.ts'
import { tablesOf } from '../store.ts'
import type { Groups } from '../tables.ts'

/** Where something of a survey lies. */
interface Spot {
  surveyId: string
  partId: string
  schoolId: string
}

export interface NewInvitation {
  id: string
  digest: Buffer
  groups: Groups
  mail: string | null
}

const rowsAtOnce = 500

/** Adds personal invitations; an address that is written here is never read again by the application (migration 0018). */
export async function insertInvitations(db: Db, spot: Spot, invitations: readonly NewInvitation[]): Promise<void> {
  for (let start = 0; start < invitations.length; start += rowsAtOnce) {
    await tablesOf(db)
      .insertInto('survey_invitations')
      .values(
        invitations
          .slice(start, start + rowsAtOnce)
          .map((one) => ({ ...one, survey_id: spot.surveyId, part_id: spot.partId, school_id: spot.schoolId, groups: one.groups })),
      )
      .execute()
  }
}

export interface InvitedGroup {
  partId: string
  groups: Groups
  count: number
}

/** How many invitations of each audience and group; whether they were by mail, and who has answered, cannot be asked. */
export async function listInvitedGroups(db: Db, surveyId: string, schoolId: string): Promise<InvitedGroup[]> {
  const { rows } = await sql<InvitedGroup>`
    select part_id as "partId", groups, count(*) as count from survey_invitations where survey_id = ${surveyId} and school_id = ${schoolId}
    group by 1, 2 order by 1, groups::text collate "C"`.execute(db)
  return rows
}

/** How many of them are printed, by group: a code that leaves by mail is printed for nobody else (migration 0022). */
export async function listPrintedGroups(db: Db, { surveyId, partId, schoolId }: Spot): Promise<{ groups: Groups; count: number }[]> {
  const { rows } = await sql<{ groups: Groups; count: number }>`
    select groups, count(*) as count from printable_invitations(${surveyId}, ${partId}, ${schoolId}) group by 1 order by groups::text collate "C"`.execute(db)
  return rows
}

/** Ids of those that are printed, of one group where given, in an order of their own. */
export async function listPrintedIds(db: Db, spot: Spot, groups: Groups | null, limit: number, offset: number): Promise<{ id: string; groups: Groups }[]> {
  const ofGroup = groups ? sql`where groups = ${JSON.stringify(groups)}::text::jsonb` : sql``
  const { rows } = await sql<{ id: string; groups: Groups }>`
    select id, groups from printable_invitations(${spot.surveyId}, ${spot.partId}, ${spot.schoolId}) ${ofGroup}
    order by groups::text collate "C", id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface DoorRow {
  id: string
  partId: string
  kind: 'session' | 'shared'
  name: string
  groups: Groups
  seats: number | null
  openUntil: Date | null
  createdBy: string
  createdAt: Date
}

const selectDoors = (db: Db) =>
  tablesOf(db)
    .selectFrom('survey_doors')
    .select(['id', 'part_id as partId', 'kind', 'name', 'groups', 'seats', 'open_until as openUntil', 'created_by as createdBy', 'created_at as createdAt'])

/** Sessions and shared links of a school in a survey, the latest first. */
export async function listDoors(db: Db, surveyId: string, schoolId: string): Promise<DoorRow[]> {
  return selectDoors(db).where('survey_id', '=', surveyId).where('school_id', '=', schoolId).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** A session or a shared link of this school; null where it has none of this id. */
export async function findDoorRow(db: Db, surveyId: string, schoolId: string, id: string): Promise<DoorRow | null> {
  return (await selectDoors(db).where('survey_id', '=', surveyId).where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst()) ?? null
}

interface NewDoor {
  kind: 'session' | 'shared'
  digest: Buffer
  id: string
  name: string
  groups: Groups
  seats: number | null
  openUntil: Date | null
  personId: string
}

export async function insertDoor(db: Db, spot: Spot, door: NewDoor): Promise<void> {
  await tablesOf(db)
    .insertInto('survey_doors')
    .values({
      id: door.id,
      survey_id: spot.surveyId,
      part_id: spot.partId,
      school_id: spot.schoolId,
      kind: door.kind,
      digest: door.digest,
      name: door.name,
      groups: door.groups,
      seats: door.seats,
      open_until: door.openUntil,
      created_by: door.personId,
    })
    .execute()
}

export async function endDoor(db: Db, id: string, now: Date): Promise<void> {
  await tablesOf(db).updateTable('survey_doors').set({ open_until: now }).where('id', '=', id).execute()
}

/** What a school adds to each audience of a survey. */
export async function listOwnQuestions(db: Db, surveyId: string, schoolId: string): Promise<{ partId: string; questions: Question[] }[]> {
  return tablesOf(db)
    .selectFrom('survey_additions')
    .select(['part_id as partId', 'questions'])
    .where('survey_id', '=', surveyId)
    .where('school_id', '=', schoolId)
    .execute()
}

/** Holds a school's own questions of one audience until the end of the transaction. */
export async function lockOwnQuestions(db: Db, { surveyId, partId, schoolId }: Spot): Promise<Question[]> {
  await sql`insert into survey_additions (part_id, survey_id, school_id) values (${partId}, ${surveyId}, ${schoolId}) on conflict do nothing`.execute(db)
  const row = await tablesOf(db)
    .selectFrom('survey_additions')
    .select('questions')
    .where('part_id', '=', partId)
    .where('school_id', '=', schoolId)
    .forUpdate()
    .executeTakeFirst()
  return row?.questions ?? []
}

/** What this school asks after the common questions, all of it. */
export async function saveOwnQuestions(db: Db, { partId, schoolId }: Spot, questions: readonly Question[]): Promise<void> {
  await tablesOf(db)
    .updateTable('survey_additions')
    .set({ questions: sql`${JSON.stringify(questions)}::text::jsonb` })
    .where('part_id', '=', partId)
    .where('school_id', '=', schoolId)
    .execute()
}

/** Null where nobody was reminded yet. */
export async function findLastReminder(db: Db, surveyId: string, schoolId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select reminded_at as at from survey_reminders where survey_id = ${surveyId} and school_id = ${schoolId}`.execute(db)
  return rows[0]?.at ?? null
}

/** Takes the right to remind now, once for all who ask at the same moment; false when the last reminder is too near. */
export async function takeReminder(db: Db, surveyId: string, schoolId: string, now: Date, notSince: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into survey_reminders (survey_id, school_id, reminded_at) values (${surveyId}, ${schoolId}, ${now})
    on conflict (survey_id, school_id) do update set reminded_at = excluded.reminded_at where survey_reminders.reminded_at <= ${notSince}
    returning survey_id`.execute(db)
  return rows.length > 0
}

/** Writes to those who have an address and have not answered. Who they are, and whether there was anybody, stays in the database. */
export async function sendReminders(db: Db, surveyId: string, schoolId: string): Promise<void> {
  await sql`select remind_invitations(${surveyId}, ${schoolId})`.execute(db)
}

/** False where the survey is not offered to the school, or no longer (migration 0033). */
export async function saveOfferAnswer(db: Db, surveyId: string, schoolId: string, declines: boolean): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`select answer_survey_offer(${surveyId}, ${schoolId}, ${declines}) as saved`.execute(db)
  return rows[0]?.saved === true
}

export const newId = (): string => randomUUID()
