import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Crosswalk } from '../read/crosswalks-store.ts'
import { textsIn as readTexts } from '../read/texts.en.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

export type RefusalName = Exclude<keyof Texts['refusals'], 'back'>

/** What could not be done, why, and the door to what is missing. Nothing has changed. */
export function refusedPage(ask: SignedIn, crosswalk: Crosswalk, reason: RefusalName): Answer {
  const t = textsIn(ask.language).refusals
  const { title, sentence } = t[reason]
  const href = reason === 'not-complete' ? urls.crosswalks.work({ crosswalk: crosswalk.id }) : urls.crosswalks.review({ crosswalk: crosswalk.id })
  const body = html`${heading(1, title)}<p class="govuk-body">${sentence}</p>${linkButton({ text: t.back, href })}`
  return { kind: 'page', status: 409, page: pageOf(ask, crosswalk, title, body) }
}

/** A page on a crosswalk being written, with the way back to it. */
export function pageOf(ask: SignedIn, crosswalk: Crosswalk, title: string, body: Html): Page {
  const t = readTexts(ask.language)
  const breadcrumbs = [
    { text: t.title, href: urls.crosswalks.list() },
    { text: t.name(crosswalk.from.title, crosswalk.to.title), href: urls.crosswalks.work({ crosswalk: crosswalk.id }) },
  ]
  return { title, body, here: 'frameworks', breadcrumbs }
}
