import { formatDate } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { tag } from '../../../ui/tags.ts'
import { wheel } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import { findItems } from '../../frameworks/store.ts'
import type { Item } from '../../frameworks/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { countCoverage } from '../projection/coverage.ts'
import type { NearestPlan, Unlock } from '../projection/nearest.ts'
import { bestProofsOf, loadStanding, nearestOf } from '../standing.ts'
import type { FollowedStanding, Standing } from '../standing.ts'
import { listRecentProofs } from '../facts-store.ts'
import { textsIn } from '../texts.en.ts'
import { quartersOf } from './quarters.ts'
import { turnsBetween, withoutProofs } from '../projection/what-if.ts'
import type { Turn } from '../projection/what-if.ts'
import { coverageCell, legend, nameOf, pointUrl, schoolCrumb, unconfirmedTag } from '../words.ts'

/** What counts as new on the board, in days. */
const freshDays = 30

/** One page for every label, certification and evaluation of the school. */
export async function showBoard(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const standing = await loadStanding(ask.db, organisation.id, ask.today)
  const body = html`${heading(1, t.board.title)}<p class="q-lead">${t.board.lead}</p>
${standing.followed.length === 0 ? nothingYet(ask, organisation) : await boardOf(ask, organisation, standing)}`
  return page({ title: `${t.board.title} – ${organisation.name}`, body, here: 'labels', breadcrumbs: [schoolCrumb(organisation)], wide: true })
}

function nothingYet(ask: SignedIn, organisation: Organisation): Html {
  const t = textsIn(ask.language).board
  const mayFollow = may(ask.caller, 'label.edit', organisation)
  return emptyPage({
    title: t.emptyTitle,
    purpose: t.emptyPurpose,
    example: { label: t.emptyExampleLabel, text: t.emptyExample },
    ...(mayFollow ? { step: linkButton({ text: t.follow, href: urls.label.follow({ organisation: organisation.id }) }) } : {}),
  })
}

async function boardOf(ask: SignedIn, organisation: Organisation, standing: Standing): Promise<Html> {
  const t = textsIn(ask.language).board
  const here = { organisation: organisation.id }
  const turns = await freshTurns(ask, organisation, standing)
  const plans = standing.followed.map((one) => nearestOf(standing, one))
  const nearest = nearestPlace(plans)
  const rows = standing.followed.map((one, index) => rowOf(ask, organisation, one, turns, plans[index], index === nearest))
  const links = [
    html`<a class="govuk-link" href="${urls.label.map(here)}">${t.map}</a>`,
    html`<a class="govuk-link" href="${urls.label.file({ ...here, format: 'ods' })}">${t.file}</a>`,
  ]
  return html`${table({
    caption: t.caption,
    captionHidden: true,
    columns: [
      { header: t.columns.name },
      { header: t.columns.covered },
      { header: t.columns.fresh },
      { header: t.columns.next },
      { header: t.columns.nearest },
    ],
    rows,
  })}${legend(ask.language)}
${when(may(ask.caller, 'label.edit', organisation), () => buttonGroup([linkButton({ text: t.follow, href: urls.label.follow(here), kind: 'secondary' })]))}
<p class="govuk-body">${join(links, ' · ')}</p>
${await unlockSection(ask, organisation, standing)}`
}

/** The label with the lightest way to the end, among those not covered yet; -1 when all are. */
function nearestPlace(plans: readonly NearestPlan[]): number {
  const open = plans.flatMap((plan, index) => (plan.missing > 0 ? [{ index, effort: plan.effort }] : []))
  return open.reduce((best, one) => (best.effort <= one.effort ? best : one), { index: -1, effort: Number.POSITIVE_INFINITY }).index
}

function rowOf(
  ask: SignedIn,
  organisation: Organisation,
  one: FollowedStanding,
  turns: readonly Turn[],
  plan: NearestPlan | undefined,
  isNearest: boolean,
): Content[] {
  const t = textsIn(ask.language)
  const { followed } = one
  const here = { organisation: organisation.id, framework: followed.frameworkId }
  const quarters = quartersOf(one.items)
  const name = html`<span class="q-board__name">${quarters ? html`${wheel({ quarters, size: 24 })} ` : ''}<a class="govuk-link" href="${urls.label.show(here)}">${followed.shortTitle}</a></span>
${tag(t.followStates[followed.state], followed.state === 'held' ? 'done' : 'active')} ${unconfirmedTag(followed.unconfirmed, ask.language)}
<p class="q-board__counts">${t.kinds[followed.kind]} · ${followed.frameworkVersion}</p>`
  const left =
    !plan || plan.missing === 0
      ? t.board.done
      : html`<a class="govuk-link" href="${urls.label.nearest(here)}">${t.board.left(plan.steps.length)}<span class="govuk-visually-hidden"> ${followed.shortTitle}</span></a>${when(isNearest, () => html`<br>${tag(t.board.nearest, 'done')}`)}`
  return [name, coverageCell(countCoverage(one.items), ask.language), freshWords(ask, one, turns), nextWords(ask, one), left]
}

function freshWords(ask: SignedIn, one: FollowedStanding, turns: readonly Turn[]): string {
  const asked = new Set(one.items.flatMap((item) => (item.asked ? [item.number] : [])))
  return textsIn(ask.language).board.fresh(turns.filter((turn) => turn.after === 'covered' && asked.has(turn.item)).length)
}

function nextWords(ask: SignedIn, { followed }: FollowedStanding): Content {
  const t = textsIn(ask.language).board
  const lines = [
    ...(followed.nextDueOn ? [t.dueOn(followed.nextStep || t.columns.next, formatDate(followed.nextDueOn, ask.language))] : []),
    ...(followed.heldUntil ? [t.until(formatDate(followed.heldUntil, ask.language))] : []),
  ]
  return lines.length > 0 ? join(lines, html`<br>`) : html`<span class="q-missing">${t.noDate}</span>`
}

/** What the proofs of the last days have turned: the board with them, against the board without. */
async function freshTurns(ask: SignedIn, organisation: Organisation, { graph, seeds }: Standing): Promise<Turn[]> {
  const since = new Date(ask.now.getTime() - freshDays * 86_400_000)
  const recent = await listRecentProofs(ask.db, organisation.id, since)
  if (recent.length === 0) return []
  const counts = new Map(recent.map((one) => [numberOf(graph, one), one.proofs]))
  return turnsBetween(graph, withoutProofs(seeds, counts), seeds)
}

async function unlockSection(ask: SignedIn, organisation: Organisation, standing: Standing): Promise<Html> {
  const t = textsIn(ask.language).board
  const proofs = bestProofsOf(standing)
  const items = await itemsOf(ask, standing, proofs)
  const more = html`<p class="govuk-body"><a class="govuk-link" href="${urls.label.bestProofs({ organisation: organisation.id })}">${t.unlockMore}</a></p>`
  return html`<section aria-labelledby="unlock">${heading(2, t.unlockTitle, 'm', 'unlock')}<p class="govuk-body">${t.unlockLead}</p>
${proofs.length === 0 ? html`<p class="govuk-body">${t.unlockNone}</p>` : html`<ol class="q-points">${join(proofs.map((proof) => unlockLine(ask, organisation, standing, proof, items.get(proof.item))))}</ol>${more}`}</section>`
}

export async function itemsOf(ask: SignedIn, standing: Standing, proofs: readonly Unlock[]): Promise<Map<number, Item>> {
  const keys = proofs.flatMap((proof) => standing.graph.items[proof.item] ?? [])
  const items = await findItems(ask.db, keys)
  return new Map(items.map((item) => [numberOf(standing.graph, item), item]))
}

function unlockLine(ask: SignedIn, organisation: Organisation, standing: Standing, proof: Unlock, item: Item | undefined): Html {
  if (!item) return html``
  const t = textsIn(ask.language)
  const [suggested] = item.evidence
  return html`<li><a class="govuk-link" href="${pointUrl(organisation.id, item)}">${nameOf(item)}</a><strong>${t.board.unlockGain(proof.settles.length, frameworksOf(standing, proof.settles))}</strong>
<p class="q-points__note">${t.steps[proof.kind].title}.${suggested ? ` ${t.board.suggested} ${suggested}.` : ''}</p></li>`
}

export const frameworksOf = (standing: Standing, items: readonly number[]): number => new Set(items.map((item) => standing.graph.items[item]?.frameworkId)).size
