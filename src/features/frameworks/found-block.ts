import type { Language } from '../../platform/language.ts'
import { html, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { itemCard, themeCard } from './cards.ts'
import type { FoundItem } from './search-store.ts'
import type { ListedTheme } from './store.ts'
import { textsIn } from './texts.en.ts'
import { frequentSearches } from './texts.fr.ts'

/** Questions shown for one search; beyond, another word helps more than a longer list. */
export const mostFound = 30

export interface Found {
  words: string
  themes: readonly ListedTheme[]
  /** At most mostFound + 1, the last one telling that there are more. */
  items: readonly FoundItem[]
}

/** What a search found, themes first; where to go when it found nothing. */
export function foundBlock(language: Language, found: Found): Html {
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
