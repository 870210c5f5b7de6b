import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { coverageTag } from '../../../ui/coverage.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { tabs } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { countCoverage } from '../projection/coverage.ts'
import type { ItemCoverage } from '../projection/coverage.ts'
import type { Following } from '../guard.ts'
import { applicableOf } from '../projection/project.ts'
import { loadStanding } from '../standing.ts'
import type { ItemOutline } from '../store.ts'
import { textsIn } from '../texts.en.ts'
import { versionNotice } from '../versions/version-pages.ts'
import { boardCrumbs, coverageCell, legend, nameOf, pointUrl, unconfirmedTag } from '../words.ts'

type Covered = ItemCoverage<ItemOutline>

const filters = {
  all: () => true,
  todo: (one: Covered) => one.asked && one.state !== 'covered' && one.state !== 'not_applicable',
  diverging: (one: Covered) => one.provenance === 'diverging',
} as const
type Filter = keyof typeof filters

const readFilter = (text: string | null): Filter => (text === 'todo' || text === 'diverging' ? text : 'all')

/** One framework, point by point, with the state of each and where it comes from. */
export async function showFramework(ask: SignedIn, following: Following): Promise<Answer> {
  const { organisation, followed } = following
  const t = textsIn(ask.language)
  const standing = await loadStanding(ask.db, organisation.id, ask.today)
  const one = standing.followed.find((found) => found.followed.frameworkId === followed.frameworkId)
  const items = one?.items ?? []
  const filter = readFilter(ask.query.get('vue'))
  const here = { organisation: organisation.id, framework: followed.frameworkId }
  const asked = items.filter((item) => item.asked || item.state !== 'not_applicable')
  const notAsked = items.length - asked.length
  const shown = asked.filter(filters[filter])
  const grade = followed.grades.find((level) => level.value === followed.grade)
  const links = [
    html`<a class="govuk-link" href="${urls.label.nearest(here)}">${t.one.nearest}</a>`,
    ...(may(ask.caller, 'label.edit', following) ? [html`<a class="govuk-link" href="${urls.label.settings(here)}">${t.one.settings}</a>`] : []),
    html`<a class="govuk-link" href="${urls.frameworks.show({ framework: followed.frameworkId })}">${t.one.read}</a>`,
  ]
  const notice = await versionNotice(ask, following)
  const body = html`${heading(1, followed.shortTitle)}<p class="q-lead">${followed.title}</p>
<p class="govuk-body">${tag(t.followStates[followed.state], followed.state === 'held' ? 'done' : 'active')} ${unconfirmedTag(followed.unconfirmed, ask.language)} ${when(grade, () => html`<span>${t.one.aims(grade?.label ?? '')}</span>`)}</p>
${coverageCell(countCoverage(items), ask.language)}${when(notAsked > 0, () => html`<p class="q-board__counts">${t.notAsked(notAsked)}.</p>`)}
<p class="govuk-body">${join(links, ' · ')}</p>
${when(notice, () => inset(html`${notice?.text ?? ''} <a class="govuk-link" href="${notice?.href ?? ''}">${notice?.link ?? ''}</a>`))}
${when(followed.questions.length > 0 && followed.conditions.length === 0, () => inset(html`${t.one.questionsTitle} <a class="govuk-link" href="${urls.label.settings(here)}">${t.one.questionsLink}</a>`))}
${tabs(
  t.one.filters,
  (['all', 'todo', 'diverging'] as const).map((name) => ({
    href: urls.label.show(here, { vue: name === 'all' ? undefined : name }),
    text: t.one[name],
    current: name === filter,
    count: asked.filter(filters[name]).length,
  })),
)}
${shown.length === 0 ? html`<p class="govuk-body">${t.one.none}</p>` : themeSections(ask, organisation.id, shown)}${legend(ask.language)}`
  return page({ title: `${followed.shortTitle} – ${organisation.name}`, body, here: 'labels', breadcrumbs: boardCrumbs(organisation, ask.language) })
}

function themeSections(ask: SignedIn, organisationId: string, items: readonly Covered[]): Html {
  const themes = [...new Map(items.map(({ item }) => [item.themeCode, item.themeTitle]))]
  return join(
    themes.map(
      ([code, title]) => html`<section aria-labelledby="theme-${code}">${heading(2, title, 'm', `theme-${code}`)}
<p class="q-board__counts">${themeCounts(
        ask,
        items.filter(({ item }) => item.themeCode === code),
      )}</p>
<ul class="q-points">${join(items.filter(({ item }) => item.themeCode === code).map((one) => pointLine(ask, organisationId, one)))}</ul></section>`,
    ),
  )
}

function themeCounts(ask: SignedIn, items: readonly Covered[]): string {
  const counts = countCoverage(items)
  return textsIn(ask.language).counts(counts.covered, applicableOf(counts))
}

function pointLine(ask: SignedIn, organisationId: string, one: Covered): Content {
  const t = textsIn(ask.language)
  const { item, state, provenance } = one
  const notes = [
    ...(item.title ? [item.statement] : []),
    ...(state === 'missing' && provenance === 'none' ? [] : [t.provenances[provenance]]),
    ...(item.gravity === 'major' && state === 'missing' ? [t.one.major] : []),
  ]
  return html`<li><a class="govuk-link" href="${pointUrl(organisationId, item)}">${nameOf(item)}</a>${coverageTag(state, t.states[state])}
${when(notes.length > 0, () => html`<p class="q-points__note">${join(notes, html`<br>`)}</p>`)}</li>`
}
