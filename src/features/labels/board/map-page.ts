import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { coverageSign } from '../../../ui/coverage.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import type { ListedTheme } from '../../frameworks/store.ts'
import { listAllThemes } from '../../frameworks/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { stateAt } from '../projection/project.ts'
import { loadStanding } from '../standing.ts'
import type { FollowedStanding, Standing } from '../standing.ts'
import { stateCode, stateOfCode } from '../projection/states.ts'
import { listOutlines } from '../store.ts'
import type { ItemOutline } from '../store.ts'
import { textsIn } from '../texts.en.ts'
import { boardCrumbs, legend, nameOf, pointUrl } from '../words.ts'

const valueOf = (theme: { frameworkId: string; code: string }): string => `${theme.frameworkId} ${theme.code}`

/** Points of one theme by frameworks: what each touches there, and where the school is. */
export async function showMap(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).map
  const standing = await loadStanding(ask.db, organisation.id, ask.today)
  const themes = (await listAllThemes(ask.db, ask.today)).filter((theme) => !theme.blank)
  const chosen =
    themes.find((theme) => valueOf(theme) === ask.query.get('depuis')) ?? busiestTheme(themes, standing, await listOutlines(ask.db, [...standing.guides]))
  const outlines = chosen ? (await listOutlines(ask.db, [chosen.frameworkId])).filter((outline) => outline.themeCode === chosen.code) : []
  const columns = standing.followed.filter((one) => one.followed.frameworkId !== chosen?.frameworkId)
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>
${chooser(ask, organisation, themes, chosen)}
${
  columns.length === 0
    ? html`<p class="govuk-body">${t.empty}</p>`
    : html`<div class="q-map">${table({
        caption: chosen?.title ?? t.title,
        columns: [{ header: t.point }, ...columns.map((one) => ({ header: one.followed.shortTitle }))],
        rows: outlines.map((outline) => [
          html`<a class="govuk-link" href="${pointUrl(organisation.id, outline)}">${nameOf(outline)}</a>`,
          ...columns.map((one) => cell(ask, standing, outline, one)),
        ]),
      })}</div>${legend(ask.language)}<p class="q-missing">${t.print}</p>`
}`
  return page({ title: t.title, body, here: 'labels', breadcrumbs: boardCrumbs(organisation, ask.language), wide: true })
}

/** The guide's theme of which the school has said or shown the most; the first where it has said nothing. */
function busiestTheme(themes: readonly ListedTheme[], standing: Standing, outlines: readonly ItemOutline[]): ListedTheme | undefined {
  const touched = new Set(standing.facts.map((fact) => `${fact.frameworkId} ${fact.code}`))
  const counts = new Map<string, number>()
  for (const outline of outlines) {
    if (!touched.has(`${outline.frameworkId} ${outline.code}`)) continue
    const key = valueOf({ frameworkId: outline.frameworkId, code: outline.themeCode })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const guides = themes.filter((theme) => standing.guides.has(theme.frameworkId))
  return (
    guides.reduce<ListedTheme | undefined>(
      (best, theme) => (best && (counts.get(valueOf(best)) ?? 0) >= (counts.get(valueOf(theme)) ?? 0) ? best : theme),
      undefined,
    ) ?? themes[0]
  )
}

function chooser(ask: SignedIn, organisation: Organisation, themes: readonly ListedTheme[], chosen: ListedTheme | undefined): Content {
  const t = textsIn(ask.language).map
  const frameworks = [...new Map(themes.map((theme) => [theme.frameworkId, theme.frameworkTitle]))]
  const options = frameworks.map(([id, label]) => ({
    label,
    options: themes.filter((theme) => theme.frameworkId === id).map((theme) => ({ value: valueOf(theme), text: theme.title })),
  }))
  return form({
    action: urls.label.map({ organisation: organisation.id }),
    method: 'get',
    inline: true,
    content: html`${select({ id: 'depuis', name: 'depuis', label: t.source, options, value: chosen ? valueOf(chosen) : '' })}${button({ text: t.show, kind: 'secondary' })}`,
  })
}

function cell(ask: SignedIn, { graph, projection }: Standing, outline: ItemOutline, one: FollowedStanding): Content {
  const t = textsIn(ask.language)
  const number = numberOf(graph, outline)
  const own = new Set(one.items.flatMap((item) => (item.asked ? [item.number] : [])))
  const linked: number[] = []
  for (let place = graph.reachStart[number] ?? 0; place < (graph.reachStart[number + 1] ?? 0); place++) {
    const end = graph.reachEnd[place] ?? 0
    if (own.has(end)) linked.push(end)
  }
  if (linked.length === 0)
    return html`<span class="q-map__cell q-map__cell--none"><span aria-hidden="true">·</span><span class="govuk-visually-hidden">${t.map.none}</span></span>`
  // Of several linked points, the one that is furthest: this statement may already serve there.
  const state = stateOfCode(Math.max(...linked.map((item) => (projection.state[item] === stateCode.not_applicable ? 0 : stateCode[stateAt(projection, item)]))))
  return html`<span class="q-map__cell">${coverageSign(state, t.map.cell(t.states[state], linked.length))}<span aria-hidden="true">${linked.length}</span></span>`
}
