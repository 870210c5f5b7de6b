import { formatDate } from '../../../platform/language.ts'
import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { searchField, select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import { phases } from '../../../ui/phases.ts'
import { findOrganisation } from '../../organisations/store.ts'
import { loadDirectory } from '../known.ts'
import type { Directory } from '../known.ts'
import type { Indicator } from '../pack/indicator.ts'
import { textsIn } from '../texts.en.ts'
import { definitionView } from './definition.ts'
import { listItemsOfPhase } from './phase-store.ts'
import { searchIndicators } from './search-rules.ts'
import type { Wish } from './search-rules.ts'

/** The organisation through which the caller reads the directory: a school or network first, then whoever he works for. */
async function homeOf(ask: SignedIn) {
  const { mandates } = ask.caller
  const home = mandates.find(({ kind }) => kind === 'school') ?? mandates.find(({ kind }) => kind === 'network') ?? mandates[0]
  return home ? findOrganisation(ask.db, home.organisationId) : null
}

async function directoryOf(ask: SignedIn): Promise<{ directory: Directory; home: Awaited<ReturnType<typeof homeOf>> }> {
  const home = await homeOf(ask)
  return { home, directory: await loadDirectory(ask.db, home ?? { id: '00000000-0000-0000-0000-000000000000', authorityId: null }) }
}

export async function showDirectory(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const { directory, home } = await directoryOf(ask)
  const read = (name: string): string => ask.query.get(name)?.trim().slice(0, 200) ?? ''
  const wish: Wish = {
    words: read('q'),
    theme: read('theme'),
    source: read('source'),
    framework: read('referentiel'),
    phase: phases.find((phase) => phase === read('temps')) ?? '',
  }
  const ofPhase = wish.phase ? await listItemsOfPhase(ask.db, wish.phase) : null
  const found = searchIndicators(directory.indicators, wish, ofPhase)
  const themes = [...directory.pack.themes.map(({ key, name }) => ({ key, name })), { key: 'own', name: t.list.own }]
  const sections = themes.map(({ key, name }) => {
    const some = found.filter((indicator) => indicator.themes[0] === key)
    return when(
      some.length > 0,
      () =>
        html`<section>${heading(2, name, 'm')}${cardList(
          some.map((one) => cardOf(ask, one)),
          'grid',
          3,
        )}</section>`,
    )
  })
  const buttons = buttonGroup([
    ...(home && may(ask.caller, 'indicator.read', { organisationId: home.id })
      ? [linkButton({ text: t.board.title, href: urls.indicators.board({ organisation: home.id }), kind: 'secondary' })]
      : []),
    ...(home && may(ask.caller, 'indicator.define', { organisationId: home.id })
      ? [linkButton({ text: t.list.addOwn, href: urls.indicators.newOwn({ organisation: home.id }), kind: 'secondary' })]
      : []),
  ])
  const body = html`${heading(1, t.list.title)}<p class="q-lead">${t.list.lead}</p>${buttons}${await finder(ask, directory, wish)}<p class="govuk-body" role="status">${t.list.found(found.length)}</p>${sections}
${details({ summary: t.list.about, content: html`<p class="govuk-body">${t.list.version(directory.pack.version, formatDate(directory.pack.valid_from, ask.language))}</p><p class="govuk-body">${directory.pack.source}</p><p class="govuk-body">${directory.pack.licence}</p>`, quiet: true })}`
  return page({ title: t.list.title, body, here: 'indicators' })
}

async function finder(ask: SignedIn, { pack }: Directory, wish: Wish): Promise<Html> {
  const t = textsIn(ask.language)
  const any = { value: '', text: t.list.any }
  const frameworks = new Map((await listFrameworks(ask.db, ask.today)).filter((one) => !one.blank).map((one) => [one.framework, one.shortTitle]))
  const sources = [...new Set(pack.indicators.map(({ source }) => source))]
  const fields = [
    searchField({ id: 'mots', name: 'q', label: t.list.search, value: wish.words }),
    select({
      id: 'theme',
      name: 'theme',
      label: t.list.theme,
      value: wish.theme,
      options: [any, ...pack.themes.map(({ key, name }) => ({ value: key, text: name }))],
    }),
    select({
      id: 'source',
      name: 'source',
      label: t.list.source,
      value: wish.source,
      options: [any, ...sources.map((source) => ({ value: source, text: t.sources[source] }))],
    }),
    select({
      id: 'referentiel',
      name: 'referentiel',
      label: t.list.framework,
      value: wish.framework,
      options: [any, ...[...frameworks].map(([value, text]) => ({ value, text }))],
    }),
    select({
      id: 'temps',
      name: 'temps',
      label: t.list.phase,
      value: wish.phase,
      options: [any, ...phases.map((phase) => ({ value: phase, text: t.list.phases[phase] }))],
    }),
  ]
  return form({
    action: urls.indicators.list(),
    method: 'get',
    content: html`<div class="q-finder">${fields}${button({ text: t.list.button, kind: 'secondary' })}</div>`,
  })
}

function cardOf(ask: SignedIn, indicator: Indicator) {
  const t = textsIn(ask.language)
  const said = [
    indicator.code,
    t.sources[indicator.source],
    indicator.status === 'unconfirmed' ? t.list.proposal : '',
    indicator.platform?.waits ? t.list.waits : '',
  ]
  return {
    title: indicator.name,
    href: urls.indicators.definition({ code: indicator.code }),
    meta: html`<span>${said.filter(Boolean).join(' · ')}</span>`,
    content: html`<p>${indicator.question}</p>`,
  }
}

export async function showDefinition(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const { directory, home } = await directoryOf(ask)
  const code = ask.params['code'] ?? ''
  const indicator = directory.indicators.find((one) => one.code === code)
  if (!indicator) return notFound()
  const own = directory.own.get(code)
  const buttons = buttonGroup([
    ...(home && may(ask.caller, 'indicator.read', { organisationId: home.id })
      ? [linkButton({ text: t.definition.follow, href: urls.indicators.show({ organisation: home.id, code }) })]
      : []),
    ...(own && may(ask.caller, 'indicator.define', own)
      ? [linkButton({ text: t.own.edit, href: urls.indicators.own({ ownIndicator: own.id }), kind: 'secondary' })]
      : []),
  ])
  const body = html`${heading(1, indicator.name, 'l')}<p class="q-missing">${t.definition.code(code)}</p>${buttons}${definitionView(indicator, directory.pack, ask.language)}`
  return page({ title: indicator.name, body, here: 'indicators', breadcrumbs: [{ text: t.list.title, href: urls.indicators.list() }] })
}
