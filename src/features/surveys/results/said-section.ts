import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Question } from '../questionnaire/definition.ts'
import { listSaid } from './said-store.ts'
import type { Said } from './said-store.ts'
import { textsIn } from './texts.en.ts'
import { agreementOf } from './words.ts'

/** « Ce que disent les enquêtes » beside a question of the team or a point of a label; nothing where nobody was asked, or too few answered. */
export async function saidSection(ask: SignedIn, organisationId: string, items: readonly NonNullable<Question['item']>[]): Promise<Html> {
  if (!may(ask.caller, 'survey.results', { organisationId })) return nothing
  const said = await listSaid(ask.db, organisationId, items)
  if (said.length === 0) return nothing
  return html`<section>${heading(2, textsIn(ask.language).said.title, 'm')}${list(said.map((one) => lineOf(ask, organisationId, one, items.length > 1)))}</section>`
}

function lineOf(ask: SignedIn, organisationId: string, { item, audience, question, result, ...asked }: Said, named: boolean): Html {
  const t = textsIn(ask.language)
  const place = urls.survey.result({ survey: asked.surveyId, organisation: organisationId, part: asked.partId })
  const share = result.shown ? agreementOf(result.figures, t) : ''
  return html`${t.said.line(t.audiences[audience], share, question)} <a class="govuk-link" href="${place}">${t.said.survey(asked.survey, asked.schoolYear)}</a>${named ? html` <span class="q-missing">${t.said.about(item.code)}</span>` : nothing}`
}
