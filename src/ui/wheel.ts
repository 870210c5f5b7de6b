import { attributes, html, when, type Content, type Html } from './html.ts'
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
  const shape = { 16: tiny, 24: little, 48: small }[w.size]
  return html`<svg${list}>${phases.map((phase) => quarter(phase, w.quarters[phase], shape))}</svg>`
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
  return html`<svg class="q-wheel q-wheel--large" viewBox="0 0 380 240" width="380" height="240" role="img" aria-label="${w.title}" focusable="false">
${phases.map((phase) => html`${quarter(phase, w.quarters[phase], large)}${label(phase, w.words[phase], w.details?.[phase])}`)}</svg>`
}

/** The quarter alone, for a heading, a filter or a list: the wheel with one quarter full. */
export function phaseSign(phase: Phase, size: 16 | 24 | 48 = 24): Html {
  const only = (p: Phase): QuarterState => (p === phase ? 'full' : 'empty')
  return wheel({ quarters: { plan: only('plan'), do: only('do'), check: only('check'), act: only('act') }, size })
}

/** A quarter's sign and word. */
export function phaseTag(phase: Phase, word: string): Html {
  return html`<span class="q-phase">${phaseSign(phase, 16)} ${word}</span>`
}

export type Quadrant = { title: string; content: Content; action?: Content }

/** The sheet as its four quarters, placed as on the wheel; one under the other on a narrow screen. */
export function quadrants(list: Record<Phase, Quadrant>, level: 2 | 3 = 2): Html {
  return html`<div class="q-quadrants">${phases.map((phase) => quadrant(phase, list[phase], level))}</div>`
}

function quadrant(phase: Phase, q: Quadrant, level: 2 | 3): Html {
  const title = html`${phaseSign(phase)} ${q.title}`
  return html`<section class="q-quadrant q-${phase}">${level === 2 ? html`<h2 class="q-quadrant__title">${title}</h2>` : html`<h3 class="q-quadrant__title">${title}</h3>`}
${q.content}${when(q.action, () => html`<div class="q-quadrant__action">${q.action}</div>`)}</section>`
}

/** The tab icon, served as a file: colours are written in it because no style sheet reaches it. */
export function faviconSvg(): string {
  const hues: Record<Phase, string> = { plan: '#4a80cc', do: '#2a9485', check: '#c98a2b', act: '#9d62b1' }
  const paths = phases.map((phase) => `<path fill="${hues[phase]}" d="${sector(phase, 24, 24, 23, 1.6)}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${paths.join('')}</svg>`
}

/** Geometry in user units: centre, radius, half the gap between quarters, width of the line, inner radius of the rim, half-size of the shape (0: none). */
type Geometry = { name: string; x: number; y: number; radius: number; gap: number; line: number; rim: number; shape: number }

// Edges of the two smallest fall on whole pixels: three units a pixel at 16, two at 24.
const tiny: Geometry = { name: 'tiny', x: 24, y: 24, radius: 24, gap: 4.5, line: 3, rim: 14, shape: 0 }
const little: Geometry = { name: 'little', x: 24, y: 24, radius: 24, gap: 3.5, line: 3, rim: 15, shape: 0 }
const small: Geometry = { name: 'small', x: 24, y: 24, radius: 22.5, gap: 1.8, line: 1.6, rim: 17, shape: 2.7 }
const large: Geometry = { name: 'large', x: 190, y: 120, radius: 112, gap: 4, line: 3, rim: 80, shape: 15 }

/** Which way each quarter lies from the centre. */
const sides: Record<Phase, { x: 1 | -1; y: 1 | -1 }> = {
  plan: { x: -1, y: -1 },
  do: { x: 1, y: -1 },
  check: { x: 1, y: 1 },
  act: { x: -1, y: 1 },
}

// Drawn once each: a page holds a dozen, always the same few.
const drawn = new Map<string, Html>()

function quarter(phase: Phase, state: QuarterState, g: Geometry): Html {
  const key = `${g.name} ${phase} ${state}`
  const picture = drawn.get(key) ?? drawQuarter(phase, state, g)
  drawn.set(key, picture)
  return picture
}

function drawQuarter(phase: Phase, state: QuarterState, g: Geometry): Html {
  return html`<g class="q-quarter q-quarter--${state} q-${phase}"><path class="q-quarter__line" stroke-width="${g.line}" d="${sector(phase, g.x, g.y, g.radius - g.line / 2, g.gap)}"/>
${when(state === 'partial', () => html`<path class="q-quarter__rim" d="${rim(phase, g)}"/>`)}
${when(g.shape > 0, () => html`<path class="q-quarter__shape" d="${shape(phase, g)}"/>`)}</g>`
}

function sector(phase: Phase, x: number, y: number, radius: number, gap: number): string {
  const { x: sx, y: sy } = sides[phase]
  const reach = Math.sqrt(radius ** 2 - gap ** 2)
  const sweep = sx * sy > 0 ? 0 : 1
  const [x0, y0] = [x + sx * gap, y + sy * gap]
  // From the centre along the horizontal edge, round the rim, back along the vertical edge.
  return `M${round(x0)} ${round(y0)}H${round(x + sx * reach)}A${round(radius)} ${round(radius)} 0 0 ${1 - sweep} ${round(x0)} ${round(y + sy * reach)}Z`
}

function rim(phase: Phase, g: Geometry): string {
  const { x: sx, y: sy } = sides[phase]
  const outer = g.radius - g.line / 2
  const [far, near] = [Math.sqrt(outer ** 2 - g.gap ** 2), Math.sqrt(g.rim ** 2 - g.gap ** 2)]
  const sweep = sx * sy > 0 ? 1 : 0
  const [x0, y0] = [g.x + sx * g.gap, g.y + sy * g.gap]
  return `M${round(g.x + sx * far)} ${round(y0)}A${round(outer)} ${round(outer)} 0 0 ${sweep} ${round(x0)} ${round(g.y + sy * far)}V${round(g.y + sy * near)}A${g.rim} ${g.rim} 0 0 ${1 - sweep} ${round(g.x + sx * near)} ${round(y0)}Z`
}

/** Projeter: a diamond; mettre en œuvre: a forward triangle; évaluer: a lens; ajuster: two bars. */
function shape(phase: Phase, g: Geometry): string {
  const away = g.gap + (g.radius - g.gap) * (g.shape < 4 ? 0.31 : 0.37)
  const [x, y, s] = [g.x + sides[phase].x * away, g.y + sides[phase].y * away, g.shape]
  const at = (dx: number, dy: number): string => `${round(x + dx * s)} ${round(y + dy * s)}`
  switch (phase) {
    case 'plan':
      return `M${at(0, -1.15)}L${at(1.15, 0)} ${at(0, 1.15)} ${at(-1.15, 0)}Z`
    case 'do':
      return `M${at(-0.75, -1.05)}L${at(1.15, 0)} ${at(-0.75, 1.05)}Z`
    case 'check':
      return `M${at(-1, 0)}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0Z`
    case 'act':
      return `M${at(-1, -0.9)}h${2 * s}v${round(0.65 * s)}h${-2 * s}ZM${at(-1, 0.25)}h${2 * s}v${round(0.65 * s)}h${-2 * s}Z`
  }
}

function label(phase: Phase, word: string, detail: string | undefined): Html {
  const lines = twoLines(word)
  const { x: sx, y: sy } = sides[phase]
  const count = lines.length + (detail ? 1 : 0)
  const first = sy < 0 ? 18 : 236 - (count - 1) * 21
  const [x, anchor] = sx < 0 ? [2, 'start'] : [378, 'end']
  const line = (text: string, index: number): Html => html`<text x="${x}" text-anchor="${anchor}" y="${first + index * 21}">${text}</text>`
  const below = first + lines.length * 21
  return html`${lines.map(line)}${when(detail, () => html`<text class="q-wheel__detail" x="${x}" text-anchor="${anchor}" y="${below}">${detail}</text>`)}`
}

/** A long word beside a round wheel must break: « Mettre en / œuvre ». */
function twoLines(text: string): string[] {
  if (text.length <= 11) return [text]
  const space = text.lastIndexOf(' ', 11)
  return space < 0 ? [text] : [text.slice(0, space), text.slice(space + 1)]
}

const round = (value: number): number => Math.round(value * 100) / 100
