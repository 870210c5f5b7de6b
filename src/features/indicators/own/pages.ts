import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkbox, radios } from '../../../ui/choices.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { findOrganisation } from '../../organisations/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { functionNames, functions } from '../formula/functions.ts'
import { textsIn as formulaTextsIn } from '../formula/texts.en.ts'
import { loadDirectory } from '../known.ts'
import type { Directory } from '../known.ts'
import type { OwnDefinition } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { checkOwn, ownPeriods, ownUnits } from './own-rules.ts'
import type { OwnFault } from './own-rules.ts'
import { findOwn, freeCode, insertOwn, updateOwn } from './store.ts'
import type { OwnIndicator } from './store.ts'

interface View {
  title: string
  action: string
  typed: OwnDefinition
  directory: Directory
  own: OwnIndicator | null
  retired: boolean
  errors: readonly FormError[]
  /** What somebody else saved meanwhile. */
  before?: Content
}

const blank: OwnDefinition = {
  name: '',
  unit: 'percent',
  numerator: null,
  denominator: null,
  formula: null,
  source_detail: '',
  period: 'school-year',
  cohort: '',
  direction: 'up',
  smallest_group: 5,
  comparability: '',
  items: [],
  describe: null,
}

const directions = ['up', 'down', 'context', 'towards-zero'] as const

function ownPage(ask: SignedIn, { title, action, typed, directory, own, retired, errors, before }: View): Page {
  const t = textsIn(ask.language)
  const o = t.own
  const error = errorsBy(errors, t.errorPrefix)
  const codes = [...directory.measures.values()].map(({ code, name }) => `[${code}] ${name}`)
  const fields = html`${textField({ id: 'name', name: 'name', label: o.name, value: typed.name, error: error('name') })}
${select({ id: 'unit', name: 'unit', label: o.unit, value: typed.unit, options: ownUnits.map((unit) => ({ value: unit, text: t.unitNames[unit] })) })}
${textField({ id: 'numerator', name: 'numerator', label: t.definition.numerator, hint: o.numeratorHint, value: typed.numerator ?? '' })}${textField({ id: 'denominator', name: 'denominator', label: t.definition.denominator, value: typed.denominator ?? '' })}
${textArea({ id: 'formula', name: 'formula', label: o.formula, hint: o.formulaHint, rows: 2, value: typed.formula ?? '', error: error('formula') })}
${details({ summary: o.functions, content: table({ caption: o.functions, captionHidden: true, dense: true, columns: [{ header: o.functionColumns[0] ?? '' }, { header: o.functionColumns[1] ?? '' }], rows: functionNames.map((name) => [functions[name].example, o.functionUses[name]]) }), quiet: true })}
${details({ summary: o.codes, content: html`<ul class="govuk-list">${codes.map((one) => html`<li>${one}</li>`)}</ul>`, quiet: true })}
${textField({ id: 'source_detail', name: 'source_detail', label: o.source, hint: o.sourceHint, value: typed.source_detail })}
${select({ id: 'period', name: 'period', label: t.definition.period, value: typed.period, options: ownPeriods.map((period) => ({ value: period, text: t.periodNames[period] })) })}
${textField({ id: 'cohort', name: 'cohort', label: t.definition.cohort, value: typed.cohort })}
${radios({ id: 'direction', name: 'direction', legend: t.definition.direction, value: typed.direction, choices: directions.map((direction) => ({ value: direction, text: t.directions[direction] })) })}
${textField({ id: 'smallest_group', name: 'smallest_group', label: t.definition.smallest, hint: o.smallestHint, value: typed.smallest_group === null ? '' : String(typed.smallest_group), width: 4, error: error('smallest_group') })}
${textArea({ id: 'comparability', name: 'comparability', label: t.definition.comparability, rows: 2, value: typed.comparability })}${textArea({ id: 'describe', name: 'describe', label: t.definition.describe, rows: 2, value: typed.describe ?? '' })}
${own ? checkbox({ id: 'retired', name: 'retired', value: 'oui', text: o.retire, checked: retired }) : nothing}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: urls.indicators.list(), kind: 'quiet' })])}`
  const hidden = [...ask.hidden(), { name: 'version', value: own?.version ?? 0 }]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}<p class="q-lead">${o.lead}</p>${before ?? ''}${when(own, () => html`<p class="q-missing">${t.definition.code(own?.code ?? '')}</p>`)}${form({ action, hidden, content: fields })}`
  return { title, body, here: 'indicators', breadcrumbs: [{ text: t.list.title, href: urls.indicators.list() }] }
}

function readOwn(ask: SignedIn, items: OwnDefinition['items']): OwnDefinition & { smallestTyped: string } {
  const text = (name: string): string => ask.form.text(name).slice(0, 2000)
  const smallestTyped = text('smallest_group')
  return {
    name: text('name').slice(0, 200),
    unit: ownUnits.find((unit) => unit === text('unit')) ?? 'percent',
    numerator: text('numerator') || null,
    denominator: text('denominator') || null,
    formula: text('formula') || null,
    source_detail: text('source_detail'),
    period: ownPeriods.find((period) => period === text('period')) ?? 'school-year',
    cohort: text('cohort'),
    direction: directions.find((direction) => direction === text('direction')) ?? 'up',
    smallest_group: /^\d{1,4}$/.test(smallestTyped) ? Number(smallestTyped) : null,
    comparability: text('comparability'),
    items,
    describe: text('describe') || null,
    smallestTyped,
  }
}

function errorsOf(ask: SignedIn, code: string, { smallestTyped, ...definition }: ReturnType<typeof readOwn>, directory: Directory): FormError[] {
  const o = textsIn(ask.language).own
  const words = (fault: OwnFault): string => {
    if (fault.fault === 'unread') return formulaTextsIn(ask.language).problem(fault.why)
    return fault.field === 'formula' ? o[fault.fault](fault.codes) : o[fault.fault]
  }
  return checkOwn(code, definition, smallestTyped, directory).map((fault) => ({ field: fault.field, id: fault.field, message: words(fault) }))
}

export async function showNewOwn(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const action = urls.indicators.newOwn({ organisation: organisation.id })
  const directory = await loadDirectory(ask.db, organisation)
  return page(ownPage(ask, { title: textsIn(ask.language).own.newTitle, action, typed: blank, directory, own: null, retired: false, errors: [] }))
}

export async function saveNewOwn(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const directory = await loadDirectory(ask.db, organisation)
  const { smallestTyped, ...typed } = readOwn(ask, [])
  const code = await freeCode(ask.db, organisation.id, new Set(directory.measures.keys()))
  const errors = errorsOf(ask, code, { ...typed, smallestTyped }, directory)
  const action = urls.indicators.newOwn({ organisation: organisation.id })
  if (errors.length > 0) return invalid(ownPage(ask, { title: t.own.newTitle, action, typed, directory, own: null, retired: false, errors }))
  const id = randomUUID()
  await insertOwn(ask.db, ask.caller.personId, { id, organisationId: organisation.id, code, definition: typed })
  await record(ask, organisation.id, id, 'defined')
  return redirect(urls.indicators.definition({ code }), t.saved)
}

const record = (ask: SignedIn, organisationId: string, id: string, verb: string): Promise<void> =>
  recordActivity(ask.db, { organisationId, actorId: ask.caller.personId, kind: `indicator.${verb}`, subjectKind: 'own_indicator', subjectId: id })

async function viewOf(ask: SignedIn, own: OwnIndicator): Promise<(Omit<View, 'typed' | 'errors' | 'retired' | 'own'> & { own: OwnIndicator }) | null> {
  const organisation = await findOrganisation(ask.db, own.organisationId)
  if (!organisation) return null
  const directory = await loadDirectory(ask.db, organisation)
  return { title: textsIn(ask.language).own.edit, action: urls.indicators.own({ ownIndicator: own.id }), directory, own }
}

/** The indicator as somebody else saved it, above one's own words in the form. */
function savedView(ask: SignedIn, { definition: saved, retired }: OwnIndicator): Html {
  const t = textsIn(ask.language)
  const rows = summaryList([
    { key: t.own.name, value: saved.name },
    { key: t.own.unit, value: t.unitNames[saved.unit] },
    { key: t.definition.numerator, value: saved.numerator },
    { key: t.definition.denominator, value: saved.denominator },
    { key: t.own.formula, value: saved.formula },
    { key: t.own.source, value: saved.source_detail || null },
    { key: t.definition.period, value: t.periodNames[saved.period] },
    { key: t.definition.cohort, value: saved.cohort || null },
    { key: t.definition.direction, value: t.directions[saved.direction] },
    { key: t.definition.smallest, value: saved.smallest_group === null ? t.definition.nobody : t.definition.people(saved.smallest_group) },
    { key: t.definition.comparability, value: saved.comparability || null },
    { key: t.definition.describe, value: saved.describe },
    { key: t.own.retire, value: retired ? t.own.yes : t.own.no },
  ])
  return callout({ title: t.own.changedTitle, content: html`<p class="govuk-body">${t.own.changed}</p>${rows}` })
}

export async function showOwn(ask: SignedIn, own: OwnIndicator): Promise<Answer> {
  const view = await viewOf(ask, own)
  return view ? page(ownPage(ask, { ...view, typed: own.definition, retired: own.retired, errors: [] })) : notFound()
}

export async function saveOwn(ask: SignedIn, own: OwnIndicator): Promise<Answer> {
  const t = textsIn(ask.language)
  const view = await viewOf(ask, own)
  if (!view) return notFound()
  const { smallestTyped, ...typed } = readOwn(ask, own.definition.items)
  const errors = errorsOf(ask, own.code, { ...typed, smallestTyped }, view.directory)
  const retired = ask.form.text('retired') === 'oui'
  if (errors.length > 0) return invalid(ownPage(ask, { ...view, typed, retired, errors }))
  if (Number(ask.form.text('version')) !== own.version || !(await updateOwn(ask.db, ask.caller.personId, own, typed, retired))) {
    const now = (await findOwn(ask.db, own.id)) ?? own
    return { kind: 'page', status: 409, page: ownPage(ask, { ...view, own: now, typed, retired, errors: [], before: savedView(ask, now) }) }
  }
  await record(ask, own.organisationId, own.id, retired ? 'retired' : 'redefined')
  return redirect(retired ? urls.indicators.list() : urls.indicators.definition({ code: own.code }), t.saved)
}
