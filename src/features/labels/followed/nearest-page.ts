import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { findItems, listFrameworks } from '../../frameworks/store.ts'
import type { Item } from '../../frameworks/store.ts'
import { coverItems } from '../projection/coverage.ts'
import type { Following } from '../guard.ts'
import { effort, stepKinds } from '../projection/nearest.ts'
import type { NearestPlan, PlanStep, StepKind } from '../projection/nearest.ts'
import { loadStanding, nearestOf } from '../standing.ts'
import type { FollowedStanding, Standing } from '../standing.ts'
import { textsIn } from '../texts.en.ts'
import { boardCrumbs, nameOf, pointUrl } from '../words.ts'

interface Told {
  label: string
  plan: NearestPlan
}

interface Words {
  items: ReadonlyMap<string, Item>
  frameworks: ReadonlyMap<string, string>
}

/** What is still missing of a label, level by level, and the lightest way there. */
export async function showNearest(ask: SignedIn, { organisation, followed }: Following): Promise<Answer> {
  const t = textsIn(ask.language).nearest
  const standing = await loadStanding(ask.db, organisation.id, ask.today)
  const one = standing.followed.find((found) => found.followed.frameworkId === followed.frameworkId)
  const told = one ? levelsOf(standing, one, ask) : []
  const numbers = [...new Set(told.flatMap(({ plan }) => plan.steps.flatMap((step) => [step.item, ...step.settles])))]
  const items = await findItems(
    ask.db,
    numbers.flatMap((number) => standing.graph.items[number] ?? []),
  )
  const telling: Telling = {
    organisationId: organisation.id,
    frameworkId: followed.frameworkId,
    standing,
    items: new Map(items.map((item) => [`${item.frameworkId} ${item.code}`, item])),
    frameworks: new Map((await listFrameworks(ask.db)).map((framework) => [framework.id, framework.shortTitle])),
  }
  const title = t.title(followed.shortTitle)
  const body = html`${heading(1, title, 'l')}<p class="q-lead">${t.lead}</p>${details({ summary: t.effort, content: html`<p class="govuk-body">${t.effortText}</p>`, quiet: true })}
${join(told.map((level) => levelSection(ask, level, telling)))}`
  const crumbs = [
    ...boardCrumbs(organisation, ask.language),
    { text: followed.shortTitle, href: urls.label.show({ organisation: organisation.id, framework: followed.frameworkId }) },
  ]
  return page({ title, body, here: 'labels', breadcrumbs: crumbs })
}

/** One plan a level, up to the one aimed at; one in all where the label has none. */
function levelsOf(standing: Standing, one: FollowedStanding, ask: SignedIn): Told[] {
  const { followed } = one
  const t = textsIn(ask.language).nearest
  const grades = followed.grades.filter((grade) => followed.grade === null || grade.value <= followed.grade)
  if (grades.length === 0) return [{ label: t.whole, plan: nearestOf(standing, one) }]
  const outlines = one.items.map((covered) => covered.item)
  return grades.map((grade) => {
    const items = coverItems(standing.graph, standing.projection, outlines, { ...followed, grade: grade.value })
    return { label: t.grade(grade.label), plan: nearestOf(standing, { followed, items }) }
  })
}

interface Telling extends Words {
  organisationId: string
  frameworkId: string
  standing: Standing
}

function levelSection(ask: SignedIn, { label, plan }: Told, telling: Telling): Html {
  const t = textsIn(ask.language).nearest
  if (plan.missing === 0) return html`<section>${heading(2, label, 'm')}<p class="govuk-body">${t.nothing}</p></section>`
  const kinds = stepKinds.filter((kind) => plan.steps.some((step) => step.kind === kind))
  return html`<section>${heading(2, label, 'm')}<p class="govuk-body"><strong>${t.total(plan.steps.length, plan.effort)}</strong>. ${plan.exact ? t.exact : t.greedy}</p>
${join(
  kinds.map((kind) =>
    kindSection(
      ask,
      kind,
      plan.steps.filter((step) => step.kind === kind),
      telling,
    ),
  ),
)}</section>`
}

function kindSection(ask: SignedIn, kind: StepKind, steps: readonly PlanStep[], telling: Telling): Html {
  const t = textsIn(ask.language)
  return html`${heading(3, t.nearest.kind(t.steps[kind].title, steps.length), 's')}<p class="q-missing">${t.steps[kind].hint} ${t.nearest.weight(effort[kind])}</p>
<ul class="q-points">${join(steps.map((step) => stepLine(ask, step, telling)))}</ul>`
}

function stepLine(ask: SignedIn, step: PlanStep, telling: Telling): Content {
  const t = textsIn(ask.language)
  const item = itemAt(telling, step.item)
  if (!item) return ''
  const others = step.settles.filter((number) => number !== step.item).flatMap((number) => itemAt(telling, number) ?? [])
  const [suggested] = item.evidence
  const elsewhere =
    item.frameworkId === telling.frameworkId ? '' : html` <span class="q-missing">${t.nearest.elsewhere(telling.frameworks.get(item.frameworkId) ?? '')}</span>`
  const links = others.map((other) => html`<a class="govuk-link" href="${pointUrl(telling.organisationId, other)}">${nameOf(other)}</a>`)
  return html`<li><span><a class="govuk-link" href="${pointUrl(telling.organisationId, item)}">${nameOf(item)}</a>${elsewhere}</span>${when(suggested, () => html`<span class="q-missing">${suggested ?? ''}</span>`)}
${when(links.length > 0, () => html`<p class="q-points__note">${t.nearest.settles(step.settles.length)} ${join(links, ', ')}</p>`)}</li>`
}

function itemAt({ standing, items }: Telling, number: number): Item | undefined {
  const key = standing.graph.items[number]
  return key && items.get(`${key.frameworkId} ${key.code}`)
}
