import { cleanText } from '../../../platform/documents/clean-text.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  ucirc: 'û',
  iuml: 'ï',
  euml: 'ë',
  oelig: 'œ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  Eacute: 'É',
  Agrave: 'À',
  euro: '€',
}

/** A text with its marks taken out: paragraphs become lines. Only what really is a mark of HTML goes; « a < b » stays. */
export function plainText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^<]*<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*|\/)?>/gi, '')
    .replace(/<!--[^<>]*-->/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hexadecimal, name) => {
      if (name !== undefined) return named[name] ?? all
      const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all
    })
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The pictures that a text shows: what is said of each, or the name of its file. */
export const picturesOf = (html: string): string[] =>
  [...html.matchAll(/<img\b[^<>]*>/gi)].map(([tag]) => {
    const said = /\balt="([^"]+)"/i.exec(tag)?.[1] ?? /\balt='([^']+)'/i.exec(tag)?.[1]
    const source = /\bsrc=["']([^"']+)["']/i.exec(tag)?.[1] ?? ''
    return said ?? source.split('/').at(-1) ?? ''
  })
