import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'

interface BoxWords {
  /** The whole drawing in one sentence. */
  alt: string
  invited: string
  answers: string
  between: string
}

/** Two boxes that nothing joins: codes at left, mixed answers at right. */
export function twoBoxes({ alt, invited, answers, between }: BoxWords): Html {
  const codes = [0, 1, 2, 3].map((row) => html`<rect x="28" y="${66 + row * 22}" width="104" height="14" rx="3" class="q-boxes__code"/>`)
  const papers = [
    [246, 74, -14],
    [292, 92, 20],
    [236, 118, 9],
    [300, 132, -25],
    [266, 104, 40],
  ].map(
    ([x = 0, y = 0, turn = 0]) =>
      html`<rect x="${x}" y="${y}" width="30" height="20" rx="2" class="q-boxes__paper" transform="rotate(${turn} ${x + 15} ${y + 10})"/>`,
  )
  return html`<figure class="q-boxes"><svg viewBox="0 0 380 200" role="img" aria-label="${alt}">
<rect x="16" y="48" width="128" height="112" rx="8" class="q-boxes__box"/>${codes}
<rect x="224" y="48" width="128" height="112" rx="8" class="q-boxes__box"/>${papers}
<path d="M184 40v128" class="q-boxes__wall"/><path d="M170 92l28 28m0-28l-28 28" class="q-boxes__cross"/>
<text x="80" y="184" text-anchor="middle" class="q-boxes__word">${invited}</text><text x="288" y="184" text-anchor="middle" class="q-boxes__word">${answers}</text>
</svg><figcaption>${between}</figcaption></figure>`
}
