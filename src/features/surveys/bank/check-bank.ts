import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ValidateFunction } from 'ajv'
import { pathOf } from '../../frameworks/content-schema.ts'
import { sayShape, sayYaml } from '../../frameworks/problem.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { decodeText, readYaml } from '../../frameworks/read-yaml.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import { sayProblem } from '../questionnaire/say-problem.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { buildDefinition } from './build-definition.ts'
import { isReadyFile, isTranslations } from './ready-file.ts'
import type { ReadyFile, Translation, Translations } from './ready-file.ts'

/** The ready questionnaires that come with the product. */
export const surveysFolder = fileURLToPath(new URL('../../../../surveys/', import.meta.url))

interface CheckedBank {
  /** Those that are in order, drafts included. */
  ready: { file: ReadyFile; definition: Definition }[]
  problems: Problem[]
}

/**
 * Reads and checks every questionnaire of a folder and its translations. Never throws because of what the files say; throws when the folder is missing.
 * `isItem` says whether an item that a question names exists; without it, codes are taken at their word.
 */
export async function checkBank(folder: string, isItem: (code: string) => boolean = () => true): Promise<CheckedBank> {
  const problems: Problem[] = []
  const files = await readAll(folder, '', isReadyFile, problems)
  const translations = await readAll(folder, 'translations/', isTranslations, problems)
  for (const [code] of translations) {
    if (!files.has(code))
      problems.push(said(`translations/${code}.yaml`, '', 'Il n’y a pas de questionnaire de ce nom.', 'Donnez-lui le nom du questionnaire.'))
  }
  const ready = [...files].flatMap(([name, file]) => {
    const spoken = translations.get(name) ?? {}
    const definition = buildDefinition(file, spoken)
    const found = [...checkFile(name, file, definition, isItem), ...checkTranslations(name, file, spoken)]
    problems.push(...found)
    return found.length === 0 ? [{ file, definition }] : []
  })
  return { ready, problems }
}

async function readAll<T>(folder: string, under: string, isRight: ValidateFunction<T>, problems: Problem[]): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  const entries = await readdir(join(folder, under)).catch((error: unknown) => {
    if (under) return []
    throw error
  })
  for (const name of entries.filter((entry) => entry.endsWith('.yaml')).sort()) {
    const value = readOne(`${under}${name}`, await readFile(join(folder, under, name)), isRight, problems)
    if (value !== null) found.set(name.slice(0, -'.yaml'.length), value)
  }
  return found
}

function readOne<T>(file: string, bytes: Uint8Array, isRight: ValidateFunction<T>, problems: Problem[]): T | null {
  const text = decodeText(bytes)
  const read = text === null ? { faults: [{ line: null, reason: { kind: 'not-text' as const } }] } : readYaml(text)
  if ('faults' in read) {
    problems.push(...read.faults.map(({ line, reason }) => ({ file, line, where: '', ...sayYaml(reason) })))
    return null
  }
  const { value, lineOf } = read.text
  if (isRight(value)) return value
  for (const error of (isRight.errors ?? []).slice(0, 20)) {
    const path = pathOf(error.instancePath)
    const { problem } = sayShape(error, error.data)
    problems.push({ file, line: lineOf(path), where: path.join(', '), problem, todo: 'Comparez avec un questionnaire voisin.' })
  }
  return null
}

const said = (file: string, where: string, problem: string, todo: string): Problem => ({ file, line: null, where, problem, todo })

function checkFile(name: string, file: ReadyFile, definition: Definition, isItem: (code: string) => boolean): Problem[] {
  const path = `${name}.yaml`
  const questions = file.sections.flatMap((section) => section.questions)
  return [
    ...(file.code === name ? [] : [said(path, '« code »', `Le code « ${file.code} » n’est pas le nom du fichier.`, 'Écrivez le même des deux côtés.')]),
    ...checkDefinition(definition).map((problem) => said(path, '', sayProblem(problem, 'fr'), 'Corrigez cette question.')),
    ...questions.flatMap(({ code, item, several, alone, ...rest }) => [
      ...(item && !isItem(item) ? [said(path, `question ${code}`, `L’énoncé « ${item} » n’existe pas.`, 'Prenez un code de frameworks/qualeduc/.')] : []),
      ...(alone && !Object.hasOwn(several ?? {}, alone)
        ? [said(path, `question ${code}`, `« ${alone} » n’est pas une de ses réponses.`, 'Vérifiez le mot.')]
        : []),
      ...([rest.scale, rest.choices, several, rest.from, rest.words].filter((kind) => kind !== undefined).length > 1
        ? [said(path, `question ${code}`, 'Elle a deux sortes de réponse.', 'Gardez une seule de scale, choices, several, from et words.')]
        : []),
    ]),
  ]
}

/** Every text in every language, and none that nothing asks for. */
function checkTranslations(name: string, file: ReadyFile, translations: Translations): Problem[] {
  const questions = file.sections.flatMap((section) => section.questions)
  const wanted = {
    sections: file.sections.map((section) => section.code),
    questions: questions.flatMap(({ code, choices, several }) => [code, ...Object.keys(choices ?? several ?? {}).map((option) => `${code}.${option}`)]),
    plain: questions.filter((question) => question.plain).map((question) => question.code),
  }
  const told = (tag: string, part: keyof typeof wanted, one: Translation): Problem[] => {
    const there = Object.keys(one[part] ?? {})
    const where = (code: string) => `${tag}, ${part}, ${code}`
    return [
      ...wanted[part]
        .filter((code) => !there.includes(code))
        .map((code) => said(`translations/${name}.yaml`, where(code), 'Ce texte manque.', 'Traduisez-le.')),
      ...there
        .filter((code) => !wanted[part].includes(code))
        .map((code) => said(`translations/${name}.yaml`, where(code), 'Rien ne porte ce code.', 'Vérifiez le mot, ou retirez-le.')),
    ]
  }
  return Object.entries(translations).flatMap(([tag, one]) => [...told(tag, 'sections', one), ...told(tag, 'questions', one), ...told(tag, 'plain', one)])
}
