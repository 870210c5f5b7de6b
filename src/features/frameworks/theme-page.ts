import type { Language } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { buttonGroup, linkButton } from '../../ui/buttons.ts'
import { html, nothing, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { list, pagination } from '../../ui/lists.ts'
import { callout, details, heading } from '../../ui/messages.ts'
import type { Phase } from '../../ui/phases.ts'
import { tag } from '../../ui/tags.ts'
import { phaseTag, quadrants } from '../../ui/wheel.ts'
import type { Quadrant } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { inFrench } from './content-words.ts'
import { indicatorName } from './indicator-codes.ts'
import { themeReach } from './reach-words.ts'
import type { AddedItem } from './additions-store.ts'
import type { Framework, Item, Theme } from './store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

export interface School {
  organisationId: string
  name: string
}

export interface ThemeSheet {
  framework: Framework
  theme: Theme
  items: readonly Item[]
  /** All themes of the version, to go on to the next one. */
  themes: readonly Theme[]
  /** Where the reader may start an evaluation. */
  schools: readonly School[]
  /** What her académie or her school has added to this theme. */
  added: readonly AddedItem[]
  /** The version that this only adds to. */
  parent: Framework | null
}

/** One theme as the sheet in four quarters, with what starts an evaluation on it. */
export function themePage(language: Language, sheet: ThemeSheet): Page {
  const t = textsIn(language)
  const { framework, theme } = sheet
  const body = html`${heading(1, inFrench(theme.title, language))}
<p class="govuk-body">${theme.code} · ${inFrench(t.version(framework.shortTitle, framework.version), language)} ${when(isUnconfirmed(sheet), () => tag(t.unconfirmed, 'attention'))}</p>
<p class="govuk-body-l">${inFrench(theme.purpose, language)}</p>
${startButtons(t, sheet)}
${quarters(language, sheet)}
${additions(language, sheet)}
${when(isUnconfirmed(sheet), () => callout({ title: t.unconfirmedAbout, content: html`<p>${inFrench(noteOf(sheet), language)}</p>` }))}
${sourceBlock(language, framework)}
${neighbours(language, sheet)}`
  return { title: theme.title, body, here: 'frameworks', breadcrumbs: crumbsOf(t, framework) }
}

const crumbsOf = (t: Texts, framework: Framework) => [
  { text: t.title, href: urls.frameworks.list() },
  { text: t.version(framework.shortTitle, framework.version), href: urls.frameworks.show({ framework: framework.id }) },
]

const isUnconfirmed = ({ framework, theme }: ThemeSheet): boolean => framework.status === 'unconfirmed' || theme.status === 'unconfirmed'

const noteOf = ({ framework, theme }: ThemeSheet): string => [theme.unconfirmedNote, framework.unconfirmedNote].filter(Boolean).join(' ')

function startButtons(t: Texts, { framework, theme, schools }: ThemeSheet): Html {
  if (schools.length === 0) return nothing
  const buttons = schools.map((school, index) =>
    linkButton({
      text: textOf(t, framework.blank, schools.length > 1 ? school.name : null),
      href: urls.school.newEvaluation({ organisation: school.organisationId }, { theme: `${framework.id}:${theme.code}` }),
      kind: index === 0 ? 'primary' : 'secondary',
    }),
  )
  return html`${buttonGroup(buttons)}${when(!framework.blank, () => html`<p class="govuk-body">${t.choose}</p>`)}`
}

function textOf(t: Texts, blank: boolean, school: string | null): string {
  if (school === null) return blank ? t.startBlank : t.start
  return blank ? t.startBlankAt(school) : t.startAt(school)
}

function quarters(language: Language, { framework, items }: ThemeSheet): Html {
  const t = textsIn(language)
  const more = framework.blank ? t.moreBlank : t.more
  const apart = items.filter((item) => item.phase === null)
  if (apart.length === items.length) return html`${heading(2, t.phaseless)}${itemList(language, framework, apart, more)}`
  const quarter = (phase: Phase): Quadrant => {
    const own = items.filter((item) => item.phase === phase)
    return { title: t.phases[phase], content: own.length > 0 ? itemList(language, framework, own, more) : html`<p>${t.emptyPhase}</p>` }
  }
  return html`${quadrants({ plan: quarter('plan'), do: quarter('do'), check: quarter('check'), act: quarter('act') })}
${when(apart.length > 0, () => html`${heading(2, t.phaseless)}${itemList(language, framework, apart, more)}`)}`
}

/** Local additions, under the name of who made them; on a page of additions, the way to the whole sheet. */
function additions(language: Language, { added, parent, theme }: ThemeSheet): Content {
  const t = textsIn(language)
  const byOwner = [...Map.groupBy(added, (item) => item.ownerName)]
  const whole = when(
    parent,
    () =>
      html`<p class="govuk-body"><a class="govuk-link" href="${urls.frameworks.theme({ framework: parent?.id ?? '', theme: theme.code })}">${t.addedTo(parent?.shortTitle ?? '')}</a></p>`,
  )
  return html`${byOwner.map(
    ([owner, items]) =>
      html`<section>${heading(2, t.additionsBy(owner))}<ul class="govuk-list govuk-list--spaced">${items.map(
        (item) =>
          html`<li id="${item.code}">${item.phase ? phaseTag(item.phase, t.phases[item.phase]) : nothing} ${itemText(language, null, item, t.more)}</li>`,
      )}</ul></section>`,
  )}${whole}`
}

const itemList = (language: Language, framework: Framework, items: readonly Item[], more: string): Html =>
  html`<ul class="govuk-list govuk-list--spaced">${items.map((item) => html`<li id="${item.code}">${itemText(language, framework, item, more)}</li>`)}</ul>`

function itemText(language: Language, framework: Framework | null, item: Item, more: string): Html {
  const contrasts = [item.contrastLow, item.contrastHigh].filter((text) => text !== null)
  return html`${when(item.title, () => html`<p><strong>${inFrench(item.title ?? '', language)}</strong></p>`)}<p>${inFrench(item.statement, language)}</p>
${when(contrasts.length > 0, () => list(contrasts.map((text) => inFrench(text, language))))}
${framework ? themeReach(language, framework, item) : nothing}
${details({ summary: html`${more} <span class="govuk-visually-hidden">${item.code}</span>`, quiet: true, content: moreOf(language, item) })}`
}

function moreOf(language: Language, item: Item): Html {
  const t = textsIn(language)
  const line = (label: string, values: readonly string[]): Content =>
    when(values.length > 0, () => html`<p><strong>${label}</strong> ${inFrench(values.join(', '), language)}.</p>`)
  return html`${when(item.help, () => html`<p>${inFrench(item.help, language)}</p>`)}
${line(t.evidence, item.evidence)}${line(t.indicators, item.indicators.map(indicatorName))}
<p><strong>${t.speakers}</strong> ${item.audiences.map((audience) => t.audiences[audience]).join(', ')}.</p>
<p><strong>${t.code}</strong> ${item.code}</p>`
}

function sourceBlock(language: Language, framework: Framework): Html {
  const t = textsIn(language)
  const content = html`<p>${inFrench(t.sourceLine(framework.source.title, framework.source.publisher), language)}</p>
<p>${inFrench(framework.source.note, language)}</p>
${when(framework.notes, () => html`<p>${inFrench(framework.notes ?? '', language)}</p>`)}
<p><a class="govuk-link" href="${urls.frameworks.show({ framework: framework.id })}">${t.details}</a></p>`
  return details({ summary: t.source, content })
}

function neighbours(language: Language, { framework, theme, themes }: ThemeSheet): Html {
  if (themes.length < 2) return nothing
  const t = textsIn(language)
  const index = themes.findIndex((one) => one.code === theme.code)
  const link = (one: Theme | undefined) => one && { href: urls.frameworks.theme({ framework: framework.id, theme: one.code }), text: one.title }
  return pagination({ label: t.otherThemes, previous: link(themes[index - 1]), next: link(themes[index + 1]), position: t.position(index + 1, themes.length) })
}
