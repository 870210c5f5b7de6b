import { attributes, html, join, type Html } from './html.ts'
import { phases, type Phase, type QuarterState } from './phases.ts'

export type Quarters = Record<Phase, QuarterState>

export type Wheel = {
  quarters: Quarters
  size: 16 | 24 | 48
  /** What the wheel says, in words. Absent: the words stand beside it and the picture is decoration. */
  title?: string
}

/** The sign: plan top left, then clockwise do, check, act. Full, partly full and empty differ by area, so they read in grey. */
export function wheel(w: Wheel): Html {
  const list = attributes({
    class: 'q-wheel',
    viewBox: '0 0 48 48',
    width: w.size,
    height: w.size,
    role: w.title ? 'img' : undefined,
    'aria-label': w.title,
    'aria-hidden': w.title ? undefined : 'true',
    focusable: 'false',
  })
  return html`<svg${list}>${join(phases.map((phase) => quarter(phase, w.quarters[phase], w.size)))}</svg>`
}

export type WheelWithWords = {
  quarters: Quarters
  title: string
  words: Record<Phase, string>
  /** A few characters under each word: « 3 sur 4 ». */
  details?: Partial<Record<Phase, string>>
}

/** The large wheel, with the name of each quarter beside it. */
export function wheelWithWords(w: WheelWithWords): Html {
  return html`<svg class="q-wheel q-wheel--large" viewBox="0 0 360 240" width="360" height="240" role="img" aria-label="${w.title}" focusable="false">${w.words.plan}</svg>`
}

function quarter(phase: Phase, state: QuarterState, _size: number): Html {
  return html`<path class="q-wheel__${phase} q-wheel--${state}" d="M0 0"/>`
}

/** The quarter alone, for a heading, a filter or a list: the wheel with one quarter full. */
export function phaseSign(phase: Phase, size: 16 | 24 | 48 = 24): Html {
  const only = (p: Phase): QuarterState => (p === phase ? 'full' : 'empty')
  return wheel({ quarters: { plan: only('plan'), do: only('do'), check: only('check'), act: only('act') }, size })
}

/** A quarter's sign and word. */
export function phaseTag(phase: Phase, word: string): Html {
  return html`<span class="q-phase q-phase--${phase}">${phaseSign(phase, 16)} ${word}</span>`
}

export type Quadrant = { phase: Phase; title: string; state?: QuarterState; content: Html; action?: Html }

/** The sheet as its four quarters, placed as on the wheel; one under the other on a narrow screen. */
export function quadrants(list: Record<Phase, Omit<Quadrant, 'phase'>>, level: 2 | 3 = 2): Html {
  return html`<div class="q-quadrants">${phases.map((phase) => quadrant({ phase, ...list[phase] }, level))}</div>`
}

function quadrant(q: Quadrant, level: 2 | 3): Html {
  const title = html`${phaseSign(q.phase)} ${q.title}`
  return html`<section class="q-quadrant q-quadrant--${q.phase}">${level === 2 ? html`<h2 class="q-quadrant__title">${title}</h2>` : html`<h3 class="q-quadrant__title">${title}</h3>`}
${q.content}${q.action ?? ''}</section>`
}

/** The tab icon, served as a file. */
export function faviconSvg(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"></svg>'
}
