import type { Block, DocumentModel, Quarters } from './document.ts'

/** For tests: every kind of block, each text of it being the one given. */
export function documentOf(text: string): DocumentModel {
  return {
    title: text,
    subtitle: text,
    language: 'fr',
    author: text,
    date: '2026-03-03',
    cover: { quarters: quartersOf(text), facts: [{ label: text, value: text }] },
    blocks: blocksOf(text),
  }
}

function quartersOf(text: string): Quarters {
  return {
    plan: { label: text, fill: 'full', note: text },
    do: { label: text, fill: 'partial' },
    check: { label: text, fill: 'empty' },
    act: { label: text, fill: 'empty' },
  }
}

export function blocksOf(text: string): Block[] {
  const filled = { title: text, subtitle: text, items: [text, text] }
  const boxes = { plan: filled, do: filled, check: { title: text, items: [] }, act: { title: text, items: [''] } }
  return [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 3, text },
    { kind: 'paragraph', text },
    { kind: 'paragraph', tone: 'lead', text },
    { kind: 'paragraph', tone: 'note', text },
    { kind: 'list', items: [text, text] },
    { kind: 'list', ordered: true, items: [text] },
    { kind: 'list', items: [] },
    { kind: 'table', caption: text, columns: [{ header: text }, { header: text, numeric: true, width: 0 }], rows: [[text, text, text], []] },
    { kind: 'table', caption: text, columns: [{ header: text }], rows: [] },
    { kind: 'table', caption: '', columns: [], rows: [[text]] },
    { kind: 'quadrants', caption: text, boxes },
    { kind: 'quadrants', caption: '', orientation: 'portrait', boxes },
    { kind: 'wheel', caption: text, quarters: quartersOf(text) },
    {
      kind: 'keyValue',
      title: text,
      fields: [
        { label: text, value: text },
        { label: text, value: null },
      ],
    },
    { kind: 'callout', tone: 'attention', title: text, text },
    {
      kind: 'spread',
      title: text,
      levels: [
        { label: text, count: 0 },
        { label: text, count: 400 },
      ],
      agreed: 1,
      others: [{ label: text, count: 1 }],
      note: text,
    },
    { kind: 'spread', title: text, levels: [], agreed: null },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text },
    { kind: 'pageBreak' },
    { kind: 'list', items: [text] },
  ]
}

/** For tests: what people type, by accident or on purpose. */
export const hostileTexts = [
  '#eval("1+1") *gras* _x_ $x^2$ @ref <a> `c` \\ // -- = titre ${x} {{x}}',
  '</text:p>]]></office:text>&amp;"\'<!-- <?xml ?> &#0;',
  '\u0000\u0001\u001b[31m rouge \u202Efdp.exe\uFEFF',
  '😀 👨‍👩‍👧‍👦 🏳️‍🌈 ⚠️ 1️⃣ 🇫🇷',
  'مرحبا بكم في المدرسة ﷽',
  '中文 한국어 עברית ไทย हिन्दी',
  '\uD800 seul \uDFFF \uE000\uF8FF \uFFFE\u{10FFFF}',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  `https://exemple.fr/${'a/b?c=d&'.repeat(60)}`,
  'x'.repeat(1500),
  '',
  ' \n\n\n \t',
  '\u00AD\u200B\u200D',
  '\\u{41} "guillemets" \\" \\n "中"',
]
