import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { Audience, Definition, Question } from './questionnaire/definition.ts'
import type { Access, Breakdown, SurveyState, SurveyTables } from './tables.ts'

export const tablesOf = (db: Db) => db.withTables<SurveyTables & OrganisationTables>()

export interface Survey {
  id: string
  /** Of the school, network or académie that asks. */
  organisationId: string
  organisationName: string
  organisationKind: string
  title: string
  purpose: string
  promise: string
  state: SurveyState
  schoolYear: string
  closesOn: string | null
  resultsOn: string | null
  threshold: number
  previousId: string | null
  openedAt: Date | null
  closedAt: Date | null
  version: number
}

export interface Part {
  id: string
  surveyId: string
  organisationId: string
  position: number
  audience: Audience
  questionnaireId: string | null
  definition: Definition
  access: Access
  breakdowns: Breakdown[]
  freeText: boolean
}

const selectSurveys = (db: Db) =>
  tablesOf(db)
    .selectFrom('surveys as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select([
      's.id',
      's.organisation_id as organisationId',
      'o.name as organisationName',
      'o.kind as organisationKind',
      's.title',
      's.purpose',
      's.promise',
      's.state',
      's.school_year as schoolYear',
      's.closes_on as closesOn',
      's.results_on as resultsOn',
      's.threshold',
      's.previous_id as previousId',
      's.opened_at as openedAt',
      's.closed_at as closedAt',
      's.version',
    ])

/** Null where the caller may not see it. */
export async function findSurvey(db: Db, id: string): Promise<Survey | null> {
  return (await selectSurveys(db).where('s.id', '=', id).executeTakeFirst()) ?? null
}

/** Surveys that an organisation asks, or takes part in, the latest first: `most` of them after the `skipped` latest. */
export async function listSurveys(db: Db, organisationId: string, { most, skipped }: { most: number; skipped: number }): Promise<Survey[]> {
  return selectSurveys(db)
    .where((where) =>
      where.or([
        where('s.organisation_id', '=', organisationId),
        where(
          's.id',
          'in',
          tablesOf(db)
            .selectFrom('survey_schools')
            .select('survey_id')
            .where('school_id', '=', sql<string>`${organisationId}`),
        ),
      ]),
    )
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id')
    .limit(most)
    .offset(skipped)
    .execute()
}

const selectParts = (db: Db) =>
  tablesOf(db)
    .selectFrom('survey_parts')
    .select([
      'id',
      'survey_id as surveyId',
      'organisation_id as organisationId',
      'position',
      'audience',
      'questionnaire_id as questionnaireId',
      'definition',
      'access',
      'breakdowns',
      'free_text as freeText',
    ])

/** In the order of the audiences as they were added. */
export async function listParts(db: Db, surveyId: string): Promise<Part[]> {
  return selectParts(db).where('survey_id', '=', surveyId).orderBy('position').orderBy('id').execute()
}

/** Null where the survey has no such part. */
export async function findPart(db: Db, surveyId: string, partId: string): Promise<Part | null> {
  return (await selectParts(db).where('survey_id', '=', surveyId).where('id', '=', partId).executeTakeFirst()) ?? null
}

/** Questions that one school adds to the common core of a part. */
export async function listAdditions(db: Db, partId: string, schoolId: string): Promise<Question[]> {
  const row = await tablesOf(db)
    .selectFrom('survey_additions')
    .select('questions')
    .where('part_id', '=', partId)
    .where('school_id', '=', schoolId)
    .executeTakeFirst()
  return row?.questions ?? []
}

export interface ListedQuestionnaire {
  id: string
  title: string
  audience: Audience
  /** Of its questions, in order. */
  kinds: Question['kind'][]
  updatedAt: Date
}

/** Questionnaires of an organisation, the latest changed first, without what they ask. */
export async function listQuestionnaires(db: Db, organisationId: string): Promise<ListedQuestionnaire[]> {
  return tablesOf(db)
    .selectFrom('questionnaires')
    .select([
      'id',
      'title',
      'audience',
      'updated_at as updatedAt',
      sql<Question['kind'][]>`jsonb_path_query_array(definition, '$.questions[*].kind')`.as('kinds'),
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
}

interface TakingSchool {
  schoolId: string
  name: string
  /** It has said that it will not. */
  declined: boolean
}

const selectSchools = (db: Db, surveyId: string) =>
  tablesOf(db)
    .selectFrom('survey_schools as t')
    .innerJoin('organisations as o', 'o.id', 't.school_id')
    .select(['t.school_id as schoolId', 'o.name', sql<boolean>`t.declined_at is not null`.as('declined')])
    .where('t.survey_id', '=', surveyId)

/** Null where it does not take part. */
export async function findTakingSchool(db: Db, surveyId: string, schoolId: string): Promise<TakingSchool | null> {
  return (await selectSchools(db, surveyId).where('t.school_id', '=', schoolId).executeTakeFirst()) ?? null
}

interface SchoolCount {
  count: number
  forItself: boolean
  /** Not counted in the others: those that have said that they do not. */
  declined: number
}

/** How many schools take part, and whether that is the asking organisation alone: a school that asks its own people. */
export async function countSchools(db: Db, survey: Pick<Survey, 'id' | 'organisationId'>): Promise<SchoolCount> {
  const { rows } = await sql<SchoolCount>`
    select count(*) filter (where declined_at is null)::integer as count, count(*) = 1 and bool_and(school_id = ${survey.organisationId}) as "forItself",
      count(declined_at)::integer as declined
    from survey_schools where survey_id = ${survey.id}`.execute(db)
  return rows[0] ?? { count: 0, forItself: false, declined: 0 }
}

/** A school's place in a survey: what its own people do for it (invitations, sessions, additions, its results). */
export interface Place {
  survey: Survey
  /** The school, on which permissions are asked. */
  organisationId: string
  schoolName: string
  /** Asked to take part, it has said that it does not: it may still change its mind until the survey opens. */
  declined?: boolean
}

/** A place as addresses name it. */
export const hereOf = ({ survey, organisationId }: Place) => ({ survey: survey.id, organisation: organisationId })

/** Null where the school does not take part, or the caller may not see the survey. */
export async function findPlace(db: Db, surveyId: string, schoolId: string): Promise<Place | null> {
  const survey = await findSurvey(db, surveyId)
  if (!survey) return null
  const school = await findTakingSchool(db, surveyId, schoolId)
  return school ? { survey, organisationId: schoolId, schoolName: school.name, declined: school.declined } : null
}
