import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, summaryList, tabs } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { listFrameworkItems, listThemes } from '../../frameworks/store.ts'
import type { Item, Theme } from '../../frameworks/store.ts'
import type { Side } from '../content.ts'
import { relations } from '../relations.ts'
import { findCrosswalk, listCrosswalkGaps, listCrosswalkLinks } from './crosswalks-store.ts'
import type { Crosswalk, CrosswalkGap } from './crosswalks-store.ts'
import { stateTag } from './list-page.ts'
import { otherSide, seenFrom, settledCodes } from './sides-rules.ts'
import type { SeenLink } from './sides-rules.ts'
import { textsIn } from './texts.en.ts'

/** Both frameworks, theme by theme: what corresponds to what, in which way and why; what has no equivalent. */
export async function showCrosswalk(ask: SignedIn): Promise<Answer> {
  const crosswalk = await findCrosswalk(ask.db, ask.params['crosswalk'] ?? '')
  if (!crosswalk) return notFound()
  const t = textsIn(ask.language)
  const side: Side = ask.query.get('sens') === 'retour' ? 'to' : 'from'
  const [near, far] = [crosswalk[side], crosswalk[otherSide(side)]]
  const title = t.name(near.title, far.title)
  const body = html`${heading(1, inFrench(title, ask.language))}<p class="govuk-body">${stateTag(ask, crosswalk)}</p>
${about(ask, crosswalk)}${doors(ask, crosswalk)}
${details({ summary: t.legend, content: html`<p>${t.legendLead}</p>${list(relations.map((relation) => html`<strong>${t.relations[relation]}</strong>${t.colon} ${t.legends[relation]}`))}`, quiet: true })}
${tabs(t.directions, [
  { href: urls.crosswalks.show({ crosswalk: crosswalk.id }), text: t.turn(crosswalk.from.title, crosswalk.to.title), current: side === 'from' },
  {
    href: urls.crosswalks.show({ crosswalk: crosswalk.id }, { sens: 'retour' }),
    text: t.turn(crosswalk.to.title, crosswalk.from.title),
    current: side === 'to',
  },
])}
${await content(ask, crosswalk, side)}`
  return page({ title, body, here: 'frameworks', wide: true, breadcrumbs: [{ text: t.title, href: urls.crosswalks.list() }] })
}

function about(ask: SignedIn, crosswalk: Crosswalk): Html {
  const t = textsIn(ask.language)
  const end = ({ id, title, edition }: Crosswalk['from']): Html =>
    html`<a class="govuk-link" href="${urls.frameworks.show({ framework: id })}">${inFrench(t.end(title, edition), ask.language)}</a>`
  return summaryList([
    { key: t.about.counts, value: html`${end(crosswalk.from)}<br>${end(crosswalk.to)}<br>${t.links(crosswalk.links)}, ${t.gaps(crosswalk.gaps)}` },
    { key: t.about.author, value: inFrench(crosswalk.author, ask.language) },
    { key: t.about.status, value: t.about.statuses[crosswalk.status] },
    { key: t.about.source, value: html`${inFrench(crosswalk.source.title, ask.language)}<br>${inFrench(crosswalk.source.note, ask.language)}` },
    { key: t.about.licence, value: inFrench(crosswalk.licence, ask.language) },
  ])
}

/** What those who write may do from here: go on with theirs, or add their own to the one that comes with the product. */
function doors(ask: SignedIn, crosswalk: Crosswalk): Content {
  const t = textsIn(ask.language)
  const file = linkButton({ text: t.exportLink, href: urls.exchange.crosswalk({ crosswalk: crosswalk.id }), kind: 'quiet' })
  if (may(ask.caller, 'framework.edit', crosswalk) && crosswalk.state !== 'published')
    return buttonGroup([linkButton({ text: t.goOn, href: urls.crosswalks.work({ crosswalk: crosswalk.id }) }), file])
  const place = crosswalk.organisationId ? undefined : ask.caller.mandates.find((mandate) => may(ask.caller, 'framework.edit', mandate))
  if (!place) return buttonGroup([file])
  const own = postButton({
    text: t.own,
    action: urls.crosswalks.start({ organisation: place.organisationId }),
    hidden: [...ask.hidden(), { name: 'from', value: crosswalk.from.id }, { name: 'to', value: crosswalk.to.id }],
  })
  return html`${buttonGroup([own, file])}<p class="govuk-hint">${t.ownHelp}</p>`
}

async function content(ask: SignedIn, crosswalk: Crosswalk, side: Side): Promise<Html> {
  const t = textsIn(ask.language)
  const [near, far] = [crosswalk[side].id, crosswalk[otherSide(side)].id]
  const [themes, nearItems, farItems] = [await listThemes(ask.db, near), await listFrameworkItems(ask.db, near), await listFrameworkItems(ask.db, far)]
  const [links, gaps] = [await listCrosswalkLinks(ask.db, crosswalk.id), await listCrosswalkGaps(ask.db, crosswalk.id)]
  const byCode = new Map(farItems.map((item) => [item.code, item]))
  const seen = Map.groupBy(
    links.map((link) => seenFrom(link, side)),
    (link) => link.near,
  )
  const settled = settledCodes(links, gaps, side)
  const unlinked = nearItems.filter((item) => !settled.has(item.code)).length
  return html`${links.length === 0 ? html`<p class="govuk-body">${t.noLinks}</p>` : nothing}
${themes.map((theme) => themeTable(ask, theme, nearItems, byCode, seen))}
${gapTable(
  ask,
  gaps.filter((gap) => gap.side === side),
  new Map(nearItems.map((item) => [item.code, item])),
)}
${when(unlinked > 0, () => html`<p class="govuk-body q-missing">${t.unlinked(unlinked)}</p>`)}`
}

function themeTable(ask: SignedIn, theme: Theme, items: readonly Item[], far: ReadonlyMap<string, Item>, seen: ReadonlyMap<string, readonly SeenLink[]>): Html {
  const t = textsIn(ask.language)
  const lines = items.filter((item) => item.themeCode === theme.code).flatMap((item) => (seen.get(item.code) ?? []).map((link) => ({ item, link })))
  if (lines.length === 0) return nothing
  return table({
    caption: `${theme.code} ${theme.title}`,
    columns: [{ header: t.columns.near }, { header: t.columns.relation }, { header: t.columns.far }, { header: t.columns.reason }],
    rows: lines.map(({ item, link }) => [
      statement(ask, item),
      html`${t.relations[link.relation]} ${when(link.link.status === 'validated', () => tag(t.statuses.validated, 'done'))}`,
      statement(ask, far.get(link.far), link.far),
      inFrench(link.link.reason, ask.language),
    ]),
  })
}

export const statement = (ask: SignedIn, item: Item | undefined, code = item?.code ?? ''): Html =>
  html`<span class="q-missing">${code}</span> ${inFrench(item?.statement ?? '', ask.language)}`

function gapTable(ask: SignedIn, gaps: readonly CrosswalkGap[], items: ReadonlyMap<string, Item>): Content {
  const t = textsIn(ask.language)
  return when(
    gaps.length > 0,
    () =>
      html`<p class="govuk-body">${t.gapsLead}</p>${table({
        caption: t.gapsTitle,
        columns: [{ header: t.statement }, { header: t.columns.reason }],
        rows: gaps.map((gap) => [statement(ask, items.get(gap.code), gap.code), inFrench(gap.reason, ask.language)]),
      })}`,
  )
}
