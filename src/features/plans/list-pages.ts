import { formatDate, count } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../ui/buttons.ts'
import { timeline } from '../../ui/charts/timeline.ts'
import { board } from '../../ui/planner.ts'
import { html, join, nothing, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { cardList, tabs } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { table } from '../../ui/table.ts'
import { tag } from '../../ui/tags.ts'
import type { TagKind } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { timingOf } from './rules.ts'
import { listActions } from './store.ts'
import type { Action } from './store.ts'
import { actionStates } from './tables.ts'
import type { ActionState } from './tables.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const textsIn = (language: Language) => (language === 'fr' ? fr : en)

const stateTags: Record<ActionState, TagKind> = { planned: 'plain', under_way: 'active', done: 'done', abandoned: 'closed' }

/** State of work in a word, and what its date asks for; never a verdict. */
export function stateTag(action: Action, today: string, language: Language): Html {
  const t = textsIn(language)
  const timing = timingOf(action, today)
  const date = timing === 'passed' || timing === 'near' ? tag(t.timing[timing], 'attention') : nothing
  return html`${tag(t.states[action.state], stateTags[action.state])} ${date}`
}

const views = ['list', 'board', 'calendar'] as const
type View = (typeof views)[number]
const filters = ['open', 'mine', 'all'] as const
type Filter = (typeof filters)[number]

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | undefined => allowed.find((one) => one === value)

async function showActions(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).list
  const view = oneOf(views, ask.query.get('vue')) ?? 'list'
  const filter = oneOf(filters, ask.query.get('voir')) ?? 'open'
  const all = await listActions(ask.db, organisation.id)
  const chosen = all.filter((action) => isShown(action, filter, ask.caller.personId))
  const here = { organisation: organisation.id }
  const add = may(ask.caller, 'action.create', organisation) ? buttonGroup([linkButton({ text: t.new, href: urls.school.newAction(here) })]) : nothing
  const body =
    all.length === 0
      ? html`${heading(1, t.title)}${emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyExampleLabel, text: t.emptyExample }, step: add })}`
      : html`${heading(1, t.title)}${add}
${tabs(
  t.views,
  views.map((one) => ({ href: urls.school.actions(here, { vue: one, voir: filter }), text: t[one], current: one === view })),
)}
${tabs(
  t.filter,
  filters.map((one) => ({
    href: urls.school.actions(here, { vue: view, voir: one }),
    text: t[one],
    current: one === filter,
    count: all.filter((action) => isShown(action, one, ask.caller.personId)).length,
  })),
)}
${chosen.length === 0 ? html`<p class="govuk-body">${t.none}</p>` : shapes[view](chosen, ask, organisation)}`
  return page({ title: t.title, body, here: 'actions', breadcrumbs: [{ text: organisation.name, href: urls.school.show(here) }], wide: view !== 'list' })
}

const isShown = (action: Action, filter: Filter, personId: string): boolean => {
  const open = action.state === 'planned' || action.state === 'under_way'
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return open
    case 'mine':
      return open && action.ownerId === personId
  }
}

const shapes: Record<View, (actions: readonly Action[], ask: SignedIn, organisation: Organisation) => Content> = {
  list: (actions, ask) => {
    const t = textsIn(ask.language).list
    const { columns } = t
    return table({
      caption: t.caption,
      captionHidden: true,
      columns: [{ header: columns.action }, { header: columns.origin }, { header: columns.owner }, { header: columns.due }, { header: columns.state }],
      rows: actions.map((action) => [
        html`<a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a>`,
        action.evaluationTitle,
        action.ownerName,
        action.dueOn ? formatDate(action.dueOn, ask.language) : null,
        stateTag(action, ask.today, ask.language),
      ]),
    })
  },
  board: (actions, ask) => {
    const t = textsIn(ask.language)
    return board(
      actionStates.map((state) => ({
        title: t.states[state],
        cards: actions.filter((action) => action.state === state).map((action) => boardCard(action, ask)),
        empty: t.list.none,
      })),
    )
  },
  calendar: (actions, ask) => calendar(actions, ask),
}

/** What one may do next with an action on the board. */
const nextMoves: Record<ActionState, readonly { to: ActionState; word: 'start' | 'finish' | 'reopen' }[]> = {
  planned: [{ to: 'under_way', word: 'start' }],
  under_way: [{ to: 'done', word: 'finish' }],
  done: [{ to: 'under_way', word: 'reopen' }],
  abandoned: [{ to: 'planned', word: 'reopen' }],
}

function boardCard(action: Action, ask: SignedIn) {
  const t = textsIn(ask.language).list
  const moves = may(ask.caller, 'action.edit', action) ? nextMoves[action.state] : []
  return {
    title: action.title,
    href: urls.action.show({ action: action.id }),
    meta: html`${action.dueOn ? formatDate(action.dueOn, ask.language) : t.undated}${action.ownerName ? html` · ${action.ownerName}` : nothing}`,
    actions: join(
      moves.map((move) =>
        postButton({
          text: t[move.word],
          about: action.title,
          kind: 'quiet',
          action: urls.action.progress({ action: action.id }),
          hidden: [
            ...ask.hidden(),
            { name: 'version', value: action.version },
            { name: 'state', value: move.to },
            { name: 'progress', value: action.progress ?? '' },
            { name: 'effect', value: action.effect },
            { name: 'back', value: 'board' },
          ],
        }),
      ),
    ),
  }
}

function calendar(actions: readonly Action[], ask: SignedIn): Content {
  const t = textsIn(ask.language)
  const dated = actions.filter((action) => action.dueOn)
  const undated = actions.filter((action) => !action.dueOn)
  const days = [ask.today, ...dated.flatMap((action) => [action.startsOn, action.dueOn])].filter((day): day is string => day !== null).sort()
  const [from, to] = [firstOfMonth(days[0] ?? ask.today), lastOfMonth(days.at(-1) ?? ask.today)]
  const chart = timeline({
    level: 2,
    title: t.list.calendarFinding(count(dated.length, t.list.one, t.list.many, ask.language)),
    description: t.list.calendarDescription,
    tableSummary: t.list.calendarTable,
    table: {
      caption: t.list.caption,
      columns: [{ header: t.list.columns.action }, { header: t.list.columns.due }],
      rows: dated.map((action) => [action.title, action.dueOn ? formatDate(action.dueOn, ask.language) : null]),
    },
    from,
    to,
    today: { day: ask.today, label: t.list.today },
    ticks: monthsBetween(from, to).map((day) => ({ day, label: formatDate(day, ask.language, 'tick') })),
    rows: dated.map((action) => ({
      label: html`<a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a>`,
      from: action.startsOn,
      to: action.dueOn,
      text: html`${action.dueOn ? formatDate(action.dueOn, ask.language) : ''} ${stateTag(action, ask.today, ask.language)}`,
      state: action.state === 'done' ? 'done' : timingOf(action, ask.today) === 'passed' ? 'late' : action.state === 'under_way' ? 'active' : 'next',
    })),
  })
  return html`${when(dated.length > 0, () => chart)}${when(undated.length > 0, () => html`${heading(2, t.list.undated, 'm')}${cardList(undated.map((action) => ({ title: action.title, href: urls.action.show({ action: action.id }) })))}`)}`
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Labels of months that a telephone's width holds side by side. */
const mostTicks = 4

/** The first day of each month, or of one month in two, three… so that their names never run into each other. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = new Date(`${from}T00:00:00Z`); day.toISOString().slice(0, 10) <= to; day.setUTCMonth(day.getUTCMonth() + 1))
    months.push(day.toISOString().slice(0, 10))
  const every = Math.ceil(months.length / mostTicks)
  return months.filter((_, index) => index % every === 0)
}

export const actionListRoutes: readonly Route[] = [
  get(
    urls.school.actions,
    onObject('school', 'school.inside', (ask) => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? ''), showActions),
  ),
]
