import type { ErrorObject, ValidateFunction } from 'ajv'
import { isHeader, isTheme, pathOf } from './content-schema.ts'
import type { FrameworkHeader, ThemeContent } from './content.ts'
import { crossCheck } from './cross-check.ts'
import type { Finding, ThemePlace } from './cross-check.ts'
import { sayPath, sayShape, sayYaml } from './problem.ts'
import type { Problem } from './problem.ts'
import { mostPieces, readYaml } from './read-yaml.ts'
import type { Path, YamlText } from './read-yaml.ts'
import type { VersionFile, VersionFiles } from './version-files.ts'

export interface CheckedVersion {
  framework: string
  version: string
  /** Null as soon as there is a problem. */
  content: FrameworkHeader | null
  problems: Problem[]
  /** What would make it better and stops nothing. */
  advice: Problem[]
}

/** So many that nobody would read further. */
const mostTold = 20

/** Reads and checks all the files of one version: form, schema, then what they say of each other. */
export function checkVersion(files: VersionFiles): CheckedVersion {
  const { framework, version } = files
  const problems: Problem[] = []
  let allowance = mostPieces
  const read = <T>(file: VersionFile, validate: ValidateFunction<T>): Read<T> | null => {
    const text = textOf(file, allowance, problems)
    if (!text) return null
    allowance -= text.pieces
    const { value } = text
    if (validate(value)) return { file, text, value }
    problems.push(...tellShape(file, text, validate.errors ?? []))
    return null
  }
  const header = read(files.header, isHeader)
  const themes = files.themes.map((file) => read(file, isTheme))
  if (!header || problems.length > 0) return { framework, version, content: null, problems, advice: [] }
  const places = placesOf(
    header,
    themes.filter((theme) => theme !== null),
  )
  const findings = crossCheck({ framework, version, header: header.value, themes: places.map((place) => place.place) })
  const told = findings.map((finding) => ({ ...tellFinding(finding, header, places), advice: finding.advice === true }))
  const problemsFound = told.filter((one) => !one.advice)
  return {
    framework,
    version,
    content: problemsFound.length > 0 ? null : { ...header.value, themes: places.map(({ place }) => place.theme) },
    problems: problemsFound.map(problemOf),
    advice: told.filter((one) => one.advice).map(problemOf),
  }
}

interface Read<T> {
  file: VersionFile
  text: YamlText
  value: T
}

interface Placed {
  place: ThemePlace
  file: VersionFile
  text: YamlText
  /** From the root of its file to the theme. */
  path: Path
}

function textOf(file: VersionFile, allowance: number, problems: Problem[]): YamlText | null {
  const whole = { file: file.path, line: null, where: '' }
  if (file.text === null) {
    problems.push({ ...whole, ...sayYaml({ kind: file.tooLarge ? 'too-large' : 'not-text' }) })
    return null
  }
  const read = readYaml(file.text, allowance)
  if ('text' in read) return read.text
  problems.push(...read.faults.map((fault) => ({ ...whole, line: fault.line, ...sayYaml(fault.reason) })))
  return null
}

function tellShape(file: VersionFile, text: YamlText, errors: readonly ErrorObject[]): Problem[] {
  return errors.slice(0, mostTold).map((error) => {
    const path = pathOf(error.instancePath)
    return { file: file.path, line: text.lineOf(path), where: sayPath(text.value, path), ...sayShape(error, error.data) }
  })
}

function placesOf(header: Read<FrameworkHeader>, themes: readonly Read<ThemeContent>[]): Placed[] {
  const inHeader = header.value.themes.map((theme, index): Placed => ({
    place: { theme, fileName: null },
    file: header.file,
    text: header.text,
    path: ['themes', index],
  }))
  const apart = themes.map(({ file, text, value }): Placed => ({ place: { theme: value, fileName: nameOf(file.path) }, file, text, path: [] }))
  return [...inHeader, ...apart]
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)

function tellFinding(finding: Finding, header: Read<FrameworkHeader>, places: readonly Placed[]): Problem {
  const place = finding.theme === undefined ? undefined : places[finding.theme]
  const { file, text } = place ?? header
  const path = [...(place?.path ?? []), ...finding.path]
  return { file: file.path, line: text.lineOf(path), where: sayPath(text.value, path), problem: finding.problem, todo: finding.todo }
}

const problemOf = ({ file, line, where, problem, todo }: Problem): Problem => ({ file, line, where, problem, todo })
