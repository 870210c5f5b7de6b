export type DatasetCode =
  | 'ival-gt'
  | 'ival-pro'
  | 'ivac'
  | 'ips-lycees'
  | 'ips-colleges'
  | 'ips-ecoles'
  | 'inserjeunes-pro'
  | 'inserjeunes-apprentissage'
  | 'inserjeunes-cfa'
  | 'inserjeunes-lycee-formation'
  | 'effectifs'
  | 'ips-liste'
  | 'annuaire'

export type MeasureKind = 'rate' | 'added-value' | 'count' | 'index' | 'deviation' | 'mean' | 'flag'

/** One column of a measure: all series together, or one series or track of it. */
export interface Part {
  series: string | null
  track: string | null
  /** Normalised titles of the column over the years, the official one of today first. */
  columns: readonly string[]
}

export interface Measure {
  code: string
  name: string
  unit: string
  kind: MeasureKind
  /** The indicator of our own list that this figure feeds, or one of its parts; null when it feeds none. */
  indicator: string | null
  parts: readonly Part[]
  /** Columns beginning so hold the measure for the series that ends their title. */
  seriesPrefixes: readonly string[]
}

export interface SeriesBreak {
  /** Null when every measure of the data set is concerned. */
  measure: string | null
  /** First period of the new series. */
  from: string
  sentence: string
}

export interface Roles {
  uai: readonly string[]
  period: readonly string[]
  name: readonly string[]
  public: readonly string[]
  series: readonly string[]
}

export interface Dataset {
  code: DatasetCode
  /** How the indicators’ own files call it; null when they do not. */
  packCode: string | null
  title: string
  producer: string
  licence: string
  /** Names of the data set on the ministry’s portal over the years. */
  portalNames: readonly string[]
  roles: Roles
  /** A file is of this data set when it has one column of each group, and none of the forbidden ones. */
  required: readonly (readonly string[])[]
  forbidden: readonly string[]
  /** What tells it from a data set with the same columns: its file’s name, other titles, the schools’ names. */
  fileName: RegExp
  titles: RegExp | null
  schoolNames: RegExp | null
  /** Of the figures that the file itself does not place. */
  track: string | null
  public: string | null
  measures: readonly Measure[]
  breaks: readonly SeriesBreak[]
}

export const licence = 'Licence Ouverte 2.0'
export const depp = 'Ministère de l’Éducation nationale, DEPP'

export const commonRoles: Roles = {
  uai: [
    'uai',
    'numero_uai',
    'code_uai',
    'n_uai_de_l_etablissement',
    'n_uai',
    'uai_de_l_etablissement',
    'code_etablissement',
    'numero_d_etablissement',
    'numero_etablissement',
  ],
  period: ['annee', 'session', 'rentree_scolaire', 'rentree', 'annee_scolaire', 'millesime', 'cohorte'],
  name: [
    'libelle_uai',
    'libelle',
    'libelle_de_l_etablissement',
    'nom_de_l_etablissement',
    'nom_de_l_etablissment',
    'etablissement',
    'patronyme',
    'nom_etablissement',
    'appellation_officielle',
  ],
  public: [],
  series: [],
}

/** A measure that stands in one column. */
export function measure(code: string, name: string, kind: MeasureKind, columns: readonly string[], indicator: string | null = null): Measure {
  return { code, name, unit: units[kind], kind, indicator, parts: [{ series: null, track: null, columns }], seriesPrefixes: [] }
}

export const units: Readonly<Record<MeasureKind, string>> = {
  rate: '%',
  'added-value': 'points',
  count: 'nombre',
  index: 'indice',
  deviation: 'indice',
  mean: 'note sur 20',
  flag: 'oui ou non',
}
