import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { likePattern } from './like-pattern.ts'
import type { Audience, Definition } from '../questionnaire/definition.ts'
import { tablesOf } from '../store.ts'
import type { Survey } from '../store.ts'
import type { SurveyState } from '../tables.ts'
import type { PartValues } from './part-rules.ts'
import type { SettingsValues } from './settings-rules.ts'

export interface Locked {
  state: SurveyState
  version: number
}

/** Holds the survey until the end of the transaction: what is decided of it is decided one after the other. */
export async function lockSurvey(db: Db, id: string): Promise<Locked> {
  return tablesOf(db).selectFrom('surveys').select(['state', 'version']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

interface NewSurvey {
  organisationId: string
  personId: string
  schoolYear: string
  values: SettingsValues
}

/** A draft; its id. */
export async function insertSurvey(db: Db, { organisationId, personId, schoolYear, values }: NewSurvey): Promise<string> {
  const id = randomUUID()
  await tablesOf(db)
    .insertInto('surveys')
    .values({ id, organisation_id: organisationId, created_by: personId, school_year: schoolYear, ...values })
    .execute()
  return id
}

/** Changes what is given and makes a new version of it. */
export async function updateSurvey(
  db: Db,
  id: string,
  values: Partial<SettingsValues> & { state?: SurveyState; opened_at?: Date; closed_at?: Date },
): Promise<void> {
  await tablesOf(db)
    .updateTable('surveys')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** With its parts and schools; the database refuses it once the survey is open (QS001). */
export async function deleteDraft(db: Db, id: string): Promise<void> {
  await tablesOf(db).deleteFrom('surveys').where('id', '=', id).execute()
}

/** Waits for the answers that are being taken; those that come later find the survey closed (migration 0018, accept_ballots). */
export async function waitForAnswers(db: Db, surveyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${surveyId}::text, 18))`.execute(db)
}

/** What a part takes of a questionnaire: a copy of all that is asked. */
export interface PartQuestionnaire {
  id: string
  audience: Audience
  definition: Definition
}

/** One questionnaire of the organisation; null where it has none with this id. */
export async function findPartQuestionnaire(db: Db, organisationId: string, id: string): Promise<PartQuestionnaire | null> {
  const row = await tablesOf(db)
    .selectFrom('questionnaires')
    .select(['id', 'audience', 'definition'])
    .where('organisation_id', '=', organisationId)
    .where(sql`id::text`, '=', id)
    .executeTakeFirst()
  return row ?? null
}

interface NewPart {
  questionnaire: PartQuestionnaire
  values: PartValues
}

/** After the others, with a copy of the questionnaire as it is now; its id. */
export async function insertPart(db: Db, survey: Survey, { questionnaire, values }: NewPart): Promise<string> {
  const id = randomUUID()
  const { last } = await tablesOf(db)
    .selectFrom('survey_parts')
    .select((row) => row.fn.coalesce(row.fn.max('position'), sql<number>`0`).as('last'))
    .where('survey_id', '=', survey.id)
    .executeTakeFirstOrThrow()
  await tablesOf(db)
    .insertInto('survey_parts')
    .values({
      id,
      survey_id: survey.id,
      organisation_id: survey.organisationId,
      position: last + 1,
      audience: questionnaire.audience,
      questionnaire_id: questionnaire.id,
      definition: questionnaire.definition,
      access: values.access,
      breakdowns: sql`${JSON.stringify(values.breakdowns)}::text::jsonb`,
      free_text: values.freeText,
    })
    .execute()
  return id
}

/** With another questionnaire, or null to keep the copy that it has. */
export async function updatePart(db: Db, partId: string, questionnaire: PartQuestionnaire | null, values: PartValues): Promise<void> {
  await tablesOf(db)
    .updateTable('survey_parts')
    .set({
      ...(questionnaire ? { audience: questionnaire.audience, questionnaire_id: questionnaire.id, definition: questionnaire.definition } : {}),
      access: values.access,
      breakdowns: sql`${JSON.stringify(values.breakdowns)}::text::jsonb`,
      free_text: values.freeText,
    })
    .where('id', '=', partId)
    .execute()
}

export async function deletePart(db: Db, partId: string): Promise<void> {
  await tablesOf(db).deleteFrom('survey_parts').where('id', '=', partId).execute()
}

/** All audiences of a survey, with all that was set for them. */
export async function copyParts(db: Db, fromId: string, toId: string): Promise<void> {
  await sql`insert into survey_parts (id, survey_id, organisation_id, position, audience, questionnaire_id, definition, access, breakdowns, free_text)
    select gen_random_uuid(), ${toId}, organisation_id, position, audience, questionnaire_id, definition, access, breakdowns, free_text
    from survey_parts where survey_id = ${fromId}`.execute(db)
}

/** The schools that an organisation may ask: itself for a school, its members for a network, those of its territory for an académie or the nation. */
const schoolsOf = (organisation: { id: string; kind: string }, today: string) => {
  if (organisation.kind === 'school') return sql`select id, name, town from organisations where id = ${organisation.id}`
  if (organisation.kind === 'network' || organisation.kind === 'campus')
    return sql`select distinct o.id, o.name, o.town from organisation_links l join organisations o on o.id = l.child_id
      where l.parent_id = ${organisation.id} and o.kind = 'school' and l.valid_from <= ${today} and (l.valid_to is null or l.valid_to >= ${today})`
  if (organisation.kind === 'nation') return sql`select id, name, town from organisations where kind = 'school' and (valid_to is null or valid_to >= ${today})`
  return sql`select id, name, town from organisations where kind = 'school' and authority_id = ${organisation.id} and (valid_to is null or valid_to >= ${today})`
}

/** All of them take part until some are taken out. */
export async function insertAllSchools(db: Db, surveyId: string, organisation: { id: string; kind: string }, today: string): Promise<void> {
  await sql`insert into survey_schools (survey_id, school_id, organisation_id)
    select ${surveyId}, s.id, ${organisation.id} from (${schoolsOf(organisation, today)}) s on conflict do nothing`.execute(db)
}

export interface SchoolChoice {
  id: string
  name: string
  town: string | null
  takesPart: boolean
  /** Takes part no longer, by its own decision. */
  declined: boolean
}

/** Schools whose name or town holds the words, those that take part first. */
export async function findSchoolChoices(db: Db, survey: Survey, words: string, today: string, most: number): Promise<SchoolChoice[]> {
  const organisation = { id: survey.organisationId, kind: survey.organisationKind }
  const { rows } = await sql<SchoolChoice>`
    select s.id, s.name, s.town, t.school_id is not null and t.declined_at is null as "takesPart", t.declined_at is not null as declined
    from (${schoolsOf(organisation, today)}) s left join survey_schools t on t.survey_id = ${survey.id} and t.school_id = s.id
    where ${likePattern(words)}::text = '' or s.name || ' ' || coalesce(s.town, '') ilike ${likePattern(words)}
    order by t.declined_at is null, t.school_id is null, s.name collate "fr-x-icu", s.id limit ${most}`.execute(db)
  return rows
}

/** Adds those of the list that the organisation may ask; returns how many. */
export async function insertSchools(db: Db, survey: Survey, schoolIds: readonly string[], today: string): Promise<number> {
  const organisation = { id: survey.organisationId, kind: survey.organisationKind }
  const { rows } = await sql`insert into survey_schools (survey_id, school_id, organisation_id)
    select ${survey.id}, s.id, ${survey.organisationId} from (${schoolsOf(organisation, today)}) s
    where s.id = any (${schoolIds}::uuid[]) on conflict do nothing returning school_id`.execute(db)
  return rows.length
}

/** The schools of another of its surveys, those that it may still ask. */
export async function insertSameSchools(db: Db, survey: Survey, fromId: string, today: string): Promise<void> {
  const organisation = { id: survey.organisationId, kind: survey.organisationKind }
  await sql`insert into survey_schools (survey_id, school_id, organisation_id)
    select ${survey.id}, s.id, ${survey.organisationId} from (${schoolsOf(organisation, today)}) s
    where s.id in (select school_id from survey_schools where survey_id = ${fromId})`.execute(db)
}

/** Those that have declined no longer take part: their invitations and own questions go with them. */
export async function deleteDeclined(db: Db, surveyId: string): Promise<void> {
  await tablesOf(db).deleteFrom('survey_schools').where('survey_id', '=', surveyId).where('declined_at', 'is not', null).execute()
}

export async function deleteSchool(db: Db, surveyId: string, schoolId: string): Promise<void> {
  await tablesOf(db).deleteFrom('survey_schools').where('survey_id', '=', surveyId).where('school_id', '=', schoolId).execute()
}

/** Everybody invited by mail is written to, in one go; nobody learns who they are. */
export async function sendInvitationsAtOpening(db: Db, surveyId: string): Promise<void> {
  await sql`select send_survey_invitations(${surveyId})`.execute(db)
}

/** Surveys of the organisation that another may follow: those that have shown their results. */
export async function listEarlier(db: Db, organisationId: string): Promise<{ id: string; title: string; schoolYear: string }[]> {
  return tablesOf(db)
    .selectFrom('surveys')
    .select(['id', 'title', 'school_year as schoolYear'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'released')
    .orderBy('created_at', 'desc')
    .execute()
}
