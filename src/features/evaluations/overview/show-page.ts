import { page } from '../../../platform/web/answer.ts'
import type { Crumb, Page } from '../../../platform/web/answer.ts'
import { formatDate } from '../../../platform/language.ts'
import { get } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { columns, list, summaryList } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { tag } from '../../../ui/tags.ts'
import { phaseTag, wheelWithWords } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { listEvaluationThemes } from '../compose/settings-store.ts'
import type { EvaluationTheme } from '../compose/settings-store.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { findCycleFacts } from '../cycle-store.ts'
import { onEvaluation } from '../guard.ts'
import { missingHref } from '../missing.ts'
import { findEvaluation, listMembers } from '../store.ts'
import type { Evaluation, Member } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { cycleWheel } from '../wheel.ts'
import type { CycleFacts, Missing } from '../wheel.ts'
import { nextStep, stepHref } from './next-step.ts'
import type { Standing } from './next-step.ts'
import { pageLinks } from './page-links.ts'
import { stateKinds } from './state-kinds.ts'
import { teamSection } from './team-section.ts'
import { textsIn } from './texts.en.ts'

/** All that the page says of one evaluation. */
export interface Overview {
  evaluation: Evaluation
  facts: CycleFacts
  standing: Standing
  /** Empty to those who see it through sharing: they are told no name. */
  members: readonly Member[]
  themes: readonly EvaluationTheme[]
  previous: Evaluation | null
}

async function findOverview(ask: SignedIn, evaluation: Evaluation): Promise<Overview> {
  const facts = await findCycleFacts(ask.db, evaluation.id)
  const visits = !may(ask.caller, 'evaluation.inside', evaluation)
  const members = visits ? [] : await listMembers(ask.db, evaluation.id)
  const self = members.find((member) => member.personId === ask.caller.personId)
  const standing: Standing = {
    facts,
    visits,
    leads: may(ask.caller, 'evaluation.lead', evaluation),
    validates: may(ask.caller, 'evaluation.validate', evaluation),
    part: self ? { answered: self.answered, finished: self.finishedAt !== null } : null,
  }
  const previous = evaluation.previousId ? await findEvaluation(ask.db, evaluation.previousId) : null
  return { evaluation, facts, standing, members, themes: await listEvaluationThemes(ask.db, evaluation.id), previous }
}

function showPage(ask: SignedIn, overview: Overview): Page {
  const { evaluation, standing } = overview
  const t = textsIn(ask.language).overview
  const states = evaluationTexts(ask.language).states
  const main = html`${stepSection(ask, overview)}${wheelSection(ask, overview)}${when(!standing.visits, () => teamSection(ask, overview))}`
  const aside = html`${aboutSection(ask, overview)}${pageLinks(ask, overview)}`
  const body = html`${heading(1, evaluation.title)}
<p class="govuk-body">${tag(states[evaluation.state], stateKinds[evaluation.state])} ${when(evaluation.sharedAt && !standing.visits, () => html`<span class="q-missing">${t.sharedSince(formatDate(evaluation.sharedAt ?? '', ask.language))}</span>`)}</p>
${when(standing.visits, () => inset(html`<strong>${evaluation.organisationName}</strong><br>${t.shared}`))}
${columns(main, aside, 'main-aside')}`
  const breadcrumbs = standing.visits ? authorityCrumbs(ask) : evaluationCrumbs(evaluation, ask.language).slice(0, 2)
  return { title: evaluation.title, body, breadcrumbs, here: standing.visits ? 'authority' : 'evaluations' }
}

const authorityCrumbs = (ask: SignedIn): Crumb[] =>
  ask.caller.mandates
    .filter((mandate) => mandate.role === 'referent')
    .slice(0, 1)
    .map((mandate) => ({ text: mandate.name, href: urls.authority.show({ organisation: mandate.organisationId }) }))

function stepSection(ask: SignedIn, { evaluation, standing }: Overview): Html {
  const t = textsIn(ask.language).overview
  const step = nextStep(standing)
  const href = stepHref(step, evaluation)
  return html`<section class="q-next" aria-labelledby="next">${heading(2, t.next, 's', 'next')}<p class="govuk-body q-lead">${t.steps[step].why}</p>
${when(href, () => linkButton({ text: t.steps[step].button, href: href ?? '' }))}</section>`
}

function wheelSection(ask: SignedIn, { evaluation, facts, standing }: Overview): Html {
  const t = textsIn(ask.language).overview
  const words = evaluationTexts(ask.language)
  const cycle = cycleWheel(facts)
  const full = phases.filter((phase) => cycle.quarters[phase] === 'full').length
  const details = Object.fromEntries(phases.map((phase) => [phase, words.quarterStates[cycle.quarters[phase]]]))
  const reason = (one: Missing): Content => {
    const href = standing.leads ? missingHref(one, evaluation) : null
    return href ? html`<a class="govuk-link" href="${href}">${words.missing(one)}</a>` : words.missing(one)
  }
  const quarter = (phase: (typeof phases)[number]): Html => html`<div class="q-quarter-list">${heading(3, phaseTag(phase, words.phases[phase]), 's')}
${cycle.missing[phase].length === 0 ? html`<p class="govuk-body q-missing">${t.nothingMissing}</p>` : list(cycle.missing[phase].map(reason))}</div>`
  return html`<section aria-labelledby="wheel">${heading(2, t.wheel, 'm', 'wheel')}
<div class="q-cycle">${wheelWithWords({ quarters: cycle.quarters, title: words.wheelTitle(full), words: words.phases, details })}
<div class="q-quarter-lists">${join(phases.map(quarter))}</div></div></section>`
}

function aboutSection(ask: SignedIn, { evaluation, facts, themes, previous, standing }: Overview): Html {
  const t = textsIn(ask.language).overview
  const words = evaluationTexts(ask.language)
  const edits = evaluation.state === 'composing' && standing.leads
  const change = (about: string) => (edits ? { action: { href: urls.evaluation.settings({ evaluation: evaluation.id }), text: t.edit, about } } : {})
  return html`<section aria-labelledby="about">${heading(2, t.about, 'm', 'about')}${summaryList([
    { key: t.purpose, value: evaluation.purpose || null, missing: t.noPurpose, ...change(t.purpose) },
    { key: t.scope, value: html`${words.scopes[evaluation.scopeKind]}${when(evaluation.scopeDetail, () => html` : ${evaluation.scopeDetail}`)}` },
    {
      key: t.themes,
      value:
        themes.length > 0
          ? join(
              themes.map(
                (theme) => html`<a class="govuk-link" href="${urls.frameworks.theme({ framework: theme.frameworkId, theme: theme.code })}">${theme.title}</a>`,
              ),
              html`<br>`,
            )
          : null,
      missing: t.noTheme,
    },
    { key: t.year, value: evaluation.schoolYear },
    { key: t.questions, value: facts.items > 0 ? String(facts.items) : null, missing: t.noQuestion },
    ...(facts.state === 'agreeing' || facts.state === 'validated'
      ? [
          { key: t.positions, value: t.positionsOf(facts.agreed, facts.items) },
          { key: t.findings, value: facts.findings > 0 ? String(facts.findings) : null, missing: t.none },
          { key: t.actions, value: facts.actions > 0 ? String(facts.actions) : null, missing: t.none },
        ]
      : []),
    ...(previous
      ? [
          {
            key: t.previous,
            value: html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: previous.id })}">${previous.title}, ${previous.schoolYear}</a>`,
          },
        ]
      : []),
  ])}</section>`
}

export const overviewRoutes: readonly Route[] = [
  get(
    urls.evaluation.show,
    onEvaluation('evaluation.read', async (ask, evaluation) => page(showPage(ask, await findOverview(ask, evaluation)))),
  ),
]
