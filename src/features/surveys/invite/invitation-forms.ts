import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { groupBreakdowns } from '../campaign/part-rules.ts'
import { hereOf } from '../store.ts'
import type { Part, Place } from '../store.ts'
import type { Groups } from '../tables.ts'
import { countField } from './invitation-rules.ts'
import type { RefusedLine } from './invitation-rules.ts'
import { textsIn } from './texts.en.ts'

/** A form that comes back as it was typed, with its reason. */
export interface Refilled {
  partId: string
  counts: readonly string[]
  chosen: Groups
  mails: string
  refused: readonly RefusedLine[]
  error: FormError
}

export const otherGroupField = (code: string): string => `other-${code}`

export const groupWords = (groups: Groups): string => Object.values(groups).join(', ')

/** How many codes to print: a number for each group of the first breakdown; the other breakdowns are the same for all of them. */
export function codesForm(ask: SignedIn, place: Place, part: Part, refilled: Refilled | null): Html {
  const t = textsIn(ask.language)
  const [first, ...others] = groupBreakdowns(part.breakdowns)
  const error = errorsBy(refilled ? [refilled.error] : [], t.errorPrefix)
  const fields = (first?.groups ?? ['']).map((group, index) => {
    const name = countField(index)
    const label = group ? t.invitations.countOf(group) : t.invitations.count
    return textField({
      id: `${name}-${part.id}`,
      name,
      label,
      value: refilled?.counts[index] ?? '',
      width: 4,
      inputmode: 'numeric',
      autocomplete: 'off',
      error: error(name),
    })
  })
  const selects = others.map(({ code, title, groups }) => {
    const options = [{ value: '', text: t.invitations.unknown }, ...groups.map((group) => ({ value: group, text: group }))]
    const name = otherGroupField(code)
    return select({ id: `${name}-${part.id}`, name, label: t.invitations.forAll(title), value: refilled?.chosen[code], options })
  })
  return html`${heading(3, t.invitations.paperTitle, 's')}${form({
    action: urls.survey.invitations(hereOf(place)),
    hidden: [...ask.hidden(), { name: 'part', value: part.id }],
    label: t.invitations.paperTitle,
    content: html`${selects}${fields}${buttonGroup([button({ text: t.invitations.make, kind: 'secondary' })])}`,
  })}`
}

export function mailsForm(ask: SignedIn, place: Place, part: Part, refilled: Refilled | null): Html {
  const t = textsIn(ask.language)
  const groups = groupBreakdowns(part.breakdowns).map((one) => one.groups.slice(0, 6).join(', '))
  const error = errorsBy(refilled ? [refilled.error] : [], t.errorPrefix)
  return html`${heading(3, t.invitations.mailTitle, 's')}<p class="govuk-body">${t.invitations.mailsNote}</p>${form({
    action: urls.survey.invitations(hereOf(place)),
    hidden: [...ask.hidden(), { name: 'part', value: part.id }],
    label: t.invitations.mailTitle,
    content: html`${textArea({ id: `mails-${part.id}`, name: 'mails', label: t.invitations.mails, hint: t.invitations.mailsHint(groups.join(' ; ')), value: refilled?.mails ?? '', rows: 8, autocomplete: 'off', error: error('mails') })}
${buttonGroup([button({ text: t.invitations.send, kind: 'secondary' })])}`,
  })}`
}

/** Lines that were not taken, each with its number and its reason. */
export function refusedLines(ask: SignedIn, refused: readonly RefusedLine[]): Html {
  const t = textsIn(ask.language).invitations
  const lines = refused.map(({ line, text, why }) => html`${t.lineOf(line, text)} – <strong>${t.faults[why]}</strong>`)
  return callout({ title: t.refusedTitle, content: list(lines) })
}
