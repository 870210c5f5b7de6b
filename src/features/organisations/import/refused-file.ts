/** Thrown deep in the reading of a file that cannot be a directory; `readDirectoryFile` turns it into a value. */
export class RefusedFile extends Error {
  readonly line: number | null

  constructor(line: number | null, sentence: string) {
    super(sentence)
    this.line = line
  }
}

export type ReadingLimits = {
  headerCharacters: number
  columns: number
  recordCharacters: number
  rows: number
  bytes: number
  warnings: number
}

/** The whole national directory has 70 columns, 70 000 lines and 60 MB; its longest line has 1 100 characters. */
export const readingLimits: ReadingLimits = {
  headerCharacters: 65_536,
  columns: 500,
  recordCharacters: 65_536,
  rows: 150_000,
  bytes: 256 * 1024 * 1024,
  warnings: 10_000,
}
