import { Ajv } from 'ajv'
import schema from '../../../../indicators/schema.json' with { type: 'json' }
import type { EqavetList, ThemeFile, ThemeList } from './indicator.ts'

const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true, allowUnionTypes: true })
ajv.addSchema(schema)

export const isThemeList = ajv.compile<ThemeList>({ $ref: 'indicators#/definitions/themeList' })
export const isEqavetList = ajv.compile<EqavetList>({ $ref: 'indicators#/definitions/eqavetList' })
export const isThemeFile = ajv.compile<ThemeFile>({ $ref: 'indicators#/definitions/themeFile' })
