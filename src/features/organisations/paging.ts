import { formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { nothing } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { pagination } from '../../ui/lists.ts'

export interface PagingWords {
  label: string
  previous: string
  next: string
  position: (page: string, pages: string) => string
}

export interface Paging {
  limit: number
  offset: number
  /** The way to the pages around; nothing when there is only one. */
  links: (href: (page: number) => string, words: PagingWords, language: Language) => Html
}

/** Which lines of a list a page shows. A page that does not exist is the nearest one that does. */
export function pagesOf(asked: string | null, total: number, perPage: number): Paging {
  const pages = Math.max(1, Math.ceil(total / perPage))
  const wished = /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 1
  const here = Math.min(Math.max(1, wished), pages)
  return {
    limit: perPage,
    offset: (here - 1) * perPage,
    links: (href, words, language) =>
      pages === 1
        ? nothing
        : pagination({
            label: words.label,
            position: words.position(formatNumber(here, language), formatNumber(pages, language)),
            ...(here > 1 ? { previous: { href: href(here - 1), text: words.previous } } : {}),
            ...(here < pages ? { next: { href: href(here + 1), text: words.next } } : {}),
          }),
  }
}
