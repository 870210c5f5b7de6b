import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { pathOf } from '../../frameworks/content-schema.ts'
import { sayShape, sayYaml } from '../../frameworks/problem.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { decodeText, readYaml } from '../../frameworks/read-yaml.ts'
import type { Path } from '../../frameworks/read-yaml.ts'
import type { EqavetList, ThemeFile, ThemeList } from './indicator.ts'
import { isEqavetList, isThemeFile, isThemeList } from './pack-schema.ts'

/** A file whose shape is right, and where its parts stand. */
export interface Read<T> {
  file: string
  value: T
  lineOf: (path: Path) => number | null
}

interface PackFiles {
  themes: Read<ThemeList> | null
  eqavet: Read<EqavetList> | null
  /** By name of file. */
  indicators: Read<ThemeFile>[]
  problems: Problem[]
}

/** Reads the YAML files of a folder, each as what its name says it is. Never throws because of what they say; throws when the folder is missing. */
export async function readFiles(folder: string): Promise<PackFiles> {
  const found: PackFiles = { themes: null, eqavet: null, indicators: [], problems: [] }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  for (const file of names) {
    const bytes = await readFile(join(folder, file))
    if (file === 'themes.yaml') found.themes = readOne(file, bytes, isThemeList, found.problems)
    else if (file === 'eqavet.yaml') found.eqavet = readOne(file, bytes, isEqavetList, found.problems)
    else {
      const read = readOne(file, bytes, isThemeFile, found.problems)
      if (read) found.indicators.push(read)
    }
  }
  for (const file of ['themes.yaml', 'eqavet.yaml'].filter((name) => !names.includes(name)))
    found.problems.push({ file, line: null, where: '', problem: 'Ce fichier manque.', todo: 'Remettez-le.' })
  return found
}

function readOne<T>(file: string, bytes: Uint8Array, isRight: ValidateFunction<T>, problems: Problem[]): Read<T> | null {
  const text = decodeText(bytes)
  const read = text === null ? { faults: [{ line: null, reason: { kind: 'not-text' as const } }] } : readYaml(text)
  if ('faults' in read) {
    problems.push(...read.faults.map(({ line, reason }) => ({ file, line, where: '', ...sayYaml(reason) })))
    return null
  }
  const { value, lineOf } = read.text
  if (isRight(value)) return { file, value, lineOf }
  for (const error of (isRight.errors ?? []).slice(0, 20)) {
    const path = pathOf(error.instancePath)
    const { problem } = sayShape(error, error.data)
    problems.push({ file, line: lineOf(path), where: placeOf(value, path), problem, todo: 'Comparez avec un indicateur voisin.' })
  }
  return null
}

/** « R01, « unit » » rather than « indicators, 0, unit ». */
function placeOf(value: unknown, path: Path): string {
  const [list, index, ...rest] = path
  const entry = childOf(childOf(value, list), index)
  const code = childOf(entry, 'code') ?? childOf(entry, 'key')
  if (typeof code !== 'string' || code.length > 60) return path.join(', ')
  return [code, ...rest.map((step) => (typeof step === 'number' ? `n° ${step + 1}` : `« ${step} »`))].join(', ')
}

const childOf = (value: unknown, step: string | number | undefined): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === String(step))?.[1] : undefined
