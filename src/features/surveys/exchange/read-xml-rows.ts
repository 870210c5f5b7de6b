import { refuse } from './carried.ts'

/** One row of a table: its columns by name; a column that is empty is not there. */
export type Row = ReadonlyMap<string, string>

/** A file of LimeSurvey: its tables by name, and the values told once (document type, version, languages). */
export interface XmlRows {
  tables: ReadonlyMap<string, readonly Row[]>
  alone: ReadonlyMap<string, readonly string[]>
}

export const largestXml = 5 * 1024 * 1024
/** A survey of eighty questions in nine languages makes about 30 000 rows with all its settings. */
const mostRows = 60_000
/** LimeSurvey goes to six with its themes' settings. */
const deepest = 40

const broken = 'Ce fichier est abîmé ou incomplet : exportez-le de nouveau depuis LimeSurvey.'

/** The tables of an export in XML. Refuses what is too large, broken, or declares anything that XML would go and fetch or unfold. */
export function readXmlRows(bytes: Uint8Array): XmlRows {
  if (bytes.length > largestXml) refuse('Ce fichier dépasse 5 Mo : un questionnaire LimeSurvey est bien plus petit. Vérifiez que c’est le bon fichier.')
  const text = decodeXml(bytes)
  if (text.search(/<[A-Za-z_]/) < 0) refuse('Ce fichier n’est pas un questionnaire LimeSurvey (.lss).')
  return collect(text)
}

/** The UTF-16 that a file's first two bytes announce; null where they announce none. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function decodeXml(bytes: Uint8Array): string {
  const mark = utf16Of(bytes)
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1]?.toLowerCase()
  const western = declared === 'iso-8859-1' || declared === 'windows-1252'
  try {
    return new TextDecoder(mark ?? (western ? 'windows-1252' : 'utf-8'), { fatal: true }).decode(bytes)
  } catch {
    return refuse(broken)
  }
}

function collect(text: string): XmlRows {
  const tables = new Map<string, Row[]>()
  const alone = new Map<string, string[]>()
  let row = new Map<string, string>()
  let count = 0
  scan(text, (path, content, isLeaf) => {
    const [, table, group, kind, column] = path
    if (table === undefined) return
    if (path.length === 5 && group === 'rows' && kind === 'row' && column !== undefined) {
      if (content.trim() !== '') row.set(column, content.trim())
    } else if (path.length === 4 && group === 'rows' && kind === 'row') {
      count += 1
      if (count > mostRows) refuse('Ce fichier compte trop de lignes : ce n’est pas un questionnaire que l’on puisse poser.')
      tables.set(table, tables.get(table) ?? [])
      tables.get(table)?.push(row)
      row = new Map()
    } else if (path.length <= 3 && isLeaf) {
      alone.set(table, alone.get(table) ?? [])
      alone.get(table)?.push(content.trim())
    }
  })
  return { tables, alone }
}

type Told = (path: readonly string[], content: string, isLeaf: boolean) => void

/** Goes once through the text, never back; tells each element as it closes. Entities other than XML's own five and numbers stay as they are written. */
function scan(text: string, told: Told): void {
  const open: { name: string; content: string; isLeaf: boolean }[] = []
  let at = 0
  const upTo = (end: string, from: number): number => {
    const found = text.indexOf(end, from)
    return found < 0 ? refuse(broken) : found
  }
  const write = (content: string): void => {
    const last = open.at(-1)
    if (last) last.content += content
    else if (content.trim() !== '' && content.trim() !== '\ufeff') refuse(broken)
  }
  const close = (name: string): void => {
    const path = open.map((one) => one.name)
    const closed = open.pop()
    if (closed?.name !== name) return refuse(broken)
    told(path, closed.content, closed.isLeaf)
  }
  while (at < text.length) {
    const start = text.indexOf('<', at)
    write(unescapeXml(text.slice(at, start < 0 ? text.length : start)))
    if (start < 0) break
    if (text.startsWith('<![CDATA[', start)) {
      const end = upTo(']]>', start)
      write(text.slice(start + 9, end))
      at = end + 3
    } else if (text.startsWith('<!--', start)) at = upTo('-->', start + 4) + 3
    else if (text.startsWith('<?', start)) at = upTo('?>', start) + 2
    else if (text.startsWith('<!', start)) refuseDeclaration(text.slice(start, start + 10))
    else {
      const end = upTo('>', start)
      const tag = tagOf(text.slice(start, end + 1))
      if (tag.opens) {
        const parent = open.at(-1)
        if (parent) parent.isLeaf = false
        open.push({ name: tag.name, content: '', isLeaf: true })
        if (open.length > deepest) refuse('Ce fichier est fait de trop d’éléments les uns dans les autres : ce n’est pas un export de LimeSurvey.')
      }
      if (tag.closes) close(tag.name)
      at = end + 1
    }
  }
  if (open.length > 0) refuse(broken)
}

/** Document types and entities are where XML can be made to unfold without end or to read other files; an export never has any. */
function refuseDeclaration(start: string): never {
  if (!/^<!(DOCTYPE|ENTITY)/i.test(start)) return refuse(broken)
  return refuse('Ce fichier contient des déclarations (DOCTYPE) qu’un export de LimeSurvey n’a jamais : par sûreté, il n’est pas lu.')
}

function tagOf(tag: string): { name: string; opens: boolean; closes: boolean } {
  const name = /^<\/?([A-Za-z_][\w.:-]*)(?=[\s/>])/.exec(tag.slice(0, 120))?.[1]
  if (name === undefined || tag.length > 4000 || tag.lastIndexOf('<') > 0) return refuse(broken)
  const closing = tag.startsWith('</')
  return { name, opens: !closing, closes: closing || tag.endsWith('/>') }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hexadecimal, name) => {
        if (name !== undefined) return named[name] ?? all
        const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : all
      })
    : text
