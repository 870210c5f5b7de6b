import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Ask } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { findPublicReplies } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

/** What those who answered read, without an account; its address is told to them alone. */
export async function showPublicReplies(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language)
  const token = ask.params['token'] ?? ''
  const found = await findPublicReplies(ask.db, token)
  if (!found) return notFound()
  const pupils = ask.query.has('eleves')
  const line = (reply: (typeof found.replies)[number]): Html => html`<section class="q-widest">${heading(2, html`${t.said} : ${reply.said}`, 'm')}
<p class="govuk-body">${tag(t.kinds[reply.kind], reply.kind === 'done' ? 'done' : 'active')} ${pupils && reply.pupilWords ? reply.pupilWords : reply.done}</p></section>`
  const other = pupils
    ? { text: t.forAll, href: urls.survey.replyPage({ token }) }
    : { text: t.forPupils, href: urls.survey.replyPage({ token }, { eleves: '1' }) }
  const body = html`${heading(1, t.title)}<p class="q-lead">${found.school}. ${t.of(found.title, found.schoolYear)}</p><p class="govuk-body"><a class="govuk-link" href="${other.href}">${other.text}</a></p>${found.replies.map(line)}`
  return page({ title: t.title, body, plain: true })
}
