import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { attributes, html } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { textsIn } from './texts.en.ts'

export interface OrderLine {
  code: string
  head: Content
  text: Content
  /** Read after each button, to tell one line from another. */
  about: string
  edit: string
  move: string
  remove: string
}

/** Lines that order-list makes movable by drag and keyboard; without it each has its two buttons. */
export function orderView(ask: SignedIn, action: string, lines: readonly OrderLine[]): Html {
  const t = textsIn(ask.language)
  const hidden = ask.hidden()
  const csrf = hidden.find((field) => field.name === '_csrf')?.value
  const words = Object.fromEntries(Object.entries(t.drag).map(([name, text]) => [`data-${name}`, text]))
  const line = (one: OrderLine, index: number): Html => {
    const move = (text: string, value: 'up' | 'down'): Html =>
      button({ text, kind: 'quiet', about: one.about, name: 'move', value, data: { 'data-move': value } })
    return html`<li class="q-composed" id="line-${one.code}" data-id="${one.code}">
<div class="q-composed__head"><span class="q-composed__number" data-number>${index + 1}</span> ${one.head}</div>
<p class="q-composed__text">${one.text}</p>
<div class="q-composed__actions">${form({
      action: one.move,
      hidden: hidden.filter((field) => field.name !== '_form'),
      inline: true,
      content: html`${move(t.up, 'up')}${move(t.down, 'down')}
${linkButton({ text: t.edit, href: one.edit, kind: 'quiet', about: one.about })}
${linkButton({ text: t.remove, href: one.remove, kind: 'quiet', about: one.about })}`,
    })}</div></li>`
  }
  return html`<order-list${attributes({ 'data-action': action, 'data-token': csrf, ...words })}>
<p class="govuk-hint" hidden data-drag-help>${t.dragHelp}</p>
<ol class="q-composed-list">${lines.map(line)}</ol></order-list>`
}
