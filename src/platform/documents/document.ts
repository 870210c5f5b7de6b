/** A neutral document: what the writers (PDF, ODT) are given. All text is plain text, in the document's language. */
export type DocumentModel = {
  title: string
  subtitle?: string
  language: 'fr' | 'en'
  /** The body that publishes the document, never a person's name unless the caller means it. */
  author?: string
  /** ISO day, 'YYYY-MM-DD'; written out in the document's language. */
  date: string
  /** What stands on the first page under the title; a report without one still has a cover. */
  cover?: Cover
  blocks: Block[]
}

export type Cover = {
  quarters?: Quarters
  facts?: { label: string; value: string }[]
}

export type Block = Heading | Paragraph | List | Table | Quadrants | Wheel | KeyValue | Callout | Spread | PageBreak

/** Levels that skip (1 then 3) are brought back to one step: a reader who listens needs the ladder whole. */
export type Heading = { kind: 'heading'; level: 1 | 2 | 3; text: string }

/** A line break in the text stays a line break. */
export type Paragraph = { kind: 'paragraph'; text: string; tone?: 'normal' | 'lead' | 'note' }

export type List = { kind: 'list'; ordered?: boolean; items: string[] }

export type Table = {
  kind: 'table'
  caption: string
  columns: TableColumn[]
  /** One text per column; a short row is completed with empty cells, a long one is cut. */
  rows: string[][]
}

export type TableColumn = {
  header: string
  /** Share of the width, relative to the other columns; 1 when absent. */
  width?: number
  /** Numbers stand to the right, in figures of equal width. */
  numeric?: boolean
}

export const quarterNames = ['plan', 'do', 'check', 'act'] as const
export type QuarterName = (typeof quarterNames)[number]
export type Fill = 'empty' | 'partial' | 'full'
export type Quarters = Record<QuarterName, { label: string; fill: Fill; note?: string }>

/** The sheet in four boxes; an empty box keeps its place and says that it is empty. */
export type Quadrants = {
  kind: 'quadrants'
  caption: string
  orientation?: 'portrait' | 'landscape'
  boxes: Record<QuarterName, { title: string; subtitle?: string; items: string[] }>
}

export type Wheel = { kind: 'wheel'; caption: string; quarters: Quarters }

/** An action sheet: labelled fields in order. A null value is printed as « à compléter ». */
export type KeyValue = {
  kind: 'keyValue'
  title: string
  fields: { label: string; value: string | null }[]
}

export type Callout = {
  kind: 'callout'
  tone: 'information' | 'strength' | 'attention'
  title: string
  text: string
}

/** Where answers stand, one dot an answer. */
export type Spread = {
  kind: 'spread'
  title: string
  levels: { label: string; count: number }[]
  /** Index in levels; null when the group has not agreed on one. */
  agreed: number | null
  /** Answers off the scale: not applicable, do not know. */
  others?: { label: string; count: number }[]
  /** What the group wrote about it. */
  note?: string
}

export type PageBreak = { kind: 'pageBreak' }

/** One sheet of a workbook. */
export type SheetModel = { name: string; columns: SheetColumn[]; rows: SheetCell[][] }

/** Width in characters; guessed from the content when absent. */
export type SheetColumn = { header: string; kind: 'text' | 'number' | 'date'; width?: number }

/**
 * null is an empty cell. In a date column, a text 'YYYY-MM-DD' is a date; in a number column a finite number is a number;
 * whatever does not fit its column's kind is written as text, never dropped.
 */
export type SheetCell = string | number | null
