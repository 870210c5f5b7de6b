import type { Language } from '../../../platform/language.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { searchField, select } from '../../../ui/fields.ts'
import { form, hiddenField } from '../../../ui/form.ts'
import type { Hidden } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, tabs } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import { phaseSign, phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import type { ListedTheme } from '../../frameworks/store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { addsTo, bankQuery } from './bank.ts'
import type { Bank, BankItem } from './bank.ts'
import { themeGroups, themeValue } from './settings.ts'
import type { EvaluationTheme } from './settings-store.ts'
import { textsIn } from './texts.en.ts'

interface Shown {
  evaluation: Evaluation
  bank: Bank
  themes: readonly ListedTheme[]
  own: readonly EvaluationTheme[]
  items: readonly EvaluationItem[]
  hidden: () => Hidden[]
  language: Language
}

/** The left half of the composer: sheets by theme and quarter, a search through all, and the other ways to add a question. */
export function bankView(shown: Shown): Html {
  const t = textsIn(shown.language).compose
  return html`<section class="q-bank" aria-labelledby="bank">${heading(2, t.bank, 'm', 'bank')}
${searchForm(shown)}${themeForm(shown)}${phaseTabs(shown)}
${when(shown.bank.view.words, () => html`<p class="govuk-body">${t.found(shown.bank.view.words, shown.bank.counts.all)} <a class="govuk-link" href="${urls.evaluation.compose({ evaluation: shown.evaluation.id })}">${t.leaveSearch}</a></p>`)}
${shown.bank.theme?.blank ? prompts(shown) : choices(shown)}
${otherWays(shown)}</section>`
}

function searchForm({ evaluation, bank, language }: Shown): Html {
  const t = textsIn(language).compose
  return form({
    action: urls.evaluation.compose({ evaluation: evaluation.id }),
    method: 'get',
    inline: true,
    content: html`${searchField({ id: 'bank-words', name: 'mot', label: t.search, value: bank.view.words })}${button({ text: t.searchButton, kind: 'secondary' })}`,
  })
}

function themeForm({ evaluation, bank, themes, own, language }: Shown): Html {
  const t = textsIn(language).compose
  const chosen = new Set(own.map(themeValue))
  const option = (theme: ListedTheme) => ({ value: themeValue(theme), text: `${theme.code} ${theme.title}` })
  const others = themes.filter((theme) => !chosen.has(themeValue(theme)) && !themes.some((one) => addsTo(theme, one)))
  const groups = [
    { label: t.chosenThemes, options: themes.filter((theme) => chosen.has(themeValue(theme))).map(option) },
    ...themeGroups(others).map((group) => ({ label: group.title, options: group.themes.map(option) })),
  ].filter((group) => group.options.length > 0)
  return form({
    action: urls.evaluation.compose({ evaluation: evaluation.id }),
    method: 'get',
    inline: true,
    content: html`${select({ id: 'bank-theme', name: 'theme', label: t.theme, value: bank.view.theme, options: groups })}${button({ text: t.show, kind: 'secondary' })}`,
  })
}

function phaseTabs({ evaluation, bank, language }: Shown): Html {
  const t = textsIn(language).compose
  if (bank.counts.all > 0 && phases.every((phase) => bank.counts[phase] === 0)) return nothing
  const words = evaluationTexts(language).phases
  const href = (phase: Phase | null): string => `${urls.evaluation.compose({ evaluation: evaluation.id }, bankQuery({ ...bank.view, phase }))}#bank`
  return tabs(t.phasesLabel, [
    { href: href(null), text: t.allPhases, current: bank.view.phase === null, count: bank.counts.all },
    ...phases.map((phase) => ({ href: href(phase), text: phaseTag(phase, words[phase]), current: bank.view.phase === phase, count: bank.counts[phase] })),
  ])
}

function choices(shown: Shown): Html {
  const { evaluation, bank, language } = shown
  const t = textsIn(language).compose
  if (bank.items.length === 0) return bank.view.words ? nothing : html`<p class="govuk-body">${t.none}</p>`
  const present = new Set(shown.items.map((item) => `${item.frameworkId}:${item.originCode}`))
  const free = bank.items.filter((item) => !present.has(valueOf(item)))
  const taken = takenList(
    bank.items.filter((item) => present.has(valueOf(item))),
    language,
  )
  if (free.length === 0) return html`<p class="govuk-body">${t.allTaken}</p>${taken}`
  const groups = [...phases, null].map((phase) => ({ phase, items: free.filter((item) => item.phase === phase) })).filter((group) => group.items.length > 0)
  return html`${form({
    action: urls.evaluation.addItems({ evaluation: evaluation.id }),
    hidden: [...shown.hidden(), ...Object.entries(bankQuery(bank.view)).flatMap(([name, value]) => (value ? [{ name, value }] : []))],
    content: html`${join(groups.map((group) => phaseChoices(group.phase, group.items, shown)))}
${join(free.map((item) => hiddenField({ name: 'shown', value: valueOf(item) })))}
${buttonGroup([button({ text: t.add, kind: 'secondary' }), button({ text: t.addAll, kind: 'quiet', name: 'all', value: 'yes' })])}
${when(bank.theme, () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.frameworks.theme({ framework: bank.theme?.frameworkId ?? '', theme: bank.theme?.code ?? '' })}">${t.readSheet}</a></p>`)}`,
  })}${taken}`
}

/** Those already picked, out of the way. */
const takenList = (items: readonly BankItem[], language: Language): Content =>
  when(items.length > 0, () =>
    details({ summary: textsIn(language).compose.taken(items.length), content: list(items.map((item) => item.statement)), quiet: true }),
  )

const valueOf = (item: BankItem): string => `${item.frameworkId}:${item.code}`

function phaseChoices(phase: Phase | null, items: readonly BankItem[], { bank, language }: Shown): Html {
  const t = textsIn(language).compose
  return checkboxes({
    id: `bank-${phase ?? 'other'}`,
    name: 'item',
    small: true,
    legend: phase ? html`${phaseSign(phase)} ${evaluationTexts(language).phases[phase]}` : t.outsideCycle,
    choices: items.map((item) => ({ value: valueOf(item), text: item.statement, hint: hintOf(item, bank, language) })),
  })
}

function hintOf(item: BankItem, bank: Bank, language: Language): string | undefined {
  const t = textsIn(language).compose
  if (item.addedBy) return t.addedBy(item.addedBy)
  return bank.view.words ? t.fromFramework(item.frameworkTitle, item.themeCode, item.themeTitle) : undefined
}

/** A sheet to fill oneself gives prompts: each opens the form of one's own question. */
function prompts({ evaluation, bank, language }: Shown): Html {
  const t = textsIn(language).compose
  const line = (item: BankItem): Content =>
    html`<p class="govuk-body">${phaseSign(item.phase ?? 'plan', 16)} ${item.statement}</p>${linkButton({
      text: t.write,
      kind: 'secondary',
      about: `(${item.code})`,
      href: urls.evaluation.addOwnItem({ evaluation: evaluation.id }, { amorce: valueOf(item) }),
    })}`
  return html`<p class="govuk-body">${t.prompts}</p><ul class="govuk-list q-prompts">${bank.items.map((item) => html`<li>${line(item)}</li>`)}</ul>`
}

function otherWays({ evaluation, language }: Shown): Html {
  const t = textsIn(language).compose
  const here = { evaluation: evaluation.id }
  const link = (text: string, href: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
  return html`${heading(3, t.more, 's')}${list([
    link(t.own, urls.evaluation.addOwnItem(here)),
    link(t.fromReferences, urls.evaluation.addReferences(here)),
    link(t.fromModel, urls.evaluation.useModel(here)),
  ])}`
}
