import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { fonts } from './fonts.ts'
import { compileStylesheet } from './stylesheet.ts'

const largestStylesheet = 18_000
const largestFirstVisit = 90_000

let css = ''
before(async () => {
  css = await compileStylesheet('main')
})

test('the sheet is light, alone and with the type', async () => {
  const weight = brotliCompressSync(css).length
  assert.ok(weight <= largestStylesheet, `${weight} bytes`)
  const sizes = await Promise.all(fonts.map(async (font) => (await stat(font.path)).size))
  const first = weight + sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(first <= largestFirstVisit, `${first} bytes`)
})

test('the sheet names the very files that are served, and nothing from elsewhere', () => {
  const named = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((found) => found[1])
  assert.deepEqual(
    named,
    fonts.map((font) => `./${font.name}`),
  )
  assert.doesNotMatch(css, /GDS Transport|crown|FONT-LATIN/)
})

type Pair = { front: string; back: string; least: number; what: string }
const aaa = 7
const aa = 4.5
const shape = 3
const pairs: Pair[] = [
  ...['ground', 'sheet', 'quiet'].map((back) => ({ front: 'ink', back, least: aaa, what: 'text' })),
  ...['ground', 'sheet'].flatMap((back) => [
    { front: 'ink-soft', back, least: aaa, what: 'hints' },
    { front: 'action', back, least: aaa, what: 'links' },
    { front: 'harm', back, least: aa, what: 'errors' },
    { front: 'line-strong', back, least: shape, what: 'edges of fields' },
    ...['plan', 'do', 'check', 'act'].map((front) => ({ front, back, least: shape, what: 'quarters' })),
  ]),
  { front: 'on-action', back: 'action', least: aaa, what: 'buttons' },
  { front: 'on-harm', back: 'harm', least: aaa, what: 'buttons that may harm' },
  { front: 'harm', back: 'harm-tint', least: aa, what: 'links of the error summary' },
  { front: 'action', back: 'action-tint', least: aa, what: 'tags' },
  { front: 'on-accent', back: 'accent', least: aaa, what: 'focus' },
]

for (const mode of ['light', 'dark'] as const) {
  test(`colours can be told apart in the ${mode}`, async () => {
    const colours = await coloursOf(mode)
    const weak = pairs
      .map((pair) => ({ ...pair, ratio: contrast(colours.get(pair.front) ?? '', colours.get(pair.back) ?? '') }))
      .filter((pair) => !(pair.ratio >= pair.least))
      .map((pair) => `${pair.what}: ${pair.front} on ${pair.back} ${pair.ratio.toFixed(2)} < ${pair.least}`)
    assert.deepEqual(weak, [])
  })
}

async function coloursOf(mode: 'light' | 'dark'): Promise<Map<string, string>> {
  const tokens = await readFile(new URL('styles/_tokens.scss', import.meta.url), 'utf8')
  const [light = '', dark = ''] = tokens.split('@media')
  const read = (text: string) => [...text.matchAll(/--q-([\w-]+): (#[0-9a-f]{6})/g)].map((found): [string, string] => [found[1] ?? '', found[2] ?? ''])
  return new Map([...read(light), ...(mode === 'dark' ? read(dark) : [])])
}

/** WCAG 2.2, relative luminance. */
function contrast(front: string, back: string): number {
  const [dark = 0, bright = 0] = [luminance(front), luminance(back)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
