import type { Language } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { button } from '../../ui/buttons.ts'
import { searchField } from '../../ui/fields.ts'
import { form } from '../../ui/form.ts'
import { html, join, nothing, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { phaseTag } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { firstSentence, inFrench } from './content-words.ts'
import type { FoundItem } from './search-store.ts'
import type { ListedTheme } from './store.ts'
import { textsIn } from './texts.en.ts'
import { frequentSearches } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

/** Questions shown for one search; beyond, another word helps more than a longer list. */
export const mostFound = 30

export interface Found {
  words: string
  themes: readonly ListedTheme[]
  /** At most mostFound + 1, the last one telling that there are more. */
  items: readonly FoundItem[]
}

/** Every theme as a card; what was looked for stands above them. */
export function listPage(language: Language, themes: readonly ListedTheme[], found: Found | null): Page {
  const t = textsIn(language)
  const body = html`${heading(1, t.title)}<p class="govuk-body-l">${t.intro}</p>
${searchForm(t, found?.words ?? '')}
${found ? foundBlock(language, found) : groups(language, themes)}`
  return {
    title: found ? `${found.words}, ${t.title}` : t.title,
    body,
    here: 'frameworks',
    ...(found ? { breadcrumbs: [{ text: t.title, href: urls.frameworks.list() }] } : {}),
  }
}

function searchForm(t: Texts, words: string): Html {
  const often = frequentSearches.map((word) => html`<a class="govuk-link" href="${urls.frameworks.list({}, { q: word })}" lang="fr">${word}</a>`)
  return html`<search class="govuk-form-group">${form({
    action: urls.frameworks.list(),
    method: 'get',
    inline: true,
    content: html`${searchField({ id: 'q', name: 'q', label: t.search, value: words, hint: html`${t.often} ${join(often, ', ')}` })}${button({ text: t.searchButton, kind: 'secondary' })}`,
  })}</search>`
}

function groups(language: Language, themes: readonly ListedTheme[]): Html {
  const t = textsIn(language)
  if (themes.length === 0) return emptyPage({ title: t.empty, purpose: t.emptyHelp })
  const frameworks = Map.groupBy(themes, (theme) => theme.frameworkId)
  const several = [...frameworks.values()].filter((group) => group.length > 1)
  const alone = [...frameworks.values()].filter((group) => group.length === 1).flat()
  return html`${several.map((group) => frameworkGroup(language, group))}
${when(
  alone.length > 0,
  () =>
    html`<section>${heading(2, several.length > 0 ? t.others : t.foundThemes)}${cardList(
      alone.map((theme) => themeCard(language, theme)),
      'grid',
    )}</section>`,
)}`
}

function frameworkGroup(language: Language, group: readonly ListedTheme[]): Html {
  const t = textsIn(language)
  const first = group[0]
  if (!first) return nothing
  return html`<section>${heading(2, t.version(first.frameworkTitle, first.version))}
${cardList(
  group.map((theme) => themeCard(language, theme)),
  'grid',
)}
<p class="govuk-body"><a class="govuk-link" href="${urls.frameworks.show({ framework: first.frameworkId })}">${t.about(first.frameworkTitle)}</a></p></section>`
}

function themeCard(language: Language, theme: ListedTheme): Card {
  const t = textsIn(language)
  const size = theme.blank ? t.prompts(theme.items) : t.counts(theme.items)
  return {
    title: inFrench(theme.title, language),
    href: urls.frameworks.theme({ framework: theme.frameworkId, theme: theme.code }),
    meta: html`<span>${theme.code}</span><span>${size}</span>${when(theme.status === 'unconfirmed', () => tag(t.unconfirmed, 'attention'))}`,
    content: html`<p>${inFrench(firstSentence(theme.purpose), language)}</p>`,
  }
}

function foundBlock(language: Language, found: Found): Html {
  const t = textsIn(language)
  const items = found.items.slice(0, mostFound)
  const back = html`<p class="govuk-body"><a class="govuk-link" href="${urls.frameworks.list()}">${t.allThemes}</a></p>`
  if (found.themes.length + items.length === 0) {
    const example = frequentSearches[1]
    return html`${emptyPage({ title: t.nothing(found.words), purpose: t.nothingHelp, ...(example ? { example: { label: t.exampleLabel, text: html`<span lang="fr">${example}</span>` } } : {}) })}${back}`
  }
  return html`${heading(2, t.found(found.words, found.themes.length, items.length, found.items.length > mostFound), 'm')}
${when(
  found.themes.length > 0,
  () =>
    html`${heading(3, t.foundThemes, 's')}${cardList(
      found.themes.map((theme) => themeCard(language, theme)),
      'grid',
    )}`,
)}
${when(items.length > 0, () => html`${heading(3, t.foundQuestions, 's')}${cardList(items.map((item) => itemCard(language, item)))}`)}${back}`
}

function itemCard(language: Language, item: FoundItem): Card {
  const t = textsIn(language)
  const theme = urls.frameworks.theme({ framework: item.frameworkId, theme: item.themeCode })
  return {
    title: inFrench(item.statement, language),
    href: `${theme}#${item.code}`,
    level: 4,
    meta: html`${when(item.phase, () => (item.phase ? phaseTag(item.phase, t.phases[item.phase]) : nothing))}<span>${inFrench(item.themeTitle, language)}</span><span>${item.code}</span>`,
  }
}
