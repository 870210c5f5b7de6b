import type { Language } from '../../platform/language.ts'
import { html } from '../../ui/html.ts'
import type { Content } from '../../ui/html.ts'

/** Content of the sheets is in French: on a page in another language it says so, to be read aloud as such. */
export const inFrench = (text: Content, language: Language): Content => (language === 'fr' ? text : html`<span lang="fr">${text}</span>`)

export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
}
