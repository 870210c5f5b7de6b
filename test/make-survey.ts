import { randomUUID } from 'node:crypto'
import type { Definition, Question } from '../src/features/surveys/questionnaire/definition.ts'
import type { Access, Breakdown, SurveyState, SurveyTables } from '../src/features/surveys/tables.ts'
import type { FreshDatabase } from './fresh-database.ts'

/** A short questionnaire with one question of each kind. */
export const sampleQuestions: readonly Question[] = [
  {
    code: 'Q1',
    section: 'S1',
    kind: 'scale',
    scale: 'agreement',
    words: { fr: 'Je me sens bien au lycée.' },
    item: { framework: 'qualeduc', code: 'QF10-P1' },
  },
  {
    code: 'Q2',
    section: 'S1',
    kind: 'single',
    words: { fr: 'Comment viens-tu ?' },
    options: [
      { code: 'A', words: { fr: 'En bus' } },
      { code: 'B', words: { fr: 'À pied' } },
    ],
  },
  {
    code: 'Q3',
    section: 'S1',
    kind: 'multiple',
    words: { fr: 'Qui t’aide ?' },
    options: [
      { code: 'A', words: { fr: 'Un ami' } },
      { code: 'B', words: { fr: 'Un adulte' } },
    ],
  },
  { code: 'Q4', section: 'S1', kind: 'number', words: { fr: 'Combien de stages ?' }, from: [0, 1, 3] },
  { code: 'Q5', section: 'S1', kind: 'date', words: { fr: 'Depuis quand ?' }, by: 'year', first: '2023-01', last: '2026-12' },
  { code: 'Q6', section: 'S1', kind: 'text', words: { fr: 'Que changer en premier ?' } },
]

export const sampleDefinition = (questions: readonly Question[] = sampleQuestions): Definition => ({
  title: { fr: 'Notre lycée' },
  intro: { fr: 'Ton avis compte.' },
  sections: [{ code: 'S1', words: { fr: 'La vie au lycée' } }],
  questions,
  languages: [{ tag: 'fr', reviewed: true }],
})

export interface WishedPart {
  audience?: 'pupil' | 'family' | 'staff' | 'company' | 'former'
  definition?: Definition
  access?: Access
  breakdowns?: Breakdown[]
  freeText?: boolean
}

export interface MadeSurvey {
  id: string
  parts: string[]
}

/** A survey of an organisation over some schools, in a state; no invitation and no answer. */
export async function makeSurvey(
  site: FreshDatabase,
  wish: { organisationId: string; schoolIds?: readonly string[]; state?: SurveyState; threshold?: number; parts?: readonly WishedPart[]; title?: string },
): Promise<MadeSurvey> {
  const tables = site.owner.withTables<SurveyTables>()
  const id = randomUUID()
  const state = wish.state ?? 'draft'
  await tables
    .insertInto('surveys')
    .values({
      id,
      organisation_id: wish.organisationId,
      title: wish.title ?? 'Enquête',
      school_year: '2026-2027',
      threshold: wish.threshold ?? 11,
      created_by: randomUUID(),
    })
    .execute()
  const parts: string[] = []
  for (const [position, part] of (wish.parts ?? [{}]).entries()) {
    const partId = randomUUID()
    parts.push(partId)
    await tables
      .insertInto('survey_parts')
      .values({
        id: partId,
        survey_id: id,
        organisation_id: wish.organisationId,
        position,
        audience: part.audience ?? 'pupil',
        questionnaire_id: null,
        definition: part.definition ?? sampleDefinition(),
        access: part.access ?? 'personal',
        breakdowns: part.breakdowns ?? [],
        free_text: part.freeText ?? false,
      })
      .execute()
  }
  await tables
    .insertInto('survey_schools')
    .values((wish.schoolIds ?? [wish.organisationId]).map((schoolId) => ({ survey_id: id, school_id: schoolId, organisation_id: wish.organisationId })))
    .execute()
  if (state !== 'draft') {
    await tables
      .updateTable('surveys')
      .set({ state, ...(state === 'offered' ? {} : { opened_at: new Date() }) })
      .where('id', '=', id)
      .execute()
  }
  return { id, parts }
}
