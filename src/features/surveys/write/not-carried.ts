import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { sayNotCarried } from '../exchange/carried.ts'
import type { NotCarried } from '../exchange/carried.ts'

/** What does not go over from one tool to the other, place by place. Kept in French. */
export const notCarriedList = (notCarried: readonly NotCarried[]): Html =>
  html`<div lang="fr">${list(notCarried.map((one) => html`<strong>${one.place}</strong> : ${sayNotCarried(one)}`))}</div>`
