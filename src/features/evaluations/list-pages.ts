import { formatDate } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Page } from '../../platform/web/answer.ts'
import { get } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { linkButton } from '../../ui/buttons.ts'
import { html, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { phases } from '../../ui/phases.ts'
import { tag } from '../../ui/tags.ts'
import { wheel } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { listCycleFacts } from './cycle-store.ts'
import { stateKinds } from './overview/state-kinds.ts'
import { textsIn } from './overview/texts.en.ts'
import { listEvaluations } from './store.ts'
import type { Evaluation } from './store.ts'
import { textsIn as evaluationTexts } from './texts.en.ts'
import { cycleWheel } from './wheel.ts'
import type { CycleFacts } from './wheel.ts'

function listPage(ask: SignedIn, organisation: Organisation, evaluations: readonly Evaluation[], facts: ReadonlyMap<string, CycleFacts>): Page {
  const t = textsIn(ask.language).list
  const creates = may(ask.caller, 'evaluation.create', organisation)
  const create = (text: string): Html => linkButton({ text, href: urls.school.newEvaluation({ organisation: organisation.id }) })
  const cards = (list: readonly Evaluation[]): Html => cardList(list.map((evaluation) => cardOf(ask, evaluation, facts.get(evaluation.id))))
  const running = evaluations.filter((evaluation) => evaluation.state !== 'validated')
  const validated = evaluations.filter((evaluation) => evaluation.state === 'validated')
  const filled = html`${when(creates, () => html`<p>${create(t.create)}</p>`)}
${heading(2, t.running, 'm')}${running.length > 0 ? cards(running) : html`<p class="govuk-body">${t.nothingRunning}</p>`}
${when(validated.length > 0, () => html`${heading(2, t.validated, 'm')}${cards(validated)}`)}`
  const empty = emptyPage({
    title: t.emptyTitle,
    purpose: creates ? t.emptyPurpose : `${t.emptyPurpose} ${t.emptyMember}`,
    example: { label: t.emptyLabel, text: t.emptyExample },
    ...(creates ? { step: create(t.emptyStep) } : {}),
  })
  return {
    title: t.title,
    body: html`${heading(1, t.title)}${evaluations.length > 0 ? filled : empty}`,
    breadcrumbs: [{ text: organisation.name, href: urls.school.show({ organisation: organisation.id }) }],
    here: 'evaluations',
  }
}

function cardOf(ask: SignedIn, evaluation: Evaluation, facts: CycleFacts | undefined): Card {
  const words = evaluationTexts(ask.language)
  const title = { title: evaluation.title, href: urls.evaluation.show({ evaluation: evaluation.id }) }
  if (!facts) return title
  const cycle = cycleWheel(facts)
  const full = phases.filter((phase) => cycle.quarters[phase] === 'full').length
  const [first] = phases.flatMap((phase) => cycle.missing[phase])
  return {
    ...title,
    sign: wheel({ quarters: cycle.quarters, size: 48, title: words.wheelTitle(full) }),
    meta: html`${tag(words.states[evaluation.state], stateKinds[evaluation.state])} <span>${metaWords(ask, evaluation, facts)}</span>`,
    content: when(first, () => html`<p class="govuk-body">${textsIn(ask.language).list.missing} ${first ? lowerFirst(words.missing(first)) : ''}</p>`),
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** One line: year, then what matters in this state. */
function metaWords(ask: SignedIn, evaluation: Evaluation, facts: CycleFacts): string {
  const t = textsIn(ask.language).list
  const parts = [evaluation.schoolYear]
  switch (evaluation.state) {
    case 'composing':
      parts.push(t.questions(facts.items))
      break
    case 'answering':
      if (facts.members !== null) parts.push(t.answers(facts.finished ?? 0, facts.members))
      if (evaluation.endsOn) parts.push(t.until(formatDate(evaluation.endsOn, ask.language)))
      break
    case 'agreeing':
      parts.push(textsIn(ask.language).overview.positionsOf(facts.agreed, facts.items))
      break
    case 'validated':
      if (evaluation.validatedAt) parts.push(t.validatedOn(formatDate(evaluation.validatedAt, ask.language)))
      parts.push(t.actions(facts.actions))
      break
  }
  return parts.join(' · ')
}

const onSchool = onObject(
  'school',
  'school.inside',
  (ask) => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? ''),
  async (ask, organisation) => {
    const evaluations = await listEvaluations(ask.db, organisation.id)
    const facts = await listCycleFacts(
      ask.db,
      evaluations.map((evaluation) => evaluation.id),
    )
    return page(listPage(ask, organisation, evaluations, facts))
  },
)

export const evaluationListRoutes: readonly Route[] = [get(urls.school.evaluations, onSchool)]
