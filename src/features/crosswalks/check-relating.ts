import { Ajv } from 'ajv'
import type { ErrorObject, ValidateFunction } from 'ajv'
import conversionSchema from '../../../frameworks/conversion.schema.json' with { type: 'json' }
import crosswalkSchema from '../../../frameworks/crosswalk.schema.json' with { type: 'json' }
import { pathOf } from '../frameworks/content-schema.ts'
import { sayPath, sayShape, sayYaml } from '../frameworks/problem.ts'
import type { Problem } from '../frameworks/problem.ts'
import { readYaml } from '../frameworks/read-yaml.ts'
import type { Path, YamlText } from '../frameworks/read-yaml.ts'
import { changeKinds, nameOfEnd } from './content.ts'
import type { Change, ChangeKind, ConversionContent, CrosswalkContent, VersionEnd } from './content.ts'
import type { RelatingFile } from './crosswalk-files.ts'

/** Codes of the items of a version, by its name (`qualeduc-2017`). */
export type KnownCodes = ReadonlyMap<string, ReadonlySet<string>>

export interface CheckedValue<T> {
  /** Null as soon as there is a problem. */
  content: T | null
  problems: Problem[]
}

export interface Checked<T> extends CheckedValue<T> {
  file: RelatingFile
}

interface Finding {
  path: Path
  problem: string
  todo: string
}

const ajv = new Ajv({ allErrors: true, verbose: true })
const isCrosswalk = ajv.compile<CrosswalkContent>(crosswalkSchema)
const isConversion = ajv.compile<ConversionContent>(conversionSchema)

/** So many that nobody would read further. */
const mostTold = 20

/** A value that stands in no file, or a file whose name does not matter. */
export interface RelatingValue {
  value: unknown
  /** Path told to whoever wrote it. */
  path: string
  lineOf: YamlText['lineOf']
}

/** The checks that a crosswalk's file goes through, its name aside. */
export const checkCrosswalkValue = (given: RelatingValue, known: KnownCodes): CheckedValue<CrosswalkContent> =>
  checkValue(given, isCrosswalk, (content) => crosswalkFindings(content, fullName(content), known))

export const checkConversionValue = (given: RelatingValue, known: KnownCodes): CheckedValue<ConversionContent> =>
  checkValue(given, isConversion, (content) => conversionFindings(content, conversionName(content), known))

/** Form, schema, then whether both ends of every link are there. */
export const checkCrosswalk = (file: RelatingFile, known: KnownCodes): Checked<CrosswalkContent> =>
  check(file, isCrosswalk, (content) => crosswalkFindings(content, file.name, known))

export const checkConversion = (file: RelatingFile, known: KnownCodes): Checked<ConversionContent> =>
  check(file, isConversion, (content) => conversionFindings(content, file.name, known))

function check<T>(file: RelatingFile, validate: ValidateFunction<T>, findings: (content: T) => Finding[]): Checked<T> {
  const whole = { file: file.path, line: null, where: '' }
  if (file.text === null) return { file, content: null, problems: [{ ...whole, ...sayYaml({ kind: file.tooLarge ? 'too-large' : 'not-text' }) }] }
  const read = readYaml(file.text)
  if ('faults' in read) return { file, content: null, problems: read.faults.map((fault) => ({ ...whole, line: fault.line, ...sayYaml(fault.reason) })) }
  const { text } = read
  return { file, ...checkValue({ value: text.value, path: file.path, lineOf: text.lineOf }, validate, findings) }
}

function checkValue<T>({ value, path: file, lineOf }: RelatingValue, validate: ValidateFunction<T>, findings: (content: T) => Finding[]): CheckedValue<T> {
  const tell = (path: Path, saying: Pick<Problem, 'problem' | 'todo'>): Problem => ({ file, line: lineOf(path), where: sayPath(value, path), ...saying })
  if (!validate(value)) {
    const errors: readonly ErrorObject[] = validate.errors ?? []
    return { content: null, problems: errors.slice(0, mostTold).map((error) => tell(pathOf(error.instancePath), sayShape(error, error.data))) }
  }
  const problems = findings(value)
    .slice(0, mostTold)
    .map(({ path, problem, todo }) => tell(path, { problem, todo }))
  return { content: problems.length > 0 ? null : value, problems }
}

const fullName = (content: CrosswalkContent): string => `${nameOfEnd(content.from)}--${nameOfEnd(content.to)}`
const conversionName = (content: ConversionContent): string => `${content.framework}--${content.from}--${content.to}`

function crosswalkFindings(content: CrosswalkContent, name: string, known: KnownCodes): Finding[] {
  const wanted = fullName(content)
  const found: Finding[] = wanted === name ? [] : [misnamed(name, wanted)]
  const codes = { from: known.get(nameOfEnd(content.from)), to: known.get(nameOfEnd(content.to)) }
  for (const side of ['from', 'to'] as const) if (!codes[side]) found.push(missingVersion(content[side], [side]))
  const pairs = new Set<string>()
  content.links.forEach((link, index) => {
    for (const side of ['from', 'to'] as const) if (codes[side] && !codes[side].has(link[side])) found.push(missingCode(link[side], ['links', index, side]))
    const pair = `${link.from} ${link.to}`
    if (pairs.has(pair))
      found.push({ path: ['links', index], problem: `${link.from} et ${link.to} sont liés deux fois.`, todo: 'Gardez le lien le plus juste.' })
    pairs.add(pair)
  })
  ;(content.no_equivalent ?? []).forEach((gap, index) => {
    const own = codes[gap.in]
    if (own && !own.has(gap.code)) found.push(missingCode(gap.code, ['no_equivalent', index, 'code']))
    if (content.links.some((link) => link[gap.in] === gap.code))
      found.push({ path: ['no_equivalent', index], problem: `${gap.code} est dit sans équivalent, et lié plus haut.`, todo: 'Retirez l’un des deux.' })
  })
  return found
}

/** How many codes a change joins on each side, the least and the most. */
const sizes: Readonly<Record<ChangeKind, { from: readonly [number, number]; to: readonly [number, number] }>> = {
  same: { from: [1, 1], to: [1, 1] },
  minor: { from: [1, 1], to: [1, 1] },
  major: { from: [1, 1], to: [1, 1] },
  split: { from: [1, 1], to: [2, 20] },
  merged: { from: [2, 20], to: [1, 1] },
  dropped: { from: [1, 20], to: [0, 0] },
  added: { from: [0, 0], to: [1, 20] },
}

function conversionFindings(content: ConversionContent, name: string, known: KnownCodes): Finding[] {
  const wanted = conversionName(content)
  const found: Finding[] = wanted === name ? [] : [misnamed(name, wanted)]
  for (const side of ['from', 'to'] as const) {
    const codes = known.get(`${content.framework}-${content[side]}`)
    if (!codes) found.push(missingVersion({ framework: content.framework, version: content[side] }, [side]))
    else found.push(...wholeness(content.changes, side, codes))
  }
  content.changes.forEach((change, index) => {
    for (const side of ['from', 'to'] as const) {
      const [least, most] = sizes[change.kind][side]
      const count = change[side].length
      if (count < least || count > most)
        found.push({
          path: ['changes', index, side],
          problem: `Un changement « ${change.kind} » ne peut pas avoir ${count} énoncé(s) de ce côté.`,
          todo: `Choisissez une autre sorte parmi : ${changeKinds.join(', ')}, ou corrigez la liste.`,
        })
    }
  })
  return found
}

/** Each code of a version stands in one change and one only: nothing is forgotten on the way. */
function wholeness(changes: readonly Change[], side: 'from' | 'to', codes: ReadonlySet<string>): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  changes.forEach((change, index) =>
    change[side].forEach((code, place) => {
      const path = ['changes', index, side, place]
      if (!codes.has(code)) found.push(missingCode(code, path))
      if (seen.has(code)) found.push({ path, problem: `${code} figure dans deux changements.`, todo: 'Gardez-le dans un seul.' })
      seen.add(code)
    }),
  )
  for (const code of codes)
    if (!seen.has(code))
      found.push({
        path: ['changes'],
        problem: `Rien ne dit ce que devient ${code}.`,
        todo: 'Ajoutez-le : same, minor, major, split, merged, dropped ou added.',
      })
  return found
}

const misnamed = (name: string, wanted: string): Finding => ({
  path: [],
  problem: `Le fichier s’appelle « ${name}.yaml » mais parle de « ${wanted} ».`,
  todo: 'Donnez le même nom aux deux.',
})

const missingVersion = (end: VersionEnd, path: Path): Finding => ({
  path,
  problem: `La version ${end.version} de « ${end.framework} » n’existe pas, ou ne peut pas être lue.`,
  todo: 'Vérifiez son nom, ou corrigez d’abord ses fichiers.',
})

const missingCode = (code: string, path: Path): Finding => ({
  path,
  problem: `Aucun énoncé ne porte le code ${code}.`,
  todo: 'Vérifiez le code dans les fichiers du référentiel.',
})
