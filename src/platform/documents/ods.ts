import { cleanText } from './clean-text.ts'
import type { SheetModel } from './document.ts'
import { odfManifest, odfPart, odfText } from './odf.ts'
import { zipOffice } from './office-zip.ts'
import { columnWidths, sheetNames, typedCell, type TypedCell } from './sheet-cells.ts'
import { escapeXml } from './xml.ts'

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
const centimetresPerCharacter = 0.2

/** A workbook in OpenDocument 1.3: typed cells, a bold first row that stays in sight, and no text that could become a formula. */
export function writeOds(sheets: SheetModel[]): Uint8Array {
  const names = sheetNames(sheets)
  const xmlParts = { 'content.xml': content(sheets, names), 'styles.xml': styles, 'settings.xml': settings(names) }
  const manifest = odfManifest(mimetype, Object.fromEntries(Object.keys(xmlParts).map((path) => [path, 'text/xml'])))
  return zipOffice({ mimetype, ...xmlParts, 'META-INF/manifest.xml': manifest }, ['mimetype'])
}

const styles = odfPart(
  'document-styles',
  '<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-size="11pt"/></style:default-style></office:styles>',
)

const cellStyles = [
  '<number:text-style style:name="AsText"><number:text-content/></number:text-style>',
  '<number:date-style style:name="AsDate"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  '<style:style style:name="Text" style:family="table-cell" style:data-style-name="AsText"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
  '<style:style style:name="Date" style:family="table-cell" style:data-style-name="AsDate"><style:table-cell-properties style:vertical-align="top"/></style:style>',
  '<style:style style:name="Number" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/></style:style>',
  '<style:style style:name="Head" style:family="table-cell" style:data-style-name="AsText"><style:table-cell-properties fo:background-color="#15407c" fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold" fo:color="#ffffff"/></style:style>',
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
].join('')

function content(sheets: SheetModel[], names: string[]): string {
  const widths = new Set(sheets.flatMap(columnWidths))
  const columnStyles = [...widths].map(
    (width) =>
      `<style:style style:name="Wide${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * centimetresPerCharacter + 0.2).toFixed(2)}cm"/></style:style>`,
  )
  const tables = sheets.map((sheet, index) => tableXml(sheet, names[index] ?? ''))
  return odfPart(
    'document-content',
    `<office:automatic-styles>${columnStyles.join('')}${cellStyles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body>`,
  )
}

function tableXml(sheet: SheetModel, name: string): string {
  const columns = columnWidths(sheet).map((width) => `<table:table-column table:style-name="Wide${width}"/>`)
  const head = sheet.columns.map(({ header }) => textCell(cleanText(header), 'Head'))
  const rows = sheet.rows.map((row) => rowXml(sheet.columns.map(({ kind }, column) => cellXml(typedCell(row[column], kind)))))
  return `<table:table table:name="${escapeXml(name)}">${columns.join('')}<table:table-header-rows>${rowXml(head)}</table:table-header-rows>${rows.join('')}</table:table>`
}

function rowXml(cells: string[]): string {
  return `<table:table-row table:style-name="Row">${cells.join('') || '<table:table-cell/>'}</table:table-row>`
}

function cellXml(cell: TypedCell): string {
  switch (cell.kind) {
    case 'empty':
      return '<table:table-cell/>'
    case 'number':
      return `<table:table-cell table:style-name="Number" office:value-type="float" office:value="${cell.value}"><text:p>${cell.value}</text:p></table:table-cell>`
    case 'date':
      return `<table:table-cell table:style-name="Date" office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.day}</text:p></table:table-cell>`
    case 'text':
      return textCell(cell.text, 'Text')
  }
}

function textCell(text: string, style: string): string {
  const paragraphs = text.split('\n').map((line) => `<text:p>${odfText(line)}</text:p>`)
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs.join('')}</table:table-cell>`
}

/** The first row frozen on every sheet. */
function settings(names: string[]): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const frozen = [
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', 1),
    item('ActiveSplitRange', 'short', 2),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', 1),
  ].join('')
  const tables = names.map((name) => `<config:config-item-map-entry config:name="${escapeXml(name)}">${frozen}</config:config-item-map-entry>`)
  return odfPart(
    'document-settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  )
}
