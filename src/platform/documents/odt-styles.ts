import type { Prepared } from './prepare.ts'
import { odfPart, odfText } from './odf.ts'
import { quarterHues } from './wheel-svg.ts'
import { quarterNames } from './document.ts'

const blue = '#15407c'
const rule = '#dccfb8'
const soft = '#4a5060'

type StyleParts = { parent?: string; next?: string; outline?: number; paragraph?: string; text?: string }

/** A named paragraph style; underscores in the name are shown as spaces. */
function paragraphStyle(name: string, { parent = 'Standard', next, outline, paragraph = '', text = '' }: StyleParts): string {
  const encoded = name.replaceAll(' ', '_20_')
  const attributes = [
    `style:name="${encoded}" style:display-name="${name}" style:family="paragraph"`,
    name === 'Standard' ? '' : `style:parent-style-name="${parent.replaceAll(' ', '_20_')}"`,
    next ? `style:next-style-name="${next.replaceAll(' ', '_20_')}"` : '',
    outline ? `style:default-outline-level="${outline}"` : '',
  ]
  return `<style:style ${attributes.filter(Boolean).join(' ')}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`
}

function heading(level: number, size: number, above: number): string {
  return paragraphStyle(`Heading ${level}`, {
    next: 'Text body',
    outline: level,
    paragraph: `fo:margin-top="${above}cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always"`,
    text: `fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${blue}"`,
  })
}

function callout(name: string, strong: string, pale: string): string {
  const box = `fo:background-color="${pale}" fo:border-left="3pt solid ${strong}" fo:padding="0.25cm" fo:margin-left="0.1cm"`
  return (
    paragraphStyle(`${name} title`, { next: name, paragraph: `${box} fo:margin-top="0.3cm" fo:keep-with-next="always"`, text: `fo:font-weight="bold"` }) +
    paragraphStyle(name, { paragraph: `${box} fo:margin-bottom="0.4cm"` })
  )
}

const named = [
  paragraphStyle('Standard', { paragraph: 'fo:orphans="2" fo:widows="2"' }),
  paragraphStyle('Text body', { paragraph: 'fo:margin-bottom="0.25cm" fo:line-height="125%"' }),
  paragraphStyle('Title', { next: 'Subtitle', paragraph: 'fo:margin-bottom="0.3cm"', text: `fo:font-size="26pt" fo:font-weight="bold" fo:color="${blue}"` }),
  paragraphStyle('Subtitle', { next: 'Text body', paragraph: 'fo:margin-bottom="0.5cm"', text: `fo:font-size="14pt" fo:color="${soft}"` }),
  heading(1, 18, 0.8),
  heading(2, 14, 0.6),
  heading(3, 12, 0.5),
  paragraphStyle('Lead', { parent: 'Text body', text: `fo:font-size="12.5pt" fo:color="${blue}"` }),
  paragraphStyle('Note', { parent: 'Text body', text: `fo:font-size="9.5pt" fo:color="${soft}"` }),
  paragraphStyle('Caption', {
    paragraph: 'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    text: `fo:font-weight="bold" fo:color="${blue}"`,
  }),
  paragraphStyle('Table Contents', {}),
  paragraphStyle('Table Number', { parent: 'Table Contents', paragraph: 'fo:text-align="end"' }),
  paragraphStyle('Table Heading', { parent: 'Table Contents', text: `fo:font-weight="bold" fo:color="${blue}"` }),
  paragraphStyle('Table Heading Number', { parent: 'Table Heading', paragraph: 'fo:text-align="end"' }),
  paragraphStyle('To complete', { parent: 'Table Contents', text: `fo:font-style="italic" fo:color="${soft}"` }),
  paragraphStyle('Header', { text: `fo:font-size="9pt" fo:color="${soft}"` }),
  paragraphStyle('Footer', { paragraph: 'fo:text-align="end"', text: `fo:font-size="9pt" fo:color="${soft}"` }),
  callout('Callout information', quarterHues.plan.strong, quarterHues.plan.pale),
  callout('Callout strength', quarterHues.do.strong, quarterHues.do.pale),
  callout('Callout attention', quarterHues.check.strong, quarterHues.check.pale),
]

const listPlace =
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.9cm" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties>'

const lists = `<text:list-style style:name="List_20_1" style:display-name="List 1"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${listPlace}</text:list-level-style-bullet></text:list-style><text:list-style style:name="Numbering_20_1" style:display-name="Numbering 1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1">${listPlace}</text:list-level-style-number></text:list-style>`

function cellStyle(name: string, properties: string): string {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.15cm" ${properties}/></style:style>`
}

/** Styles that the content refers to and that a reader does not meet by name: table cells, breaks, the picture's frame. */
export const automaticStyles = [
  '<style:style style:name="Wide" style:family="table"><style:table-properties style:width="16.6cm" table:align="margins" fo:margin-bottom="0.4cm"/></style:style>',
  cellStyle('Cell', `fo:border-bottom="0.5pt solid ${rule}"`),
  cellStyle('CellHead', `fo:border-bottom="1pt solid ${blue}" fo:background-color="#e2eaf5"`),
  cellStyle('CellLabel', `fo:border="0.5pt solid ${rule}" fo:background-color="#f6f0e4"`),
  cellStyle('CellValue', `fo:border="0.5pt solid ${rule}"`),
  cellStyle('CellChosen', `fo:border-bottom="0.5pt solid ${rule}" fo:background-color="#e2eaf5"`),
  ...quarterNames.map((name) =>
    cellStyle(`Quarter_${name}`, `fo:border="1.5pt solid ${quarterHues[name].strong}" fo:background-color="${quarterHues[name].pale}"`),
  ),
  `<style:style style:name="PageBreak" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/><style:text-properties fo:font-size="2pt"/></style:style>`,
  ...[1, 2, 3].map(
    (level) =>
      `<style:style style:name="HeadingBreak${level}" style:family="paragraph" style:parent-style-name="Heading_20_${level}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
  ),
  `<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`,
  `<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none"/></style:style>`,
].join('')

/** A column that takes `share` hundredths of its table. */
export function columnStyle(share: number): string {
  return `<style:style style:name="Share${share}" style:family="table-column"><style:table-column-properties style:rel-column-width="${share}*"/></style:style>`
}

/** styles.xml: the styles a person sees and edits, the page, its header and its numbered footer. */
export function odtStyles(document: Prepared): string {
  const country = document.language === 'fr' ? 'FR' : 'GB'
  const [before = '', between = '', after = ''] = document.words.page('\n', '\n').split('\n')
  const footer = `${odfText(before)}<text:page-number text:select-page="current">1</text:page-number>${odfText(between)}<text:page-count>1</text:page-count>${odfText(after)}`
  return odfPart(
    'document-styles',
    `<office:font-face-decls><style:font-face style:name="Body" svg:font-family="'Liberation Sans'" style:font-family-generic="swiss"/></office:font-face-decls>` +
      `<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties style:font-name="Body" fo:font-size="11pt" fo:language="${document.language}" fo:country="${country}" fo:color="#1b2230"/></style:default-style><style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>${named.join('')}${lists}</office:styles>` +
      `<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.8cm" fo:margin-bottom="1.6cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>` +
      `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">${odfText(document.title)}</text:p></style:header><style:footer><text:p text:style-name="Footer">${footer}</text:p></style:footer></style:master-page></office:master-styles>`,
  )
}
