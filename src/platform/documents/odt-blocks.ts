import type { Block, KeyValue, Quadrants, Quarters, Spread, Table } from './document.ts'
import { odfText } from './odf.ts'
import type { Texts } from './texts.fr.ts'
import { quarterNames } from './document.ts'
import { wheelAlt } from './wheel-alt.ts'
import { wheelSvg } from './wheel-svg.ts'
import { escapeXml } from './xml.ts'

/** What grows while the content is written: pictures for the package, shares of width that need a column style, tables named so far. */
export type Writing = { words: Texts; pictures: string[]; shares: Set<number>; tables: number; breakNext: boolean }

export function startWriting(words: Texts): Writing {
  return { words, pictures: [], shares: new Set(), tables: 0, breakNext: false }
}

export function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${odfText(text)}</text:p>`
}

export function blockOf(block: Block, writing: Writing): string {
  const breaks = writing.breakNext
  writing.breakNext = block.kind === 'pageBreak'
  if (block.kind === 'pageBreak') return ''
  if (block.kind === 'heading') {
    const style = breaks ? `HeadingBreak${block.level}` : `Heading_20_${block.level}`
    return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${odfText(block.text)}</text:h>`
  }
  return (breaks ? '<text:p text:style-name="PageBreak"/>' : '') + flowOf(block, writing)
}

const paragraphStyles = { normal: 'Text_20_body', lead: 'Lead', note: 'Note' }

function flowOf(block: Exclude<Block, { kind: 'heading' | 'pageBreak' }>, writing: Writing): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphsOf(paragraphStyles[block.tone ?? 'normal'], block.text)
    case 'list':
      return listOf(block.items, block.ordered ? 'Numbering_20_1' : 'List_20_1', 'Text_20_body')
    case 'table':
      return tableOf(block, writing)
    case 'quadrants':
      return quadrantsOf(block, writing)
    case 'wheel':
      return wheelOf(block.caption, block.quarters, writing)
    case 'keyValue':
      return keyValueOf(block, writing)
    case 'callout': {
      const title = writing.words.callout[block.tone] + writing.words.colon + block.title
      return paragraph(`Callout_20_${block.tone}_20_title`, title) + paragraph(`Callout_20_${block.tone}`, block.text)
    }
    case 'spread':
      return spreadOf(block, writing)
  }
}

function paragraphsOf(style: string, text: string): string {
  const parts = text.split(/\n\s*\n/)
  return parts.map((part) => paragraph(style, part)).join('')
}

function listOf(items: string[], style: string, itemStyle: string): string {
  if (items.length === 0) return ''
  const entries = items.map((item) => `<text:list-item>${paragraphsOf(itemStyle, item)}</text:list-item>`)
  return `<text:list text:style-name="${style}">${entries.join('')}</text:list>`
}

type Cell = { content: string; style: string; span?: number }

/** Widths are shares; heads are rows that come again on each page. */
function grid(widths: number[], heads: Cell[][], rows: Cell[][], writing: Writing): string {
  writing.tables += 1
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => {
    const share = Math.max(1, Math.round((width / total) * 100))
    writing.shares.add(share)
    return `<table:table-column table:style-name="Share${share}"/>`
  })
  const head = heads.length > 0 ? `<table:table-header-rows>${heads.map(rowOf).join('')}</table:table-header-rows>` : ''
  const body = rows.length > 0 ? rows.map(rowOf).join('') : rowOf(widths.map(() => ({ content: '<text:p/>', style: 'Cell' })))
  return `<table:table table:name="T${writing.tables}" table:style-name="Wide">${columns.join('')}${head}${body}</table:table>`
}

function rowOf(cells: Cell[]): string {
  const written = cells.map(({ content, style, span = 1 }) => {
    const spans = span > 1 ? ` table:number-columns-spanned="${span}"` : ''
    const cell = `<table:table-cell table:style-name="${style}" office:value-type="string"${spans}>${content}</table:table-cell>`
    return cell + '<table:covered-table-cell/>'.repeat(span - 1)
  })
  return `<table:table-row>${written.join('')}</table:table-row>`
}

function captionOf(caption: string): string {
  return caption ? paragraph('Caption', caption) : ''
}

function tableOf(table: Table, writing: Writing): string {
  if (table.columns.length === 0) return ''
  const heads = table.columns.map(({ header, numeric }) => ({
    content: paragraph(numeric ? 'Table_20_Heading_20_Number' : 'Table_20_Heading', header),
    style: 'CellHead',
  }))
  const rows = table.rows.map((row) =>
    row.map((text, column) => ({
      content: paragraph(table.columns[column]?.numeric ? 'Table_20_Number' : 'Table_20_Contents', text),
      style: 'Cell',
    })),
  )
  const widths = table.columns.map(({ width }) => Math.max(width ?? 1, 0.05))
  return captionOf(table.caption) + grid(widths, [heads], rows, writing)
}

/** On paper the boxes follow the wheel, clockwise from the top left. */
function quadrantsOf(block: Quadrants, writing: Writing): string {
  const box = (name: (typeof quarterNames)[number]): Cell => {
    const { title, subtitle, items } = block.boxes[name]
    const head = paragraph('Table_20_Heading', title) + (subtitle ? paragraph('Note', subtitle) : '')
    const body = items.length > 0 ? listOf(items, 'List_20_1', 'Table_20_Contents') : paragraph('To_20_complete', writing.words.nothingYet)
    return { content: head + body, style: `Quarter_${name}` }
  }
  return (
    captionOf(block.caption) +
    grid(
      [1, 1],
      [],
      [
        [box('plan'), box('do')],
        [box('act'), box('check')],
      ],
      writing,
    )
  )
}

export function wheelOf(caption: string, quarters: Quarters, writing: Writing): string {
  const { words, pictures } = writing
  pictures.push(wheelSvg(quarters))
  const picture = `<draw:frame draw:style-name="Picture" draw:name="wheel${pictures.length}" text:anchor-type="as-char" svg:width="4.5cm" svg:height="4.5cm"><draw:image xlink:href="Pictures/wheel${pictures.length}.svg" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/svg+xml"/><svg:desc>${escapeXml(wheelAlt(quarters, words))}</svg:desc></draw:frame>`
  const states = quarterNames.map((name) => {
    const { label, fill, note } = quarters[name]
    return label + words.colon + words.fill[fill] + (note ? `\n${note}` : '')
  })
  return `${captionOf(caption)}<text:p text:style-name="Text_20_body">${picture}</text:p>${listOf(states, 'List_20_1', 'Text_20_body')}`
}

function keyValueOf(block: KeyValue, writing: Writing): string {
  const head: Cell = { content: paragraph('Table_20_Heading', block.title), style: 'CellHead', span: 2 }
  const rows = block.fields.map(({ label, value }): Cell[] => [
    { content: paragraph('Table_20_Heading', label), style: 'CellLabel' },
    {
      content: value === null ? paragraph('To_20_complete', writing.words.toComplete) : paragraphsOf('Table_20_Contents', value),
      style: 'CellValue',
    },
  ])
  return grid([1, 3], [[head]], rows, writing)
}

function spreadOf(spread: Spread, writing: Writing): string {
  const { words } = writing
  const heads = [words.position, words.answersHeader].map((text) => ({ content: paragraph('Table_20_Heading', text), style: 'CellHead' }))
  const levels = spread.levels.map(({ label, count }, index): Cell[] => {
    const chosen = index === spread.agreed
    const style = chosen ? 'CellChosen' : 'Cell'
    const name = chosen ? paragraph('Table_20_Heading', `${label}\n${words.agreed}`) : paragraph('Table_20_Contents', label)
    return [
      { content: name, style },
      { content: paragraph('Table_20_Contents', words.answers(count)), style },
    ]
  })
  const others = (spread.others ?? []).map(({ label, count }): Cell[] =>
    [label, words.answers(count)].map((text) => ({ content: paragraph('To_20_complete', text), style: 'Cell' })),
  )
  return [
    captionOf(spread.title),
    grid([2, 1], [heads], [...levels, ...others], writing),
    spread.agreed === null ? paragraph('Note', words.noAgreement) : '',
    spread.note ? paragraphsOf('Text_20_body', spread.note) : '',
  ].join('')
}
