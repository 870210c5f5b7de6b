import { CsvError, parse } from 'csv-parse'
import { Readable, pipeline } from 'node:stream'
import { RefusedFile } from './refused-file.ts'
import type { ReadingLimits } from './refused-file.ts'
import type { Texts } from './texts.fr.ts'

/** `line` is the line of the file where the record begins: cells may span several. */
export type CsvRecord = { cells: string[]; line: number }

const delimiters = [';', ',', '\t', '|']

/** Finds the delimiter in the first line, and gives the text back whole with it. */
export async function detectDelimiter(
  text: AsyncGenerator<string>,
  limits: ReadingLimits,
  texts: Texts,
): Promise<{ delimiter: string; text: AsyncGenerator<string> }> {
  let head = ''
  let end = -1
  for (let piece = await text.next(); !piece.done && end === -1; piece = await text.next()) {
    head += piece.value
    end = findLineEnd(head)
    if (Math.max(end, end === -1 ? head.length : 0) > limits.headerCharacters) {
      throw new RefusedFile(1, texts.file.headerTooLong(limits.headerCharacters))
    }
    if (end !== -1) break
  }
  const firstLine = maskQuoted(end === -1 ? head : head.slice(0, end))
  const counts = delimiters.map((delimiter) => firstLine.split(delimiter).length)
  const delimiter = delimiters[counts.indexOf(Math.max(...counts))] ?? ';'
  return { delimiter, text: continueText(head, text) }
}

/** Records with at least one filled cell, in order. */
export async function* parseRecords(
  text: AsyncGenerator<string>,
  delimiter: string,
  { limits, texts }: { limits: ReadingLimits; texts: Texts },
): AsyncGenerator<CsvRecord> {
  let lastLine = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.recordCharacters,
    // Not in the loop below: an error overtakes the records that still wait there.
    on_record: (record: string[], { lines }) => {
      lastLine = lines
      return record
    },
  })
  // Errors reach the loop below: pipeline destroys the parser with them.
  pipeline(Readable.from(text), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.every((cell) => cell.trim() === '')) continue
      yield { cells: record, line: info.lines - countLineBreaks(record) }
    }
  } catch (error) {
    throw error instanceof CsvError ? new RefusedFile(lastLine + 1, explain(error, lastLine + 1, limits, texts)) : error
  }
}

function explain(error: CsvError, line: number, limits: ReadingLimits, texts: Texts): string {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return texts.file.lineTooLong(line, limits.recordCharacters)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return texts.file.quoteNotClosed(line)
  return texts.file.unreadable(line)
}

async function* continueText(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head
  yield* rest
}

function findLineEnd(text: string): number {
  return maskQuoted(text).indexOf('\n')
}

/** The same text with what stands between quotation marks blanked out, so that positions stay. */
function maskQuoted(text: string): string {
  return text.replace(/"[^"]*("|$)/g, (quoted) => '_'.repeat(quoted.length))
}

function countLineBreaks(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
}
