import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listActionsFollowing } from '../action/follow-store.ts'
import { codesIn } from '../formula/codes-in.ts'
import type { Followed } from '../guard.ts'
import { textsIn } from '../texts.en.ts'

/** What rests on a figure: formulas that it enters, actions that follow it, statements that it informs. */
export async function dependsOn(ask: SignedIn, { school, directory, measure }: Followed): Promise<Content> {
  const t = textsIn(ask.language).figure
  const formulas = directory.indicators.filter(({ formula }) => formula !== null && codesIn(formula).includes(measure.code))
  const actions = await listActionsFollowing(ask.db, school.id, measure.code)
  const lines = [
    ...formulas.map(({ code, name }) => html`<a class="govuk-link" href="${urls.indicators.show({ organisation: school.id, code })}">${t.inFormula(name)}</a>`),
    ...actions.map(({ id, title }) => html`<a class="govuk-link" href="${urls.action.show({ action: id })}">${t.inAction(title)}</a>`),
    ...(measure.indicator.items.length > 0 ? [t.inItems(measure.indicator.items.map((item) => item.code).join(', '))] : []),
  ]
  return lines.length > 0 ? html`<section>${heading(2, t.depends, 'm')}${list(lines)}</section>` : nothing
}
