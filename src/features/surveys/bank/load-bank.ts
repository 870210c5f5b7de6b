import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import { audiences } from '../questionnaire/definition.ts'
import type { Audience, Definition, Localized, Option, Question, Section } from '../questionnaire/definition.ts'

/** A questionnaire that comes with the product, to be taken as it is or changed. */
export interface ReadyQuestionnaire {
  code: string
  audience: Audience
  title: string
  /** What it is for, said to who chooses it. */
  purpose: string
  source: string
  definition: Definition
}

interface ReadyFile {
  code: string
  audience: string
  title: string
  purpose: string
  source: string
  intro: string
  sections: { code: string; title: string; questions: ReadyQuestion[] }[]
}

interface ReadyQuestion {
  code: string
  text: string
  plain?: string
  item?: string
  icon?: string
  scale?: string
  choices?: Record<string, string>
  several?: Record<string, string>
  from?: number[]
  words?: boolean
  when?: string
  answers?: string[]
}

/** Of one questionnaire in one language: texts by code; options as « question.option ». */
interface Translation {
  language: string
  reviewed: boolean
  title: string
  intro: string
  sections: Record<string, string>
  questions: Record<string, string>
}

const folder = new URL('../../../../surveys/', import.meta.url).pathname

let bank: Promise<ReadyQuestionnaire[]> | null = null

/** The ready questionnaires, read once, by audience and title. Rejects with a sentence if one of the files is not whole. */
export function loadBank(): Promise<ReadyQuestionnaire[]> {
  bank ??= readBank(folder)
  return bank
}

export async function readBank(from: string): Promise<ReadyQuestionnaire[]> {
  const translations = await listTranslations(join(from, 'translations'))
  const names = (await readdir(from)).filter((name) => name.endsWith('.yaml')).sort()
  const all = await Promise.all(names.map(async (name) => readyOf(name, parse(await readFile(join(from, name), 'utf8')), translations)))
  return all.sort((one, other) => audiences.indexOf(one.audience) - audiences.indexOf(other.audience) || one.title.localeCompare(other.title, 'fr'))
}

async function listTranslations(from: string): Promise<Map<string, Translation[]>> {
  const found = new Map<string, Translation[]>()
  for (const name of (await readdir(from).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()) {
    const all: Record<string, Translation> = parse(await readFile(join(from, name), 'utf8'))
    found.set(
      name.slice(0, -5),
      Object.entries(all).map(([language, one]) => ({ ...one, language })),
    )
  }
  return found
}

function readyOf(name: string, file: ReadyFile, translations: Map<string, Translation[]>): ReadyQuestionnaire {
  const audience = audiences.find((one) => one === file.audience)
  if (!audience) throw new Error(`surveys/${name} : le public « ${file.audience} » n’existe pas.`)
  const said = translations.get(file.code) ?? []
  const words = (fr: string, find: (one: Translation) => string | undefined): Localized => ({
    fr,
    ...Object.fromEntries(said.flatMap((one): [string, string][] => (find(one) ? [[one.language, find(one) ?? '']] : []))),
  })
  const definition: Definition = {
    title: words(file.title, (one) => one.title),
    intro: words(file.intro, (one) => one.intro),
    sections: file.sections.map(({ code, title }): Section => ({ code, words: words(title, (one) => one.sections[code]) })),
    questions: file.sections.flatMap((section) => section.questions.map((question) => questionOf(question, section.code, words))),
    languages: [{ tag: 'fr', reviewed: true }, ...said.map((one) => ({ tag: one.language, reviewed: one.reviewed }))],
  }
  const [problem] = checkDefinition(definition)
  if (problem) throw new Error(`surveys/${name} : ${problem.sentence}`)
  return { code: file.code, audience, title: file.title, purpose: file.purpose, source: file.source, definition }
}

type WordsOf = (fr: string, find: (one: Translation) => string | undefined) => Localized

function questionOf(ready: ReadyQuestion, section: string, words: WordsOf): Question {
  const { code, text, plain, item, icon, when, answers } = ready
  const asked = {
    code,
    section,
    words: words(text, (one) => one.questions[code]),
    ...(plain ? { plain: { fr: plain } } : {}),
    ...(icon ? { pictogram: icon } : {}),
    ...(item ? { item: { framework: 'qualeduc', code: item } } : {}),
    ...(when ? { when: { question: when, answers: answers ?? [] } } : {}),
  }
  const options = (list: Record<string, string>): Option[] =>
    Object.entries(list).map(([option, fr]) => ({ code: option, words: words(fr, (one) => one.questions[`${code}.${option}`]) }))
  if (ready.choices) return { ...asked, kind: 'single', options: options(ready.choices) }
  if (ready.several) return { ...asked, kind: 'multiple', options: options(ready.several) }
  if (ready.from) return { ...asked, kind: 'number', from: ready.from }
  if (ready.words) return { ...asked, kind: 'text' }
  return { ...asked, kind: 'scale', scale: ready.scale ?? 'agreement' }
}
