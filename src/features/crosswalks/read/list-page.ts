import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import { textsIn as frameworkTexts } from '../../frameworks/texts.en.ts'
import { listCrosswalks } from './crosswalks-store.ts'
import type { Crosswalk } from './crosswalks-store.ts'
import { textsIn } from './texts.en.ts'

/** Every crosswalk that the caller sees, or those of one framework: hers in writing first. */
export async function showCrosswalks(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const frameworks = await listFrameworks(ask.db)
  const wanted = frameworks.find((framework) => framework.id === ask.query.get('referentiel'))
  const all = await listCrosswalks(ask.db, wanted?.id)
  const writing = all.filter((crosswalk) => crosswalk.state !== 'published')
  const published = all.filter((crosswalk) => crosswalk.state === 'published')
  const title = wanted ? t.of(t.end(wanted.shortTitle, wanted.version)) : t.title
  const options = frameworks.filter((framework) => !framework.blank).map((one) => ({ value: one.id, text: t.end(one.shortTitle, one.version) }))
  const body = html`${heading(1, title)}<p class="q-lead">${t.lead}</p>${writeButtons(ask)}
<div class="q-way">${form({
    action: urls.crosswalks.list(),
    method: 'get',
    inline: true,
    content: html`${select({ id: 'referentiel', name: 'referentiel', label: t.filter, value: wanted?.id ?? '', options: [{ value: '', text: t.filterAll }, ...options] })}${button({ text: t.filterButton, kind: 'secondary' })}`,
  })}</div>
${when(writing.length > 0, () => section(ask, t.ours, writing))}
${all.length === 0 ? emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyLabel, text: html`<span lang="fr">${t.emptyExample}</span>` } }) : nothing}
${byFirst(ask, published)}`
  return page({ title, body, here: 'frameworks', breadcrumbs: [{ text: frameworkTexts(ask.language).title, href: urls.frameworks.list() }] })
}

/** One button for each organisation that the caller may write for. */
function writeButtons(ask: SignedIn): Content {
  const t = textsIn(ask.language)
  const open = ask.caller.mandates.filter((mandate) => may(ask.caller, 'framework.edit', mandate))
  const places = [...new Map(open.map((mandate) => [mandate.organisationId, mandate.name]))]
  return when(places.length > 0, () =>
    buttonGroup(
      places.map(([organisation, name]) =>
        linkButton({ text: places.length > 1 ? t.writeAt(name) : t.write, href: urls.crosswalks.start({ organisation }), kind: 'secondary' }),
      ),
    ),
  )
}

const byFirst = (ask: SignedIn, crosswalks: readonly Crosswalk[]): Html =>
  html`${[...Map.groupBy(crosswalks, (crosswalk) => crosswalk.from.id).values()].map((group) => {
    const from = group[0]?.from
    return from ? section(ask, textsIn(ask.language).end(from.title, from.edition), group) : nothing
  })}`

const section = (ask: SignedIn, title: string, crosswalks: readonly Crosswalk[]): Html =>
  html`<section>${heading(2, inFrench(title, ask.language), 'm')}${cardList(
    crosswalks.map((crosswalk) => crosswalkCard(ask, crosswalk)),
    'grid',
  )}</section>`

function crosswalkCard(ask: SignedIn, crosswalk: Crosswalk): Card {
  const t = textsIn(ask.language)
  const writing = crosswalk.state !== 'published'
  return {
    title: inFrench(writing ? t.name(crosswalk.from.title, crosswalk.to.title) : t.end(crosswalk.to.title, crosswalk.to.edition), ask.language),
    href: writing ? urls.crosswalks.work({ crosswalk: crosswalk.id }) : urls.crosswalks.show({ crosswalk: crosswalk.id }),
    meta: html`<span>${t.links(crosswalk.links)}</span>${when(crosswalk.gaps > 0, () => html`<span>${t.gaps(crosswalk.gaps)}</span>`)}${stateTag(ask, crosswalk)}`,
    content: when(crosswalk.organisationId, () => html`<p>${t.by(crosswalk.author)}</p>`),
  }
}

export function stateTag(ask: SignedIn, crosswalk: Crosswalk): Html {
  const t = textsIn(ask.language)
  if (crosswalk.state !== 'published') return tag(t.states[crosswalk.state], crosswalk.state === 'draft' ? 'active' : 'attention')
  return tag(t.statuses[crosswalk.status], crosswalk.status === 'validated' ? 'done' : 'plain')
}
