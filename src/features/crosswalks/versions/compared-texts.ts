import type { Language } from '../../../platform/language.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import type { Statement } from './store.ts'
import { textsIn } from './texts.en.ts'
import { diffWords, likeness } from './word-diff.ts'
import type { Piece } from './word-diff.ts'

/** Under this, marking words helps nobody: the texts stand side by side as they are. */
const alikeEnough = 0.4

/** A statement with what a page adds under it. */
export interface Shown extends Statement {
  under?: Content
}

/** The older statements beside the newer ones; where one answers to one, the words that changed are marked. */
export function comparedTexts(older: readonly Shown[], newer: readonly Shown[], language: Language): Html {
  const t = textsIn(language)
  const pieces = piecesOf(older, newer)
  const side = (title: string, statements: readonly Shown[], own: Piece['kind']): Html =>
    html`<div class="q-compared__side"><p class="q-compared__title">${title}</p>
${statements.length === 0 ? html`<p class="q-missing">${t.nothing}</p>` : join(statements.map((one) => html`<p><span class="q-compared__code">${one.code}</span> <span lang="fr">${pieces ? marked(pieces, own) : one.statement}</span></p>${one.under ?? nothing}`))}</div>`
  return html`<div class="q-compared">${side(t.before, older, 'removed')}${side(t.after, newer, 'added')}</div>`
}

function piecesOf(older: readonly Statement[], newer: readonly Statement[]): Piece[] | null {
  const [one, other] = [older[0], newer[0]]
  if (!one || !other || older.length > 1 || newer.length > 1) return null
  const pieces = diffWords(one.statement, other.statement)
  return likeness(pieces) >= alikeEnough ? pieces : null
}

const marked = (pieces: readonly Piece[], own: Piece['kind']): Html =>
  join(
    pieces.map(
      ({ kind, text }) =>
        html`${when(kind === 'kept', () => text)}${when(kind === own && own === 'removed', () => html`<del>${text}</del>`)}${when(kind === own && own === 'added', () => html`<ins>${text}</ins>`)}`,
    ),
  )
