import type { Language } from '../../../platform/language.ts'
import { progress } from '../../../ui/lists.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { callout, details } from '../../../ui/messages.ts'
import { textsIn } from './texts.en.ts'

/** Who sees what, before the first answer in full; afterwards one click away. */
export function promise(language: Language, full: boolean): Html {
  const t = textsIn(language).promise
  const sentences = html`<p class="govuk-body">${t.now}</p><p class="govuk-body">${t.closing}</p>`
  return full
    ? callout({ title: t.title, content: sentences })
    : details({ summary: t.summary, content: html`<p class="govuk-body"><strong>${t.title}.</strong></p>${sentences}`, quiet: true })
}

/** « 3 sur 12 » */
export function answeredSoFar(language: Language, done: number, total: number): Html {
  const t = textsIn(language)
  return progress({ done, total, text: t.progress(done, total), label: t.progressLabel })
}
