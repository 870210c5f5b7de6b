import { html, join } from './html.ts'
import type { Content, Html } from './html.ts'

/** Where one point stands; each has its own shape, so that it reads in grey and at 16 px. */
export type CoverageState = 'missing' | 'planned' | 'partly' | 'covered' | 'not_applicable'

const drawings: Record<CoverageState, Html> = {
  missing: html`<circle cx="12" cy="12" r="9.5" class="q-sign__line"/>`,
  planned: html`<circle cx="12" cy="12" r="9.5" class="q-sign__line q-sign__line--dashed"/>`,
  partly: html`<circle cx="12" cy="12" r="9.5" class="q-sign__line"/><path d="M12 2.5a9.5 9.5 0 0 0 0 19z" class="q-sign__fill"/>`,
  covered: html`<circle cx="12" cy="12" r="10.5" class="q-sign__fill"/><path d="M7 12.4l3.4 3.4L17 8.8" class="q-sign__tick"/>`,
  not_applicable: html`<path d="M6 12h12" class="q-sign__line"/>`,
}

/** The sign alone: the words stand beside it, or `title` says them. */
export function coverageSign(state: CoverageState, title?: string): Html {
  const shape = drawings[state]
  return title
    ? html`<svg class="q-sign q-sign--${state}" viewBox="0 0 24 24" width="20" height="20" role="img" aria-label="${title}" focusable="false">${shape}</svg>`
    : html`<svg class="q-sign q-sign--${state}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">${shape}</svg>`
}

/** The sign with its word. */
export const coverageTag = (state: CoverageState, word: Content): Html => html`<span class="q-coverage-tag">${coverageSign(state)} ${word}</span>`

export type CoverageBar = {
  counts: Readonly<Record<CoverageState, number>>
  /** What the bar shows, in one sentence, for who does not see it. */
  description: string
}

const drawn = ['covered', 'partly', 'planned'] as const

/** How much of a list is covered, in part, intended; what is left is the track. Patterns differ, not colours alone. */
export function coverageBar({ counts, description }: CoverageBar): Html {
  const total = counts.covered + counts.partly + counts.planned + counts.missing
  let before = 0
  const parts = drawn.map((state) => {
    const width = total === 0 ? 0 : (counts[state] / total) * 100
    const part = width === 0 ? '' : html`<rect class="q-cover__part q-cover__part--${state}" x="${round(before)}" width="${round(width)}" height="10"/>`
    before += width
    return part
  })
  return html`<svg class="q-cover" viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="12" role="img" aria-label="${description}" focusable="false"><rect class="q-cover__track" width="100" height="10"/>${join(parts)}</svg>`
}

const round = (value: number): number => Math.round(value * 100) / 100
