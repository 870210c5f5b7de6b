import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Draft } from './drafts-store.ts'
import { pageOf } from './form-page.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

export type RefusalName = Exclude<keyof Texts['refusals'], 'back'>

const doors: Partial<Record<RefusalName, (draft: string) => string>> = {
  'not-complete': (draft) => urls.drafts.review({ draft }),
  'other-eye': (draft) => urls.drafts.review({ draft }),
  'not-writing': (draft) => urls.drafts.review({ draft }),
  'edition-taken': (draft) => urls.drafts.about({ draft }),
}

/** What could not be done, why, and the door to what is missing. Nothing has changed. */
export function refusedPage(ask: SignedIn, draft: Draft, reason: RefusalName): Answer {
  const t = textsIn(ask.language).refusals
  const { title, sentence } = t[reason]
  const href = doors[reason]?.(draft.id) ?? urls.drafts.show({ draft: draft.id })
  const body = html`${heading(1, title)}<p class="govuk-body">${sentence}</p>${linkButton({ text: t.back, href })}`
  return { kind: 'page', status: 409, page: pageOf(ask, draft, title, body) }
}
