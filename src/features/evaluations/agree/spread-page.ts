import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { checkbox } from '../../../ui/choices.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { progress } from '../../../ui/lists.ts'
import { details, emptyPage, heading } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation } from '../store.ts'
import { largestCount, spreadFigure, spreadLine } from './figures.ts'
import { isAgreed, passes } from './rules.ts'
import type { Filter, Spread } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { choiceWords, findingWords } from './words.ts'

/** How many questions are drawn in full before the list. */
const drawnInFull = 3

/** Reads the filter of the address; a theme that the questionnaire does not have is none. */
export function readFilter(ask: SignedIn, spreads: readonly Spread[]): Filter {
  const theme = ask.query.get('theme')
  return {
    phase: phases.find((phase) => phase === ask.query.get('temps')) ?? null,
    theme: spreads.some((spread) => spread.item.themeTitle === theme && theme !== '') ? theme : null,
    openOnly: ask.query.get('reste') === 'oui',
  }
}

export interface SpreadView {
  evaluation: Evaluation
  /** Every question, widest disagreement first. */
  spreads: readonly Spread[]
  filter: Filter
  mayAgree: boolean
}

export function spreadPage(ask: SignedIn, view: SpreadView): Page {
  const t = textsIn(ask.language)
  const { evaluation, spreads, filter } = view
  const shown = spreads.filter((spread) => passes(spread, filter))
  const full = shown.filter((spread) => (spread.disagreement ?? 0) > 0).slice(0, drawnInFull)
  const rest = shown.slice(full.length)
  const most = largestCount(rest)
  const done = spreads.filter((spread) => isAgreed(spread.item)).length
  const body = html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${leadSentence(spreads, ask)}</p><p class="govuk-body">${spreads.some((spread) => spread.levels.length > 0) ? t.intro : t.introWords}</p>
${progress({ done, total: spreads.length, text: t.agreedWord(done, spreads.length), label: t.agreedLabel })}
${filterForm(ask, view)}
${shown.length === 0 ? emptyPage({ ...t.filter.none, step: linkButton({ text: t.filter.clear, href: urls.evaluation.spread({ evaluation: evaluation.id }), kind: 'secondary' }) }) : nothing}
${when(full.length > 0, () => html`${heading(2, t.widest, 'm')}${join(full.map((spread) => inFull(ask, view, spread)))}`)}
${when(rest.length > 0, () => html`${heading(2, full.length > 0 ? t.rest : t.all, 'm')}<ul class="q-spread-list">${rest.map((spread) => inLine(ask, view, spread, most))}</ul>`)}
${details({ summary: t.how, content: join(t.howText.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)), quiet: true })}`
  return { title: `${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

function leadSentence([widest, ...others]: readonly Spread[], ask: SignedIn): string {
  const t = textsIn(ask.language)
  if (!widest || [widest, ...others].every((spread) => spread.disagreement === null)) return t.noPositions
  return widest.disagreement ? t.lead(widest.item.statement) : t.noLead
}

const questionHref = (view: SpreadView, spread: Spread): string => urls.evaluation.agree({ evaluation: view.evaluation.id, item: spread.item.id })

function inFull(ask: SignedIn, view: SpreadView, spread: Spread): Html {
  const t = textsIn(ask.language)
  const { item } = spread
  return html`<section class="q-widest">${heading(3, item.statement, 's')}${spreadFigure(spread, ask.language, 4)}
<div class="q-widest__more">${linkButton({ text: view.mayAgree && !isAgreed(item) ? t.toAgree : t.toRead, href: questionHref(view, spread), kind: 'secondary', about: item.statement })}${beside(spread, ask)}</div></section>`
}

function inLine(ask: SignedIn, view: SpreadView, spread: Spread, most: number): Html {
  return html`<li><div><a class="govuk-link" href="${questionHref(view, spread)}">${spread.item.statement}</a>
<p>${findingWords(spread, ask.language)} ${beside(spread, ask)}</p></div>${spreadLine(spread, most, ask.language)}</li>`
}

/** What can be read on the question's page, and whether the group has agreed. */
function beside({ item }: Spread, ask: SignedIn): Html {
  const t = textsIn(ask.language)
  const agreed = choiceWords(item.agreedChoice, item.agreedValue, item.scale, ask.language)
  return html`${when(item.reasons > 0, () => html`<span class="q-count">${t.reasons(item.reasons)}</span> `)}${when(agreed, () => tag(t.agreed, 'active'))}`
}

function filterForm(ask: SignedIn, { evaluation, spreads, filter }: SpreadView): Html {
  const t = textsIn(ask.language).filter
  const themes = [...new Set(spreads.map((spread) => spread.item.themeTitle).filter((title) => title !== ''))]
  const phaseOptions = [{ value: '', text: t.phases.all }, ...phases.map((phase) => ({ value: phase, text: t.phases[phase] }))]
  const fields = html`${select({ id: 'temps', name: 'temps', label: t.phase, options: phaseOptions, value: filter.phase })}
${when(themes.length > 1, () => select({ id: 'theme', name: 'theme', label: t.theme, options: [{ value: '', text: t.allThemes }, ...themes.map((theme) => ({ value: theme, text: theme }))], value: filter.theme }))}
${checkbox({ id: 'reste', name: 'reste', value: 'oui', text: t.open, checked: filter.openOnly })}${button({ text: t.button, kind: 'secondary' })}`
  const active = filter.phase !== null || filter.theme !== null || filter.openOnly
  return details({
    summary: t.title,
    open: active,
    content: form({ action: urls.evaluation.spread({ evaluation: evaluation.id }), method: 'get', inline: true, label: t.title, content: fields }),
  })
}

/** Before the round is closed: what the page will be for. */
export function earlyPage(ask: SignedIn, evaluation: Evaluation, mayLead: boolean): Page {
  const t = textsIn(ask.language)
  const here = { evaluation: evaluation.id }
  const step =
    mayLead && evaluation.state === 'answering'
      ? { text: t.toClose, href: urls.evaluation.close(here) }
      : { text: t.toEvaluation, href: urls.evaluation.show(here) }
  const body = html`${heading(1, t.title, 'l')}${emptyPage({ title: t.empty.title, purpose: t.empty.purpose, example: { label: t.empty.exampleLabel, text: t.empty.example }, step: linkButton(step) })}`
  return { title: `${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}
