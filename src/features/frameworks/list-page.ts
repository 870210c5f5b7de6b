import type { Language } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { button, buttonGroup, linkButton } from '../../ui/buttons.ts'
import { searchField } from '../../ui/fields.ts'
import { form } from '../../ui/form.ts'
import { html, join, nothing, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { frameworkKinds } from './content.ts'
import { frameworkCard, sizesOf, themeCard } from './cards.ts'
import { foundBlock } from './found-block.ts'
import type { Found } from './found-block.ts'
import type { Framework, ListedTheme } from './store.ts'
import { textsIn } from './texts.en.ts'
import { frequentSearches } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'
import type { WritingPlace } from './writing-doors.ts'

export interface Shelf {
  themes: readonly ListedTheme[]
  /** In force, in our order. */
  frameworks: readonly Framework[]
  ownerNames: ReadonlyMap<string, string>
  places: readonly WritingPlace[]
}

/** Our own sheets as cards, then every other framework by kind; what was looked for stands in their place. */
export function listPage(language: Language, shelf: Shelf, found: Found | null): Page {
  const t = textsIn(language)
  const body = html`${heading(1, t.title)}<p class="govuk-body-l">${t.intro}</p>
${searchForm(t, found?.words ?? '')}
${found ? foundBlock(language, found) : groups(language, shelf)}`
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

interface Group {
  id: string
  title: string
  lead: string
  cards: readonly Card[]
  more?: Content
}

function groups(language: Language, shelf: Shelf): Html {
  const t = textsIn(language)
  if (shelf.themes.length === 0) return emptyPage({ title: t.empty, purpose: t.emptyHelp })
  const shown = [ownSheets(language, shelf), written(language, shelf), ...frameworkKinds.map((kind) => ofKind(language, shelf, kind))].filter(
    (group) => group.cards.length > 0,
  )
  const jump = shown.map((group) => html`<a class="govuk-link" href="#${group.id}">${group.title}</a>`)
  return html`<p class="govuk-body">${t.jump} ${join(jump, ', ')}</p>
${writingButtons(t, shelf.places)}
${shown.map(
  (group) =>
    html`<section>${heading(2, group.title, 'l', group.id)}${when(group.lead, () => html`<p class="govuk-body">${group.lead}</p>`)}${cardList(group.cards, 'grid')}${group.more ?? nothing}</section>`,
)}`
}

function writingButtons(t: Texts, places: readonly WritingPlace[]): Html {
  const buttons = places.map(({ organisationId, name }) =>
    linkButton({ text: places.length > 1 ? t.writeAt(name) : t.write, href: urls.drafts.list({ organisation: organisationId }), kind: 'secondary' }),
  )
  return buttonGroup([...buttons, linkButton({ text: t.crosswalks, href: urls.crosswalks.list(), kind: 'quiet' })])
}

const isOurs = (one: { ownerId: string | null; framework: string }): boolean => one.ownerId === null && one.framework === 'qualeduc'

/** The sheets that teams begin with, theme by theme. */
function ownSheets(language: Language, { themes, frameworks }: Shelf): Group {
  const t = textsIn(language)
  const ours = frameworks.find(isOurs)
  return {
    id: 'qualeduc',
    title: ours ? t.version(ours.shortTitle, ours.version) : '',
    lead: '',
    cards: themes.filter(isOurs).map((theme) => themeCard(language, theme)),
    more: when(
      ours,
      () =>
        html`<p class="govuk-body"><a class="govuk-link" href="${urls.frameworks.show({ framework: ours?.id ?? '' })}">${t.about(ours?.shortTitle ?? '')}</a></p>`,
    ),
  }
}

const written = (language: Language, shelf: Shelf): Group => ({
  id: 'written',
  title: textsIn(language).ownGroup,
  lead: textsIn(language).ownLead,
  cards: shelf.frameworks.filter((framework) => framework.ownerId !== null).map((framework) => cardOf(language, shelf, framework)),
})

const ofKind = (language: Language, shelf: Shelf, kind: Framework['kind']): Group => ({
  id: kind,
  title: textsIn(language).groups[kind],
  lead: textsIn(language).groupLeads[kind],
  cards: shelf.frameworks
    .filter((framework) => framework.kind === kind && framework.ownerId === null && !isOurs(framework))
    .map((framework) => cardOf(language, shelf, framework)),
})

function cardOf(language: Language, { themes, ownerNames }: Shelf, framework: Framework): Card {
  const owner = framework.ownerId === null ? null : (ownerNames.get(framework.ownerId) ?? null)
  return frameworkCard(language, framework, sizesOf(themes, framework.id), owner)
}
