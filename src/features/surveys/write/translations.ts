import { bySection } from '../questionnaire/by-section.ts'
import type { Definition, Localized } from '../questionnaire/definition.ts'

/** One text of a questionnaire, by a name that a form can carry. */
export interface Translatable {
  name: string
  words: Localized
}

/** Every text of it, in the order in which people read them. */
export function textsOf({ title, intro, sections, questions }: Definition): Translatable[] {
  return [
    { name: 'title', words: title },
    ...(intro.fr ? [{ name: 'intro', words: intro }] : []),
    ...bySection(sections, questions).flatMap(({ section, questions: asked }) => [
      ...(section ? [{ name: `s.${section.code}`, words: section.words }] : []),
      ...asked.flatMap(textsOfQuestion),
    ]),
  ]
}

type OneQuestion = Definition['questions'][number]

function textsOfQuestion(question: OneQuestion): Translatable[] {
  return [
    { name: `q.${question.code}`, words: question.words },
    ...(question.plain ? [{ name: `p.${question.code}`, words: question.plain }] : []),
    ...(question.help ? [{ name: `h.${question.code}`, words: question.help }] : []),
    ...(question.kind === 'number' && question.unit ? [{ name: `u.${question.code}`, words: question.unit }] : []),
    ...('options' in question ? question.options.map((option) => ({ name: `o.${question.code}.${option.code}`, words: option.words })) : []),
  ]
}

/** Languages other than French in which something of it is said. */
export const translatedInto = (question: OneQuestion): string[] =>
  [...new Set(textsOfQuestion(question).flatMap(({ words }) => Object.keys(words)))].filter((tag) => tag !== 'fr')

/** Texts that have no words in this language. */
export const missingIn = (definition: Definition, tag: string): number => textsOf(definition).filter(({ words }) => !words[tag]).length

/** The questionnaire with these texts in a language; one left empty is missing again. */
export function withTranslation(definition: Definition, tag: string, textOf: (name: string) => string, reviewed: boolean): Definition {
  const said = (name: string, words: Localized): Localized => {
    const text = textOf(name)
    const { [tag]: _, ...others } = words
    return text ? { ...others, fr: words.fr, [tag]: text } : { ...others, fr: words.fr }
  }
  return {
    title: said('title', definition.title),
    intro: said('intro', definition.intro),
    sections: definition.sections.map((section) => ({ ...section, words: said(`s.${section.code}`, section.words) })),
    questions: definition.questions.map((question) => {
      const asked = {
        ...question,
        words: said(`q.${question.code}`, question.words),
        ...(question.plain ? { plain: said(`p.${question.code}`, question.plain) } : {}),
        ...(question.help ? { help: said(`h.${question.code}`, question.help) } : {}),
      }
      if (asked.kind === 'number' && asked.unit) return { ...asked, unit: said(`u.${question.code}`, asked.unit) }
      return 'options' in asked
        ? { ...asked, options: asked.options.map((option) => ({ ...option, words: said(`o.${question.code}.${option.code}`, option.words) })) }
        : asked
    }),
    languages: [...definition.languages.filter((language) => language.tag !== tag), { tag, reviewed }],
  }
}
