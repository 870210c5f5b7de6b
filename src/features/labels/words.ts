import type { Language } from '../../platform/language.ts'
import { coverageBar, coverageTag } from '../../ui/coverage.ts'
import { html, join } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { details } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import type { Crumb } from '../../platform/web/answer.ts'
import type { Organisation } from '../organisations/store.ts'
import type { ItemKey } from '../frameworks/store.ts'
import { applicableOf } from './projection/project.ts'
import type { StateCounts } from './projection/project.ts'
import { itemStates } from './projection/states.ts'
import { textsIn } from './texts.en.ts'

/** What tables call an item: its short title, or else its sentence. */
export const nameOf = (item: { title: string | null; statement: string }): string => item.title ?? item.statement

export const pointUrl = (organisationId: string, item: ItemKey, query?: Record<string, string | undefined>): string =>
  urls.label.point({ organisation: organisationId, framework: item.frameworkId, code: item.code }, query)

/** « 12 sur 34 points couverts », with its bar and the rest in small. */
export function coverageCell(counts: StateCounts, language: Language): Html {
  const t = textsIn(language)
  return html`<div>${t.counts(counts.covered, applicableOf(counts))}</div>
${coverageBar({ counts, description: t.barDescription(counts.covered, counts.partly, counts.planned, counts.missing) })}
<p class="q-board__counts">${t.countParts(counts.partly, counts.planned, counts.missing)}</p>`
}

/** What the signs say, one line each; and where figures come from. */
export function legend(language: Language): Html {
  const t = textsIn(language)
  return html`${details({
    summary: t.legend,
    content: html`<ul class="govuk-list">${join(itemStates.toReversed().map((state) => html`<li>${coverageTag(state, html`<strong>${t.states[state]}</strong>`)} : ${t.stateMeanings[state]}</li>`))}</ul>`,
    quiet: true,
  })}${details({ summary: t.where, content: html`<p class="govuk-body">${t.whereText}</p>`, quiet: true })}`
}

export const unconfirmedTag = (unconfirmed: boolean, language: Language): Html | '' => (unconfirmed ? tag(textsIn(language).unconfirmed, 'attention') : '')

export const schoolCrumb = (organisation: Organisation): Crumb => ({ text: organisation.name, href: urls.school.show({ organisation: organisation.id }) })

export const boardCrumbs = (organisation: Organisation, language: Language): Crumb[] => [
  schoolCrumb(organisation),
  { text: textsIn(language).board.title, href: urls.label.board({ organisation: organisation.id }) },
]
