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

interface Shown {
  status: number
  title: string
  sentences: readonly string[]
  /** What she had written, given back so that nothing is lost. */
  texts: readonly string[]
  wayOut: Crumb
}

function withTexts(ask: SignedIn, shown: Shown): Answer {
  const t = textsIn(ask.language)
  const texts = shown.texts.filter((text) => text !== '')
  const value: Page = {
    title: shown.title,
    here: 'evaluations',
    body: html`${heading(1, shown.title, 'l')}${join(shown.sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`))}
${when(texts.length > 0, () => textArea({ id: 'your-text', name: 'your-text', label: t.yourText, value: texts.join('\n\n'), rows: 8 }))}
<p>${linkButton({ text: shown.wayOut.text, href: shown.wayOut.href })}</p>`,
  }
  return { kind: 'page', status: shown.status, page: value }
}

/** Says why an answer was not taken, gives the text back, shows the way out; JSON for the page that saves itself. */
export function refused(ask: SignedIn, evaluationId: string, reason: Refusal, texts: readonly string[] = []): Answer {
  const t = textsIn(ask.language)
  const { title, sentences } = t.refusals[reason]
  const status = statusOf[reason]
  if (ask.wantsJson) return json({ saved: false, reason, message: `${title}. ${sentences.join(' ')}` }, status)
  // Without a text of hers, there is nothing that « was not saved ».
  const said = texts.some((text) => text !== '') || reason === 'not-member' || reason === 'not-open' ? sentences : sentences.slice(1)
  return withTexts(ask, { status, title, sentences: said, texts, wayOut: { text: t.toEvaluation, href: urls.evaluation.show({ evaluation: evaluationId }) } })
}

/** The evaluation is absent, foreign, or closed to a person whose mandate has ended: one page for all, with her own text. */
export function gone(ask: SignedIn, texts: readonly string[]): Answer {
  const t = textsIn(ask.language)
  if (ask.wantsJson) return json({ saved: false, reason: 'gone', message: `${t.gone.title}.` }, 404)
  return withTexts(ask, { status: 404, ...t.gone, texts, wayOut: { text: t.toMyPage, href: urls.myPage() } })
}
