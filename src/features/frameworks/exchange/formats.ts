/** Formats in which a framework leaves the site; each can also be read. */
export const exchangeFormats = ['yaml', 'case', 'ciso', 'xlsx', 'ods'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

interface FileKind {
  ending: string
  mediaType: string
}

export const fileKinds: Readonly<Record<ExchangeFormat, FileKind>> = {
  yaml: { ending: '.yaml', mediaType: 'application/yaml' },
  case: { ending: '.case.json', mediaType: 'application/json' },
  ciso: { ending: '.ciso.yaml', mediaType: 'application/yaml' },
  xlsx: { ending: '.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { ending: '.ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
}

export const isExchangeFormat = (word: string): word is ExchangeFormat => exchangeFormats.some((format) => format === word)

/** A framework, a crosswalk or a conversion as a file, with what the format could not carry. */
export interface Written {
  bytes: Uint8Array
  notes: readonly Note[]
}

/** On the way out: what the format has no place for. On the way in: what had to be changed, guessed or left out. */
export const noteKinds = [
  'phases-lost',
  'audiences-lost',
  'indicators-lost',
  'contrasts-lost',
  'gravities-lost',
  'statuses-lost',
  'keywords-lost',
  'award-lost',
  'kind-lost',
  'validity-lost',
  'source-shortened',
  'groups-mixed',
  'gaps-lost',
  'link-statuses-lost',
  'extension-lost',
  'control-characters-lost',
  'flattened',
  'loose-items',
  'assessed-headings',
  'empty-headings',
  'several-parents',
  'recoded',
  'texts-cut',
  'texts-completed',
  'audiences-assumed',
  'evidence-missing',
  'header-assumed',
  'fields-left',
  'objects-left',
  'associations-left',
  'rubrics-left',
  'scale-left',
  'groups-as-grades',
  'groups-as-conditions',
  'groups-left',
  'mirrors-left',
  'unrelated-left',
  'strengths-left',
  'reasons-assumed',
  'author-assumed',
  'links-doubled',
  'columns-left',
  'sheets-left',
] as const
export type NoteKind = (typeof noteKinds)[number]

export interface Note {
  kind: NoteKind
  /** How many times. */
  count: number
  /** A few of them, as the file or the framework names them. */
  examples: readonly string[]
}

/** So many that nobody would read further. */
const mostExamples = 8
const longestExample = 80

export interface Notebook {
  add(kind: NoteKind, example?: string, count?: number): void
  list(): Note[]
}

/** Gathers notes, one a kind, in the order of their first mention. */
export function openNotebook(): Notebook {
  const notes = new Map<NoteKind, { count: number; examples: string[] }>()
  return {
    add: (kind, example, count = 1) => {
      const note = notes.get(kind) ?? { count: 0, examples: [] }
      note.count += count
      const short = example && example.length > longestExample ? `${example.slice(0, longestExample)}…` : example
      if (short && note.examples.length < mostExamples && !note.examples.includes(short)) note.examples.push(short)
      notes.set(kind, note)
    },
    list: () => [...notes].map(([kind, note]) => ({ kind, ...note })),
  }
}
