import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html, join } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation } from '../store.ts'
import { textsIn } from './texts.en.ts'

/** Why a change of a questionnaire, of its team or of its round is not made. */
export type Refusal =
  | 'not-composing'
  | 'not-open'
  | 'round-closed'
  | 'no-items'
  | 'no-members'
  | 'gone'
  | 'too-many'
  | 'reminded-today'
  | 'nobody-left'
  | 'has-actions'

export interface Refused {
  refused: Refusal
}

/** The page of each refusal that leads on. */
function wayOut(refusal: Refusal, evaluation: Evaluation): string {
  const here = { evaluation: evaluation.id }
  switch (refusal) {
    case 'no-items':
    case 'too-many':
    case 'gone':
      return urls.evaluation.compose(here)
    case 'no-members':
      return urls.evaluation.members(here)
    case 'has-actions':
      return urls.school.actions({ organisation: evaluation.organisationId })
    case 'not-composing':
    case 'not-open':
    case 'round-closed':
    case 'reminded-today':
    case 'nobody-left':
      return urls.evaluation.show(here)
  }
}

/** The sentence of a refusal and the door that it opens. */
export function refusalWords(ask: SignedIn, evaluation: Evaluation, refusal: Refusal): { sentence: string; href: string; text: string } {
  const words = textsIn(ask.language).refusals[refusal]
  return { sentence: words.sentence, text: words.way, href: wayOut(refusal, evaluation) }
}

/** A page that says what is missing and opens the door; nothing has changed. */
export function refusedPage(ask: SignedIn, evaluation: Evaluation, refusals: readonly Refusal[]): Answer {
  const t = textsIn(ask.language)
  const words = refusals.map((refusal) => refusalWords(ask, evaluation, refusal))
  const body = html`${heading(1, t.refused)}
${join(words.map((one) => html`<p class="govuk-body">${one.sentence}</p>`))}
${join(
  words.map((one, index) => linkButton({ text: one.text, href: one.href, kind: index === 0 ? 'primary' : 'secondary' })),
  ' ',
)}`
  return { kind: 'page', status: 409, page: { title: t.refused, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' } }
}
