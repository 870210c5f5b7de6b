import { button } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { invalid } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { form } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { Evaluation } from '../store.ts'
import type { Clash } from './commands.ts'
import { question } from './question.ts'
import { levelOf } from './rules.ts'
import type { Given } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** One answer in words: the position, then the explanation. */
export function inWordsOf(given: Given, scale: Scale, t: Texts): string[] {
  const position = given.choice === 'not_applicable' ? t.notApplicable : given.choice === 'unknown' ? t.unknown : levelOf(given, scale)
  return [
    ...(position ? [t.conflict.positionIs(position)] : scale.kind === 'none' ? [] : [t.conflict.noPosition]),
    ...(given.reason ? [t.conflict.reasonIs(given.reason)] : []),
  ]
}

/** Both texts of each answer; hers can still be changed. One form for all, so that nothing is lost whatever is chosen. */
export function conflictPage(ask: SignedIn, evaluation: Evaluation, clashes: readonly Clash[], someSaved: boolean): Answer {
  const t = textsIn(ask.language)
  const { title, sentences } = t.refusals.conflict
  const body = html`${heading(1, title, 'l')}${join(sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`))}
${when(someSaved, () => html`<p class="govuk-body">${t.conflict.others}</p>`)}
${form({
  action: urls.evaluation.answer({ evaluation: evaluation.id }),
  hidden: ask.hidden(),
  content: html`${join(clashes.map((clash) => bothTexts(ask, clash)))}${button({ text: t.conflict.button, name: 'then', value: 'stay' })}`,
})}`
  return invalid({ title, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }, { keep: true })
}

function bothTexts(ask: SignedIn, { item, mine, stored }: Clash): Html {
  const t = textsIn(ask.language)
  const suffix = `-${item.id}`
  const lines = inWordsOf(stored, item.scale, t).map((line) => html`<p class="govuk-body">${line}</p>`)
  return html`<section class="q-conflict">${inset(html`<p class="govuk-body"><strong>${t.conflict.stored}</strong></p>${join(lines)}`)}
<p class="govuk-body"><strong>${t.conflict.mine}</strong> ${t.conflict.mineHint}</p>
${question({ item, given: mine, version: stored.version, savedAt: null, language: ask.language, level: 2, suffix })}
${radios({
  id: `keep${suffix}`,
  name: `keep${suffix}`,
  legend: t.conflict.choose,
  choices: [
    { value: 'mine', text: t.conflict.mineKept },
    { value: 'stored', text: t.conflict.storedKept },
  ],
  value: 'mine',
})}</section>`
}
