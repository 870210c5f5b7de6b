import type { FrameworkHeader } from '../content.ts'
import type { Path } from '../read-yaml.ts'

/** The page on which what stands at a path of the content is written, and the field. */
export type Place =
  | { page: 'about' | 'source' | 'scale'; field: string }
  | { page: 'draft'; field: null }
  | { page: 'theme'; theme: string; field: string }
  | { page: 'statements'; theme: string; field: null }
  | { page: 'statement'; theme: string; statement: string; field: string }

const sourceFields: ReadonlySet<string> = new Set(['source', 'licence', 'notes', 'status', 'unconfirmed_note', 'award'])
const scaleFields: ReadonlySet<string> = new Set(['scale', 'grades', 'conditions'])

export function placeOf(content: FrameworkHeader, path: Path): Place {
  const [top, themeIndex, list, itemIndex] = path
  if (top !== 'themes') return headerPlace(path)
  const theme = typeof themeIndex === 'number' ? content.themes[themeIndex] : undefined
  if (!theme) return { page: 'draft', field: null }
  if (list !== 'items') return { page: 'theme', theme: theme.code, field: fieldOf(path.slice(2)) }
  const item = typeof itemIndex === 'number' ? theme.items[itemIndex] : undefined
  return item
    ? { page: 'statement', theme: theme.code, statement: item.code, field: fieldOf(path.slice(4)) }
    : { page: 'statements', theme: theme.code, field: null }
}

function headerPlace(path: Path): Place {
  const top = String(path[0])
  if (sourceFields.has(top)) return { page: 'source', field: fieldOf(path) }
  if (scaleFields.has(top)) return { page: 'scale', field: fieldOf(path) }
  return { page: 'about', field: fieldOf(path) }
}

/** The name of a field in its form: what is one box on the page is one field, however deep it goes. */
export function fieldOf(path: Path): string {
  const [top, second] = path
  if (top === 'scale') return second === 'levels' ? 'levels' : 'scale'
  if (top === 'status') return 'unconfirmed_note'
  if ((top === 'source' || top === 'award') && typeof second === 'string') return `${top}.${second}`
  return String(top ?? 'statement')
}

/** A field's name as the id of its element. */
export const idOf = (field: string): string => field.replaceAll('.', '-').replaceAll('_', '-')
