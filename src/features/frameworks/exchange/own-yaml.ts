import type { FrameworkHeader, ItemContent, Source, ThemeContent } from '../content.ts'
import type { Written } from './formats.ts'
import { writeYaml } from './write-ciso.ts'

const comment = (schema: string): Uint8Array => new TextEncoder().encode(`# yaml-language-server: $schema=../${schema}\n`)

/** One file of frameworks/, themes included: what `frameworks check` accepts and what loads to the same content. */
export const writeOwnYaml = (content: FrameworkHeader): Written => ({ bytes: ownFile('schema.json', ordered(content)), notes: [] })

export function ownFile(schema: string, value: object): Uint8Array {
  const [head, body] = [comment(schema), writeYaml(value)]
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}

const headerOrder = [
  'id',
  'version',
  'locale',
  'title',
  'short_title',
  'kind',
  'status',
  'unconfirmed_note',
  'blank',
  'valid_from',
  'valid_to',
  'source',
  'licence',
  'notes',
  'award',
  'grades',
  'conditions',
  'scale',
  'themes',
] as const satisfies readonly (keyof FrameworkHeader)[]
const sourceOrder = ['title', 'publisher', 'reference', 'url', 'note'] as const satisfies readonly (keyof Source)[]
const themeOrder = ['code', 'title', 'purpose', 'keywords', 'status', 'unconfirmed_note', 'items'] as const satisfies readonly (keyof ThemeContent)[]
const itemOrder = [
  'code',
  'phase',
  'title',
  'statement',
  'contrast_low',
  'contrast_high',
  'help',
  'audiences',
  'evidence',
  'indicators',
  'grade',
  'conditions',
  'gravity',
  'status',
] as const satisfies readonly (keyof ItemContent)[]

/** Fields in the order in which authors write them, whatever way the content came. */
const inOrder = <T extends object>(value: T, order: readonly (keyof T)[]): T => {
  const found = order.filter((key) => value[key] !== undefined).map((key) => [key, value[key]])
  return Object.fromEntries(found) as T
}

const ordered = (content: FrameworkHeader): FrameworkHeader => ({
  ...inOrder(content, headerOrder),
  source: inOrder(content.source, sourceOrder),
  themes: content.themes.map((theme) => ({ ...inOrder(theme, themeOrder), items: theme.items.map((item) => inOrder(item, itemOrder)) })),
})
