import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export { html }

/** A piece of page, already escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What can be shown: a plain string is escaped, a piece of page is not. */
export type Content = string | Html

export const nothing: Html = html``

export function join(list: Iterable<Content>, separator: Content = ''): Html {
  return html`${[...list].map((content, index) => (index === 0 ? content : [separator, content]))}`
}

export function when(condition: unknown, content: () => Content): Content {
  return condition ? content() : nothing
}

export type AttributeValue = string | number | boolean | null | undefined

/** Attributes with a leading space; `true` writes the bare name; false, null, undefined and '' are left out, but `value` and `alt` keep ''. */
export function attributes(list: Record<string, AttributeValue>): Html {
  return join(
    Object.entries(list).map(([name, value]) => {
      if (value === undefined || value === null || value === false) return nothing
      if (value === '' && name !== 'value' && name !== 'alt') return nothing
      return value === true ? html` ${name}` : html` ${name}="${value}"`
    }),
  )
}

/** Class names, the absent ones left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
