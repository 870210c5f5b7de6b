import { json, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { callout, emptyPage, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { moveId } from '../../organisations/references/rules.ts'
import { inFrench } from '../content-words.ts'
import type { FrameworkHeader, ThemeContent } from '../content.ts'
import { findFramework } from '../store.ts'
import type { Framework } from '../store.ts'
import { changeDraft } from './commands.ts'
import { findThemeIn, itemCodesOf, orderThemes } from './content-rules.ts'
import { findDraft } from './drafts-store.ts'
import type { Draft } from './drafts-store.ts'
import { pageOf, titleOf } from './form-page.ts'
import { formTextsIn } from './form-texts.en.ts'
import { stateTag } from './list-page.ts'
import { listWriters } from './lists-store.ts'
import { orderView } from './order-view.ts'
import { problemsOf } from './problems.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

/** A draft: its frame, its themes, and how far it is from being published. */
export async function showDraft(ask: SignedIn, draft: Draft): Promise<Answer> {
  const t = textsIn(ask.language).draft
  const title = titleOf(ask, draft)
  const { content } = draft
  const [base, parent] = [await findRelated(ask, draft.basedOnId), await findRelated(ask, draft.extendsId)]
  const editable = draft.state === 'draft'
  const body = html`${heading(1, inFrench(title, ask.language))}
<p class="govuk-body">${stateTag(ask, draft.state)} ${t.editionLine(content.version)} · ${textsIn(ask.language).counts(content.themes.length, itemCodesOf(content).length)}</p>
${when(base, () => html`<p class="govuk-body">${t.basedOn(base?.shortTitle ?? '', base?.version ?? '')}</p>`)}
${when(parent, () => html`<p class="govuk-body">${t.extending(parent?.shortTitle ?? '', parent?.version ?? '')}</p>`)}
${editable ? await readiness(ask, draft) : await inReview(ask, draft)}
${heading(2, t.frame, 'm')}${frame(ask, draft, editable)}
${heading(2, t.themes, 'm', 'themes')}${themeList(ask, draft, editable, parent)}
${when(editable && content.themes.length > 0, () => buttonGroup([linkButton({ text: t.addTheme, href: urls.drafts.newTheme({ draft: draft.id }), kind: 'secondary' })]))}
${when(base && editable, () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.drafts.changes({ draft: draft.id })}">${t.changes(base?.version ?? '')}</a></p>`)}
<p class="govuk-body"><a class="govuk-link" href="${urls.drafts.delete({ draft: draft.id })}">${t.deleteLink}</a></p>`
  const { breadcrumbs = [], ...shown } = pageOf(ask, draft, title, body)
  return page({ ...shown, breadcrumbs: breadcrumbs.slice(0, 1), scripts: ['order-list'] })
}

const findRelated = (ask: SignedIn, id: string | null): Promise<Framework | null> => (id ? findFramework(ask.db, id) : Promise.resolve(null))

async function readiness(ask: SignedIn, draft: Draft): Promise<Html> {
  const t = textsIn(ask.language).draft
  const { problems } = await problemsOf(ask, draft)
  const review = linkButton({ text: t.review, href: urls.drafts.review({ draft: draft.id }), kind: problems.length > 0 ? 'secondary' : 'primary' })
  return html`<p class="govuk-body">${problems.length > 0 ? t.remaining(problems.length) : t.ready}</p>${buttonGroup([review])}`
}

async function inReview(ask: SignedIn, draft: Draft): Promise<Html> {
  const t = textsIn(ask.language)
  const sender = (await listWriters(ask.db, draft.organisationId, ask.today)).find((writer) => writer.personId === draft.sentBy)
  return callout({
    title: t.draft.inReview,
    content: html`<p class="govuk-body">${t.draft.inReviewBy(sender?.name ?? t.list.somebody)}</p>${buttonGroup([
      linkButton({ text: t.draft.publishOrResume, href: urls.drafts.review({ draft: draft.id }) }),
    ])}`,
  })
}

function frame(ask: SignedIn, draft: Draft, editable: boolean): Html {
  const t = textsIn(ask.language)
  const { content } = draft
  const row = (key: string, value: Content, href: string) => ({
    key,
    value,
    action: editable ? { href, text: t.edit, about: key } : undefined,
  })
  return summaryList([
    row(
      t.draft.about,
      html`${inFrench(content.title, ask.language)}<br>${formTextsIn(ask.language).kinds[content.kind ?? 'guide'].text}`,
      urls.drafts.about({ draft: draft.id }),
    ),
    row(
      t.draft.source,
      inFrench([content.source.publisher, content.source.reference].filter(Boolean).join(', '), ask.language),
      urls.drafts.source({ draft: draft.id }),
    ),
    row(t.draft.scale, scaleLine(ask, content), urls.drafts.scale({ draft: draft.id })),
  ])
}

function scaleLine(ask: SignedIn, { scale, grades = [], conditions = [] }: FrameworkHeader): string {
  const t = textsIn(ask.language).draft
  const parts = [formTextsIn(ask.language).scales[scale.kind].text]
  if (grades.length > 0) parts.push(t.grades(grades.length))
  if (conditions.length > 0) parts.push(t.conditions(conditions.length))
  return parts.join(' · ')
}

function themeList(ask: SignedIn, draft: Draft, editable: boolean, parent: Framework | null): Html {
  const t = textsIn(ask.language)
  const { themes } = draft.content
  if (themes.length === 0)
    return emptyPage({
      title: t.draft.noThemeTitle,
      purpose: t.draft.noThemePurpose,
      example: { label: t.draft.noThemeLabel, text: html`<span lang="fr">${t.draft.noThemeExample}</span>` },
      step: linkButton({ text: t.draft.addTheme, href: urls.drafts.newTheme({ draft: draft.id }), kind: 'secondary' }),
      level: 3,
    })
  const place = (theme: ThemeContent) => ({ draft: draft.id, theme: theme.code })
  const title = (theme: ThemeContent): Html => html`<a class="govuk-link" href="${urls.drafts.theme(place(theme))}">${inFrench(theme.title, ask.language)}</a>`
  const head = (theme: ThemeContent): Html =>
    html`<span>${theme.code}</span> <span>· ${t.statements(theme.items.length)}</span> ${when(theme.status === 'unconfirmed', () => tag(t.theme.unconfirmed, 'attention'))}`
  if (!editable) return html`<ul class="govuk-list govuk-list--spaced">${themes.map((theme) => html`<li>${title(theme)}<br>${head(theme)}</li>`)}</ul>`
  return html`${when(parent, () => html`<p class="govuk-hint">${t.theme.fromParentHelp}</p>`)}${orderView(
    ask,
    urls.drafts.orderThemes({ draft: draft.id }),
    themes.map((theme) => ({
      code: theme.code,
      head: head(theme),
      text: title(theme),
      about: t.theme.about(theme.code),
      edit: urls.drafts.editTheme(place(theme)),
      move: urls.drafts.moveTheme(place(theme)),
      remove: urls.drafts.removeTheme(place(theme)),
    })),
  )}`
}

/** The whole order at once, as order-list sends it. */
export async function saveThemeOrder(ask: SignedIn, draft: Draft): Promise<Answer> {
  const result = await changeDraft(ask, draft, (now) => ({ content: orderThemes(now.content, ask.form.all('item')) }))
  if ('refused' in result) return ask.wantsJson ? json({ saved: false }, 409) : refusedPage(ask, draft, result.refused)
  return ask.wantsJson ? json({ saved: true }) : redirect(`${urls.drafts.show({ draft: draft.id })}#themes`)
}

export async function moveTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const code = ask.params['theme'] ?? ''
  const result = await changeDraft(ask, draft, (now) => {
    if (!findThemeIn(now.content, code)) return { refused: 'gone' }
    const codes = now.content.themes.map((theme) => theme.code)
    return { content: orderThemes(now.content, moveId(codes, code, ask.form.text('move') === 'up' ? 'up' : 'down')) }
  })
  return 'refused' in result ? refusedPage(ask, draft, result.refused) : redirect(`${urls.drafts.show({ draft: draft.id })}#line-${code}`)
}

/** The draft as it is now, after a refusal. */
export const latestOf = async (ask: SignedIn, draft: Draft): Promise<Draft> => (await findDraft(ask.db, draft.id)) ?? draft
