import { isDay } from '../../platform/days.ts'
import { longestText } from '../../platform/web/form.ts'
import type { FieldErrors, Form } from '../../platform/web/form.ts'
import { formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { button } from '../../ui/buttons.ts'
import { dateField, select, textArea, textField } from '../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../ui/form.ts'
import type { Hidden } from '../../ui/form.ts'
import { html, join, nothing } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { details } from '../../ui/messages.ts'
import type { SheetValues } from './commands.ts'
import { dateFaultOf } from './rules.ts'
import type { Action } from './store.ts'
import { addedFields, sheetFields } from './tables.ts'
import type { AddedField, SheetField } from './tables.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const textsIn = (language: Language) => (language === 'fr' ? fr : en)

/** The sheet as typed: every value a string, so that a refused form comes back as it was. */
export type TypedSheet = Record<SheetField | AddedField | 'starts_on' | 'due_on' | 'owner_id', string>

const textFields: readonly (SheetField | AddedField)[] = [...sheetFields, ...addedFields]

export const emptySheet = (given: Partial<TypedSheet> = {}): TypedSheet => ({
  title: '',
  what: '',
  for_whom: '',
  by_whom: '',
  with_whom: '',
  place: '',
  how: '',
  why: '',
  comments: '',
  indicator: '',
  workload: '',
  starts_on: '',
  due_on: '',
  owner_id: '',
  ...given,
})

export const sheetOf = (action: Action): TypedSheet => ({
  title: action.title,
  what: action.what,
  for_whom: action.forWhom,
  by_whom: action.byWhom,
  with_whom: action.withWhom,
  place: action.place,
  how: action.how,
  why: action.why,
  comments: action.comments,
  indicator: action.indicator,
  workload: action.workload,
  starts_on: action.startsOn ?? '',
  due_on: action.dueOn ?? '',
  owner_id: action.ownerId ?? '',
})

export function readSheet(sent: Form): TypedSheet {
  const typed = emptySheet()
  for (const name of Object.keys(typed)) if (isName(name)) typed[name] = sent.text(name)
  return typed
}

const isName = (name: string): name is keyof TypedSheet => name in emptySheet()

/** Checks what was typed; `people` are the ids of those who may follow the action. */
export function checkSheet(typed: TypedSheet, people: readonly { id: string }[], language: Language): { errors: FieldErrors; values: SheetValues } {
  const t = textsIn(language).form
  const errors: FieldErrors = {}
  if (!typed.title) errors['title'] = t.emptyTitle
  for (const name of textFields) if (typed[name].length > longestText) errors[name] = t.tooLong(formatNumber(longestText, language))
  for (const name of ['starts_on', 'due_on'] as const) if (typed[name] && !isDay(typed[name])) errors[name] = t.badDate
  if (!errors['due_on'] && dateFaultOf(typed.starts_on || null, typed.due_on || null)) errors['due_on'] = t.badDates
  if (typed.owner_id && !people.some((person) => person.id === typed.owner_id)) errors['owner_id'] = t.unknownOwner
  return { errors, values: { ...typed, starts_on: typed.starts_on || null, due_on: typed.due_on || null, owner_id: typed.owner_id || null } }
}

export interface SheetForm {
  action: string
  hidden: readonly Hidden[]
  typed: TypedSheet
  errors: FieldErrors
  people: readonly { id: string; name: string }[]
  language: Language
  /** What was saved meanwhile, by field, when somebody else was faster. */
  meanwhile?: TypedSheet
  cancel: string
}

/** The sheet to fill: its nine fields in the founding order, then what is ours, optional and folded. */
export function sheetForm(sheet: SheetForm): Html {
  const t = textsIn(sheet.language)
  const errors = Object.entries(sheet.errors).map(([field, message]) => ({ field, id: field, message }))
  const error = errorsBy(errors, t.errorPrefix)
  const savedMeanwhile = (name: keyof TypedSheet): Content => {
    const saved = sheet.meanwhile?.[name]
    if (saved === undefined || saved === sheet.typed[name]) return nothing
    return html`<div class="govuk-inset-text"><strong>${t.form.savedVersion}</strong><br>${saved || '–'}</div>`
  }
  const field = (name: SheetField | AddedField): Content => {
    const { label, hint } = t.fields[name]
    const common = { id: name, name, label, hint: hint || undefined, value: sheet.typed[name], error: error(name) }
    const short = name === 'title' || name === 'place' || name === 'workload'
    return html`${savedMeanwhile(name)}${short ? textField(common) : textArea({ ...common, rows: 3 })}`
  }
  const owners = [{ value: '', text: t.sheet.nobody }, ...sheet.people.map((person) => ({ value: person.id, text: person.name }))]
  const more = html`${dateField({ id: 'starts_on', name: 'starts_on', label: t.sheet.from, value: sheet.typed.starts_on, error: error('starts_on') })}
${savedMeanwhile('due_on')}${dateField({ id: 'due_on', name: 'due_on', label: t.sheet.due, value: sheet.typed.due_on, error: error('due_on') })}
${select({ id: 'owner_id', name: 'owner_id', label: t.sheet.owner, hint: t.sheet.ownerHint, value: sheet.typed.owner_id, options: owners, error: error('owner_id') })}
${join(addedFields.map(field))}`
  const isMoreUsed = [...addedFields, 'starts_on', 'due_on', 'owner_id'].some((name) => isName(name) && (sheet.typed[name] || sheet.errors[name]))
  return html`${errorSummary({ title: t.errorTitle, errors })}${form({
    action: sheet.action,
    hidden: sheet.hidden,
    content: html`${join(sheetFields.map(field))}${details({ summary: t.sheet.more, content: html`<p class="govuk-hint">${t.sheet.moreOpen}</p>${more}`, open: isMoreUsed })}
<div class="q-buttons">${button({ text: t.form.save })}<a class="govuk-link" href="${sheet.cancel}">${t.form.cancel}</a></div>`,
  })}`
}
