import { randomBytes, randomUUID } from 'node:crypto'
import type { EvaluationState, EvaluationTables } from '../src/features/evaluations/tables.ts'
import type { OrganisationTables } from '../src/features/organisations/tables.ts'
import type { LabelTables } from '../src/features/labels/tables.ts'
import type { PlanTables } from '../src/features/plans/tables.ts'
import { sql } from 'kysely'
import type { FreshDatabase } from './fresh-database.ts'
import { idOfFramework, makeCrosswalk, makeDraft } from './make-draft.ts'
import { makeEvaluation } from './make-evaluation.ts'
import { makeSurvey, sampleDefinition } from './make-survey.ts'
import { makeNetwork, makePerson } from './make.ts'
import type { Person } from './make.ts'

/** One of everything that a school holds, by the names that addresses use. */
export interface Things {
  schoolId: string
  authorityId: string
  networkId: string
  ids: Record<string, string>
  /** The organisation on which a permission is asked, by kind of object; the school where absent. */
  organisationOf: Record<string, string>
}

interface Wish {
  schoolId: string
  authorityId: string
  state: EvaluationState
  shared?: boolean
  member?: Person
}

export async function makeThings(site: FreshDatabase, wish: Wish): Promise<Things> {
  const organisation = { organisation_id: wish.schoolId }
  const colleague = await makePerson(site, [{ role: 'member', organisationId: wish.schoolId }], 'Dominique Collègue')
  const networkId = await makeNetwork(site, { authorityId: wish.authorityId })
  const evaluation = await makeEvaluation(site, {
    organisationId: wish.schoolId,
    state: wish.state,
    items: 2,
    members: [colleague, ...(wish.member ? [wish.member] : [])],
    ...(wish.shared ? { shared: true } : {}),
  })
  const item = evaluation.items[0]?.id ?? ''
  const ids = {
    finding: randomUUID(),
    evidence: randomUUID(),
    action: randomUUID(),
    step: randomUUID(),
    reference: randomUUID(),
    model: randomUUID(),
    reading: randomUUID(),
  }
  const tables = site.owner.withTables<EvaluationTables & PlanTables & OrganisationTables & EvidenceTable & LabelTables>()
  const part = { ...organisation, evaluation_id: evaluation.id }
  await tables
    .insertInto('findings')
    .values({ ...part, id: ids.finding, kind: 'weakness', text: 'Un constat', detail: '', position: 1 })
    .execute()
  await tables
    .insertInto('evidence')
    .values({ ...organisation, id: ids.evidence, title: 'Une preuve', kind: 'link', url: 'https://exemple.fr/', added_by: colleague.id })
    .execute()
  await sql`insert into evidence_revisions (evidence_id, organisation_id, number, url, added_at, added_by)
    values (${ids.evidence}, ${wish.schoolId}, 1, 'https://exemple.fr/avant', now(), ${colleague.id})`.execute(site.owner)
  await tables
    .insertInto('evidence_links')
    .values({ ...part, evidence_id: ids.evidence, item_id: item, note: '' })
    .execute()
  await tables
    .insertInto('actions')
    .values({
      ...part,
      id: ids.action,
      finding_id: ids.finding,
      title: 'Une action',
      what: '',
      for_whom: '',
      by_whom: '',
      with_whom: '',
      place: '',
      how: '',
      why: '',
      comments: '',
      indicator: '',
      workload: '',
      starts_on: null,
      due_on: null,
      state: 'planned',
      progress: null,
      owner_id: null,
      effect: '',
      effect_noted_on: null,
      done_on: null,
      created_by: colleague.id,
    })
    .execute()
  await tables
    .insertInto('action_steps')
    .values({ ...organisation, id: ids.step, action_id: ids.action, label: 'Une étape', due_on: null, done_on: null, position: 1 })
    .execute()
  await tables
    .insertInto('school_references')
    .values({ ...organisation, id: ids.reference, kind: 'value', label: 'Une valeur', description: '', position: 1 })
    .execute()
  await tables
    .insertInto('question_models')
    .values({ ...organisation, id: ids.model, title: 'Un modèle', questions: [], created_by: colleague.id })
    .execute()
  const mandate = await sql<{ id: string }>`select id from mandates where person_id = ${colleague.id}`.execute(site.owner)
  const framework = await sql<{ id: string }>`select id from frameworks where framework = 'qualeduc' limit 1`.execute(site.owner)
  const frameworkId = framework.rows[0]?.id ?? ''
  await tables
    .insertInto('followed_frameworks')
    .values({ ...organisation, framework_id: frameworkId, added_by: colleague.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const draft = await makeDraft(site, { organisationId: wish.schoolId, basedOnId: frameworkId })
  const crosswalk = await makeCrosswalk(site, {
    ownerId: wish.schoolId,
    fromId: frameworkId,
    toId: await idOfFramework(site, 'eqavet'),
    links: [{ from: 'QF10-P1', to: 'EQP-P1' }],
  })
  await sql`insert into exchange_readings (id, organisation_id, person_id, at, file_name, reading)
    values (${ids.reading}, ${wish.schoolId}, ${colleague.id}, now(), 'essai.yaml', ${JSON.stringify({ format: 'own', parts: [], notes: [], problems: [] })}::text::jsonb)`.execute(
    site.owner,
  )
  const survey = await makeSurveyThings(site, wish)
  const figures = await makeFigureThings(site, wish, colleague.id)
  return {
    ...wish,
    networkId,
    ids: {
      ...ids,
      ...survey,
      ...figures,
      school: wish.schoolId,
      draft,
      crosswalk,
      other: await idOfFramework(site, 'eqavet'),
      organisation: wish.schoolId,
      evaluation: evaluation.id,
      item,
      person: colleague.id,
      mandate: mandate.rows[0]?.id ?? '',
      framework: frameworkId,
    },
    organisationOf: { authority: wish.authorityId, network: networkId },
  }
}

/** A survey of the school with one audience in session, an open session and a question of its own. */
async function makeSurveyThings(
  site: FreshDatabase,
  { schoolId, state }: Wish,
): Promise<{ survey: string; part: string; door: string; questionnaire: string; reply: string; text: string }> {
  const { id: survey, parts } = await makeSurvey(site, { organisationId: schoolId, parts: [{ access: 'session' }] })
  const [part = '', door] = [parts[0], randomUUID()]
  const own = JSON.stringify([{ code: 'QF10-P1', section: '', kind: 'scale', scale: 'agreement', words: { fr: 'Et chez nous ?' } }])
  await sql`insert into survey_additions (part_id, survey_id, school_id, questions) values (${part}, ${survey}, ${schoolId}, ${own}::text::jsonb)`.execute(
    site.owner,
  )
  await sql`insert into survey_doors (id, survey_id, part_id, school_id, kind, digest, seats, open_until, created_by)
    values (${door}, ${survey}, ${part}, ${schoolId}, 'session', ${randomBytes(16)}, 20, now() + interval '1 hour', ${randomUUID()})`.execute(site.owner)
  if (state !== 'composing') await sql`update surveys set state = 'open', opened_at = now() where id = ${survey}`.execute(site.owner)
  const questionnaire = randomUUID()
  await sql`insert into questionnaires (id, organisation_id, title, audience, definition, updated_by)
    values (${questionnaire}, ${schoolId}, 'Un questionnaire', 'pupil', ${JSON.stringify(sampleDefinition())}::text::jsonb, ${questionnaire})`.execute(
    site.owner,
  )
  const [reply, text] = [randomUUID(), randomUUID()]
  await sql`insert into survey_replies (id, survey_id, organisation_id, position, said) values (${reply}, ${survey}, ${schoolId}, 1, 'Une suite')`.execute(
    site.owner,
  )
  await sql`insert into release_texts (id, survey_id, part_id, organisation_id, question, words) values (${text}, ${survey}, ${part}, ${schoolId}, 'Q6', 'Des mots')`.execute(
    site.owner,
  )
  return { survey, part, door, questionnaire, reply, text }
}

/** An import of published figures and an indicator of its own, both of the school. */
async function makeFigureThings(site: FreshDatabase, { schoolId }: Wish, personId: string): Promise<{ figuresImport: string; ownIndicator: string }> {
  const [figuresImport, ownIndicator] = [randomUUID(), randomUUID()]
  const report = JSON.stringify({ refused: [], warnings: [], corrected: [], unknownSchools: 0 })
  await sql`insert into indicator_imports (id, organisation_id, dataset, file_name, file_sha256, rows_read, rows_loaded, rows_refused, report, person_id)
    values (${figuresImport}, ${schoolId}, 'ival-pro', 'essai.csv', '', 0, 0, 0, ${report}::text::jsonb, ${personId})`.execute(site.owner)
  const definition = { name: 'À nous', unit: 'count', numerator: null, denominator: null, formula: null, source_detail: '', period: 'school-year' }
  const rest = { cohort: '', direction: 'up', smallest_group: null, comparability: '', items: [], describe: null }
  await sql`insert into own_indicators (id, organisation_id, code, definition, updated_by)
    values (${ownIndicator}, ${schoolId}, ${`L${ownIndicator.slice(0, 8)}`}, ${JSON.stringify({ ...definition, ...rest })}::text::jsonb, ${personId})`.execute(
    site.owner,
  )
  return { figuresImport, ownIndicator }
}

type EvidenceTable = {
  evidence: { id: string; organisation_id: string; title: string; kind: 'file' | 'link'; url: string; added_by: string }
}
