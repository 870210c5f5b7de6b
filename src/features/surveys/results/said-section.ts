import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { frenchSpaces } from '../../frameworks/french-spaces.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { listStatements } from './results-store.ts'
import { listSaid } from './said-store.ts'
import type { Said } from './said-store.ts'
import { textsIn } from './texts.en.ts'
import { agreementOf } from './words.ts'

/** « Ce que disent les enquêtes » beside a question of the team or a point of a label; nothing where nobody was asked, or too few answered. */
export async function saidSection(ask: SignedIn, organisationId: string, items: readonly NonNullable<Question['item']>[]): Promise<Html> {
  if (!may(ask.caller, 'survey.results', { organisationId })) return nothing
  const said = await listSaid(ask.db, organisationId, items)
  if (said.length === 0) return nothing
  const t = textsIn(ask.language).said
  const statements = items.length > 1 ? await listStatements(ask.db, items) : new Map<string, string>()
  const lines = said.map((one) => lineOf(ask, organisationId, one, items.length > 1 ? t.about(statements.get(itemName(one.item)) ?? '', one.item.code) : ''))
  return html`<section>${heading(2, t.title, 'm')}${list(lines)}</section>`
}

/** `about`: what the question is about, where several statements are asked of at once. */
function lineOf(ask: SignedIn, organisationId: string, { audience, question, result, ...asked }: Said, about: string): Html {
  const t = textsIn(ask.language)
  const place = urls.survey.result({ survey: asked.surveyId, organisation: organisationId, part: asked.partId })
  const share = result.shown ? agreementOf(result.figures, t) : ''
  return html`${t.said.line(t.audiences[audience], share, frenchSpaces(question))} <a class="govuk-link" href="${place}">${t.said.survey(asked.survey, asked.schoolYear)}</a>${about ? html` <span class="q-missing">${about}</span>` : nothing}`
}
