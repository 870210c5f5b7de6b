import type { BinaryKind } from './decode-text.ts'
import type { Texts } from './texts.fr.ts'

const binaryKinds: Record<BinaryKind, string> = {
  workbook_or_archive: 'a workbook (XLSX, ODS) or a ZIP archive',
  old_workbook: 'an old Excel workbook (XLS)',
  pdf: 'a PDF document',
  image: 'an image',
  compressed: 'a compressed file',
  unknown: 'a file that is not text',
}

const number = new Intl.NumberFormat('en-GB')
const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

export const en: Texts = {
  file: {
    binary: (kind) => `This file is ${binaryKinds[kind]}. Save your table as CSV, then choose that new file.`,
    empty: 'This file is empty.',
    noRows: 'This file has column titles but no school.',
    headerTooLong: (characters) => `The first line is longer than ${number.format(characters)} characters. It should hold the column titles.`,
    tooManyColumns: (count, limit) => `The first line announces ${number.format(count)} columns. A directory has fewer than ${number.format(limit)}.`,
    missingColumns: (groups) =>
      groups.length === 1
        ? `A needed column is missing: ${quoteNames(groups[0] ?? [])}.`
        : `${groups.length} needed columns are missing: ${groups.map(quoteNames).join('; ')}.`,
    repeatedColumns: (titles) => `One title stands for several columns: ${titles.map(quote).join(', ')}. Keep only one.`,
    lineTooLong: (line, characters) =>
      `From line ${line} on, one school is longer than ${number.format(characters)} characters. Check that no quotation mark is left open there.`,
    quoteNotClosed: (line) => `A quotation mark opened from line ${line} on is never closed.`,
    unreadable: (line) => `Line ${line} cannot be read. Save your table as CSV again.`,
    tooManyRows: (limit) => `This file has more than ${number.format(limit)} lines: it is not a directory of schools.`,
    tooLarge: (megabytes) => `This file is larger than ${number.format(megabytes)} MB: it is not a directory of schools.`,
  },
  row: {
    wrongWidth: (count, expected) => `This line has ${count} values, but there are ${expected} column titles.`,
    strangeCharacter: 'This value holds a character that cannot be read or seen.',
    tooLong: (limit) => `This value is longer than ${limit} characters.`,
    uaiEmpty: 'The UAI is missing.',
    uaiLostZero: 'The UAI has only six digits: a spreadsheet has probably removed its leading zero.',
    uaiWrongShape: 'A UAI is seven digits followed by a letter.',
    uaiWrongKey: (expected) => `The letter of this UAI should be ${expected}. The school is kept; please check the UAI.`,
    nameEmpty: 'The name of the school is missing.',
    nameLikeFormula: 'This name begins like a spreadsheet formula. It is kept as plain text; please check it.',
    authorityEmpty: 'The académie is missing.',
    notAnAuthority: 'This code does not stand for an académie.',
    unknownAuthority: 'This académie is unknown.',
    authoritiesDiffer: (first, second) => `The code stands for the académie of ${first}, the name for that of ${second}.`,
    unknownDepartment: 'This department is unknown. The school is kept without one.',
    departmentElsewhere: (department, authority) => `The department ${department} is not part of the académie of ${authority}. The académie is kept.`,
    unknownSector: 'This status is neither public nor private. It stays unknown.',
    unknownState: 'This state is unknown. The school is kept as if it had none.',
    wrongDate: 'This date cannot be read. It stays unknown.',
    wrongPosition: 'This position cannot be read. It stays unknown.',
    wrongMother: 'The UAI of the parent school cannot be read. It stays unknown.',
  },
  plan: {
    sameRow: (line) => `This line repeats line ${line}.`,
    twoNames: (line, name) => `This UAI has another name on line ${line} (“${name}”). Line ${line} is kept.`,
    twoRows: (line) => `This UAI already stands on line ${line}, with other details. Line ${line} is kept.`,
    outOfScope: (authority) => `This school belongs to the académie of ${authority}, which you do not follow.`,
    ownedElsewhere: 'This school already belongs to an académie that you do not follow.',
    closesBeforeOpening: 'The closing date is before the opening date. The school is not imported.',
  },
}

function quote(text: string): string {
  return `“${text}”`
}

function quoteNames(names: readonly string[]): string {
  return list.format(names.map(quote))
}
