import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { AccountTables } from '../accounts/tables.ts'
import type { Scale } from '../frameworks/scale.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { EvaluationState, EvaluationTables, ItemOrigin, Phase, ScopeKind } from './tables.ts'

export const tablesOf = (db: Db) => db.withTables<EvaluationTables & AccountTables & OrganisationTables>()

export interface Evaluation {
  id: string
  organisationId: string
  organisationName: string
  organisationKind: string
  title: string
  purpose: string
  scopeKind: ScopeKind
  scopeDetail: string
  schoolYear: string
  /** 'YYYY-MM-DD' */
  startsOn: string | null
  endsOn: string | null
  state: EvaluationState
  /** Offered to questions whose framework has no scale. */
  scale: Scale
  previousId: string | null
  openedAt: Date | null
  remindedAt: Date | null
  closedAt: Date | null
  validatedAt: Date | null
  sharedAt: Date | null
  version: number
}

export interface EvaluationItem {
  id: string
  evaluationId: string
  organisationId: string
  position: number
  origin: ItemOrigin
  frameworkId: string | null
  originCode: string | null
  originStatement: string | null
  themeCode: string | null
  themeTitle: string
  phase: Phase
  statement: string
  help: string
  scale: Scale
  evidence: string[]
  indicators: string[]
  version: number
}

export interface Member {
  personId: string
  name: string
  email: string
  finishedAt: Date | null
  /** How many questions this member has answered so far; never which, nor what. */
  answered: number
}

const evaluationColumns = [
  'e.id',
  'e.organisation_id as organisationId',
  'o.name as organisationName',
  'o.kind as organisationKind',
  'e.title',
  'e.purpose',
  'e.scope_kind as scopeKind',
  'e.scope_detail as scopeDetail',
  'e.school_year as schoolYear',
  'e.starts_on as startsOn',
  'e.ends_on as endsOn',
  'e.state',
  'e.scale',
  'e.previous_id as previousId',
  'e.opened_at as openedAt',
  'e.reminded_at as remindedAt',
  'e.closed_at as closedAt',
  'e.validated_at as validatedAt',
  'e.shared_at as sharedAt',
  'e.version',
] as const

/** Null when absent, foreign, or not shared with the caller: row-level security tells none apart. */
export async function findEvaluation(db: Db, id: string): Promise<Evaluation | null> {
  const row = await tablesOf(db)
    .selectFrom('evaluations as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select(evaluationColumns)
    .where('e.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Of one organisation, the latest first. */
export async function listEvaluations(db: Db, organisationId: string): Promise<Evaluation[]> {
  return tablesOf(db)
    .selectFrom('evaluations as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select(evaluationColumns)
    .where('e.organisation_id', '=', organisationId)
    .orderBy('e.created_at', 'desc')
    .execute()
}

export const itemColumns = [
  'id',
  'evaluation_id as evaluationId',
  'organisation_id as organisationId',
  'position',
  'origin',
  'framework_id as frameworkId',
  'origin_code as originCode',
  'origin_statement as originStatement',
  'theme_code as themeCode',
  'theme_title as themeTitle',
  'phase',
  'statement',
  'help',
  'scale',
  'evidence',
  'indicators',
  'version',
] as const

/** The questionnaire in order. */
export async function listItems(db: Db, evaluationId: string): Promise<EvaluationItem[]> {
  return tablesOf(db).selectFrom('evaluation_items').select(itemColumns).where('evaluation_id', '=', evaluationId).orderBy('position').orderBy('id').execute()
}

export async function findItem(db: Db, evaluationId: string, itemId: string): Promise<EvaluationItem | null> {
  const row = await tablesOf(db)
    .selectFrom('evaluation_items')
    .select(itemColumns)
    .where('evaluation_id', '=', evaluationId)
    .where('id', '=', itemId)
    .executeTakeFirst()
  return row ?? null
}

/** The team, by name. Participation is visible, answers are not. */
export async function listMembers(db: Db, evaluationId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.person_id as "personId", p.name, p.email, m.finished_at as "finishedAt", coalesce(done.answered, 0) as answered
    from evaluation_members m
    join persons p on p.id = m.person_id
    left join participation(${evaluationId}) done on done.person_id = m.person_id
    where m.evaluation_id = ${evaluationId} and m.removed_at is null
    order by p.name`.execute(db)
  // PostgreSQL's own order depends on how it was installed: accents would come last.
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}

/** Whether the person belongs to the team of this evaluation today. */
export async function isMember(db: Db, evaluationId: string, personId: string): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('evaluation_members')
    .select('person_id')
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
