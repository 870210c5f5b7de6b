import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import type { EvaluationItem } from '../store.ts'
import { textsIn } from './texts.en.ts'

/** The way from a question to its proofs, for pages about one question. */
export const evidenceStep = (ask: SignedIn, item: EvaluationItem): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${urls.evaluation.attachEvidence({ evaluation: item.evaluationId, item: item.id })}">${textsIn(ask.language).step}</a></p>`
