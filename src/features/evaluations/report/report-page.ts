import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, emptyPage, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation } from '../store.ts'
import type { ReportFacts } from './facts.ts'
import type { PlacedText } from './names.ts'
import { textsIn } from './texts.en.ts'

const around = (ask: SignedIn, evaluation: Evaluation, body: Html): Page => ({
  title: `${textsIn(ask.language).page.title} – ${evaluation.title}`,
  body,
  breadcrumbs: evaluationCrumbs(evaluation, ask.language),
  here: 'evaluations',
})

export function earlyReportPage(ask: SignedIn, evaluation: Evaluation): Page {
  const t = textsIn(ask.language).page
  const step = linkButton({ text: t.early.step, href: urls.evaluation.show({ evaluation: evaluation.id }) })
  return around(ask, evaluation, html`${heading(1, t.title, 'l')}${emptyPage({ title: t.early.title, purpose: t.early.purpose, step })}`)
}

export function tooLongPage(ask: SignedIn, evaluation: Evaluation): Page {
  const t = textsIn(ask.language).page.tooLong
  const href = urls.evaluation.reportFile({ evaluation: evaluation.id, format: 'odt' })
  return around(ask, evaluation, html`${heading(1, t.title, 'l')}<p class="govuk-body">${t.text}</p>${linkButton({ text: t.step, href })}`)
}

/** What can be printed or taken away, and what to look at before. `named`: texts that seem to name somebody; null for a visitor. */
export function reportPage(ask: SignedIn, evaluation: Evaluation, named: readonly PlacedText[] | null): Page {
  const t = textsIn(ask.language).page
  const file = (format: string): string => urls.evaluation.reportFile({ evaluation: evaluation.id, format })
  const body = html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.lead}</p>
${when(named === null, () => inset(t.visitor))}${when(!evaluation.validatedAt, () => inset(t.draft))}
${heading(2, t.whole, 'm')}<p class="govuk-body">${t.wholeHelp}</p>${buttonGroup([linkButton({ text: t.pdf, href: file('pdf') }), linkButton({ text: t.odt, href: file('odt'), kind: 'secondary' })])}
${heading(2, t.council, 'm')}<p class="govuk-body">${t.councilHelp}</p>${buttonGroup([linkButton({ text: t.councilButton, href: file('synthese'), kind: 'secondary' })])}
${heading(2, t.data, 'm')}<p class="govuk-body">${t.dataHelp}</p>${buttonGroup([linkButton({ text: t.xlsx, href: file('xlsx'), kind: 'secondary' }), linkButton({ text: t.ods, href: file('ods'), kind: 'secondary' })])}
${when(named !== null, () => people(ask, named ?? []))}`
  return around(ask, evaluation, body)
}

function people(ask: SignedIn, named: readonly PlacedText[]): Html {
  const t = textsIn(ask.language).page
  const places = named.map((one) => html`<a class="govuk-link" href="${one.href}">${one.place}</a>`)
  return html`${heading(2, t.people, 'm')}<p class="govuk-body">${t.peopleText}</p>${when(places.length > 0, () => callout({ title: t.found, level: 3, content: list(places) }))}`
}

/** Every text of the school that the report prints, with where it can be changed. */
export function placedTexts(ask: SignedIn, facts: ReportFacts): PlacedText[] {
  const t = textsIn(ask.language).page
  const ids = { evaluation: facts.evaluation.id }
  return [
    {
      place: facts.evaluation.title,
      href: urls.evaluation.show(ids),
      text: `${facts.evaluation.title}\n${facts.evaluation.purpose}\n${facts.evaluation.scopeDetail}`,
    },
    ...facts.items.map((item, index) => ({
      place: t.question(index + 1),
      href: urls.evaluation.agree({ ...ids, item: item.id }),
      text: `${item.statement}\n${item.agreed?.reason ?? ''}\n${item.agreed?.minorityView ?? ''}`,
    })),
    ...facts.proofs.map((proof) => ({ place: proof.title, href: urls.evaluation.attachEvidence({ ...ids, item: proof.itemId }), text: proof.title })),
    ...facts.findings.map((finding) => ({ place: t.finding(finding.text), href: urls.evaluation.diagnosis(ids), text: `${finding.text}\n${finding.detail}` })),
    ...facts.actions.map(({ id, title, what, forWhom, byWhom, withWhom, place, how, why, comments, indicator, workload, effect }) => ({
      place: t.action(title),
      href: urls.action.show({ action: id }),
      text: [title, what, forWhom, byWhom, withWhom, place, how, why, comments, indicator, workload, effect].join('\n'),
    })),
  ]
}
