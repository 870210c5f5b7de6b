import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listWriters } from '../../frameworks/edit/lists-store.ts'
import type { Writer } from '../../frameworks/edit/lists-store.ts'
import { mayPublish, othersThan } from '../../frameworks/edit/review-rules.ts'
import { listFrameworkItems } from '../../frameworks/store.ts'
import { listCrosswalkGaps, listCrosswalkLinks } from '../read/crosswalks-store.ts'
import type { Crosswalk } from '../read/crosswalks-store.ts'
import { stateTag } from '../read/list-page.ts'
import { settledCodes } from '../read/sides-rules.ts'
import { publishCrosswalk, removeCrosswalk, resumeCrosswalk, sendCrosswalk } from './commands.ts'
import type { Result } from './commands.ts'
import { pageOf, refusedPage } from './refusals.ts'
import type { RefusalName } from './refusals.ts'
import { textsIn } from './texts.en.ts'

/** What would be published, what was not looked at, who reads it again. */
export async function showReview(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const t = textsIn(ask.language).review
  const place = { crosswalk: crosswalk.id }
  const writers = await listWriters(ask.db, crosswalk.organisationId, ask.today)
  const body = html`${heading(1, t.title)}<p class="govuk-body">${stateTag(ask, crosswalk)} ${t.counts(crosswalk.links, crosswalk.gaps)}</p>
${crosswalk.links === 0 ? html`<p class="govuk-body">${t.empty} <a class="govuk-link" href="${urls.crosswalks.work(place)}">${t.goOn}</a></p>` : await toLookAt(ask, crosswalk)}
<p class="govuk-body"><a class="govuk-link" href="${urls.crosswalks.show(place)}">${t.read}</a></p>
${inset(html`<p>${t.reach}</p><p>${t.frozen}</p>`)}
${crosswalk.state === 'draft' ? sendForm(ask, crosswalk, writers) : publishForm(ask, crosswalk, writers)}`
  return page(pageOf(ask, crosswalk, t.title, body))
}

async function toLookAt(ask: SignedIn, crosswalk: Crosswalk): Promise<Html> {
  const t = textsIn(ask.language).review
  const [links, gaps] = [await listCrosswalkLinks(ask.db, crosswalk.id), await listCrosswalkGaps(ask.db, crosswalk.id)]
  const lines: string[] = []
  for (const side of ['from', 'to'] as const) {
    const settled = settledCodes(links, gaps, side)
    const rest = (await listFrameworkItems(ask.db, crosswalk[side].id)).filter((item) => !settled.has(item.code)).length
    if (rest > 0) lines.push(t.todo(rest, crosswalk[side].title))
  }
  return html`${when(lines.length > 0, () => list(lines))}`
}

const namesOf = (writers: readonly Writer[]): string => writers.map((writer) => writer.name).join(', ')

function sendForm(ask: SignedIn, crosswalk: Crosswalk, writers: readonly Writer[]): Html {
  const t = textsIn(ask.language).review
  if (crosswalk.links === 0) return nothing
  const others = othersThan(ask.caller.personId, writers)
  const goOn = linkButton({ text: t.goOn, href: urls.crosswalks.work({ crosswalk: crosswalk.id }), kind: 'quiet' })
  return form({
    action: urls.crosswalks.send({ crosswalk: crosswalk.id }),
    hidden: ask.hidden(),
    content: html`<p class="govuk-body">${others.length > 0 ? t.sendHelp(namesOf(others)) : t.aloneHelp}</p>${buttonGroup([button({ text: t.send }), goOn])}`,
  })
}

function publishForm(ask: SignedIn, crosswalk: Crosswalk, writers: readonly Writer[]): Html {
  const t = textsIn(ask.language).review
  const isOwn = crosswalk.sentBy === ask.caller.personId
  const may = mayPublish(crosswalk.sentBy, ask.caller.personId, writers)
  const words = may ? (isOwn ? t.aloneNotice : null) : t.waiting(namesOf(othersThan(ask.caller.personId, writers)))
  const resume = button({ text: t.resume, kind: 'secondary', formAction: urls.crosswalks.resume({ crosswalk: crosswalk.id }) })
  return html`${when(words, () => callout({ title: t.waitingTitle, content: html`<p class="govuk-body">${words}</p>` }))}${form({
    action: urls.crosswalks.publish({ crosswalk: crosswalk.id }),
    hidden: ask.hidden(),
    content: buttonGroup([may ? button({ text: t.publish }) : nothing, resume]),
  })}`
}

const answer = (ask: SignedIn, crosswalk: Crosswalk, result: Result, to: string, notice: string): Answer =>
  'saved' in result ? redirect(to, notice) : refusedPage(ask, crosswalk, nameOf(result.refused))

/** Nobody's own text is at stake on these pages: what changed meanwhile is that it is no longer being written. */
const nameOf = (refused: Extract<Result, { refused: unknown }>['refused']): RefusalName => (refused === 'changed-meanwhile' ? 'not-writing' : refused)

export const saveSend = async (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  answer(ask, crosswalk, await sendCrosswalk(ask, crosswalk), urls.crosswalks.review({ crosswalk: crosswalk.id }), textsIn(ask.language).review.sent)

export const saveResume = async (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  answer(ask, crosswalk, await resumeCrosswalk(ask, crosswalk), urls.crosswalks.work({ crosswalk: crosswalk.id }), textsIn(ask.language).review.resumed)

export const savePublish = async (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  answer(ask, crosswalk, await publishCrosswalk(ask, crosswalk), urls.crosswalks.show({ crosswalk: crosswalk.id }), textsIn(ask.language).review.published)

export function showDelete(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const t = textsIn(ask.language)
  const body = html`${heading(1, t.delete.title)}<p class="govuk-body">${t.delete.intro}</p>${form({
    action: urls.crosswalks.delete({ crosswalk: crosswalk.id }),
    hidden: ask.hidden(),
    content: buttonGroup([
      button({ text: t.delete.button, kind: 'harm' }),
      linkButton({ text: t.cancel, href: urls.crosswalks.work({ crosswalk: crosswalk.id }), kind: 'quiet' }),
    ]),
  })}`
  return Promise.resolve(page(pageOf(ask, crosswalk, t.delete.title, body)))
}

export const saveDelete = async (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  answer(ask, crosswalk, await removeCrosswalk(ask, crosswalk), urls.crosswalks.list(), textsIn(ask.language).delete.done)
