import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { tablesOf } from '../store.ts'
import type { EvaluationState } from '../tables.ts'
import type { Given, Membership } from './rules.ts'

/** A member's own answer as it is kept. */
export interface OwnAnswer extends Given {
  version: number
  updatedAt: Date
}

/** What one member sends for one question; `version` is the one that she started from, 0 for none. */
export interface SentAnswer extends Given {
  itemId: string
  version: number
}

const answerColumns = ['choice', 'value', 'reason', 'version', 'updated_at as updatedAt'] as const

/** The caller's own answers by question: the database shows nobody else's. */
export async function listOwnAnswers(db: Db, evaluationId: string, personId: string): Promise<Map<string, OwnAnswer>> {
  const rows = await tablesOf(db)
    .selectFrom('ratings')
    .select(['item_id as itemId', ...answerColumns])
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map(({ itemId, ...answer }) => [itemId, answer]))
}

export interface OwnPart {
  membership: Membership
  finishedAt: Date | null
}

export async function findOwnPart(db: Db, evaluationId: string, personId: string): Promise<OwnPart> {
  const row = await tablesOf(db)
    .selectFrom('evaluation_members')
    .select(['finished_at', 'removed_at'])
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return { membership: 'none', finishedAt: null }
  return { membership: row.removed_at ? 'removed' : 'member', finishedAt: row.finished_at }
}

/** All that must be known to take an answer, in one question to the database. */
export interface Standing {
  evaluationId: string
  organisationId: string
  title: string
  state: EvaluationState
  membership: Membership
  /** Null when the evaluation has no such question. */
  scale: Scale | null
  statement: string | null
  stored: OwnAnswer | null
}

/** Null when the evaluation is absent, foreign, or no longer open to the caller. */
export async function findStanding(db: Db, ids: { evaluationId: string; itemId: string; personId: string }): Promise<Standing | null> {
  const row = await tablesOf(db)
    .selectFrom('evaluations as e')
    .leftJoin('evaluation_members as m', (join) => join.onRef('m.evaluation_id', '=', 'e.id').on('m.person_id', '=', ids.personId))
    .leftJoin('evaluation_items as i', (join) => join.onRef('i.evaluation_id', '=', 'e.id').on('i.id', '=', ids.itemId))
    .leftJoin('ratings as r', (join) => join.onRef('r.item_id', '=', 'i.id').on('r.person_id', '=', ids.personId))
    .select([
      'e.id as evaluationId',
      'e.organisation_id as organisationId',
      'e.title',
      'e.state',
      'm.person_id as memberId',
      'm.removed_at as removedAt',
      'i.scale',
      'i.statement',
      'r.choice',
      'r.value',
      'r.reason',
      'r.version',
      'r.updated_at as updatedAt',
    ])
    .where('e.id', '=', ids.evaluationId)
    .executeTakeFirst()
  if (!row) return null
  const { memberId, removedAt, choice, value, reason, version, updatedAt, ...standing } = row
  const membership = removedAt ? 'removed' : memberId ? 'member' : 'none'
  const stored = version === null || updatedAt === null ? null : { choice, value, reason: reason ?? '', version, updatedAt }
  return { ...standing, membership, stored }
}

export interface SaveResult {
  /** Whether the round was open and the person in the team at the moment of saving. */
  open: boolean
  /** The questions that were saved; the others were changed elsewhere since, or are gone. */
  saved: { itemId: string; version: number }[]
}

/**
 * Saves answers, each only if its version is still the one that the member started from. One statement: it holds the evaluation and the
 * membership, so that nothing slips in once the round is closing, and writes the activity line, which says neither question nor answer.
 */
export async function saveAnswers(db: Db, evaluationId: string, personId: string, answers: readonly SentAnswer[]): Promise<SaveResult> {
  const { rows } = await sql<{ open: boolean; saved: SaveResult['saved'] }>`
    with round as (
      select e.id, e.organisation_id
      from evaluations e join evaluation_members m on m.evaluation_id = e.id
      where e.id = ${evaluationId} and e.state = 'answering' and m.person_id = ${personId} and m.removed_at is null
      for share of e, m),
    sent as (
      select * from jsonb_to_recordset(${JSON.stringify(answers)}::text::jsonb)
        as s("itemId" uuid, choice text, value smallint, reason text, version integer)),
    saved as (
      insert into ratings (evaluation_id, item_id, person_id, organisation_id, choice, value, reason, version)
      select round.id, i.id, ${personId}::uuid, round.organisation_id, sent.choice, sent.value, sent.reason, sent.version + 1
      from round join evaluation_items i on i.evaluation_id = round.id join sent on sent."itemId" = i.id
      on conflict (item_id, person_id) do update
        set choice = excluded.choice, value = excluded.value, reason = excluded.reason, version = excluded.version, updated_at = now()
        where ratings.version = excluded.version - 1
      returning item_id, version),
    line as (
      insert into activity (organisation_id, actor_id, kind, subject_kind, subject_id)
      select organisation_id, ${personId}::uuid, 'answer.saved', 'evaluation', id from round where exists (select from saved))
    select exists (select from round) as open,
      coalesce((select json_agg(json_build_object('itemId', item_id, 'version', version)) from saved), '[]') as saved`.execute(db)
  return rows[0] ?? { open: false, saved: [] }
}

/** Notes that the member has finished; true the first time. False as well when the round has closed meanwhile. */
export async function saveFinished(db: Db, evaluationId: string, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('evaluation_members')
    .set({ finished_at: sql`now()` })
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Holds the evaluation until the end of the transaction and says in which state it is: for what must not cross a closing. */
export async function lockState(db: Db, evaluationId: string): Promise<EvaluationState | null> {
  const row = await tablesOf(db).selectFrom('evaluations').select('state').where('id', '=', evaluationId).forUpdate().executeTakeFirst()
  return row?.state ?? null
}

/** Closes the round: the database moves the answers without names, and forgets who gave which. */
export async function closeRound(db: Db, evaluationId: string): Promise<void> {
  await sql`select close_round(${evaluationId})`.execute(db)
}

/** Where to write to the team, each in her language. */
export async function listTeamAddresses(db: Db, evaluationId: string): Promise<{ personId: string; email: string; language: 'fr' | 'en' }[]> {
  return tablesOf(db)
    .selectFrom('evaluation_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.id as personId', 'p.email', 'p.language'])
    .where('m.evaluation_id', '=', evaluationId)
    .where('m.removed_at', 'is', null)
    .where('p.deactivated_at', 'is', null)
    .orderBy('p.name')
    .execute()
}
