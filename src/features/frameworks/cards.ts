import type { Language } from '../../platform/language.ts'
import { html, nothing, when } from '../../ui/html.ts'
import type { Card } from '../../ui/lists.ts'
import { tag } from '../../ui/tags.ts'
import { phaseTag } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { firstSentence, inFrench } from './content-words.ts'
import type { FoundItem } from './search-store.ts'
import type { Framework, ListedTheme } from './store.ts'
import { textsIn } from './texts.en.ts'

export interface Sizes {
  themes: readonly ListedTheme[]
  items: number
}

export function sizesOf(all: readonly ListedTheme[], frameworkId: string): Sizes {
  const themes = all.filter((theme) => theme.frameworkId === frameworkId)
  return { themes, items: themes.reduce((sum, theme) => sum + theme.items, 0) }
}

export function themeCard(language: Language, theme: ListedTheme): Card {
  const t = textsIn(language)
  const size = theme.blank ? t.prompts(theme.items) : t.counts(theme.items)
  return {
    title: inFrench(theme.title, language),
    href: urls.frameworks.theme({ framework: theme.frameworkId, theme: theme.code }),
    meta: html`<span>${theme.code}</span><span>${size}</span>${when(theme.status === 'unconfirmed', () => tag(t.unconfirmed, 'attention'))}`,
    content: html`<p>${inFrench(firstSentence(theme.purpose), language)}</p>`,
  }
}

/** One framework on its card; the one that has a single theme leads straight to it. */
export function frameworkCard(language: Language, framework: Framework, { themes, items }: Sizes, owner: string | null): Card {
  const t = textsIn(language)
  const [only, ...others] = themes
  const alone = only && others.length === 0 && framework.kind === 'guide' && owner === null
  const by = owner ?? framework.award?.by ?? framework.source.publisher
  return {
    title: inFrench(framework.shortTitle, language),
    href: alone ? urls.frameworks.theme({ framework: framework.id, theme: only.code }) : urls.frameworks.show({ framework: framework.id }),
    meta: html`<span>${t.edition(framework.version)}</span><span>${t.size(themes.length, items)}</span>${when(framework.status === 'unconfirmed', () => tag(t.unconfirmed, 'attention'))}`,
    content: html`<p>${inFrench(framework.title, language)}</p><p class="q-missing">${inFrench(by, language)}</p>`,
  }
}

export function itemCard(language: Language, item: FoundItem): Card {
  const t = textsIn(language)
  const theme = urls.frameworks.theme({ framework: item.frameworkId, theme: item.themeCode })
  return {
    title: inFrench(item.statement, language),
    href: `${theme}#${item.code}`,
    level: 4,
    meta: html`${when(item.phase, () => (item.phase ? phaseTag(item.phase, t.phases[item.phase]) : nothing))}<span>${inFrench(item.frameworkTitle, language)}</span><span>${inFrench(item.themeTitle, language)}</span><span>${item.code}</span>`,
  }
}
