import { formatDate } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { coverageTag } from '../../../ui/coverage.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { weakestStep } from '../../crosswalks/chain.ts'
import type { Step } from '../../crosswalks/chain.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import { indicatorName } from '../../frameworks/indicator-codes.ts'
import { findItems, listFrameworks } from '../../frameworks/store.ts'
import type { Framework, Item } from '../../frameworks/store.ts'
import type { Point } from '../guard.ts'
import { joinSection, actionsSection, positionSection, proofsSection } from './point-forms.ts'
import type { PointForms } from './point-forms.ts'
import { provenanceAt, stateAt } from '../projection/project.ts'
import type { Standing } from '../standing.ts'
import type { SharedFigure } from './point-store.ts'
import { positions } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import type { Turn } from '../projection/what-if.ts'
import { boardCrumbs, nameOf, pointUrl, unconfirmedTag } from '../words.ts'
import { contributionsTo } from '../projection/why.ts'
import type { Contribution } from '../projection/why.ts'

/** Words of items and names of frameworks that the page speaks of, by number in the graph. */
export interface Speaking {
  items: ReadonlyMap<number, Item>
  frameworks: ReadonlyMap<string, string>
}

export interface Shown extends PointForms {
  standing: Standing
  speaking: Speaking
  contributions: readonly Contribution[]
  /** What people said of it, and of what speaks of it. */
  surveys: Html
  /** What a proof has turned, or would turn. */
  turned: { kind: 'joined' | 'removed' | 'would'; turns: readonly Turn[] } | null
  /** Figures suggested for the point, each with the other points that it serves among what the school follows. */
  figures: readonly SharedFigure[]
}

/** Everything elsewhere that speaks of the point, with the words of the items on the way. */
export async function loadSpeaking(
  ask: SignedIn,
  standing: Standing,
  point: Point,
  turns: readonly Turn[],
): Promise<Pick<Shown, 'speaking' | 'contributions'>> {
  const { graph, seeds } = standing
  const contributions = contributionsTo(graph, seeds, numberOf(graph, point.item))
  const numbers = new Set([...contributions.flatMap((one) => one.chain.steps.flatMap((step) => [step.from, step.to])), ...turns.map((turn) => turn.item)])
  const items = await findItems(
    ask.db,
    [...numbers].flatMap((number) => graph.items[number] ?? []),
  )
  const frameworks = await listFrameworks(ask.db)
  return {
    contributions,
    speaking: {
      items: new Map(items.map((item) => [numberOf(graph, item), item])),
      frameworks: new Map(frameworks.map((framework) => [framework.id, namedVersion(framework, frameworks)])),
    },
  }
}

/** With its version where several are there. */
const namedVersion = (framework: Framework, all: readonly Framework[]): string =>
  all.some((other) => other.framework === framework.framework && other.id !== framework.id)
    ? `${framework.shortTitle} ${framework.version}`
    : framework.shortTitle

export function pointPage(ask: SignedIn, point: Point, shown: Shown): Page {
  const t = textsIn(ask.language)
  const { organisation, item } = point
  const number = numberOf(shown.standing.graph, item)
  const state = stateAt(shown.standing.projection, number)
  const provenance = provenanceAt(shown.standing.projection, number)
  const framework = shown.speaking.frameworks.get(item.frameworkId) ?? ''
  const followed = shown.standing.followed.some((one) => one.followed.frameworkId === item.frameworkId)
  const body = html`<live-page>${shown.errorTop}${turnedSection(ask, point, shown)}
<p class="q-missing">${framework} · ${item.code} ${unconfirmedTag(item.status === 'unconfirmed', ask.language)}</p>${heading(1, nameOf(item), 'l')}
${when(item.title, () => html`<p class="q-lead">${item.statement}</p>`)}${when(item.help, () => html`<p class="govuk-body">${item.help}</p>`)}
<p class="govuk-body">${coverageTag(state, html`<strong>${t.states[state]}</strong>`)} · ${t.provenances[provenance]} ${when(item.gravity === 'major', () => tag(t.one.major, 'attention'))}</p>
${when(provenance === 'diverging', () => callout({ title: t.provenances.diverging, content: html`<p class="govuk-body">${t.point.diverging}</p>` }))}
${whySection(ask, point, shown, number)}
${proofsSection(ask, point, shown)}${figuresSection(ask, point, shown)}${shown.surveys}${joinSection(ask, point, shown)}${positionSection(ask, point, shown)}${actionsSection(ask, point, shown)}</live-page>`
  const above = followed
    ? [...boardCrumbs(organisation, ask.language), { text: framework, href: urls.label.show({ organisation: organisation.id, framework: item.frameworkId }) }]
    : boardCrumbs(organisation, ask.language)
  return { title: `${nameOf(item)} – ${framework}`, body, here: 'labels', breadcrumbs: above, scripts: ['live-page'] }
}

function turnedSection(ask: SignedIn, point: Point, shown: Shown): Content {
  const { turned, speaking, standing } = shown
  if (!turned) return nothing
  const t = textsIn(ask.language).point
  const followed = new Set(standing.followed.map((one) => one.followed.frameworkId))
  const isFollowed = (turn: Turn): boolean => followed.has(speaking.items.get(turn.item)?.frameworkId ?? '')
  const [inside, outside] = [turned.turns.filter(isFollowed), turned.turns.filter((turn) => !isFollowed(turn))]
  const titles = { joined: t.turnedTitle, removed: t.removedTitle, would: t.wouldTitle }
  const title = titles[turned.kind](inside.length)
  return html`<section class="q-turned" tabindex="-1" data-live-focus aria-labelledby="turned">${heading(2, title, 's', 'turned')}${turnedLists(ask, point, shown, inside)}
${when(outside.length > 0, () => details({ summary: t.turnedElsewhere(outside.length), content: turnedLists(ask, point, shown, outside), quiet: true }))}</section>`
}

function turnedLists(ask: SignedIn, point: Point, { speaking }: Shown, turns: readonly Turn[]): Content {
  const t = textsIn(ask.language)
  const frameworks = [...new Set(turns.map((turn) => speaking.items.get(turn.item)?.frameworkId ?? ''))]
  const line = (turn: Turn): Content => {
    const item = speaking.items.get(turn.item)
    if (!item) return nothing
    return html`<li><a class="govuk-link" href="${pointUrl(point.organisation.id, item)}">${nameOf(item)}</a> : ${t.point.turned(t.states[turn.before], t.states[turn.after])}</li>`
  }
  return join(
    frameworks.map(
      (framework) => html`<h3 class="govuk-heading-s">${speaking.frameworks.get(framework) ?? ''}</h3>
<ul class="govuk-list govuk-list--bullet">${join(turns.filter((turn) => speaking.items.get(turn.item)?.frameworkId === framework).map(line))}</ul>`,
    ),
  )
}

function whySection(ask: SignedIn, point: Point, shown: Shown, number: number): Html {
  const t = textsIn(ask.language).point
  const { contributions, standing } = shown
  const linked = (standing.graph.reachStart[number + 1] ?? 0) > (standing.graph.reachStart[number] ?? 0)
  return html`<section aria-labelledby="why">${heading(2, t.whyTitle, 'm', 'why')}${heading(3, t.ownTitle, 's')}<p class="govuk-body">${ownWords(ask, shown, number)}</p>
${heading(3, t.elsewhereTitle, 's')}${
    contributions.length > 0
      ? join(contributions.map((one) => contributionWords(ask, point, shown, one)))
      : html`<p class="govuk-body">${linked ? t.elsewhereNothing : t.noLink}</p>`
  }</section>`
}

function ownWords(ask: SignedIn, { position, standing, proofs }: Shown, number: number): Content {
  const t = textsIn(ask.language)
  const seed = standing.seeds.find((one) => one.item === number)
  const said = position
    ? html`${t.point.ownPosition(t.positions[position.position], formatDate(position.notedAt, ask.language))}${position.reason ? html` ${position.reason}` : nothing}`
    : seed && seed.position > 0
      ? t.point.ownAgreed
      : t.point.ownNothing
  return proofs.length > 0 ? html`${said} ${t.point.proofs(proofs.length)}.` : said
}

function figuresSection(ask: SignedIn, point: Point, { figures }: Shown): Content {
  if (figures.length === 0) return nothing
  const t = textsIn(ask.language).point
  const serves = (figure: SharedFigure): Content =>
    figure.serves.length === 0
      ? nothing
      : html`, ${t.indicatorServes} ${join(
          figure.serves.map((item) => html`<a class="govuk-link" href="${pointUrl(point.organisation.id, item)}">${nameOf(item)}</a>`),
          ', ',
        )}`
  return html`${heading(3, t.indicatorsTitle, 's')}${list(figures.map((figure) => html`${indicatorName(figure.code)}${serves(figure)}`))}`
}

/** One chain: what is said at its beginning, then link by link to here, the weakest marked. */
function contributionWords(ask: SignedIn, point: Point, shown: Shown, one: Contribution): Html {
  const t = textsIn(ask.language)
  const weakest = one.chain.steps.length > 1 ? weakestStep(one.chain) : null
  const first = one.chain.steps[0]
  const brings = one.brings === 'missing' ? t.point.denies : t.point.brings(t.states[one.brings])
  return html`<div class="q-why"><p class="govuk-body">${coverageTag(one.brings, html`<strong>${brings}</strong>`)}</p>
<ol class="q-chain"><li>${first ? itemWords(point, shown, first.from) : nothing} <span class="q-missing">(${seedWords(ask, one)})</span></li>
${join(one.chain.steps.map((step) => stepWords(ask, point, shown, step, step === weakest)))}</ol></div>`
}

function stepWords(ask: SignedIn, point: Point, shown: Shown, step: Step, isWeakest: boolean): Html {
  const t = textsIn(ask.language)
  return html`<li>${t.relations[step.relation]} ${itemWords(point, shown, step.to)}
<p class="q-chain__reason">${step.link.reason} ${step.link.status === 'validated' ? t.point.validated : t.point.proposed}${when(isWeakest, () => html` <strong>${t.point.weakest}</strong>`)}</p></li>`
}

function itemWords(point: Point, { speaking, standing }: Shown, number: number): Content {
  const item = speaking.items.get(number)
  const key = standing.graph.items[number]
  if (!item || !key) return nothing
  const framework = speaking.frameworks.get(item.frameworkId) ?? ''
  if (item.code === point.item.code && item.frameworkId === point.item.frameworkId) return html`<strong>${nameOf(item)}</strong> (${framework})`
  return html`<a class="govuk-link" href="${pointUrl(point.organisation.id, item)}">${nameOf(item)}</a> (${framework})`
}

function seedWords(ask: SignedIn, { seed }: Contribution): string {
  const t = textsIn(ask.language)
  const position = positions[[3, 2, 1, 4].indexOf(seed.position)]
  const parts = [
    ...(position ? [t.point.said(t.positions[position])] : []),
    ...(seed.proofs > 0 ? [t.point.proofs(seed.proofs)] : []),
    ...(seed.planned ? [t.point.intends] : []),
  ]
  return parts.join(', ')
}
