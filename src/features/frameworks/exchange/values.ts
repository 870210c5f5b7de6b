/** Reading of values whose shape nobody vouches for: absent and misshapen are the same, and nothing is inherited. */

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

export const valueAt = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

export const fieldsAt = (fields: Fields, name: string): Fields | null => {
  const value = valueAt(fields, name)
  return isFields(value) ? value : null
}

export const listAt = (fields: Fields, name: string): readonly unknown[] => {
  const value = valueAt(fields, name)
  return Array.isArray(value) ? value : []
}

export const fieldsListAt = (fields: Fields, name: string): readonly Fields[] => listAt(fields, name).filter(isFields)

/** Numbers are written out; anything else that is not a text is ''. */
export const textAt = (fields: Fields, name: string): string => textOf(valueAt(fields, name))

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** A list of texts, or one text alone. */
export function textsAt(fields: Fields, name: string): string[] {
  const value = valueAt(fields, name)
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text.trim() !== '')
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (isFields(value) && Object.keys(value).length === 0)

/** Names of what is filled in and that nobody here reads. */
export const unreadNames = (fields: Fields, read: ReadonlySet<string>): string[] =>
  Object.keys(fields).filter((name) => !read.has(name) && !isEmpty(valueAt(fields, name)))

/** The same object without the fields that are undefined. */
export function compact<T extends object>(value: T): T {
  for (const key of Object.keys(value)) if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  return value
}
