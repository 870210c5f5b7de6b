import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Survey } from '../store.ts'
import { surveyCrumbs } from './crumbs.ts'
import { textsIn } from './texts.en.ts'

/** Why a step of a survey is not made. */
export type Refusal = 'not-draft' | 'not-preparing' | 'not-open' | 'not-offerable' | 'incomplete' | 'part-gone' | 'promised' | 'changed' | 'not-released'

export interface Refused {
  refused: Refusal
}

/** What could not be done, why, and where to go on. Nothing has changed. */
export function refusedPage(ask: SignedIn, survey: Survey, refusal: Refusal): Answer {
  const t = textsIn(ask.language).refusals
  const words = t[refusal]
  const href = urls.survey.show({ survey: survey.id })
  const body = html`${heading(1, words.title)}<p class="govuk-body">${words.sentence}</p>${linkButton({ text: t.back, href })}`
  return { kind: 'page', status: 409, page: { title: words.title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) } }
}

/** Whether the database itself refused to lower what protects answers (migration 0018, errors QS001). */
const isPromiseKept = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'QS001'

/** Does it; where the database refuses, the same plain sentence as ours. Nothing may be asked of the database after that. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (isPromiseKept(error)) return { refused: 'promised' }
    throw error
  }
}
