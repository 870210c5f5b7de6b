import type { Language } from '../../../platform/language.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { frenchSpaces } from '../../frameworks/french-spaces.ts'
import type { Note } from '../../frameworks/exchange/formats.ts'
import { textsIn } from './texts.en.ts'

/** What a format could not carry, or what had to be changed: one line each, with a few examples. */
export function noteList(notes: readonly Note[], language: Language): Html {
  const t = textsIn(language)
  return list(
    notes.map(
      (note) =>
        html`${t.notes[note.kind](note.count)}${when(note.examples.length > 0, () => html` <span class="q-missing" lang="fr">${t.examples(frenchSpaces(note.examples.join(' ; ')))}</span>`)}`,
    ),
  )
}
