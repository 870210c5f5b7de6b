import type { Generated } from 'kysely'
import type { FileMapping, RememberedMapping } from './own-files/mapping-rules.ts'
import type { Indicator } from './pack/indicator.ts'

export const missingKinds = ['not-published', 'below-threshold', 'not-applicable', 'not-entered', 'to-confirm'] as const
/** Why there is no figure, as far as anybody says it (after OBS_STATUS of SDMX); never zero. */
export type Missing = (typeof missingKinds)[number]

/** By measure, a number or the kind of its absence. */
export type Measures = Readonly<Record<string, number | Missing>>

export interface ImportReport {
  refused: { line: number; column: string; value: string; reason: string }[]
  warnings: { line: number; column: string; value: string; sentence: string }[]
  /** Cells that somebody corrected before importing. */
  corrected: { line: number; column: string; from: string; to: string }[]
  /** Rows that speak of a school that the directory does not know. */
  unknownSchools: number
}

/** What somebody said that a file does not say. */
export interface UploadAnswers {
  period?: string
  dataset?: string
  /** The cell that was wrong, by line and title of its column. */
  corrections?: { line: number; column: string; from: string; to: string }[]
  /** How a file of one's own is read. */
  readAs?: FileMapping
}

/** What a card of a dashboard shows. */
export interface BoardCard {
  measure: string
  wide: boolean
  note: string
}

/** What somebody says of an indicator of his own; the rest is as in the pack. */
export type OwnDefinition = Pick<
  Indicator,
  'name' | 'unit' | 'numerator' | 'denominator' | 'formula' | 'period' | 'cohort' | 'direction' | 'smallest_group' | 'comparability' | 'items' | 'describe'
> & { source_detail: string }

export type IndicatorTables = {
  indicator_imports: {
    id: string
    organisation_id: string
    dataset: string
    file_name: string
    file_sha256: string
    sequence: Generated<string>
    rows_read: number
    rows_loaded: number
    rows_refused: number
    report: ImportReport
    person_id: string
    at: Generated<Date>
    undone_at: Date | null
    undone_by: string | null
  }
  figure_uploads: {
    id: string
    organisation_id: string
    person_id: string
    at: Generated<Date>
    file_name: string
    file_sha256: string
    answers: Generated<UploadAnswers>
  }
  figure_mappings: {
    organisation_id: string
    headers_key: string
    mapping: RememberedMapping
    used_at: Generated<Date>
  }
  published_rows: {
    import_id: string
    uai: string
    dataset: string
    period: string
    track: Generated<string>
    public: Generated<string>
    series: Generated<string>
    line: number
    measures: Measures
  }
  indicator_values: {
    id: Generated<string>
    organisation_id: string
    measure: string
    period: string
    section: Generated<string>
    value: string | number | null
    missing: Missing | null
    numerator: string | number | null
    denominator: string | number | null
    note: Generated<string>
    import_id: string | null
    entered_by: string
    entered_at: Generated<Date>
  }
  indicator_appreciations: {
    id: string
    organisation_id: string
    measure: string
    on_day: string
    words: string
    evidence_id: string | null
    written_by: string
    version: Generated<number>
  }
  indicator_targets: {
    organisation_id: string
    measure: string
    period: string
    value: string | number
    note: Generated<string>
    set_by: string
    set_at: Generated<Date>
  }
  indicator_breaks: { organisation_id: string; measure: string; period: string; sentence: string }
  own_indicators: {
    id: string
    organisation_id: string
    code: string
    definition: OwnDefinition
    retired: Generated<boolean>
    version: Generated<number>
    updated_by: string
    updated_at: Generated<Date>
  }
  indicator_boards: {
    organisation_id: string
    cards: BoardCard[]
    version: Generated<number>
    updated_by: string
    updated_at: Generated<Date>
  }
  published_indicators: { organisation_id: string; measure: string; decided_by: string; decided_at: Generated<Date> }
  action_indicators: { action_id: string; organisation_id: string; measure: string; added_by: string; added_at: Generated<Date> }
}
