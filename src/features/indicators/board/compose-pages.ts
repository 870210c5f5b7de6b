import { recordActivity } from '../../../platform/activity.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { attributes, html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { loadDirectory } from '../known.ts'
import type { Directory } from '../known.ts'
import type { Indicator } from '../pack/indicator.ts'
import type { BoardCard } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { findBoard, saveBoard } from './board-store.ts'
import type { Board } from './board-store.ts'

/** Beyond this, a dashboard is a directory again. */
const mostCards = 24

interface View {
  school: Organisation
  directory: Directory
  board: Board
  /** As ticked and typed. */
  cards: readonly (BoardCard & { place: string })[]
  errors: readonly FormError[]
  /** What somebody else saved meanwhile. */
  before?: Content
}

function composePage(ask: SignedIn, view: View): Page {
  const t = textsIn(ask.language)
  const { school, directory, cards, errors } = view
  const chosen = cards.flatMap((card) => directory.indicators.find((one) => one.code === card.measure) ?? [])
  const chosenCodes = new Set(chosen.map(({ code }) => code))
  const themes = [...directory.pack.themes.map(({ key, name }) => ({ key, name })), { key: 'own', name: t.list.own }]
  const others = themes.map(({ key, name }) => {
    const some = directory.indicators.filter((one) => one.themes[0] === key && !chosenCodes.has(one.code))
    return when(some.length > 0, () => details({ summary: `${name} (${some.length})`, content: html`${some.map((one) => line(ask, view, one))}` }))
  })
  const content = html`${when(chosen.length > 0, () => html`${heading(2, t.compose.chosen, 'm')}${chosen.map((one) => line(ask, view, one))}`)}${heading(2, t.compose.others, 'm')}${others}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: urls.indicators.board({ organisation: school.id }), kind: 'quiet' })])}`
  const hidden = [...ask.hidden(), { name: 'version', value: view.board.version }]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.compose.title)}<p class="q-lead">${t.compose.lead}</p>${view.before ?? ''}${form({ action: urls.indicators.compose({ organisation: school.id }), hidden, content })}`
  return { title: t.compose.title, body, here: 'indicators', breadcrumbs: [{ text: t.board.title, href: urls.indicators.board({ organisation: school.id }) }] }
}

function line(ask: SignedIn, { cards, errors }: View, { code, name, question }: Indicator): Html {
  const t = textsIn(ask.language)
  const card = cards.find((one) => one.measure === code)
  const place = errorsBy(errors, t.errorPrefix)(`place-${code}`)
  const box = (id: string, field: string, value: string, checked: boolean, label: Html | string): Html =>
    html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="${field}" value="${value}"${attributes({ checked })}><label class="govuk-label govuk-checkboxes__label" for="${id}">${label}</label></div>`
  const about = html`<span class="govuk-visually-hidden"> ${name}</span>`
  const more = html`${textField({ id: `place-${code}`, name: `place-${code}`, label: html`${t.compose.order}${about}`, value: card?.place ?? '', width: 3, error: place })}
${textField({ id: `note-${code}`, name: `note-${code}`, label: html`${t.compose.note}${about}`, value: card?.note ?? '' })}<div class="govuk-checkboxes govuk-checkboxes--small">${box(`wide-${code}`, 'wide', code, card?.wide ?? false, html`${t.compose.wide}${about}`)}</div>`
  return html`<div class="q-point"><div class="govuk-checkboxes govuk-checkboxes--small q-point__box">${box(`suivre-${code}`, 'measure', code, card !== undefined, html`${name} <span class="q-missing">${question}</span>`)}</div>${when(card, () => more)}</div>`
}

/** Who is given the place of another goes before it when it comes up, after it when it goes down. Those without a place come last, in the order of the page. */
function rankOf({ measure, place }: { measure: string; place: string }, { cards }: Board): number {
  if (place === '') return mostCards + 1
  const index = cards.findIndex((card) => card.measure === measure)
  const before = index < 0 ? mostCards + 1 : index + 1
  return Number(place) + Math.sign(Number(place) - before) / 2
}

export async function showCompose(ask: SignedIn, school: Organisation): Promise<Answer> {
  const board = await findBoard(ask.db, school.id)
  const cards = board.cards.map((card, index) => ({ ...card, place: String(index + 1) }))
  return page(composePage(ask, { school, directory: await loadDirectory(ask.db, school), board, cards, errors: [] }))
}

/** The dashboard as somebody else saved it, above one's own in the form. */
function savedView(ask: SignedIn, { measures }: Directory, { cards }: Board): Html {
  const t = textsIn(ask.language).compose
  const lines = cards.map(({ measure, wide, note }) => [measures.get(measure)?.name ?? measure, wide ? t.wide : '', note].filter(Boolean).join(' · '))
  return callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>${list(lines, 'number')}` })
}

export async function saveCompose(ask: SignedIn, school: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const directory = await loadDirectory(ask.db, school)
  const board = await findBoard(ask.db, school.id)
  const wide = ask.form.all('wide')
  const typed = ask.form
    .all('measure')
    .filter((code) => directory.measures.has(code))
    .map((measure) => ({
      measure,
      wide: wide.includes(measure),
      note: ask.form.text(`note-${measure}`).slice(0, 300),
      place: ask.form.text(`place-${measure}`),
    }))
  const errors: FormError[] = typed
    .filter(({ place }) => !/^\d{0,3}$/.test(place))
    .map(({ measure }) => ({ field: `place-${measure}`, id: `place-${measure}`, message: t.compose.noPlace }))
  if (typed.length > mostCards) errors.push({ field: 'measure', id: `suivre-${typed[0]?.measure ?? ''}`, message: t.compose.tooMany(mostCards) })
  if (errors.length > 0) return invalid(composePage(ask, { school, directory, board, cards: typed, errors }))
  const ordered = typed.toSorted((one, other) => rankOf(one, board) - rankOf(other, board))
  const cards = ordered.map(({ measure, wide: whole, note }): BoardCard => ({ measure, wide: whole, note }))
  const version = Number(ask.form.text('version'))
  if (version !== board.version || !(await saveBoard(ask.db, school.id, ask.caller.personId, cards, version))) {
    const now = await findBoard(ask.db, school.id)
    return {
      kind: 'page',
      status: 409,
      page: composePage(ask, { school, directory, board: now, cards: typed, errors: [], before: savedView(ask, directory, now) }),
    }
  }
  await recordActivity(ask.db, {
    organisationId: school.id,
    actorId: ask.caller.personId,
    kind: 'indicator.board_composed',
    subjectKind: 'indicator',
    detail: { cards: cards.length },
  })
  return redirect(urls.indicators.board({ organisation: school.id }), t.saved)
}
