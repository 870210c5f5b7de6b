import { Ajv } from 'ajv'
import schema from '../../../../surveys/schema.json' with { type: 'json' }
import type { Audience } from '../questionnaire/definition.ts'

/** A file of surveys/: a questionnaire as people write it. */
export interface ReadyFile {
  code: string
  version: string
  audience: Audience
  title: string
  purpose: string
  source: string
  status: 'draft' | 'confirmed'
  intro: string
  sections: ReadySection[]
}

interface ReadySection {
  code: string
  title: string
  questions: ReadyQuestion[]
}

export interface ReadyQuestion {
  code: string
  text: string
  plain?: string
  item?: string
  icon?: string
  scale?: string
  choices?: Record<string, string>
  several?: Record<string, string>
  alone?: string
  from?: number[]
  words?: true
  when?: string
  answers?: string[]
}

/** Of one questionnaire in one language: texts by code; options as « question.option ». */
export interface Translation {
  reviewed: boolean
  title: string
  intro: string
  sections: Record<string, string>
  questions: Record<string, string>
  plain?: Record<string, string>
}

/** By language. */
export type Translations = Record<string, Translation>

const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true, strictRequired: false, strictTypes: false })
ajv.addSchema(schema)

export const isReadyFile = ajv.compile<ReadyFile>({ $ref: 'surveys#/definitions/ready' })
export const isTranslations = ajv.compile<Translations>({ $ref: 'surveys#/definitions/translations' })
