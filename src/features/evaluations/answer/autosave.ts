import type { Language } from '../../../platform/language.ts'
import { longestText } from '../../../platform/web/form.ts'
import { hiddenField } from '../../../ui/form.ts'
import { attributes, html } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { textsIn } from './texts.en.ts'

interface Autosaved {
  language: Language
  /** Who writes: what was kept in the browser is never sent in somebody else's name. */
  personId: string
  content: Content
}

/** The part of a page in which units (savedUnit) save themselves; page({ scripts: ['autosave'] }) brings the element. */
export const autosaved = ({ language, personId, content }: Autosaved): Html =>
  html`<auto-save${attributes({ person: personId, limit: longestText, 'sign-in': urls.signIn(), words: JSON.stringify(textsIn(language).autosave) })}>${content}</auto-save>`

interface SavedUnit {
  /** Where its fields are posted; the answer is JSON. */
  to: string
  /** What the names of its fields end with, and is left out when it saves itself: needed where a form holds several. */
  suffix?: string
  version: number
  content: Content
  /** What is said before anything changes: « Enregistré le… », or ''. */
  state: string
}

/** Fields that are saved together. */
export const savedUnit = (unit: SavedUnit): Html =>
  html`<div class="q-saved"${attributes({ 'data-save-to': unit.to, 'data-suffix': unit.suffix })}>${hiddenField({ name: `version${unit.suffix ?? ''}`, value: unit.version })}${unit.content}
<div class="q-status q-saved__state" aria-live="polite">${unit.state}</div></div>`
