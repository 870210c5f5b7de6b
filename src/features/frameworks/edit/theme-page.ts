import { json, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { pagination } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { moveId } from '../../organisations/references/rules.ts'
import { inFrench } from '../content-words.ts'
import type { ItemContent, ThemeContent } from '../content.ts'
import { textsIn as frameworkTexts } from '../texts.en.ts'
import { changeDraft } from './commands.ts'
import { findItemIn, findThemeIn, orderItems } from './content-rules.ts'
import type { Draft } from './drafts-store.ts'
import { pageOf } from './form-page.ts'
import { orderView } from './order-view.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

/** A theme of a draft with its statements in order. */
export function showTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = findThemeIn(draft.content, ask.params['theme'] ?? '')
  if (!theme) return Promise.resolve(notFound())
  const t = textsIn(ask.language)
  const place = { draft: draft.id, theme: theme.code }
  const editable = draft.state === 'draft'
  const add = linkButton({ text: t.theme.add, href: urls.drafts.newStatement(place) })
  const body = html`${heading(1, inFrench(theme.title, ask.language))}
<p class="govuk-body">${theme.code} · ${t.statements(theme.items.length)} ${when(theme.status === 'unconfirmed', () => tag(t.theme.unconfirmed, 'attention'))}</p>
<p class="govuk-body-l">${inFrench(theme.purpose, ask.language)}</p>
${when(editable && theme.items.length > 0, () => buttonGroup([add, linkButton({ text: t.theme.edit, href: urls.drafts.editTheme(place), kind: 'secondary' })]))}
${theme.items.length > 0 ? statements(ask, draft, theme, editable) : empty(ask, editable ? add : nothing)}
${neighbours(ask, draft, theme)}`
  return Promise.resolve(page({ ...pageOf(ask, draft, theme.title, body), scripts: ['order-list'] }))
}

function empty(ask: SignedIn, step: Html): Html {
  const t = textsIn(ask.language).theme
  return emptyPage({
    title: t.emptyTitle,
    purpose: t.emptyPurpose,
    example: { label: t.emptyLabel, text: html`<span lang="fr">${t.emptyExample}</span>` },
    step,
  })
}

function statements(ask: SignedIn, draft: Draft, theme: ThemeContent, editable: boolean): Html {
  const t = textsIn(ask.language)
  if (!editable)
    return html`<ul class="govuk-list govuk-list--spaced">${theme.items.map((item) => html`<li>${head(ask, item)}<br>${inFrench(item.statement, ask.language)}</li>`)}</ul>`
  const place = (item: ItemContent) => ({ draft: draft.id, code: item.code })
  return orderView(
    ask,
    urls.drafts.orderStatements({ draft: draft.id, theme: theme.code }),
    theme.items.map((item) => ({
      code: item.code,
      head: head(ask, item),
      text: inFrench(item.statement, ask.language),
      about: t.theme.about(item.code),
      edit: urls.drafts.statement(place(item)),
      move: urls.drafts.moveStatement(place(item)),
      remove: urls.drafts.removeStatement(place(item)),
    })),
  )
}

function head(ask: SignedIn, item: ItemContent): Html {
  return html`<span>${item.code}</span> ${item.phase ? phaseTag(item.phase, frameworkTexts(ask.language).phases[item.phase]) : nothing} ${when(item.status === 'unconfirmed', () => tag(textsIn(ask.language).theme.unconfirmed, 'attention'))}`
}

function neighbours(ask: SignedIn, draft: Draft, theme: ThemeContent): Html {
  const { themes } = draft.content
  const t = textsIn(ask.language).theme
  if (themes.length < 2) return nothing
  const index = themes.findIndex((one) => one.code === theme.code)
  const link = (one: ThemeContent | undefined) => one && { href: urls.drafts.theme({ draft: draft.id, theme: one.code }), text: one.title }
  return pagination({ label: t.others, previous: link(themes[index - 1]), next: link(themes[index + 1]), position: t.position(index + 1, themes.length) })
}

/** The whole order at once, as order-list sends it. */
export async function saveStatementOrder(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = ask.params['theme'] ?? ''
  if (!findThemeIn(draft.content, theme)) return notFound()
  const result = await changeDraft(ask, draft, (now) => ({ content: orderItems(now.content, theme, ask.form.all('item')) }))
  if ('refused' in result) return ask.wantsJson ? json({ saved: false }, 409) : refusedPage(ask, draft, result.refused)
  return ask.wantsJson ? json({ saved: true }) : redirect(urls.drafts.theme({ draft: draft.id, theme }))
}

export async function moveStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const code = ask.params['code'] ?? ''
  const found = findItemIn(draft.content, code)
  if (!found) return notFound()
  const result = await changeDraft(ask, draft, (now) => {
    const here = findItemIn(now.content, code)
    if (!here) return { refused: 'gone' }
    const codes = here.theme.items.map((item) => item.code)
    return { content: orderItems(now.content, here.theme.code, moveId(codes, code, ask.form.text('move') === 'up' ? 'up' : 'down')) }
  })
  return 'refused' in result
    ? refusedPage(ask, draft, result.refused)
    : redirect(`${urls.drafts.theme({ draft: draft.id, theme: found.theme.code })}#line-${code}`)
}
