import type { Condition, FrameworkHeader } from '../content.ts'
import { frameworkKinds } from '../content.ts'
import type { Level, Scale } from '../scale.ts'
import type { Typed } from './typed-rules.ts'

/** The three forms of what stands around the themes: from the content to what is typed, and back. */

export const aboutFields = ['title', 'short_title', 'kind', 'version', 'valid_from', 'valid_to'] as const

export const aboutTyped = (content: FrameworkHeader): Typed => ({
  title: content.title,
  short_title: content.short_title,
  kind: content.kind ?? 'guide',
  version: content.version,
  valid_from: content.valid_from ?? '',
  valid_to: content.valid_to ?? '',
})

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ')

export const applyAbout = (content: FrameworkHeader, typed: Typed): FrameworkHeader => ({
  ...content,
  title: oneLine(typed['title']),
  short_title: oneLine(typed['short_title']),
  kind: frameworkKinds.find((kind) => kind === typed['kind']) ?? 'guide',
  version: oneLine(typed['version']),
  valid_from: typed['valid_from'] || null,
  valid_to: typed['valid_to'] || null,
})

export const sourceFields = [
  'source.title',
  'source.publisher',
  'source.reference',
  'source.url',
  'source.note',
  'licence',
  'notes',
  'unconfirmed',
  'unconfirmed_note',
  'award.by',
  'award.years',
  'award.note',
] as const

export const sourceTyped = ({ source, licence, notes, status, unconfirmed_note: note, award }: FrameworkHeader): Typed => ({
  'source.title': source.title,
  'source.publisher': source.publisher,
  'source.reference': source.reference,
  'source.url': source.url ?? '',
  'source.note': source.note,
  licence,
  notes: notes ?? '',
  unconfirmed: status === 'unconfirmed' ? 'yes' : '',
  unconfirmed_note: note ?? '',
  'award.by': award?.by ?? '',
  'award.years': award?.years ? String(award.years) : '',
  'award.note': award?.note ?? '',
})

export function applySource(content: FrameworkHeader, typed: Typed): FrameworkHeader {
  const { notes: _notes, unconfirmed_note: _note, award, ...rest } = content
  const years = typed['award.years'] ?? ''
  const hasAward = Boolean(typed['award.by'] || typed['award.note'] || years)
  return {
    ...rest,
    source: {
      title: oneLine(typed['source.title']),
      publisher: oneLine(typed['source.publisher']),
      reference: typed['source.reference'] ?? '',
      ...(typed['source.url'] ? { url: typed['source.url'] } : {}),
      note: typed['source.note'] ?? '',
    },
    licence: typed['licence'] ?? '',
    ...(typed['notes'] ? { notes: typed['notes'] } : {}),
    status: typed['unconfirmed'] === 'yes' ? 'unconfirmed' : 'confirmed',
    ...(typed['unconfirmed_note'] ? { unconfirmed_note: typed['unconfirmed_note'] } : {}),
    ...(hasAward
      ? {
          award: {
            by: oneLine(typed['award.by']),
            // What is not a number is told beside the field: a year that nobody has.
            years: years === '' ? null : /^\d{1,2}$/.test(years) ? Number(years) : 0,
            ...(award?.status ? { status: award.status } : {}),
            note: typed['award.note'] ?? '',
          },
        }
      : {}),
  }
}

export const scaleFields = ['scale', 'levels', 'grades', 'conditions'] as const

const levelLines = (levels: readonly Level[]): string =>
  levels.map(({ label, descriptor }) => (descriptor ? `${label} : ${descriptor.replace(/\s+/g, ' ')}` : label)).join('\n')

export const scaleTyped = ({ scale, grades = [], conditions = [] }: FrameworkHeader): Typed => ({
  scale: scale.kind,
  levels: scale.kind === 'levels' ? levelLines(scale.levels) : '',
  grades: levelLines(grades),
  conditions: conditions.map((condition) => condition.question).join('\n'),
})

const rows = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** One a line; the values that people answered with stay those of the same names, and count on from the first otherwise. */
export function readLevels(text: string | undefined, before: readonly Level[], first: number): Level[] {
  const lines = rows(text).map((line) => {
    const cut = line.search(/\s?:\s/)
    return cut < 0 ? { label: line } : { label: line.slice(0, cut).trim(), descriptor: line.slice(line.indexOf(':', cut) + 1).trim() }
  })
  const kept = lines.length === before.length
  return lines.map((line, index) => ({ value: (kept ? before[index]?.value : undefined) ?? (before[0]?.value ?? first) + index, ...line }))
}

/** Questions keep their codes when they only move or are reworded. */
export function readConditions(text: string | undefined, before: readonly Condition[]): Condition[] {
  const lines = rows(text)
  const free = before.filter((condition) => !lines.includes(condition.question)).map((condition) => condition.code)
  const known = new Set(before.map((condition) => condition.code))
  const reworded = lines.length === before.length
  return lines.map((question) => {
    const same = before.find((condition) => condition.question === question)
    const code = same?.code ?? (reworded ? free.shift() : undefined) ?? newCode(known)
    known.add(code)
    return { code, question }
  })
}

function newCode(known: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!known.has(`C${number}`)) return `C${number}`
}

function readScale(typed: Typed, before: Scale): Scale {
  if (typed['scale'] === 'levels') return { kind: 'levels', levels: readLevels(typed['levels'], before.kind === 'levels' ? before.levels : [], 1) }
  return { kind: typed['scale'] === 'statements' ? 'statements' : 'none' }
}

/** Items follow: the level of the same name, and no question that is no longer asked. */
export function applyScale(content: FrameworkHeader, typed: Typed): FrameworkHeader {
  const { grades: before = [], conditions: asked = [], ...rest } = content
  const grades = readLevels(typed['grades'], before, 1)
  const conditions = readConditions(typed['conditions'], asked)
  const codes = new Set(conditions.map((condition) => condition.code))
  const gradeOf = (value: number): number | undefined => {
    const label = before.find((grade) => grade.value === value)?.label
    return (grades.find((grade) => grade.label === label) ?? (grades.length === before.length ? grades.find((grade) => grade.value === value) : undefined))
      ?.value
  }
  return {
    ...rest,
    scale: readScale(typed, content.scale),
    ...(grades.length > 0 ? { grades } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    themes: content.themes.map((theme) => ({
      ...theme,
      items: theme.items.map(({ grade, conditions: own, ...item }) => {
        const next = grade === undefined ? undefined : gradeOf(grade)
        const kept = (own ?? []).filter((code) => codes.has(code))
        return { ...item, ...(next === undefined ? {} : { grade: next }), ...(kept.length > 0 ? { conditions: kept } : {}) }
      }),
    })),
  }
}
