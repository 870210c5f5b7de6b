import type { Missing } from '../tables.ts'

/** One published figure, as published: never recomputed. `value` is null exactly when `missing` is not. */
export interface Observation {
  uai: string
  /** Code of a measure of the data set. */
  measure: string
  /** As published, in one spelling: `2024`, `2018-2019`, `cumul 2023-2024`, or a date. */
  period: string
  /** `gt` or `pro`; null when the figure covers the whole school. */
  track: string | null
  /** `ensemble`, `apprentis` or `scolaires`; null when the file makes no such difference. */
  public: string | null
  /** A series, a specialty, a training: `ES`, `G`, a training’s code; null when the figure covers all of them. */
  series: string | null
  value: number | null
  /** Only as far as the file itself says it. */
  missing: Missing | null
  /** Line of a text file, row of a sheet, or rank of the record in a JSON answer. */
  line: number
}

export interface RefusedRow {
  line: number
  column: string
  value: string
  reason: string
}

export interface Warning {
  line: number
  column: string
  value: string
  sentence: string
}
