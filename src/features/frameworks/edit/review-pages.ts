import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { findOrganisation } from '../../organisations/store.ts'
import { inFrench } from '../content-words.ts'
import { changesSummary } from './changes-pages.ts'
import { removeDraft, resumeDraft, sendDraft } from './commands.ts'
import type { Draft } from './drafts-store.ts'
import { pageOf, titleOf } from './form-page.ts'
import { stateTag } from './list-page.ts'
import { listWriters } from './lists-store.ts'
import type { Writer } from './lists-store.ts'
import { changesOf, problemsOf } from './problems.ts'
import type { Told } from './problems.ts'
import { publishDraft } from './publish-commands.ts'
import { refusedPage } from './refusals.ts'
import { mayPublish, othersThan } from './review-rules.ts'
import { textsIn } from './texts.en.ts'

/** Points shown at once; the others appear when these are settled. */
const mostShown = 30

/** What would be published, what is missing, who reads it again, who will see it. */
export async function showReview(ask: SignedIn, draft: Draft): Promise<Answer> {
  const t = textsIn(ask.language).review
  const { problems, advice } = await problemsOf(ask, draft)
  const writers = await listWriters(ask.db, draft.organisationId, ask.today)
  const body = html`${heading(1, t.title)}<p class="govuk-body">${stateTag(ask, draft.state)} ${inFrench(draft.content.title, ask.language)}</p>
${problems.length > 0 ? html`${heading(2, t.problems, 'm')}${told(ask, problems)}` : html`${heading(2, t.ready, 'm')}<p class="govuk-body">${t.readyText}</p>`}
${when(advice.length > 0, () => details({ summary: t.advice(advice.length), content: told(ask, advice), quiet: true }))}
${await preview(ask, draft)}
${inset(html`<p>${await reachOf(ask, draft)}</p><p>${t.frozen}</p>`)}
${draft.state === 'draft' ? sendForm(ask, draft, problems, writers) : publishForm(ask, draft, problems, writers)}`
  return page(pageOf(ask, draft, t.title, body))
}

function told(ask: SignedIn, points: readonly Told[]): Html {
  const words = textsIn(ask.language)
  const t = words.review
  const line = ({ where, text, href }: Told): Html =>
    html`<strong>${where}</strong>${words.colon} ${text} <a class="govuk-link" href="${href}">${t.mend}<span class="govuk-visually-hidden"> (${where})</span></a>`
  return html`${list(points.slice(0, mostShown).map(line))}${when(points.length > mostShown, () => html`<p class="govuk-body">${t.more(points.length - mostShown)}</p>`)}`
}

async function preview(ask: SignedIn, draft: Draft): Promise<Html> {
  const t = textsIn(ask.language)
  const changes = await changesOf(ask, draft)
  const themes = draft.content.themes.map((theme) =>
    details({
      summary: inFrench(t.review.themeLine(theme.code, theme.title, theme.items.length), ask.language),
      content: html`<p>${inFrench(theme.purpose, ask.language)}</p>${list(theme.items.map((item) => inFrench(item.statement, ask.language)))}`,
    }),
  )
  const comparison = html`${heading(3, t.review.changes, 's')}${changesSummary(ask, changes)}
<p class="govuk-body"><a class="govuk-link" href="${urls.drafts.changes({ draft: draft.id })}">${t.review.changes}</a></p>`
  return html`${heading(2, t.review.shown, 'm')}${themes}${when(changes.length > 0, () => comparison)}`
}

async function reachOf(ask: SignedIn, draft: Draft): Promise<string> {
  const { reach } = textsIn(ask.language).review
  switch ((await findOrganisation(ask.db, draft.organisationId))?.kind) {
    case 'school':
      return reach.school
    case 'authority':
      return reach.authority
    case 'nation':
      return reach.nation
    default:
      return reach.other
  }
}

const namesOf = (writers: readonly Writer[]): string => writers.map((writer) => writer.name).join(', ')

function sendForm(ask: SignedIn, draft: Draft, problems: readonly Told[], writers: readonly Writer[]): Content {
  const t = textsIn(ask.language).review
  if (problems.length > 0) return nothing
  const others = othersThan(ask.caller.personId, writers)
  return form({
    action: urls.drafts.send({ draft: draft.id }),
    hidden: ask.hidden(),
    content: html`<p class="govuk-body">${others.length > 0 ? t.sendHelp(namesOf(others)) : t.aloneHelp}</p>${buttonGroup([button({ text: t.send })])}`,
  })
}

function publishForm(ask: SignedIn, draft: Draft, problems: readonly Told[], writers: readonly Writer[]): Html {
  const t = textsIn(ask.language).review
  const resume = button({ text: t.resume, kind: 'secondary', formAction: urls.drafts.resume({ draft: draft.id }) })
  const may = mayPublish(draft.sentBy, ask.caller.personId, writers)
  const isOwn = draft.sentBy === ask.caller.personId
  const words = may ? (isOwn ? t.aloneNotice : null) : t.waiting(namesOf(othersThan(ask.caller.personId, writers)))
  return html`${when(words, () => callout({ title: textsIn(ask.language).draft.inReview, content: html`<p class="govuk-body">${words}</p>` }))}${form({
    action: urls.drafts.publish({ draft: draft.id }),
    hidden: ask.hidden(),
    content: buttonGroup([may && problems.length === 0 ? button({ text: t.publish }) : nothing, resume]),
  })}`
}

export async function saveSend(ask: SignedIn, draft: Draft): Promise<Answer> {
  if ((await problemsOf(ask, draft)).problems.length > 0) return refusedPage(ask, draft, 'not-complete')
  const result = await sendDraft(ask, draft)
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.review({ draft: draft.id }), textsIn(ask.language).review.sent)
}

export async function saveResume(ask: SignedIn, draft: Draft): Promise<Answer> {
  const result = await resumeDraft(ask, draft)
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.show({ draft: draft.id }), textsIn(ask.language).review.resumed)
}

export async function savePublish(ask: SignedIn, draft: Draft): Promise<Answer> {
  const result = await publishDraft(ask, draft)
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.frameworks.show({ framework: result.published }), textsIn(ask.language).review.published)
}

export function showDelete(ask: SignedIn, draft: Draft): Promise<Answer> {
  const t = textsIn(ask.language)
  const title = t.delete.title(titleOf(ask, draft))
  const body = html`${heading(1, title)}<p class="govuk-body">${t.delete.intro}</p>${form({
    action: urls.drafts.delete({ draft: draft.id }),
    hidden: ask.hidden(),
    content: buttonGroup([
      button({ text: t.delete.button, kind: 'harm' }),
      linkButton({ text: t.cancel, href: urls.drafts.show({ draft: draft.id }), kind: 'quiet' }),
    ]),
  })}`
  return Promise.resolve(page(pageOf(ask, draft, title, body)))
}

export async function saveDelete(ask: SignedIn, draft: Draft): Promise<Answer> {
  const result = await removeDraft(ask, draft)
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.list({ organisation: draft.organisationId }), textsIn(ask.language).delete.done)
}
