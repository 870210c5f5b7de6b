import { page } from '../../../platform/web/answer.ts'
import type { Answer, Crumb } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Organisation } from '../../organisations/store.ts'
import type { SchoolType } from '../../organisations/tables.ts'
import { wordsIn } from '../../organisations/words.en.ts'
import type { IndicatorTheme } from '../pack/indicator.ts'
import { findFiguresTogether, listOpenMeasures } from './figures.ts'
import type { FigureTogether } from './figures.ts'
import { listTypes } from '../values/ranges-store.ts'
import { rangesView } from './ranges-view.ts'
import { textsIn } from './texts.en.ts'

interface Place {
  title: string
  address: string
  breadcrumbs: readonly Crumb[]
  actions: Html | ''
}

interface Chosen {
  themes: readonly IndicatorTheme[]
  theme: string
  types: readonly SchoolType[]
  type: SchoolType | null
}

export function showAuthorityFigures(ask: SignedIn, authority: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = { organisation: authority.id }
  const decides = may(ask.caller, 'indicator.define', authority)
  return showTogether(ask, authority, {
    title: t.authorityTitle,
    address: urls.indicators.authority(here),
    breadcrumbs: [{ text: authority.name, href: urls.authority.show(here) }],
    actions: decides ? linkButton({ text: t.publish, href: urls.indicators.published(here), kind: 'secondary' }) : '',
  })
}

export function showNetworkFigures(ask: SignedIn, network: Organisation): Promise<Answer> {
  const here = { organisation: network.id }
  const breadcrumbs = [{ text: network.name, href: urls.network.show(here) }]
  return showTogether(ask, network, { title: textsIn(ask.language).networkTitle, address: urls.indicators.network(here), breadcrumbs, actions: '' })
}

/** Figures of several schools as ranges, one theme at a time. */
async function showTogether(ask: SignedIn, organisation: Organisation, place: Place): Promise<Answer> {
  const t = textsIn(ask.language)
  const group = { id: organisation.id, kind: organisation.kind, today: ask.today }
  const { pack, open } = await listOpenMeasures()
  const themes = pack.themes.filter(({ key }) => open.some(({ known }) => known.indicator.themes[0] === key))
  const types = await listTypes(ask.db, group)
  const theme = themes.find(({ key }) => key === ask.query.get('theme'))?.key ?? themes[0]?.key ?? ''
  const type = types.find((one) => one === ask.query.get('type')) ?? null
  const wanted = open.filter(({ known }) => known.indicator.themes[0] === theme)
  const figures = await findFiguresTogether(ask.services.pool, ask.db, group, wanted, type)
  const about = details({ summary: t.aboutSummary, content: list(t.about) })
  const body = html`${heading(1, place.title)}<p class="q-lead">${t.lead}</p><p class="govuk-body">${organisation.name}</p>${place.actions}${about}
${finder(ask, place.address, { themes, theme, types, type })}${figuresView(ask, figures, type)}`
  return page({ title: place.title, body, here: 'indicators', breadcrumbs: place.breadcrumbs })
}

function finder(ask: SignedIn, address: string, { themes, theme, types, type }: Chosen): Html {
  const t = textsIn(ask.language)
  const words = wordsIn(ask.language).schoolTypes
  const themeField = select({ id: 'theme', name: 'theme', label: t.theme, value: theme, options: themes.map(({ key, name }) => ({ value: key, text: name })) })
  const typeField = select({
    id: 'type',
    name: 'type',
    label: t.type,
    value: type ?? '',
    options: [{ value: '', text: t.anyType }, ...types.map((one) => ({ value: one, text: words[one] }))],
  })
  return form({
    action: address,
    method: 'get',
    content: html`<div class="q-finder">${themeField}${when(types.length > 0, () => typeField)}${button({ text: t.show, kind: 'secondary' })}</div>`,
  })
}

function figuresView(ask: SignedIn, figures: readonly FigureTogether[], type: SchoolType | null): Html {
  const t = textsIn(ask.language)
  if (figures.length > 0) return html`${figures.map((figure) => rangesView(figure, ask.language))}`
  return html`<p class="govuk-body">${type ? t.noneOfType : t.none}</p><p class="govuk-hint">${t.noData}</p>`
}
