import { isDay } from '../../platform/days.ts'
import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { longestText } from '../../platform/web/form.ts'
import type { FieldErrors } from '../../platform/web/form.ts'
import { hasErrors } from '../../platform/web/form.ts'
import { formatNumber } from '../../platform/language.ts'
import { invalid, notFound, redirect } from '../../platform/web/answer.ts'
import { get, post } from '../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../platform/web/route.ts'
import { button, linkButton, postButton } from '../../ui/buttons.ts'
import { radios } from '../../ui/choices.ts'
import { dateField, textArea, textField } from '../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../ui/form.ts'
import { html, join, nothing, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { columns, list, summaryList } from '../../ui/lists.ts'
import { callout, heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { addStep, removeAction, saveProgress, toggleStep } from './commands.ts'
import { stateTag } from './list-pages.ts'
import { missingParts } from './rules.ts'
import { findAction, listSteps } from './store.ts'
import type { Action, Step } from './store.ts'
import { actionStates, sheetFields } from './tables.ts'
import type { ActionState, SheetField } from './tables.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const textsIn = (language: Language) => (language === 'fr' ? fr : en)

export const onAction = (permission: PermissionName, handle: (ask: SignedIn, action: Action) => Promise<Answer>): Guarded =>
  onObject('action', permission, (ask) => findAction(ask.db, ask.params['action'] ?? ''), handle)

export const actorOf = (ask: SignedIn) => ({ personId: ask.caller.personId, today: ask.today })

interface Typed {
  state: string
  progress: string
  effect: string
  step: string
  stepDue: string
}

interface Refused {
  typed: Typed
  errors: FieldErrors
  meanwhile?: boolean
}

/** What later features say of an action: the indicators that it follows. */
export type BesideAction = (ask: SignedIn, action: Action) => Promise<Html>

const showAction =
  (beside: BesideAction) =>
  async (ask: SignedIn, action: Action): Promise<Answer> =>
    page(await actionPage(ask, action, null, await beside(ask, action)))

async function actionPage(ask: SignedIn, action: Action, refused: Refused | null, beside: Content = nothing) {
  const t = textsIn(ask.language)
  const steps = await listSteps(ask.db, action.id)
  const mayEdit = may(ask.caller, 'action.edit', action)
  const inside = may(ask.caller, 'action.create', action)
  const typed = refused?.typed ?? {
    state: action.state,
    progress: action.progress === null ? '' : String(action.progress),
    effect: action.effect,
    step: '',
    stepDue: '',
  }
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, id: field, message }))
  const body = html`${errorSummary({ title: t.errorTitle, errors })}
${when(refused?.meanwhile, () =>
  callout({
    title: t.form.changedTitle,
    content: html`<p class="govuk-body">${t.form.changed}</p>${summaryList([
      { key: t.progress.state, value: t.states[action.state] },
      { key: t.progress.effect, value: action.effect || null, missing: t.sheet.notSaid },
    ])}`,
  }),
)}
<span class="govuk-caption-xl">${t.sheet.eyebrow}</span>${heading(1, action.title)}
<p class="govuk-body">${stateTag(action, ask.today, ask.language)}</p>
${columns(
  html`${heading(2, t.sheet.founding, 'm')}${foundingSheet(action, ask.language)}${plannedFacts(action, ask.language, inside)}
${when(mayEdit, () => linkButton({ text: t.sheet.edit, href: urls.action.edit({ action: action.id }), kind: 'secondary' }))}`,
  html`${completion(action, ask, mayEdit)}${mayEdit ? progressForm(ask, action, typed, errors) : progressFacts(action, ask.language)}${stepsPart(ask, action, steps, typed, errors, mayEdit)}`,
  'main-aside',
)}${beside}
${when(may(ask.caller, 'action.delete', action), () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.action.delete({ action: action.id })}">${t.delete.title}</a></p>`)}`
  const organisation = { organisation: action.organisationId }
  const crumbs = inside
    ? [
        { text: action.organisationName, href: urls.school.show(organisation) },
        { text: t.list.title, href: urls.school.actions(organisation) },
      ]
    : action.evaluationId
      ? [{ text: action.evaluationTitle ?? '', href: urls.evaluation.show({ evaluation: action.evaluationId }) }]
      : []
  return { title: action.title, body, here: 'actions', breadcrumbs: crumbs, wide: true }
}

const valueOf: Record<SheetField, (action: Action) => string> = {
  title: (action) => action.title,
  what: (action) => action.what,
  for_whom: (action) => action.forWhom,
  by_whom: (action) => action.byWhom,
  with_whom: (action) => action.withWhom,
  place: (action) => action.place,
  how: (action) => action.how,
  why: (action) => action.why,
  comments: (action) => action.comments,
}

const lines = (text: string): Content | null => (text ? html`<span class="q-lines">${text}</span>` : null)

function foundingSheet(action: Action, language: Language): Html {
  const t = textsIn(language)
  return summaryList(sheetFields.map((field) => ({ key: t.fields[field].label, value: lines(valueOf[field](action)), missing: t.sheet.notSaid })))
}

function plannedFacts(action: Action, language: Language, inside: boolean): Html {
  const t = textsIn(language)
  const dates = [
    action.startsOn ? `${t.sheet.from} ${formatDate(action.startsOn, language)}` : '',
    action.dueOn ? `${t.sheet.due} ${formatDate(action.dueOn, language)}` : '',
  ]
  const origin = action.evaluationId
    ? html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: action.evaluationId })}">${action.evaluationTitle}</a>${when(action.findingText, () => html`<br>${t.sheet.finding} : ${action.findingText}`)}`
    : null
  return summaryList([
    { key: t.sheet.when, value: dates.filter(Boolean).join(' · ') || null, missing: t.sheet.notSaid },
    ...(inside ? [{ key: t.sheet.owner, value: action.ownerName, missing: t.sheet.nobody }] : []),
    { key: t.fields.indicator.label, value: lines(action.indicator), missing: t.sheet.notSaid },
    { key: t.fields.workload.label, value: lines(action.workload), missing: t.sheet.notSaid },
    ...(origin ? [{ key: t.sheet.origin, value: origin }] : []),
  ])
}

function completion(action: Action, ask: SignedIn, mayEdit: boolean): Content {
  const t = textsIn(ask.language)
  const missing = missingParts(action)
  if (!mayEdit) return nothing
  if (missing.length === 0) return inset(t.sheet.complete)
  const edit = urls.action.edit({ action: action.id })
  return callout({
    title: t.sheet.missingTitle,
    content: list(
      missing.map(
        (part) =>
          html`<a class="govuk-link" href="${part === 'effect' ? '#effect' : `${edit}#${part === 'owner' ? 'owner_id' : part}`}">${t.missing[part]}</a>`,
      ),
    ),
  })
}

function progressFacts(action: Action, language: Language): Html {
  const t = textsIn(language)
  return html`${heading(2, t.progress.title, 'm')}${summaryList([
    { key: t.progress.percent, value: action.progress === null ? null : t.progress.percentShort(action.progress), missing: t.sheet.notSaid },
    { key: t.progress.effect, value: lines(action.effect), missing: t.sheet.notSaid },
  ])}`
}

type Errors = readonly { field: string; id: string; message: string }[]

function progressForm(ask: SignedIn, action: Action, typed: Typed, errors: Errors): Html {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const notes = [
    action.doneOn ? t.progress.done(formatDate(action.doneOn, ask.language)) : '',
    action.effectNotedOn ? t.progress.noted(formatDate(action.effectNotedOn, ask.language)) : '',
  ]
  return html`${heading(2, t.progress.title, 'm')}${form({
    action: urls.action.progress({ action: action.id }),
    hidden: [...ask.hidden(), { name: 'version', value: action.version }],
    content: html`${radios({ id: 'state', name: 'state', legend: t.progress.state, legendSize: 's', small: true, value: typed.state, choices: actionStates.map((state) => ({ value: state, text: t.states[state] })) })}
${textField({ id: 'progress', name: 'progress', label: t.progress.percent, hint: t.progress.percentHint, inputmode: 'numeric', width: 4, suffix: '%', value: typed.progress, error: error('progress') })}
${textArea({ id: 'effect', name: 'effect', label: t.progress.effect, hint: t.progress.effectHint, rows: 4, value: typed.effect, error: error('effect') })}
${when(notes.some(Boolean), () => html`<p class="govuk-hint">${notes.filter(Boolean).join(' · ')}</p>`)}
${button({ text: t.progress.save })}`,
  })}`
}

function stepsPart(ask: SignedIn, action: Action, steps: readonly Step[], typed: Typed, errors: Errors, mayEdit: boolean): Html {
  const t = textsIn(ask.language).steps
  const error = errorsBy(errors, textsIn(ask.language).errorPrefix)
  const line = (step: Step): Html => html`<li class="q-step">${step.doneOn ? html`<s>${step.label}</s>` : step.label}
<span class="govuk-hint">${step.doneOn ? t.doneOn(formatDate(step.doneOn, ask.language)) : step.dueOn ? t.dueOn(formatDate(step.dueOn, ask.language)) : ''}</span>
${when(mayEdit, () =>
  postButton({
    text: step.doneOn ? t.unmark : t.mark,
    about: step.label,
    kind: 'quiet',
    action: urls.action.toggleStep({ action: action.id, step: step.id }),
    hidden: [...ask.hidden(), { name: 'done', value: step.doneOn ? 'no' : 'yes' }],
  }),
)}</li>`
  return html`${heading(2, t.title, 'm')}
${steps.length === 0 ? html`<p class="govuk-body">${t.none}</p>` : html`<p class="govuk-body">${t.count(steps.filter((step) => step.doneOn).length, steps.length)}</p><ol class="govuk-list govuk-list--number">${join(steps.map(line))}</ol>`}
${when(mayEdit, () =>
  form({
    action: urls.action.addStep({ action: action.id }),
    hidden: ask.hidden(),
    content: html`${textField({ id: 'step', name: 'step', label: t.label, value: typed.step, error: error('step') })}${dateField({ id: 'step_due', name: 'step_due', label: t.due, value: typed.stepDue, error: error('step_due') })}${button({ text: t.add, kind: 'secondary' })}`,
  }),
)}`
}

const isState = (text: string): text is ActionState => actionStates.some((state) => state === text)

async function postProgress(ask: SignedIn, action: Action): Promise<Answer> {
  const t = textsIn(ask.language)
  const typed = {
    state: ask.form.text('state'),
    progress: ask.form.text('progress').replace(/\s*%$/, ''),
    effect: ask.form.text('effect'),
    step: '',
    stepDue: '',
  }
  const errors: FieldErrors = {}
  const state = isState(typed.state) ? typed.state : action.state
  if (typed.progress && !/^(100|\d{1,2})$/.test(typed.progress)) errors['progress'] = t.progress.badPercent
  if (typed.effect.length > longestText) errors['effect'] = t.form.tooLong(formatNumber(longestText, ask.language))
  if (Object.keys(errors).length > 0) return invalid(await actionPage(ask, action, { typed, errors }))
  const values = { state, progress: typed.progress ? Number(typed.progress) : null, effect: typed.effect }
  const result = await saveProgress(ask.db, actorOf(ask), action, Number(ask.form.text('version')) || 0, values)
  if ('refused' in result) return invalid(await actionPage(ask, action, { typed, errors: {}, meanwhile: true }))
  const board = ask.form.text('back') === 'board'
  return redirect(
    board ? urls.school.actions({ organisation: action.organisationId }, { vue: 'board', voir: 'all' }) : urls.action.show({ action: action.id }),
    t.progress.saved,
  )
}

async function postStep(ask: SignedIn, action: Action): Promise<Answer> {
  const t = textsIn(ask.language)
  const label = ask.form.text('step')
  const due = ask.form.text('step_due')
  const errors: FieldErrors = {}
  if (!label) errors['step'] = t.steps.empty
  if (label.length > longestText) errors['step'] = t.form.tooLong(formatNumber(longestText, ask.language))
  if (due && !isDay(due)) errors['step_due'] = t.form.badDate
  if (hasErrors(errors)) {
    const typed = { state: action.state, progress: String(action.progress ?? ''), effect: action.effect, step: label, stepDue: due }
    return invalid(await actionPage(ask, action, { typed, errors }))
  }
  await addStep(ask.db, actorOf(ask), action, label, due || null)
  return redirect(urls.action.show({ action: action.id }), t.steps.added)
}

async function postToggle(ask: SignedIn, action: Action): Promise<Answer> {
  const found = await toggleStep(ask.db, actorOf(ask), action, ask.params['step'] ?? '', ask.form.text('done') === 'yes')
  return found ? redirect(urls.action.show({ action: action.id })) : notFound()
}

function askDelete(ask: SignedIn, action: Action): Promise<Answer> {
  const t = textsIn(ask.language)
  const show = urls.action.show({ action: action.id })
  const body = html`${heading(1, t.delete.title)}<p class="govuk-body-l">${action.title}</p><p class="govuk-body">${t.delete.explain}</p>
<div class="q-buttons">${postButton({ text: t.delete.button, kind: 'harm', action: urls.action.delete({ action: action.id }), hidden: ask.hidden() })}<a class="govuk-link" href="${show}">${t.form.cancel}</a></div>`
  return Promise.resolve(page({ title: t.delete.title, body, here: 'actions', breadcrumbs: [{ text: action.title, href: show }] }))
}

/** `beside`: what later features say of an action. */
export const actionRoutes = (beside: BesideAction): readonly Route[] => [
  get(urls.action.show, onAction('action.read', showAction(beside))),
  post(urls.action.progress, onAction('action.edit', postProgress)),
  post(urls.action.addStep, onAction('action.edit', postStep)),
  post(urls.action.toggleStep, onAction('action.edit', postToggle)),
  get(urls.action.delete, onAction('action.delete', askDelete)),
  post(
    urls.action.delete,
    onAction('action.delete', async (ask, action) => {
      await removeAction(ask.db, actorOf(ask), action)
      return redirect(urls.school.actions({ organisation: action.organisationId }), textsIn(ask.language).delete.done)
    }),
  ),
]
