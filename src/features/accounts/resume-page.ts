import { formatNumber } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { button, linkButton } from '../../ui/buttons.ts'
import { form, hiddenField } from '../../ui/form.ts'
import { html, join, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { isAuthor, onwardFields } from './onward.ts'
import type { Kept } from './onward.ts'
import { textsIn } from './words.ts'

/** Characters of each text shown for rereading; all of it is kept. */
const longestShown = 3000

/** Shows again what was being sent when the session ended, to its author only, who saves it herself. */
export function resumePage(ask: SignedIn, kept: Kept): Page {
  const t = textsIn(ask.language).resume
  return { title: isAuthor(ask, kept) ? t.title : t.otherTitle, body: resumeContent(ask, kept, 1), plain: true }
}

export function resumeContent(ask: SignedIn, kept: Kept, level: 1 | 2): Html {
  const t = textsIn(ask.language).resume
  if (!isAuthor(ask, kept)) return otherAuthor(ask, kept, level)
  const texts = kept.entries.filter(([, value]) => isProse(value))
  const choices = kept.entries.length > texts.length
  return html`${heading(level, t.title)}<p class="govuk-body">${t.intro}</p>
${join(texts.map(([name, value]) => keptText(ask, name, value)))}
${when(choices && texts.length > 0, () => html`<p class="govuk-body">${t.choices}</p>`)}
${form({
  action: kept.to,
  hidden: ask.hidden(),
  content: html`${join(kept.entries.map(([name, value]) => hiddenField({ name, value })))}${button({ text: t.button })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.myPage()}">${t.abandon}</a></p>`
}

/** What a person wrote, as opposed to choices, versions, ids and other marks of the form. */
const isProse = (value: string): boolean => /\p{L}/u.test(value) && (/\s/.test(value) || /^[\p{L}’'-]{1,30}$/u.test(value)) && !/^[a-z-]+$/.test(value)

function keptText(ask: SignedIn, name: string, value: string): Html {
  const t = textsIn(ask.language)
  // Where a page holds several of a kind, the name ends with an id.
  const plain = name.replace(/[-_:.]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')
  const label = Object.entries(t.keptFields).find(([field]) => field === plain)?.[1]
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
  return html`${when(label, () => heading(2, label ?? '', 's'))}${inset(html`${join(shown.split('\n'), html`<br>`)}`)}
${when(value.length > longestShown, () => html`<p class="govuk-hint">${t.resume.shortened(formatNumber(value.length, ask.language))}</p>`)}`
}

function otherAuthor(ask: SignedIn, kept: Kept, level: 1 | 2): Html {
  const t = textsIn(ask.language).resume
  return html`${heading(level, t.otherTitle)}<p class="govuk-body">${t.other(ask.caller.name)}</p><p class="govuk-body">${t.otherKept}</p>
${form({ action: urls.signInResume(), hidden: ask.hidden(), files: true, content: html`${onwardFields({ next: urls.home(), kept })}${button({ text: t.leave, kind: 'secondary' })}` })}
<p class="govuk-body">${linkButton({ text: t.goOn, href: urls.myPage() })}</p>`
}
