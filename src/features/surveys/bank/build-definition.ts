import type { Definition, Localized, Option, Question, Section } from '../questionnaire/definition.ts'
import type { ReadyFile, ReadyQuestion, Translation, Translations } from './ready-file.ts'

/** The framework whose items ready questions name. */
export const askedFramework = 'qualeduc'

/** A ready questionnaire with its translations, as it is asked. */
export function buildDefinition(file: ReadyFile, translations: Translations): Definition {
  const said = Object.entries(translations)
  const words: WordsOf = (fr, find) => ({
    fr,
    ...Object.fromEntries(
      said.flatMap(([tag, one]): [string, string][] => {
        const text = find(one)
        return text ? [[tag, text]] : []
      }),
    ),
  })
  return {
    title: words(file.title, (one) => one.title),
    intro: words(file.intro, (one) => one.intro),
    sections: file.sections.map(({ code, title }): Section => ({ code, words: words(title, (one) => one.sections[code]) })),
    questions: file.sections.flatMap((section) => section.questions.map((question) => questionOf(question, section.code, words))),
    languages: [{ tag: 'fr', reviewed: true }, ...said.map(([tag, { reviewed }]) => ({ tag, reviewed }))],
  }
}

type WordsOf = (fr: string, find: (one: Translation) => string | undefined) => Localized

function questionOf(ready: ReadyQuestion, section: string, words: WordsOf): Question {
  const { code, text, plain, item, icon, when, answers } = ready
  const asked = {
    code,
    section,
    words: words(text, (one) => one.questions[code]),
    ...(plain ? { plain: words(plain, (one) => one.plain?.[code]) } : {}),
    ...(icon ? { pictogram: icon } : {}),
    ...(item ? { item: { framework: askedFramework, code: item } } : {}),
    ...(when ? { when: { question: when, answers: answers ?? [] } } : {}),
  }
  const options = (list: Record<string, string>): Option[] =>
    Object.entries(list).map(([option, fr]) => ({
      code: option,
      words: words(fr, (one) => one.questions[`${code}.${option}`]),
      ...(option === ready.alone ? { alone: true } : {}),
    }))
  if (ready.choices) return { ...asked, kind: 'single', options: options(ready.choices) }
  if (ready.several) return { ...asked, kind: 'multiple', options: options(ready.several) }
  if (ready.from) return { ...asked, kind: 'number', from: ready.from }
  if (ready.words) return { ...asked, kind: 'text' }
  return { ...asked, kind: 'scale', scale: ready.scale ?? 'agreement' }
}
