import { cleanText } from './clean-text.ts'
import type { SheetModel } from './document.ts'
import { zipOffice } from './office-zip.ts'
import { columnWidths, sheetNames, shorten, typedCell, type TypedCell } from './sheet-cells.ts'
import { escapeXml, xmlHead } from './xml.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Excel declares a file broken when a cell holds more. */
const longestText = 32_767
const styleOf = { head: 1, text: 2, date: 3, number: 4 }

/** A workbook for Excel and its kin: typed cells, a bold first row that stays in sight, and no text that could become a formula. */
export function writeXlsx(sheets: SheetModel[]): Uint8Array {
  const names = sheetNames(sheets)
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets.length),
    'xl/styles.xml': styles,
  }
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet)
  })
  return zipOffice(parts)
}

function contentTypes(count: number): string {
  const sheets = range(count).map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
}

function workbook(names: string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRelations(count: number): string {
  const sheets = range(count).map((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

/** Text cells carry Excel's text format (49), so that a text beginning with = stays text even after it is edited. */
const styles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF15407C"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

function worksheet(sheet: SheetModel): string {
  const widths = columnWidths(sheet).map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  const head = sheet.columns.map(({ header }, index) => textCell(`${columnName(index)}1`, cleanText(header), styleOf.head))
  const rows = sheet.rows.map((row, index) => {
    const cells = sheet.columns.map(({ kind }, column) => cellXml(`${columnName(column)}${index + 2}`, typedCell(row[column], kind)))
    return `<row r="${index + 2}">${cells.join('')}</row>`
  })
  const columns = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''
  return `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns}<sheetData><row r="1">${head.join('')}</row>${rows.join('')}</sheetData></worksheet>`
}

function cellXml(place: string, cell: TypedCell): string {
  if (cell.kind === 'empty') return ''
  if (cell.kind === 'number') return `<c r="${place}" s="${styleOf.number}"><v>${cell.value}</v></c>`
  if (cell.kind === 'text') return textCell(place, cell.text, styleOf.text)
  const serial = dateSerial(cell.day)
  return serial === null ? textCell(place, cell.day, styleOf.text) : `<c r="${place}" s="${styleOf.date}"><v>${serial}</v></c>`
}

function textCell(place: string, text: string, style: number): string {
  // Excel reads _x0041_ as a character code; the underscore is escaped so that the text comes back as it was typed.
  const literal = shorten(text, longestText).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal)}</t></is></c>`
}

/** Days since 30 December 1899; null before 1 March 1900, where Excel's calendar has a day that never was. */
function dateSerial(day: string): number | null {
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return serial < 61 ? null : serial
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
