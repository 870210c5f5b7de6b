import type { Generated } from 'kysely'
import type { Scale } from '../frameworks/scale.ts'

export type EvaluationState = 'composing' | 'answering' | 'agreeing' | 'validated'
export type ScopeKind = 'school' | 'action' | 'discipline' | 'network'
export type Phase = 'plan' | 'do' | 'check' | 'act'
export type Choice = 'rated' | 'not_applicable' | 'unknown'
/** A team may also agree in words only, without a position. */
export type AgreedChoice = Choice | 'worded'
export type FindingKind = 'strength' | 'weakness' | 'axis'
export type ItemOrigin = 'bank' | 'own' | 'value'

/** A question as a model keeps it. */
export interface ModelQuestion {
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
}

type OfEvaluation = { evaluation_id: string; organisation_id: string }

export type EvaluationTables = {
  question_models: {
    id: string
    organisation_id: string
    title: string
    questions: ModelQuestion[]
    created_by: string | null
    created_at: Generated<Date>
  }
  evaluations: {
    id: string
    organisation_id: string
    title: string
    purpose: string
    scope_kind: ScopeKind
    scope_detail: string
    school_year: string
    starts_on: string | null
    ends_on: string | null
    state: EvaluationState
    scale: Scale
    previous_id: string | null
    created_by: string
    created_at: Generated<Date>
    opened_at: Date | null
    reminded_at: Date | null
    closed_at: Date | null
    validated_at: Date | null
    validated_by: string | null
    shared_at: Date | null
    snapshot: object | null
    version: Generated<number>
  }
  evaluation_themes: OfEvaluation & { framework_id: string; theme_code: string; position: number }
  evaluation_items: OfEvaluation & {
    id: string
    position: number
    origin: ItemOrigin
    framework_id: string | null
    origin_code: string | null
    origin_statement: string | null
    theme_code: string | null
    theme_title: string
    phase: Phase
    statement: string
    help: string
    scale: Scale
    evidence: string[]
    indicators: string[]
    version: Generated<number>
  }
  evaluation_members: OfEvaluation & {
    person_id: string
    invited_at: Generated<Date>
    finished_at: Date | null
    removed_at: Date | null
    answered: number | null
  }
  ratings: OfEvaluation & {
    item_id: string
    person_id: string
    choice: Choice | null
    value: number | null
    reason: string
    version: Generated<number>
    updated_at: Generated<Date>
  }
  evaluation_answers: OfEvaluation & { item_id: string; choice: Choice | null; value: number | null; reason: string }
  agreements: OfEvaluation & {
    item_id: string
    choice: AgreedChoice | null
    value: number | null
    reason: string
    minority_view: string
    version: Generated<number>
    updated_at: Generated<Date>
    updated_by: string | null
  }
  findings: OfEvaluation & { id: string; kind: FindingKind; text: string; detail: string; position: number; version: Generated<number> }
  finding_items: { finding_id: string; item_id: string; organisation_id: string }
  evidence_links: OfEvaluation & { evidence_id: string; item_id: string; note: string; page_ref: Generated<string> }
}
