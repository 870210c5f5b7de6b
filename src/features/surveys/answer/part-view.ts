import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { layoutOf } from '../ballots/record.ts'
import type { Layout } from '../ballots/record.ts'
import type { Audience, Definition, Question } from '../questionnaire/definition.ts'
import type { Access, Breakdown } from '../tables.ts'

/** What who answers is shown of one audience of a survey, in one school. */
export interface PartView {
  surveyId: string
  partId: string
  schoolId: string
  schoolName: string
  title: string
  purpose: string
  promise: string
  closesOn: string | null
  resultsOn: string | null
  threshold: number
  audience: Audience
  definition: Definition
  /** The common questions, then those that this school adds; without those in words where words are not asked. */
  questions: readonly Question[]
  access: Access
  breakdowns: readonly Breakdown[]
  freeText: boolean
  layout: Layout
}

interface Row {
  surveyId: string
  title: string
  purpose: string
  promise: string
  closesOn: string | null
  resultsOn: string | null
  threshold: number
  audience: Audience
  definition: Definition
  access: Access
  breakdowns: Breakdown[]
  freeText: boolean
  schoolName: string
  additions: Question[] | null
}

/** Null when the survey was not offered yet. Needs no account: whoever holds a code may read it. */
export async function findPartView(db: Db, partId: string, schoolId: string): Promise<PartView | null> {
  const { rows } = await sql<Row>`
    select p.survey_id as "surveyId", p.title, p.purpose, p.promise, p.closes_on as "closesOn", p.results_on as "resultsOn", p.threshold, p.audience, p.definition,
      p.access, p.breakdowns, p.free_text as "freeText", o.name as "schoolName", open_survey_additions(${partId}, ${schoolId}) as additions
    from open_survey_part(${partId}) p join organisations o on o.id = ${schoolId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { additions, ...part } = row
  return { ...part, partId, schoolId, ...askedOf(part.definition, additions ?? [], part) }
}

/** The questions as they are asked, and the shape of a ballot. */
export function askedOf(
  definition: Definition,
  additions: readonly Question[],
  { breakdowns, freeText }: { breakdowns: readonly Breakdown[]; freeText: boolean },
): Pick<PartView, 'questions' | 'layout'> {
  const all = [...definition.questions, ...additions]
  const groups = breakdowns.filter((breakdown) => breakdown.source === 'group')
  return { questions: freeText ? all : all.filter((question) => question.kind !== 'text'), layout: layoutOf(groups, all) }
}

/** The place of each group in the ballot: 0 where the invitation says none. */
export function groupPlaces(breakdowns: readonly Breakdown[], groups: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(
    breakdowns.filter((breakdown) => breakdown.source === 'group').map(({ code, groups: known }) => [code, known.indexOf(groups[code] ?? '') + 1]),
  )
}
