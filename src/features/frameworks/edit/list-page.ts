import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { textsIn as frameworkTexts } from '../texts.en.ts'
import { listDrafts, listOwnFrameworks } from './lists-store.ts'
import type { ListedDraft, OwnFramework } from './lists-store.ts'
import type { DraftState } from './tables.ts'
import { textsIn } from './texts.en.ts'

/** What an organisation writes and has published. */
export async function showDrafts(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).list
  const [drafts, published] = [await listDrafts(ask.db, organisation.id), await listOwnFrameworks(ask.db, organisation.id)]
  const start = linkButton({ text: t.start, href: urls.drafts.start({ organisation: organisation.id }) })
  const imported = linkButton({ text: t.import, href: urls.exchange.import({ organisation: organisation.id }), kind: 'secondary' })
  const isEmpty = drafts.length + published.length === 0
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p><p class="govuk-body">${organisation.name}</p>
${isEmpty ? emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyLabel, text: t.emptyExample }, step: buttonGroup([start, imported]) }) : buttonGroup([start, imported])}
${section(
  t.drafts,
  drafts.map((draft) => draftCard(ask, draft)),
)}
${section(
  t.published,
  published.map((framework) => ownCard(ask, organisation, framework)),
)}
<p class="govuk-body"><a class="govuk-link" href="${urls.crosswalks.list()}">${t.crosswalks}</a></p>`
  return page({ title: t.title, body, here: 'frameworks', breadcrumbs: [{ text: frameworkTexts(ask.language).title, href: urls.frameworks.list() }] })
}

const section = (title: string, cards: readonly Card[]): Html =>
  cards.length > 0 ? html`<section>${heading(2, title, 'm')}${cardList(cards)}</section>` : nothing

export const stateTag = (ask: SignedIn, state: DraftState): Html =>
  tag(textsIn(ask.language).states[state], ({ draft: 'active', review: 'attention', published: 'done' } as const)[state])

function draftCard(ask: SignedIn, draft: ListedDraft): Card {
  const t = textsIn(ask.language)
  return {
    title: draft.title || t.untitled,
    href: urls.drafts.show({ draft: draft.id }),
    meta: html`${stateTag(ask, draft.state)} <span>${t.draft.editionLine(draft.edition)}</span><span>${t.counts(draft.themes, draft.items)}</span>`,
    content: html`${when(draft.extendsTitle, () => html`<p>${t.list.additionsTo(draft.extendsTitle ?? '')}</p>`)}
<p>${t.list.updated(formatDate(draft.updatedAt, ask.language), draft.updatedBy ?? t.list.somebody)}</p>`,
  }
}

function ownCard(ask: SignedIn, organisation: Organisation, framework: OwnFramework): Card {
  const t = textsIn(ask.language)
  return {
    title: framework.shortTitle,
    href: urls.frameworks.show({ framework: framework.id }),
    meta: html`${stateTag(ask, 'published')} <span>${t.draft.editionLine(framework.version)}</span>`,
    content: when(framework.extendsTitle, () => html`<p>${t.list.additionsTo(framework.extendsTitle ?? '')}</p>`),
    actions: postButton({
      text: t.list.nextEdition,
      about: framework.shortTitle,
      kind: 'quiet',
      action: urls.drafts.start({ organisation: organisation.id }),
      hidden: [...ask.hidden(), { name: 'from', value: 'edition' }, { name: 'framework', value: framework.id }],
    }),
  }
}
