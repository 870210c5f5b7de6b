import { invalid } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { columns, pagination } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { autosaved } from '../answer/autosave.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { evidenceStep } from '../evidence/step.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { agreeErrors, agreeFields } from './agree-form.ts'
import { spreadFigure } from './figures.ts'
import { isAgreed, nothingAgreed } from './rules.ts'
import type { Agreed, Spread } from './rules.ts'
import type { EarlierAgreement, KeptAgreement, Reason, SentAgreement } from './store.ts'
import { textsIn } from './texts.en.ts'
import { choiceWords, findingWords } from './words.ts'

export interface AgreeView {
  evaluation: Evaluation
  item: EvaluationItem
  /** Every question, widest disagreement first. */
  spreads: readonly Spread[]
  reasons: readonly Reason[]
  stored: KeptAgreement | null
  earlier: EarlierAgreement | null
  mayWrite: boolean
  /** What people answered about the same item in surveys. */
  beside: Html
  /** What was sent and refused. */
  returned?: SentAgreement
}

/** One question: what people answered and why, and what the group keeps of it. */
export function agreePage(ask: SignedIn, view: AgreeView): Page {
  const t = textsIn(ask.language)
  const { evaluation, item, spreads } = view
  const index = spreads.findIndex((spread) => spread.item.id === item.id)
  const spread = spreads[index]
  const errors = view.returned ? agreeErrors(view.returned, ask.language) : []
  const left = html`${spread ? spreadOfQuestion(ask, spread) : nothing}${earlierView(ask, view.earlier)}${voices(ask, view.reasons, item.scale)}${view.beside}${evidenceStep(ask, item)}`
  const right = view.mayWrite ? writing(ask, view, index) : reading(ask, view)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${around(ask, view, index)}
<p class="q-question__about">${phaseTag(item.phase, commonTexts(ask.language).phases[item.phase])}${when(item.themeTitle, () => html` <span>${item.themeTitle}</span>`)}</p>
${heading(1, item.statement, 'l')}${columns(left, right)}`
  const crumbs = [...evaluationCrumbs(evaluation, ask.language), { text: t.title, href: urls.evaluation.spread({ evaluation: evaluation.id }) }]
  return {
    title: `${t.page.short(index + 1, spreads.length)} – ${item.statement}`,
    body,
    breadcrumbs: crumbs,
    here: 'evaluations',
    ...(view.mayWrite ? { scripts: ['autosave'] } : {}),
  }
}

function spreadOfQuestion(ask: SignedIn, spread: Spread): Html {
  return spread.item.scale.kind === 'none' ? html`<p class="govuk-body">${findingWords(spread, ask.language)}.</p>` : spreadFigure(spread, ask.language, 2)
}

function around(ask: SignedIn, { evaluation, spreads }: AgreeView, index: number): Html {
  const t = textsIn(ask.language).page
  const link = (spread: Spread | undefined, text: string) =>
    spread ? { href: urls.evaluation.agree({ evaluation: evaluation.id, item: spread.item.id }), text } : undefined
  const [previous, next] = [spreads[index - 1], spreads[index + 1]]
  // Where people answer with words only, there is nothing to be near or far on: the order is the questionnaire's.
  if (spreads.every((spread) => spread.disagreement === null)) {
    return pagination({ label: t.order, previous: link(previous, t.before), next: link(next, t.after), position: t.short(index + 1, spreads.length) })
  }
  return pagination({ label: t.order, previous: link(previous, t.previous), next: link(next, t.next), position: t.rank(index + 1, spreads.length) })
}

/** Reasons without a name, each with the position that it speaks for. */
function voices(ask: SignedIn, reasons: readonly Reason[], scale: Scale): Html {
  const t = textsIn(ask.language)
  const position = ({ choice, value }: Reason): string => choiceWords(choice, value, scale, ask.language) ?? t.page.without
  const line = (reason: Reason): Html =>
    html`<li>${when(scale.kind !== 'none' || reason.choice, () => html`<span class="q-voices__position">${position(reason)}</span>`)}${reason.reason}</li>`
  if (reasons.length === 0) return html`${heading(2, t.page.reasonsTitle, 'm')}<p class="govuk-body">${t.page.noReasons}</p>`
  return html`${heading(2, t.page.reasonsTitle, 'm')}<p class="govuk-hint">${t.page.reasonsNote}</p><ul class="q-voices">${reasons.map(line)}</ul>`
}

function earlierView(ask: SignedIn, earlier: EarlierAgreement | null): Html {
  if (!earlier) return nothing
  const words = choiceWords(earlier.choice, earlier.value, earlier.scale, ask.language) ?? ''
  return inset(
    html`<p class="govuk-body">${textsIn(ask.language).page.earlierTitle(earlier.schoolYear)} <strong>${words}</strong></p>${when(earlier.reason, () => html`<p class="govuk-body">${earlier.reason}</p>`)}`,
  )
}

function writing(ask: SignedIn, view: AgreeView, index: number): Html {
  const t = textsIn(ask.language).page
  const { evaluation, item, stored, returned } = view
  const shown = returned ?? stored ?? nothingAgreed
  const version = returned?.version ?? stored?.version ?? 0
  const fields = agreeFields({
    item,
    agreed: shown,
    version,
    savedAt: returned ? null : (stored?.updatedAt ?? null),
    language: ask.language,
    checked: returned !== undefined,
  })
  const isLast = index === view.spreads.length - 1
  const buttons = [
    button({ text: isLast ? t.save : t.saveNext, name: 'then', value: 'next' }),
    isLast ? nothing : button({ text: t.save, kind: 'secondary', name: 'then', value: 'stay' }),
  ]
  const action = urls.evaluation.agree({ evaluation: evaluation.id, item: item.id })
  const content = form({ action, hidden: ask.hidden(), content: html`${fields}${buttonGroup(buttons)}` })
  return html`${heading(2, t.formTitle, 'm')}${autosaved({ language: ask.language, personId: ask.caller.personId, content })}`
}

/** For members: what the group has noted so far. */
function reading(ask: SignedIn, { evaluation, item, stored }: AgreeView): Html {
  const t = textsIn(ask.language).page
  const here = urls.evaluation.agree({ evaluation: evaluation.id, item: item.id })
  const lines = stored && (isAgreed({ agreedChoice: stored.choice }) || stored.reason) ? agreedLines(ask, stored, item.scale) : null
  return html`${heading(2, t.readTitle, 'm')}${lines ? inset(join(lines.map((line) => html`<p class="govuk-body q-pre">${line}</p>`))) : html`<p class="govuk-body">${t.noneYet}</p>`}
${when(evaluation.state === 'agreeing', () => html`<p class="govuk-body"><a class="govuk-link" href="${here}">${t.reload}</a></p>`)}`
}

/** An agreed position in words, then why, then the other view. */
export function agreedLines(ask: SignedIn, agreed: Agreed, scale: Scale): string[] {
  const t = textsIn(ask.language).conflict
  const position = choiceWords(agreed.choice, agreed.value, scale, ask.language)
  return [
    position ? t.positionIs(position) : t.noPosition,
    ...(agreed.reason ? [t.reasonIs(agreed.reason)] : []),
    ...(agreed.minorityView ? [t.minorityIs(agreed.minorityView)] : []),
  ]
}

/** Both texts: what is saved to read, hers to change and save in its place. */
export function agreeConflictPage(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem, mine: SentAgreement, stored: KeptAgreement): Answer {
  const t = textsIn(ask.language)
  const { title, sentences } = t.refusals.conflict
  const here = urls.evaluation.agree({ evaluation: evaluation.id, item: item.id })
  const fields = agreeFields({ item, agreed: mine, version: stored.version, savedAt: null, language: ask.language })
  const body = html`${heading(1, title, 'l')}${join(sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`))}${heading(2, item.statement, 'm')}
${inset(html`<p class="govuk-body"><strong>${t.conflict.stored}</strong></p>${join(agreedLines(ask, stored, item.scale).map((line) => html`<p class="govuk-body q-pre">${line}</p>`))}`)}
<p>${linkButton({ text: t.conflict.keepStored, href: here, kind: 'secondary' })}</p>
<p class="govuk-body"><strong>${t.conflict.mine}</strong> ${t.conflict.mineHint}</p>
${form({ action: here, hidden: ask.hidden(), content: html`${fields}${button({ text: t.conflict.keepMine, name: 'then', value: 'stay' })}` })}`
  return invalid({ title, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' })
}
