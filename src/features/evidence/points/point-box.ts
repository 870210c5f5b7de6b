import type { SignedIn } from '../../../platform/web/route.ts'
import { textField } from '../../../ui/fields.ts'
import { errorsBy } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { attributes, html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { longestPageRef } from '../rules.ts'
import { pointKey } from './points-store.ts'
import type { Point } from './points-store.ts'
import { textsIn } from './texts.en.ts'

export interface TickedBox {
  ticked: boolean
  pageRef: string
}

interface Box extends TickedBox {
  point: Point
  errors: readonly FormError[]
  why?: Content | undefined
}

/** A point to tick, with where to look in the proof. */
export function pointBox({ language }: SignedIn, { point, ticked, pageRef, errors, why }: Box): Html {
  const t = textsIn(language)
  const key = pointKey(point)
  const id = `point-${key}`
  const field = `page-${key}`
  const hint = why ? `${id}-why` : undefined
  return html`<div class="q-point"><div class="govuk-checkboxes govuk-checkboxes--small q-point__box"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="point" value="${key}"${attributes({ checked: ticked, 'aria-describedby': hint })}>
<label class="govuk-label govuk-checkboxes__label" for="${id}"><span class="q-point__framework">${inFrench(point.frameworkTitle, language)}</span> ${inFrench(point.text, language)}</label>
${when(why, () => html`<div class="govuk-hint govuk-checkboxes__hint" id="${hint ?? ''}"><span class="q-point__why">${t.why}</span> ${why ?? ''}</div>`)}</div></div>
${textField({
  id: field,
  name: field,
  label: t.page,
  value: pageRef,
  width: 10,
  maxLength: longestPageRef,
  autocomplete: 'off',
  error: errorsBy(errors, t.errorPrefix)(field),
})}</div>`
}
