/** The directory of indicators, as the files of indicators/ give it. The shape is held by indicators/schema.json. */

export type Unit = 'percent' | 'points' | 'count' | 'mean-4' | 'euro' | 'euro-per-pupil' | 'per-100' | 'index' | 'kwh' | 'm3' | 'text'
/** Where a value comes from. `computed` is from the values of other indicators. */
export type IndicatorSource = 'open-data' | 'school-system' | 'survey' | 'platform' | 'document' | 'typed' | 'computed'
/** What one value speaks of. `day` is the day on which it is counted. */
export type Period = 'school-year' | 'session' | 'calendar-year' | 'cumulative-two-years' | 'quarter' | 'day'
export type Scope = 'school' | 'section' | 'network' | 'authority'
/** Which way is better; `context` is neither. */
export type Direction = 'up' | 'down' | 'context' | 'towards-zero'
/** Who keeps it up to date in the school, by function; `national` is published by the ministry. */
export type Updater = 'head' | 'quality-lead' | 'deputy' | 'cpe' | 'ddfpt' | 'business-office' | 'registrar' | 'referent' | 'national'
export type Frequency = 'yearly' | 'term' | 'monthly'
/** Whether people stand behind the figure, and whether what it says of them calls for more care. */
export type DataProtection = 'none' | 'aggregate' | 'sensitive-aggregate'
/** All definitions are proposals, save those of measures that the ministry publishes. */
type DefinitionStatus = 'confirmed' | 'unconfirmed'

/** One of several figures that make an indicator. Its code begins with the indicator's: « A01-apprentis ». */
export interface Part {
  readonly code: string
  readonly name: string
  readonly unit: Unit
}

/** A published data set and which of its measures: the code of an indicator, or of a part. */
interface DatasetMeasure {
  readonly id: string
  readonly measure: string
}

/** Ready questionnaires and their questions, by code. Without questions, it is taking part that counts. */
interface SurveyItems {
  readonly questionnaires: readonly string[]
  readonly questions: readonly string[]
}

interface PlatformCount {
  readonly counts: string
  /** What the platform lacks to count it, and what to do meanwhile; null when it counts. */
  readonly waits: string | null
}

/** An item of a framework, or one of its themes. */
export interface ItemReference {
  readonly framework: string
  readonly code: string
}

export interface Indicator {
  readonly code: string
  readonly name: string
  /** At most 40 characters. */
  readonly short_name: string
  readonly question: string
  readonly unit: Unit
  readonly parts?: readonly Part[]
  readonly numerator: string | null
  readonly denominator: string | null
  /** In the language of formulas; the codes between brackets are of this directory. */
  readonly formula: string | null
  readonly source: IndicatorSource
  readonly source_detail: string
  readonly dataset: DatasetMeasure | null
  readonly survey?: SurveyItems
  readonly platform?: PlatformCount
  readonly period: Period
  readonly cohort: string
  readonly scope: readonly Scope[]
  readonly direction: Direction
  /** Under that many people, the figure is not shown; null when it counts nobody. */
  readonly smallest_group: number | null
  readonly comparability: string
  readonly updated_by: Updater
  readonly frequency: Frequency
  readonly data_protection: DataProtection
  readonly items: readonly ItemReference[]
  /** Codes of eqavet.yaml. */
  readonly eqavet: readonly string[]
  /** Keys of themes.yaml; the first is the file's. */
  readonly themes: readonly string[]
  /** What to describe where a figure is not enough. */
  readonly describe: string | null
  readonly status: DefinitionStatus
}

export interface IndicatorTheme {
  readonly key: string
  /** With which the codes of its indicators begin. */
  readonly letter: string
  readonly name: string
  readonly purpose: string
}

/** One of the 17 entries of the ten EQAVET indicators. */
interface EqavetPart {
  readonly code: string
  readonly name: string
  readonly item: string
  /** Unconfirmed: its number was read in the source, its letter was not. */
  readonly status: DefinitionStatus
}

export interface Pack {
  /** « 2026.1 »: what was shown under it does not change; another version is published instead. */
  readonly version: string
  readonly valid_from: string
  readonly licence: string
  readonly source: string
  /** In the order of themes.yaml. */
  readonly themes: readonly IndicatorTheme[]
  readonly eqavet: readonly EqavetPart[]
  /** By theme, then by code. */
  readonly indicators: readonly Indicator[]
}

export interface ThemeList {
  readonly version: string
  readonly valid_from: string
  readonly licence: string
  readonly source: string
  readonly themes: readonly IndicatorTheme[]
}

export interface EqavetList {
  readonly source: string
  readonly parts: readonly EqavetPart[]
}

export interface ThemeFile {
  readonly theme: string
  readonly indicators: readonly Indicator[]
}
