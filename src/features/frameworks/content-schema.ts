import { Ajv } from 'ajv'
import schema from '../../../frameworks/schema.json' with { type: 'json' }
import type { FrameworkHeader, ItemContent, ThemeContent } from './content.ts'
import type { Path } from './read-yaml.ts'

const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true, allowUnionTypes: true })
ajv.addSchema(schema)

export const isHeader = ajv.compile<FrameworkHeader>({ $ref: 'frameworks#/definitions/header' })
export const isTheme = ajv.compile<ThemeContent>({ $ref: 'frameworks#/definitions/theme' })
export const isItem = ajv.compile<ItemContent>({ $ref: 'frameworks#/definitions/item' })

/** A place as the schema's checker gives it (`/themes/0/code`), as steps. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
