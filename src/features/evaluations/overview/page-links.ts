import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Evaluation } from '../store.ts'
import type { EvaluationState } from '../tables.ts'
import type { Overview } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

type Name = keyof Texts['overview']['links']

const closed: readonly EvaluationState[] = ['agreeing', 'validated']

/** Links to each step that this person may take now: never a page that would refuse her. */
export function pageLinks(ask: SignedIn, overview: Overview): Html {
  const t = textsIn(ask.language).overview
  const { evaluation, standing } = overview
  const names = standing.visits ? visitorNames() : insiderNames(ask, overview)
  const links = names.map((name) => html`<a class="govuk-link" href="${hrefOf(name, evaluation)}">${t.links[name]}</a>`)
  const remove =
    standing.leads && evaluation.state === 'composing'
      ? [html`<a class="govuk-link" href="${urls.evaluation.delete({ evaluation: evaluation.id })}">${t.delete}</a>`]
      : []
  return html`<nav aria-labelledby="pages">${heading(2, t.pages, 'm', 'pages')}${list([...links, ...remove])}</nav>`
}

const visitorNames = (): Name[] => ['sheet', 'diagnosis', 'report']

function insiderNames(ask: SignedIn, { evaluation, standing, previous }: Overview): Name[] {
  const isClosed = closed.includes(evaluation.state)
  const given: [Name, boolean][] = [
    ['compose', standing.leads && evaluation.state === 'composing'],
    ['members', standing.leads && !isClosed],
    ['settings', standing.leads && evaluation.state === 'composing'],
    ['answer', standing.part !== null && evaluation.state === 'answering'],
    ['spread', isClosed],
    ['diagnosis', isClosed],
    ['sheet', isClosed],
    ['validate', standing.validates && evaluation.state === 'agreeing'],
    ['compare', isClosed && previous !== null],
    ['report', isClosed],
    ['share', may(ask.caller, 'evaluation.share', evaluation) && isClosed],
    ['saveModel', standing.leads && evaluation.state !== 'composing'],
    ['again', may(ask.caller, 'evaluation.create', evaluation) && evaluation.state === 'validated'],
  ]
  return given.filter(([, shown]) => shown).map(([name]) => name)
}

function hrefOf(name: Name, evaluation: Evaluation): string {
  if (name === 'again') return urls.school.newEvaluation({ organisation: evaluation.organisationId }, { reprendre: evaluation.id })
  return urls.evaluation[name]({ evaluation: evaluation.id })
}
