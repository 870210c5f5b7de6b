import { formatDate } from '../../platform/language.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { html, join } from '../../ui/html.ts'
import type { Content } from '../../ui/html.ts'
import { list } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { textsIn } from '../labels/texts.en.ts'
import type { Organisation } from '../organisations/store.ts'
import type { LabelLine } from './school-store.ts'

/** Labels of the school, one a line, with their state and their next date. */
export function labelLines(lines: readonly LabelLine[], school: Organisation, ask: SignedIn): Content {
  const t = textsIn(ask.language)
  const board = html`<p><a class="govuk-link" href="${urls.label.board({ organisation: school.id })}">${t.board.title}</a></p>`
  if (lines.length === 0)
    return html`<section aria-labelledby="labels">${heading(2, t.board.heading, 'm', 'labels')}<p class="q-missing">${t.board.lead}</p>${board}</section>`
  return html`<section aria-labelledby="labels">${heading(2, t.board.heading, 'm', 'labels')}${list(lines.map((line) => labelLine(line, school, ask)))}${board}</section>`
}

function labelLine(line: LabelLine, school: Organisation, ask: SignedIn): Content {
  const t = textsIn(ask.language)
  const dates = [
    ...(line.nextDueOn ? [t.board.dueOn(line.nextStep || t.board.columns.next, formatDate(line.nextDueOn, ask.language))] : []),
    ...(line.heldUntil ? [t.board.until(formatDate(line.heldUntil, ask.language))] : []),
  ]
  return html`<a class="govuk-link" href="${urls.label.show({ organisation: school.id, framework: line.frameworkId })}">${line.shortTitle}</a> ${tag(t.followStates[line.state], line.state === 'held' ? 'done' : 'active')}${
    dates.length > 0 ? html`<br><span class="q-missing">${join(dates, ' · ')}</span>` : ''
  }`
}
