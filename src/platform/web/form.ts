/** What a form sent. Text is trimmed at both ends, line endings are \n, absent is ''. */
export interface Form {
  text(name: string): string
  /** Every value under the name (checkboxes, repeated fields), in order. */
  all(name: string): string[]
  has(name: string): boolean
  /** The last file under the name that is not empty. */
  file(name: string): UploadedFile | null
  /** Every file under the name, in order, empty ones too. */
  files(name: string): UploadedFile[]
  /** Names and texts as sent, without the form's own marks (key, token, author): to give back what was typed. */
  entries(): [string, string][]
}

export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

export const formKeyField = '_form'
export const csrfField = '_csrf'
/** Says, unreadably, for whom the form was drawn: what was typed is shown again to that person only. */
export const authorField = '_author'

const ownMarks: readonly string[] = [formKeyField, csrfField, authorField]

/** The longest text that a single field keeps, in characters. */
export const longestText = 20_000

const clean = (value: string): string => value.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim()

export async function readForm(data: FormData): Promise<Form> {
  const texts: [string, string][] = []
  const files: [string, UploadedFile][] = []
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') texts.push([name, clean(value)])
    else if (value.name) files.push([name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }])
  }
  return formOf(texts, files)
}

export function formOf(texts: readonly [string, string][], files: readonly [string, UploadedFile][] = []): Form {
  return {
    text: (name) => texts.find(([key]) => key === name)?.[1] ?? '',
    all: (name) => texts.filter(([key]) => key === name).map(([, value]) => value),
    has: (name) => texts.some(([key]) => key === name),
    file: (name) => files.findLast(([key, file]) => key === name && file.bytes.length > 0)?.[1] ?? null,
    files: (name) => files.filter(([key]) => key === name).map(([, file]) => file),
    entries: () => texts.filter(([key]) => !ownMarks.includes(key)),
  }
}

export const emptyForm: Form = formOf([])

/** Errors of a form by field name, in the order of the page. */
export type FieldErrors = Record<string, string>

export const hasErrors = (errors: FieldErrors): boolean => Object.keys(errors).length > 0
