import { formatDate } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../ui/buttons.ts'
import { html, join, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { columns, list } from '../../ui/lists.ts'
import { heading, inset } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import type { Organisation } from '../organisations/store.ts'
import { timingOf } from '../plans/rules.ts'
import { en as plansEn } from '../plans/texts.en.ts'
import { fr as plansFr } from '../plans/texts.fr.ts'
import { cycleCards, finishedLines } from './cycle-cards.ts'
import { hasFacts, listCycleLines } from './cycle-store.ts'
import type { Cycle, CycleLine } from './cycle-store.ts'
import { firstHour } from './first-hour-rules.ts'
import { firstHourSection } from './first-hour-section.ts'
import { labelLines } from './label-lines.ts'
import { findPeople, findSeenSchool, listDueActions, listLabelLines } from './school-store.ts'
import type { DueAction, DueActions, SchoolPeople } from './school-store.ts'
import { textsIn } from './texts.en.ts'

async function showSchool(ask: SignedIn, school: Organisation): Promise<Answer> {
  const inside = may(ask.caller, 'school.inside', school)
  const [lines, actions, people, labels] = await Promise.all([
    listCycleLines(ask.db, { organisationIds: [school.id], personId: ask.caller.personId }),
    inside ? listDueActions(ask.db, school.id) : null,
    inside ? findPeople(ask.db, school.id, ask.today) : null,
    inside ? listLabelLines(ask.db, school.id) : null,
  ])
  const running = lines.filter(hasFacts)
  const finished = lines.filter((line) => line.state === 'validated')
  if (!actions || !people || !labels) return page(visitorPage(ask, school, running, finished))
  const beginning = firstHour({
    people: people.people,
    cycles: [...running.map(beginningOf), ...finished.map(({ id, state }) => ({ id, state, items: 1, findings: 0 }))],
  })
  const body = html`${title(school, ask)}${when(beginning, () => (beginning ? firstHourSection(beginning, school, ask) : ''))}
${when(running.length > 0 || !beginning, () => runningSection(running, school, ask))}
${columns(html`${actionsSection(actions, school, ask)}${labelLines(labels, school, ask)}${finishedSection(finished, school, ask)}`, aboutSection(people, school, ask), 'main-aside')}`
  return page({ title: school.name, body, here: 'school' })
}

const beginningOf = (cycle: Cycle) => ({ id: cycle.id, state: cycle.state, items: cycle.facts.items, findings: cycle.facts.findings })

function title(school: Organisation, ask: SignedIn): Html {
  const t = textsIn(ask.language).school
  const kind = school.kind === 'network' || school.kind === 'campus' ? t.kinds[school.kind] : null
  const where = [kind, school.town, school.uai].filter((part) => part !== null)
  return html`${heading(1, school.name)}${when(where.length > 0, () => html`<p class="q-missing">${where.join(' · ')}</p>`)}`
}

function visitorPage(ask: SignedIn, school: Organisation, running: readonly Cycle[], finished: readonly CycleLine[]) {
  const t = textsIn(ask.language).school
  const body = html`${title(school, ask)}${inset(t.visitor)}
${when(running.length > 0, () => html`<section aria-labelledby="running">${heading(2, t.runningTitle, 'm', 'running')}${cycleCards(running, ask)}</section>`)}
${when(finished.length > 0, () => html`<section aria-labelledby="finished">${heading(2, t.finishedTitle, 'm', 'finished')}${finishedLines(finished, ask.language)}</section>`)}`
  const crumbs = ask.caller.mandates
    .filter((mandate) => mandate.role === 'referent' && mandate.organisationId === school.authorityId)
    .map((mandate) => ({ text: mandate.name, href: urls.authority.show({ organisation: mandate.organisationId }) }))
  return { title: school.name, body, here: 'authority', breadcrumbs: crumbs }
}

function runningSection(running: readonly Cycle[], school: Organisation, ask: SignedIn): Html {
  const t = textsIn(ask.language).school
  const start = may(ask.caller, 'evaluation.create', school)
  return html`<section aria-labelledby="running">${heading(2, t.runningTitle, 'm', 'running')}
${running.length > 0 ? cycleCards(running, ask) : html`<p class="q-missing">${t.nothingRunning}</p>`}
${when(start, () => buttonGroup([linkButton({ text: t.start, href: urls.school.newEvaluation({ organisation: school.id }), kind: running.length > 0 ? 'secondary' : 'primary' })]))}</section>`
}

function actionsSection(actions: DueActions, school: Organisation, ask: SignedIn): Html {
  const t = textsIn(ask.language).school
  const here = { organisation: school.id }
  const links = [
    ...(actions.open > 0 ? [html`<a class="govuk-link" href="${urls.school.actions(here)}">${t.allActions(actions.open)}</a>`] : []),
    ...(may(ask.caller, 'action.create', school) ? [html`<a class="govuk-link" href="${urls.school.newAction(here)}">${t.addAction}</a>`] : []),
  ]
  return html`<section aria-labelledby="actions">${heading(2, t.actionsTitle, 'm', 'actions')}
${actions.next.length > 0 ? list(actions.next.map((action) => actionLine(action, ask))) : html`<p class="q-missing">${t.noActions}</p>`}
<p>${join(links, ' · ')}</p></section>`
}

function actionLine(action: DueAction, ask: SignedIn): Content {
  const t = textsIn(ask.language).school
  const timing = timingOf(action, ask.today)
  const words = (ask.language === 'fr' ? plansFr : plansEn).timing
  const date = action.dueOn ? t.dueOn(formatDate(action.dueOn, ask.language)) : t.undated
  return html`<a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a>
${when(timing === 'passed' || timing === 'near', () => tag(words[timing], 'attention'))}<br><span class="q-missing">${action.ownerName ? `${date} · ${action.ownerName}` : date}</span>`
}

function finishedSection(finished: readonly CycleLine[], school: Organisation, ask: SignedIn): Content {
  const t = textsIn(ask.language).school
  if (finished.length === 0) return ''
  return html`<section aria-labelledby="finished">${heading(2, t.finishedTitle, 'm', 'finished')}${finishedLines(finished.slice(0, finishedAtOnce), ask.language)}
<p><a class="govuk-link" href="${urls.school.evaluations({ organisation: school.id })}">${t.allEvaluations}</a></p></section>`
}

/** How many validated evaluations the school's page shows; the others are one link away. */
const finishedAtOnce = 5

function aboutSection(people: SchoolPeople, school: Organisation, ask: SignedIn): Html {
  const t = textsIn(ask.language).school
  const here = { organisation: school.id }
  const leaders = people.leaders.map((leader) => `${leader.name} (${t.leaderRoles[leader.role]})`)
  const pages: [string, string, boolean][] = [
    [t.values, urls.school.references(here), may(ask.caller, 'school.inside', school)],
    [t.surveys, urls.survey.list(here), may(ask.caller, 'survey.read', school)],
    [t.evidence, urls.school.evidence(here), may(ask.caller, 'school.inside', school)],
    [t.schoolsOfNetwork, urls.network.show(here), school.kind === 'network' || school.kind === 'campus'],
    [t.journal, urls.school.activity(here), may(ask.caller, 'school.journal', school)],
  ]
  return html`<section aria-labelledby="about">${heading(2, t.aboutTitle, 'm', 'about')}
<p><a class="govuk-link" href="${urls.school.team(here)}">${t.team(people.people)}</a>${when(leaders.length > 0, () => html`<br><span class="q-missing">${leaders.join(', ')}</span>`)}</p>
${list(pages.filter(([, , open]) => open).map(([text, href]) => html`<a class="govuk-link" href="${href}">${text}</a>`))}</section>`
}

export const schoolPageRoutes: readonly Route[] = [
  get(
    urls.school.show,
    onObject('school', 'school.read', (ask) => findSeenSchool(ask.db, ask.caller, ask.params['organisation'] ?? ''), showSchool),
  ),
]
