import { recordActivity } from '../../../platform/activity.ts'
import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { catalogueFormats } from './catalogue-pages.ts'
import { listKnownTogether, listOpenMeasures } from './figures.ts'
import type { KnownTogether, OpenMeasure } from './figures.ts'
import { listDecided, saveDecision } from './publication-store.ts'
import { fileFormats } from './range-files.ts'
import { textsIn } from './texts.en.ts'

/** What the académie publishes, ticked by its référent. */
export async function showPublication(ask: SignedIn, authority: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = { organisation: authority.id }
  const { open } = await listOpenMeasures()
  const decided = await listDecided(ask.db, authority.id)
  const figures = await listKnownTogether(ask.db, { id: authority.id, kind: authority.kind, today: ask.today }, open)
  const boxes = checkboxes({
    id: 'measure',
    name: 'measure',
    legend: t.publication.choose,
    values: [...decided.keys()],
    choices: open.map((one) => choiceOf(one, figures, t.publication.waits)),
  })
  const body = html`${heading(1, t.publication.title)}<p class="q-lead">${t.publication.lead}</p><p class="govuk-body">${authority.name}</p>
${form({ action: urls.indicators.published(here), hidden: ask.hidden(), content: html`${boxes}${button({ text: t.publication.save })}` })}
${heading(2, t.publication.publicTitle, 'm')}${publicView(
    ask,
    authority,
    figures.filter(({ known }) => decided.has(known.code)),
  )}`
  const breadcrumbs = [
    { text: authority.name, href: urls.authority.show(here) },
    { text: t.authorityTitle, href: urls.indicators.authority(here) },
  ]
  return page({ title: t.publication.title, body, here: 'indicators', breadcrumbs })
}

function choiceOf({ known }: OpenMeasure, figures: readonly KnownTogether[], waits: string) {
  const { code, name, indicator } = known
  const hint = figures.some((figure) => figure.known.code === code) ? indicator.question : `${indicator.question} ${waits}`
  return { value: code, text: name, hint: hint.trim() }
}

function publicView(ask: SignedIn, authority: Organisation, shown: readonly KnownTogether[]): Html {
  const t = textsIn(ask.language).publication
  const here = { organisation: authority.id }
  if (shown.length === 0) return html`<p class="govuk-body">${t.publicNone}</p>`
  const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}" download>${text}</a>`
  const files = shown.flatMap(({ known: { code, name } }) =>
    fileFormats.map(({ format, label }) => link(urls.indicators.catalogueFile({ ...here, code, format }), t.fileAs(name, label))),
  )
  const catalogues = catalogueFormats.map(({ format, label }) => link(urls.indicators.catalogue({ ...here, format }), t.catalogueAs(label)))
  return html`${list(files)}<p class="govuk-body">${t.catalogue}</p>${list(catalogues)}`
}

export async function savePublication(ask: SignedIn, authority: Organisation): Promise<Answer> {
  const { open } = await listOpenMeasures()
  const ticked = new Set(ask.form.all('measure'))
  const wanted = open.map(({ known }) => known.code).filter((code) => ticked.has(code))
  const decided = await listDecided(ask.db, authority.id)
  const added = wanted.filter((code) => !decided.has(code))
  const removed = [...decided.keys()].filter((code) => !ticked.has(code))
  if (added.length + removed.length > 0) {
    await saveDecision(ask.db, { authorityId: authority.id, personId: ask.caller.personId, now: ask.now, added, removed })
    await recordActivity(ask.db, {
      organisationId: authority.id,
      actorId: ask.caller.personId,
      kind: 'figures.published',
      subjectKind: 'organisation',
      subjectId: authority.id,
      detail: { added: added.join(' '), removed: removed.join(' '), published: wanted.length },
    })
  }
  return redirect(urls.indicators.published({ organisation: authority.id }), textsIn(ask.language).publication.saved)
}
