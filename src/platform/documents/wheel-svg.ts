import { quarterNames, type QuarterName, type Quarters } from './document.ts'

/** The hues, places and marks of templates/wheel.typ, for the formats that take a picture. */
export const quarterHues: Record<QuarterName, { strong: string; pale: string }> = {
  plan: { strong: '#2a5da8', pale: '#e6eef9' },
  do: { strong: '#17766a', pale: '#e0f1ee' },
  check: { strong: '#a5640a', pale: '#faf0de' },
  act: { strong: '#7c4290', pale: '#f3e9f6' },
}

const corners: Record<QuarterName, [x: number, y: number]> = { plan: [-1, -1], do: [1, -1], check: [1, 1], act: [-1, 1] }

const marks: Record<QuarterName, (ink: string) => string> = {
  plan: (ink) => `<circle cx="10" cy="10" r="8" fill="none" stroke="${ink}" stroke-width="3"/><circle cx="10" cy="10" r="2.5" fill="${ink}"/>`,
  do: (ink) => `<path d="M5 3 17 10 5 17Z" fill="${ink}"/>`,
  check: (ink) => `<path d="M2.5 11 8 16.5 18 4" fill="none" stroke="${ink}" stroke-width="3.4"/>`,
  act: (ink) => `<path d="M10 18V2.5M3 9 10 2.5 17 9" fill="none" stroke="${ink}" stroke-width="3.4"/>`,
}

export function wheelSvg(quarters: Quarters): string {
  const drawn = quarterNames.map((name) => quarterSvg(name, quarters[name].fill))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="208" height="208" viewBox="-104 -104 208 208">${drawn.join('')}</svg>`
}

function quarterSvg(name: QuarterName, fill: Quarters[QuarterName]['fill']): string {
  const [x, y] = corners[name]
  const hue = quarterHues[name]
  const ground = sector(x, y, 97, `fill="${fill === 'full' ? hue.strong : hue.pale}" stroke="${hue.strong}" stroke-width="2"`)
  const inner = fill === 'partial' ? sector(x, y, 64, `fill="${hue.strong}"`) : ''
  const along = fill === 'partial' ? 31 : 44
  const mark = marks[name](fill === 'empty' ? hue.strong : '#ffffff')
  return `${ground}${inner}<g transform="translate(${x * along - 10} ${y * along - 10})">${mark}</g>`
}

function sector(x: number, y: number, radius: number, style: string): string {
  const [left, top] = [x * 3.5, y * 3.5]
  const sweep = x * y > 0 ? 1 : 0
  return `<path d="M${left} ${top}h${x * radius}A${radius} ${radius} 0 0 ${sweep} ${left} ${top + y * radius}Z" ${style}/>`
}
