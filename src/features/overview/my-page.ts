import { dayOf, formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Caller, Mandate, Role } from '../../platform/session.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { linkButton } from '../../ui/buttons.ts'
import { html, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { cardList, list } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { wheel } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { roleNames } from '../accounts/role-names.ts'
import { stateKinds } from '../evaluations/overview/state-kinds.ts'
import { textsIn as evaluationTexts } from '../evaluations/texts.en.ts'
import { cycleWheel } from '../evaluations/wheel.ts'
import { listActionsOwnedBy } from '../plans/store.ts'
import { listSurveysAtSchools } from '../surveys/campaign/awaiting-store.ts'
import { listAwaiting, shownAtOnce } from './awaiting-rules.ts'
import type { Awaiting, Shared } from './awaiting-rules.ts'
import { wordsOf } from './awaiting-words.ts'
import { hasFacts, listCycleLines } from './cycle-store.ts'
import type { Cycle } from './cycle-store.ts'
import { tellable, toldDays } from './moved-rules.ts'
import type { Told } from './moved-rules.ts'
import { listTold } from './moved-store.ts'
import { sentenceOf } from './moved-words.ts'
import { findDirectory, findShared, listLedSchools, newDays } from './my-page-store.ts'
import { textsIn } from './texts.en.ts'

/** Days after its validation during which an evaluation still stands among one's teams. */
const recentDays = 90

interface Life {
  awaiting: Awaiting[]
  told: Told[]
  /** Evaluations in whose team the caller is. */
  teams: Cycle[]
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

const teamRoles: readonly Role[] = ['head', 'lead', 'member']

/** Organisations in which the caller works, as opposed to those that she accompanies or runs. */
const workplaces = (caller: Caller): string[] => [
  ...new Set(caller.mandates.filter((mandate) => teamRoles.includes(mandate.role)).map((mandate) => mandate.organisationId)),
]

/** Where surveys are asked or answered: the workplaces, and what an académie's referent or a national mandate stands for. */
const asking = (caller: Caller): string[] => [
  ...new Set(caller.mandates.map(({ organisationId }) => organisationId).filter((organisationId) => may(caller, 'survey.read', { organisationId }))),
]

async function findLife(ask: SignedIn): Promise<Life> {
  const { caller, db, now, today } = ask
  const organisationIds = workplaces(caller)
  const led = organisationIds.filter((organisationId) => may(caller, 'evaluation.create', { organisationId }))
  const [lines, actions, schools, shared, directory, lately, surveys] = await Promise.all([
    listCycleLines(db, { organisationIds, personId: caller.personId, validatedSince: before(now, recentDays), factsOfOwn: true }),
    organisationIds.length > 0 ? listActionsOwnedBy(db, caller.personId) : [],
    listLedSchools(db, led, today),
    findSharedWith(ask, organisationIds),
    may(caller, 'installation.operate', { organisationId: '' }) ? findDirectory(db) : null,
    listTold(db, { organisationIds, personId: caller.personId, since: before(now, toldDays) }),
    listSurveysAtSchools(db, { organisationIds: asking(caller), personId: caller.personId, now }),
  ])
  const cycles = lines.filter(hasFacts)
  const awaiting = listAwaiting({ caller, today, now, cycles, actions, led: schools, shared, directory, surveys })
  const told = tellable(lately)
  return { awaiting, told, teams: cycles.filter((cycle) => cycle.part !== null) }
}

async function findSharedWith({ caller, db, now }: SignedIn, ownOrganisationIds: readonly string[]): Promise<Shared | null> {
  const accompanies = caller.mandates.find((mandate) => mandate.role === 'referent') ?? caller.mandates.find((mandate) => mandate.role === 'national')
  if (!accompanies) return null
  const shared = await findShared(db, ownOrganisationIds, before(now, newDays))
  return shared && { ...shared, authorityId: accompanies.role === 'referent' ? accompanies.organisationId : null }
}

async function showMyPage(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).mine
  const life = await findLife(ask)
  const shown = life.awaiting.slice(0, shownAtOnce)
  const isNew = life.told.length === 0 && life.teams.length === 0
  const isEmpty = isNew && shown.length === 0
  const body = html`${heading(1, t.title)}
<p class="q-lead">${t.hello(ask.caller.name)} ${when(!isEmpty, () => t.awaits(shown.length))}</p>
${isEmpty ? welcome(ask) : html`${when(isNew, () => html`<p>${t.empty.place}</p>`)}${awaitingSection(shown, ask)}${when(!isNew, () => html`${toldSection(life.told, ask)}${teamsSection(life.teams, ask)}`)}`}
${placesSection(ask.caller, ask.language)}`
  return page({ title: t.title, body, here: 'my-page' })
}

function welcome(ask: SignedIn): Html {
  const t = textsIn(ask.language).mine.empty
  return emptyPage({
    title: t.title,
    purpose: `${t.place} ${t[situationOf(ask.caller)]}`,
    example: { label: t.exampleLabel, text: t.example },
    step: linkButton({ text: t.step, href: urls.frameworks.list() }),
  })
}

function situationOf(caller: Caller): 'nobody' | 'member' | 'accompanies' | 'operator' {
  if (workplaces(caller).length > 0) return 'member'
  if (caller.mandates.some((mandate) => mandate.role === 'referent' || mandate.role === 'national')) return 'accompanies'
  return caller.mandates.length > 0 ? 'operator' : 'nobody'
}

function awaitingSection(shown: readonly Awaiting[], { caller, language }: SignedIn): Content {
  const several = workplaces(caller).length > 1
  const words = shown.map((awaiting) => wordsOf(awaiting, language))
  if (words.length === 0) return ''
  const cards = words.map((one, index) => {
    const first = index === 0
    const meta = several && one.organisationName ? one.organisationName : undefined
    const content = html`<p>${one.why}</p>`
    return first
      ? { title: one.title, sign: one.sign, meta, content, actions: linkButton({ text: one.verb, href: one.href }) }
      : { title: one.title, href: one.href, sign: one.sign, meta, content }
  })
  return html`<section aria-labelledby="awaiting">${heading(2, textsIn(language).mine.awaitsTitle, 'm', 'awaiting')}${cardList(cards)}</section>`
}

function toldSection(told: readonly Told[], { language, today }: SignedIn): Html {
  const t = textsIn(language).mine
  const lines = told.map((line) => {
    const sentence = sentenceOf(line, language)
    return html`<a class="govuk-link" href="${sentence.href}">${sentence.text}</a> <span class="q-missing">${dayWord(line.lastAt, today, language)}</span>`
  })
  return html`<section aria-labelledby="told">${heading(2, t.movedTitle, 'm', 'told')}${lines.length > 0 ? list(lines) : html`<p class="q-missing">${t.movedNothing}</p>`}</section>`
}

const weekdays: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/Paris' }),
}

/** A day of the last week as one says it. */
function dayWord(moment: Date, today: string, language: Language): string {
  const t = textsIn(language).mine
  const ago = Math.round((Date.parse(today) - Date.parse(dayOf(moment))) / 86_400_000)
  return ago <= 0 ? t.today : ago === 1 ? t.yesterday : ago < 7 ? weekdays[language].format(moment) : formatDate(moment, language)
}

function teamsSection(teams: readonly Cycle[], { language }: SignedIn): Html {
  const t = textsIn(language).mine
  const cards = teams.map((cycle) => teamCard(cycle, language))
  return html`<section aria-labelledby="teams">${heading(2, t.teamsTitle, 'm', 'teams')}${cards.length > 0 ? cardList(cards, 'grid') : html`<p class="q-missing">${t.teamsNothing}</p>`}</section>`
}

function teamCard(cycle: Cycle, language: Language) {
  const t = textsIn(language).mine
  const date =
    cycle.state === 'answering' && cycle.endsOn
      ? t.until(formatDate(cycle.endsOn, language))
      : cycle.validatedAt
        ? t.validatedOn(formatDate(cycle.validatedAt, language))
        : cycle.schoolYear
  return {
    title: cycle.title,
    href: urls.evaluation.show({ evaluation: cycle.id }),
    sign: wheel({ quarters: cycleWheel(cycle.facts).quarters, size: 48 }),
    meta: html`${tag(evaluationTexts(language).states[cycle.state], stateKinds[cycle.state])} <span>${date}</span>`,
  }
}

/** Where one works, accompanies or serves: one line each, with what one is there. */
function placesSection(caller: Caller, language: Language): Content {
  const t = textsIn(language).mine
  const places = Map.groupBy(caller.mandates, (mandate) => mandate.organisationId)
  if (places.size === 0) return ''
  const lines = [...places.values()].map((mandates) => {
    const [first] = mandates
    if (!first) return ''
    const href = placeHref(first)
    const roles = mandates.map((mandate) => roleNames[language][mandate.role]).join(', ')
    return html`${href ? html`<a class="govuk-link" href="${href}">${first.name}</a>` : first.name} <span class="q-missing">${roles}</span>`
  })
  const works = workplaces(caller).length
  const title = works === 0 ? t.elsewhereTitle : works === 1 ? t.placeTitle : t.placesTitle
  return html`<section aria-labelledby="places">${heading(2, title, 'm', 'places')}${list(lines)}</section>`
}

function placeHref(mandate: Mandate): string | null {
  const here = { organisation: mandate.organisationId }
  switch (mandate.role) {
    case 'head':
    case 'lead':
    case 'member':
      return urls.school.show(here)
    case 'referent':
      return urls.authority.show(here)
    case 'operator':
      return urls.operator.home()
    case 'national':
      return urls.authority.list()
  }
}

export const myPageRoutes: readonly Route[] = [get(urls.myPage, signedIn(showMyPage))]
