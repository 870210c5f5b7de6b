import type { FrameworkHeader } from '../content.ts'
import { plainSpaces } from '../french-spaces.ts'
import type { Framework } from '../store.ts'
import { frameworkName } from './codes-rules.ts'
import type { Texts } from './texts.fr.ts'

/** What a draft begins with. Texts are French: they become content. */
interface Beginning {
  organisation: string
  year: string
  /** Names of what the organisation has published. */
  taken: readonly string[]
  words: Texts['start']
}

export const longestTitle = 250
export const longestShortTitle = 60

export function blankContent(title: string, { organisation, year, taken, words }: Beginning): FrameworkHeader {
  return {
    id: frameworkName(title, taken),
    version: year,
    locale: 'fr',
    title,
    short_title: title.slice(0, longestShortTitle),
    status: 'confirmed',
    valid_from: null,
    valid_to: null,
    source: { title, publisher: organisation, reference: words.reference(year), note: words.publisherNote(organisation) },
    licence: words.licence(organisation),
    kind: 'guide',
    scale: { kind: 'none' },
    themes: [],
  }
}

/** Everything of another framework, under a name of one's own; what it comes from is said. */
export function copiedContent(content: FrameworkHeader, beginning: Beginning): FrameworkHeader {
  const { organisation, year, taken, words } = beginning
  const title = words.copyOf(content.title).slice(0, longestTitle)
  return {
    ...content,
    id: frameworkName(content.short_title, taken),
    version: year,
    title,
    short_title: words.copyOf(content.short_title).slice(0, longestShortTitle),
    source: { ...content.source, note: plainSpaces(words.copyNote(content.title, content.version, organisation)) },
  }
}

/** Only what is added: how one positions oneself, its levels and its conditions are those of the framework added to. */
export function additionsContent(parent: Framework, content: FrameworkHeader, beginning: Beginning): FrameworkHeader {
  const { words, organisation, year, taken } = beginning
  const blank = blankContent(words.additionsOf(content.title).slice(0, longestTitle), beginning)
  const { grades, conditions, scale, kind } = content
  return {
    ...blank,
    id: frameworkName(`${parent.framework} ajouts`, taken),
    short_title: words.additionsOf(content.short_title).slice(0, longestShortTitle),
    source: { ...blank.source, reference: words.reference(year), note: words.publisherNote(organisation) },
    ...(kind ? { kind } : {}),
    ...(grades ? { grades } : {}),
    ...(conditions ? { conditions } : {}),
    scale,
  }
}

/** The same framework with the year, or the next number when that edition is already there. */
export function nextEdition(content: FrameworkHeader, year: string, editions: readonly string[]): FrameworkHeader {
  const free = (number: number): string => (number === 1 ? year : `${year}.${number}`)
  let number = 1
  while (editions.includes(free(number))) number += 1
  return { ...content, version: free(number), valid_from: null, valid_to: null }
}
