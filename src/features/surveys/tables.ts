import type { NotCarried } from './exchange/carried.ts'
import type { Generated } from 'kysely'
import type { Audience, Definition, Question } from './questionnaire/definition.ts'
import type { PartFigures } from './release/document.ts'

const surveyStates = ['draft', 'offered', 'open', 'closed', 'released'] as const
export type SurveyState = (typeof surveyStates)[number]

/** personal: each invited person has a code of their own. session: a class, together, with one code for the time of a lesson. shared: one link for all. */
export const accesses = ['personal', 'session', 'shared'] as const
export type Access = (typeof accesses)[number]

/** One way of telling groups apart in the results, set before opening. From the groups of the invitations, or from a closed question (single or scale). */
export interface Breakdown {
  code: string
  title: string
  source: 'group' | 'question'
  /** Of source « group »: the groups, in order. */
  groups: string[]
}

/** Group of an invitation or of a session, by code of breakdown. */
export type Groups = Record<string, string>

export type SurveyTables = {
  questionnaires: {
    id: string
    organisation_id: string
    title: string
    audience: Audience
    origin: string | null
    imported_from: string | null
    not_carried: Generated<NotCarried[]>
    definition: Definition
    created_at: Generated<Date>
    updated_at: Generated<Date>
    updated_by: string
    version: Generated<number>
  }
  surveys: {
    id: string
    organisation_id: string
    title: string
    purpose: Generated<string>
    promise: Generated<string>
    state: Generated<SurveyState>
    school_year: string
    closes_on: string | null
    results_on: string | null
    threshold: Generated<number>
    previous_id: string | null
    created_by: string
    created_at: Generated<Date>
    opened_at: Date | null
    closed_at: Date | null
    version: Generated<number>
  }
  survey_parts: {
    id: string
    survey_id: string
    organisation_id: string
    position: number
    audience: Audience
    questionnaire_id: string | null
    definition: Definition
    access: Generated<Access>
    breakdowns: Generated<Breakdown[]>
    free_text: Generated<boolean>
  }
  survey_schools: { survey_id: string; school_id: string; organisation_id: string; joined_at: Generated<Date>; declined_at: Generated<Date | null> }
  survey_additions: { part_id: string; survey_id: string; school_id: string; questions: Generated<Question[]> }
  survey_doors: {
    id: string
    survey_id: string
    part_id: string
    school_id: string
    kind: 'session' | 'shared'
    digest: Buffer
    name: Generated<string>
    groups: Generated<Groups>
    seats: number | null
    open_until: Date | null
    created_by: string
    created_at: Generated<Date>
  }
  /** The application reads neither `used` nor `mail` (migration 0018). */
  survey_invitations: { id: string; survey_id: string; part_id: string; school_id: string; digest: Buffer; groups: Generated<Groups>; mail: string | null }
  survey_releases: { survey_id: string; organisation_id: string; released_at: Generated<Date>; threshold: number; schools: number }
  release_figures: { survey_id: string; part_id: string; organisation_id: string; owner_id: string; level: 'school' | 'together'; figures: PartFigures }
  release_texts: {
    id: Generated<string>
    survey_id: string
    part_id: string
    organisation_id: string
    question: string
    words: string
    shown: string | null
    state: Generated<'waiting' | 'shown' | 'withheld'>
    read_by: string | null
    read_at: Date | null
    version: Generated<number>
  }
  survey_replies: {
    id: string
    survey_id: string
    organisation_id: string
    position: number
    part_id: string | null
    question: string | null
    said: string
    kind: Generated<'done' | 'planned' | 'no'>
    done: Generated<string>
    pupil_words: Generated<string>
    action_id: string | null
    version: Generated<number>
  }
  survey_reply_pages: { survey_id: string; organisation_id: string; address: string; published_at: Date | null }
}
