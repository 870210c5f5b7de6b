import { page } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { emptyPage, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { listAgreedItems, listFindings } from '../diagnosis/store.ts'
import { onEvaluation } from '../guard.ts'
import { listEvaluations } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { compareCycles } from './comparison.ts'
import { comparisonBody } from './comparison-view.ts'
import { textsIn } from './texts.en.ts'

export const showCompare = onEvaluation('evaluation.read', async (ask, evaluation): Promise<Answer> => {
  if (evaluation.state === 'composing' || evaluation.state === 'answering') return page(around(ask, evaluation, early(ask, evaluation)))
  const others = candidates(await listEvaluations(ask.db, evaluation.organisationId), evaluation)
  const wanted = ask.query.get('avec') ?? evaluation.previousId
  const before = others.find((one) => one.id === wanted)
  if (!before) return page(around(ask, evaluation, choice(ask, evaluation, others)))
  const comparison = compareCycles(await listAgreedItems(ask.db, before.id), await listAgreedItems(ask.db, evaluation.id))
  const findings = { before: await listFindings(ask.db, before.id), after: await listFindings(ask.db, evaluation.id) }
  return page(
    around(ask, evaluation, compared(ask, { before, after: evaluation }, comparisonBody(ask, { before, after: evaluation }, comparison, findings), others)),
  )
})

/** What may stand beside it: validated ones, and the one from which it was made, which row-level security may keep from the reader. */
const candidates = (all: readonly Evaluation[], evaluation: Evaluation): Evaluation[] =>
  all.filter((one) => one.id !== evaluation.id && (one.state === 'validated' || (one.id === evaluation.previousId && one.state === 'agreeing')))

const around = (ask: SignedIn, evaluation: Evaluation, body: Html): Page => ({
  title: `${textsIn(ask.language).compare.title} – ${evaluation.title}`,
  body,
  breadcrumbs: evaluationCrumbs(evaluation, ask.language),
  here: 'evaluations',
})

function early(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).compare
  return html`${heading(1, t.title, 'l')}${emptyPage({ title: t.early, purpose: t.earlyText, step: linkButton({ text: t.toEvaluation, href: urls.evaluation.show({ evaluation: evaluation.id }) }) })}`
}

function choice(ask: SignedIn, evaluation: Evaluation, others: readonly Evaluation[]): Html {
  const t = textsIn(ask.language).compare
  if (others.length === 0)
    return html`${heading(1, t.title, 'l')}${emptyPage({ title: t.none, purpose: t.noneText, example: { label: t.noneExample, text: t.noneExampleText } })}`
  return html`${heading(1, t.title, 'l')}${chooser(ask, evaluation, others, null)}`
}

function chooser(ask: SignedIn, evaluation: Evaluation, others: readonly Evaluation[], chosen: string | null): Html {
  const t = textsIn(ask.language).compare
  const options = others.map((one) => ({ value: one.id, text: `${one.title}, ${one.schoolYear}` }))
  return form({
    action: urls.evaluation.compare({ evaluation: evaluation.id }),
    method: 'get',
    inline: true,
    content: html`${select({ id: 'avec', name: 'avec', label: t.chooseLabel, options, value: chosen })}${button({ text: t.choose, kind: 'secondary' })}`,
  })
}

function compared(ask: SignedIn, { before, after }: { before: Evaluation; after: Evaluation }, body: Content, others: readonly Evaluation[]): Html {
  const t = textsIn(ask.language).compare
  return html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.lead(nameOf(before), nameOf(after))}</p>
${when(before.state !== 'validated', () => inset(t.notValidated))}${body}
${when(others.length > 1, () => html`${heading(2, t.chooseTitle, 'm')}${chooser(ask, after, others, before.id)}`)}`
}

export const nameOf = (evaluation: Evaluation): string => `${evaluation.title} (${evaluation.schoolYear})`
