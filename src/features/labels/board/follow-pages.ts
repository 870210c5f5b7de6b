import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { frameworkKinds } from '../../frameworks/content.ts'
import type { FrameworkKind } from '../../frameworks/content.ts'
import type { Organisation } from '../../organisations/store.ts'
import { followFrameworks } from '../commands.ts'
import { listFollowable, listFollowed } from '../store.ts'
import type { NamedFramework } from '../store.ts'
import { textsIn } from '../texts.en.ts'
import { boardCrumbs, unconfirmedTag } from '../words.ts'

async function listOffered(ask: SignedIn, organisation: Organisation): Promise<NamedFramework[]> {
  const followed = new Set((await listFollowed(ask.db, organisation.id)).map((one) => one.frameworkId))
  return (await listFollowable(ask.db, ask.today)).filter((one) => !followed.has(one.id))
}

function followPage(
  ask: SignedIn,
  organisation: Organisation,
  offered: readonly NamedFramework[],
  ticked: readonly string[],
  errors: readonly FormError[],
): Page {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const shown = frameworkKinds.filter((kind) => offered.some((one) => one.kind === kind))
  const group = (kind: FrameworkKind, index: number): Html =>
    checkboxes({
      id: index === 0 ? 'framework' : `framework-${kind}`,
      name: 'framework',
      legend: t.kinds[kind],
      legendSize: 'm',
      choices: offered.filter((one) => one.kind === kind).map((one) => ({ value: one.id, text: choiceText(ask, one), hint: one.title })),
      values: ticked,
      error: index === 0 ? error('framework') : undefined,
    })
  const buttons = buttonGroup([
    button({ text: t.follow.save }),
    linkButton({ text: t.follow.cancel, href: urls.label.board({ organisation: organisation.id }), kind: 'quiet' }),
  ])
  const content = offered.length === 0 ? html`<p class="govuk-body">${t.follow.all}</p>` : html`${shown.map(group)}${buttons}`
  return {
    title: t.follow.title,
    body: html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.follow.title)}<p class="q-lead">${t.follow.lead}</p>
${form({ action: urls.label.follow({ organisation: organisation.id }), hidden: ask.hidden(), content })}`,
    here: 'labels',
    breadcrumbs: boardCrumbs(organisation, ask.language),
  }
}

const choiceText = (ask: SignedIn, one: NamedFramework): Html =>
  html`${one.shortTitle} <span class="q-missing">(${one.version}, ${textsIn(ask.language).follow.points(one.items)})</span> ${unconfirmedTag(one.unconfirmed, ask.language)}`

export async function showFollow(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  return page(followPage(ask, organisation, await listOffered(ask, organisation), [], []))
}

export async function saveFollowChoice(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).follow
  const offered = await listOffered(ask, organisation)
  const ticked = ask.form.all('framework').filter((id) => offered.some((one) => one.id === id))
  if (ticked.length === 0) return invalid(followPage(ask, organisation, offered, ticked, [{ field: 'framework', id: 'framework', message: t.none }]))
  const added = await followFrameworks(ask.db, ask.caller.personId, organisation.id, ticked)
  return redirect(urls.label.board({ organisation: organisation.id }), t.saved(added))
}
