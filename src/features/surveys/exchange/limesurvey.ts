import type { Words } from './draft.ts'

/** A survey of LimeSurvey, whichever of its files it was read from. Texts are still HTML. */
export interface LimeSurvey {
  base: string
  tags: readonly string[]
  title: Words
  description: Words
  welcome: Words
  groups: readonly LimeGroup[]
  /** What LimeSurvey does beside asking, found in the file: quotas, assessments. */
  quotas: boolean
  assessments: boolean
}

export interface LimeGroup {
  name: Words
  description: Words
  relevance: string
  questions: readonly LimeQuestion[]
}

export interface LimeQuestion {
  /** As conditions of old versions name it: survey, group and question by their numbers. */
  numbered: string
  /** One letter. */
  type: string
  code: string
  words: Words
  help: Words
  other: boolean
  mandatory: boolean
  validated: boolean
  relevance: string
  attributes: ReadonlyMap<string, string>
  suffix: Words
  rows: readonly LimeChoice[]
  answers: readonly LimeChoice[]
}

export interface LimeChoice {
  code: string
  words: Words
}
