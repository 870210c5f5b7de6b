import { json } from '../../../platform/web/answer.ts'
import type { Answer, Crumb, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { textArea } from '../../../ui/fields.ts'
import { html, join, when } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Refusal } from './rules.ts'
import { textsIn } from './texts.en.ts'

/** HTTP status of each refusal. */
const statusOf: Record<Refusal, number> = {
  removed: 403,
  'not-member': 403,
  'not-open': 409,
  closed: 409,
  'no-question': 410,
  'too-long': 422,
  conflict: 409,
}

export interface NotTaken {
  /** For the page that saves itself. */
  reason: string
  status: number
  title: string
  sentences: readonly string[]
  /** What was written, given back so that nothing is lost. */
  texts: readonly string[]
  wayOut: Crumb
}

/** Says why a text was not taken, gives it back, shows the way out; JSON for the page that saves itself. */
export function notTaken(ask: SignedIn, { reason, status, title, sentences, texts, wayOut }: NotTaken): Answer {
  if (ask.wantsJson) return json({ saved: false, reason, message: `${title}. ${sentences.join(' ')}`.trim() }, status)
  const written = texts.filter((text) => text !== '')
  const value: Page = {
    title,
    here: 'evaluations',
    body: html`${heading(1, title, 'l')}${join(sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`))}
${when(written.length > 0, () => textArea({ id: 'your-text', name: 'your-text', label: textsIn(ask.language).yourText, value: written.join('\n\n'), rows: 8 }))}
<p>${linkButton({ text: wayOut.text, href: wayOut.href })}</p>`,
  }
  return { kind: 'page', status, page: value }
}

/** An answer that cannot be taken, or a page of answering that cannot be shown. */
export function refused(ask: SignedIn, evaluationId: string, reason: Refusal, texts: readonly string[] = []): Answer {
  const t = textsIn(ask.language)
  const { title, sentences } = t.refusals[reason]
  // Without a text of hers, there is nothing that « was not saved ».
  const whole = texts.some((text) => text !== '') || reason === 'not-member' || reason === 'not-open'
  return notTaken(ask, {
    reason,
    status: statusOf[reason],
    title,
    sentences: whole ? sentences : sentences.slice(1),
    texts,
    wayOut: wayOutOf(ask, evaluationId, reason),
  })
}

function wayOutOf(ask: SignedIn, evaluationId: string, reason: Refusal): Crumb {
  const t = textsIn(ask.language)
  const evaluation = { evaluation: evaluationId }
  return reason === 'closed' ? { text: t.toSpread, href: urls.evaluation.spread(evaluation) } : { text: t.toEvaluation, href: urls.evaluation.show(evaluation) }
}

/** The evaluation is absent, foreign, or closed to a person whose mandate has ended: one page for all, with her own text. */
export function gone(ask: SignedIn, texts: readonly string[]): Answer {
  const t = textsIn(ask.language)
  return notTaken(ask, { reason: 'gone', status: 404, ...t.gone, texts, wayOut: { text: t.toMyPage, href: urls.myPage() } })
}
