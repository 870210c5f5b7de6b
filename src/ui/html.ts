// Not exported: only `html` makes one, so that nothing else can call its text escaped.
class Piece {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** A piece of page, already escaped. */
export type Html = Piece

/** What can be shown: a plain string is escaped, a piece of page is not. */
export type Content = string | Html

/** What a template takes. Lists are shown one after the other; true, false, null and undefined show nothing. */
type Value = Content | number | boolean | null | undefined | readonly Value[]

/** A template of page: every value is escaped, unless it is itself a piece of page. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index++) text += show(values[index]) + (strings[index + 1] ?? '')
  return new Piece(text)
}

function show(value: Value): string {
  if (typeof value === 'string') return escape(value)
  if (value instanceof Piece) return value.text
  if (typeof value === 'number') return String(value)
  if (value === null || typeof value !== 'object') return ''
  let text = ''
  for (const one of value) text += show(one)
  return text
}

const special = /[&<>"']/

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escape = (text: string): string => (special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '') : text)

export const nothing: Html = html``

export function join(list: Iterable<Content>, separator: Content = ''): Html {
  const between = show(separator)
  let text = ''
  let first = true
  for (const content of list) {
    text += first ? show(content) : between + show(content)
    first = false
  }
  return new Piece(text)
}

export function when(condition: unknown, content: () => Content): Content {
  return condition ? content() : nothing
}

export type AttributeValue = string | number | boolean | null | undefined

/** Attributes with a leading space; `true` writes the bare name; false, null, undefined and '' are left out, but `value` and `alt` keep ''. */
export function attributes(list: Record<string, AttributeValue>): Html {
  let text = ''
  for (const name in list) {
    const value = list[name]
    if (value === undefined || value === null || value === false) continue
    if (value === '' && name !== 'value' && name !== 'alt') continue
    text += value === true ? ` ${name}` : ` ${name}="${show(value)}"`
  }
  return new Piece(text)
}

/** Class names, the absent ones left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
