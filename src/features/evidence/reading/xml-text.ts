/** Not well-formed, or with what a document of ours has no use for (a DTD, entities of its own): it is not read at all. */
export class UnreadableXml extends Error {}

export interface Reading {
  /** Text is taken only inside one of these. */
  inside: readonly string[]
  /** Nothing is taken inside these: what was deleted, remarks in the margin. */
  outside: readonly string[]
  /** Elements that end a line, and those that part two words. */
  lines: readonly string[]
  spaces: readonly string[]
}

const token = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|([^<]+)/y

/** The words of an XML document, read in one pass, without recursion; stops once it has as many as the limit, in characters. */
export function readXmlText(xml: string, reading: Reading, limit: number): string {
  const parts: string[] = []
  let [length, inside, outside] = [0, 0, 0]
  const take = (text: string, always = false): void => {
    if ((inside === 0 && !always) || outside > 0) return
    parts.push(text)
    length += text.length
  }
  for (token.lastIndex = 0; token.lastIndex < xml.length && length < limit;) {
    const match = token.exec(xml)
    if (!match) throw new UnreadableXml('not well-formed')
    const [whole, raw, closing, name, text] = match
    if (text !== undefined) take(decodeEntities(text))
    else if (raw !== undefined) take(raw)
    else if (name !== undefined) {
      const by = closing ? -1 : whole.endsWith('/>') ? 0 : 1
      if (by <= 0 && reading.lines.includes(name)) take('\n', true)
      if (by >= 0 && reading.spaces.includes(name)) take(' ', true)
      if (reading.inside.includes(name)) inside += by
      if (reading.outside.includes(name)) outside += by
    }
  }
  return parts.join('')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (_, hex?: string, decimal?: string, name?: string) => {
        const known = name === undefined ? codePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : entities[name]
        if (known === undefined) throw new UnreadableXml('an entity of its own')
        return known
      })
    : text

const codePoint = (value: number): string | undefined => (value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : undefined)
