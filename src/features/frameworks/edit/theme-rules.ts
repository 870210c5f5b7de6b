import type { ThemeContent } from '../content.ts'
import { linesOf } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'

/** The form of one theme: from the content to what is typed, and back. */

export const themeFields = ['title', 'purpose', 'keywords', 'unconfirmed', 'unconfirmed_note', 'code'] as const

export const themeTyped = (theme: ThemeContent): Typed => ({
  title: theme.title,
  purpose: theme.purpose,
  keywords: theme.keywords.join('\n'),
  unconfirmed: theme.status === 'unconfirmed' ? 'yes' : '',
  unconfirmed_note: theme.unconfirmed_note ?? '',
  code: theme.code,
})

const longestKeyword = 60

/** Without keywords, the title is what people look for. */
export function readTheme(typed: Typed, items: ThemeContent['items'] = []): ThemeContent {
  const title = (typed['title'] ?? '').replace(/\s+/g, ' ')
  const keywords = linesOf(typed['keywords'] ?? '')
  const note = typed['unconfirmed_note'] ?? ''
  return {
    code: typed['code'] ?? '',
    title,
    purpose: typed['purpose'] ?? '',
    keywords: keywords.length > 0 ? keywords : [title.slice(0, longestKeyword).toLowerCase()].filter((word) => word.length > 1),
    status: typed['unconfirmed'] === 'yes' ? 'unconfirmed' : 'confirmed',
    ...(note ? { unconfirmed_note: note } : {}),
    items,
  }
}
