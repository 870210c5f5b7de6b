import { isDay } from '../../../platform/days.ts'
import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { Form } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { checkboxes, radios } from '../../../ui/choices.ts'
import { dateField, select, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { longestStep, saveFollow, shareFollowed, stopFollowing } from '../commands.ts'
import type { FollowFault } from '../commands.ts'
import type { Following } from '../guard.ts'
import { findFollowed } from '../store.ts'
import type { FollowChange, Followed } from '../store.ts'
import { followStates } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { boardCrumbs } from '../words.ts'

interface Typed {
  state: string
  grade: string
  conditions: readonly string[]
  heldFrom: string
  heldUntil: string
  nextStep: string
  nextDueOn: string
}

const typedOf = (followed: Followed): Typed => ({
  state: followed.state,
  grade: followed.grade === null ? '' : String(followed.grade),
  conditions: followed.conditions,
  heldFrom: followed.heldFrom ?? '',
  heldUntil: followed.heldUntil ?? '',
  nextStep: followed.nextStep,
  nextDueOn: followed.nextDueOn ?? '',
})

const readTyped = (sent: Form): Typed => ({
  state: sent.text('state'),
  grade: sent.text('grade'),
  conditions: sent.all('condition'),
  heldFrom: sent.text('held_from'),
  heldUntil: sent.text('held_until'),
  nextStep: sent.text('next_step').replace(/\s+/g, ' '),
  nextDueOn: sent.text('next_due_on'),
})

const addressOf = ({ organisation, followed }: Following) => ({ organisation: organisation.id, framework: followed.frameworkId })

interface Back {
  typed: Typed
  version: number
  errors?: readonly FormError[]
  /** Saved by somebody else since the form was drawn. */
  meanwhile?: Typed
}

function settingsPage(ask: SignedIn, following: Following, back: Back): Page {
  const t = textsIn(ask.language)
  const { followed, organisation } = following
  const errors = back.errors ?? []
  const title = t.settings.title(followed.shortTitle)
  const buttons = buttonGroup([
    button({ text: t.settings.save }),
    linkButton({ text: t.settings.cancel, href: urls.label.show(addressOf(following)), kind: 'quiet' }),
  ])
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title, 'l')}
${when(back.meanwhile, () => callout({ title: t.settings.changedTitle, content: html`<p class="govuk-body">${t.settings.changed}</p>` }))}
${form({ action: urls.label.settings(addressOf(following)), hidden: [...ask.hidden(), { name: 'version', value: back.version }], content: html`${fields(ask, followed, back)}${buttons}` })}
${when(followed.award, () => html`<p class="govuk-body"><strong>${t.settings.award}</strong> : ${followed.award?.by ?? ''}. ${followed.award?.note ?? ''}</p>`)}
${may(ask.caller, 'label.share', following) ? shareSection(ask, following) : nothing}
<section aria-labelledby="stop">${heading(2, t.settings.stop, 's', 'stop')}<p class="govuk-body">${t.settings.stopHint}</p>
${postButton({ text: t.settings.stop, action: urls.label.stop(addressOf(following)), hidden: ask.hidden() })}</section>`
  const crumbs = [...boardCrumbs(organisation, ask.language), { text: followed.shortTitle, href: urls.label.show(addressOf(following)) }]
  return { title, body, here: 'labels', breadcrumbs: crumbs }
}

function fields(ask: SignedIn, followed: Followed, { typed, errors = [], meanwhile }: Back): Html {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const saved = (name: 'nextStep' | 'heldFrom' | 'heldUntil' | 'nextDueOn'): Content =>
    meanwhile && meanwhile[name] !== typed[name] ? inset(html`<strong>${t.settings.savedValue}</strong> ${meanwhile[name] || '–'}`) : nothing
  const years = followed.award?.years
  return html`${radios({ id: 'state', name: 'state', legend: t.settings.state, choices: followStates.filter((state) => state !== 'ended').map((state) => ({ value: state, text: t.followStates[state] })), value: typed.state })}
${when(followed.grades.length > 0, () =>
  select({
    id: 'grade',
    name: 'grade',
    label: t.settings.grade,
    options: [{ value: '', text: t.settings.gradeAny }, ...followed.grades.map((grade) => ({ value: String(grade.value), text: grade.label }))],
    value: typed.grade,
  }),
)}
${when(followed.questions.length > 0, () =>
  checkboxes({
    id: 'condition',
    name: 'condition',
    legend: t.settings.questions,
    hint: t.settings.questionsHint,
    choices: followed.questions.map((question) => ({ value: question.code, text: question.question })),
    values: typed.conditions,
  }),
)}
${saved('heldFrom')}${dateField({ id: 'held_from', name: 'held_from', label: t.settings.heldFrom, value: typed.heldFrom, error: error('held_from') })}
${saved('heldUntil')}${dateField({ id: 'held_until', name: 'held_until', label: t.settings.heldUntil, hint: years ? t.settings.heldHint(years) : undefined, value: typed.heldUntil, error: error('held_until') })}
${saved('nextStep')}${textField({ id: 'next_step', name: 'next_step', label: t.settings.nextStep, hint: t.settings.nextStepHint, value: typed.nextStep, maxLength: longestStep, error: error('next_step') })}
${saved('nextDueOn')}${dateField({ id: 'next_due_on', name: 'next_due_on', label: t.settings.nextDueOn, value: typed.nextDueOn, error: error('next_due_on') })}`
}

function shareSection(ask: SignedIn, following: Following): Html {
  const t = textsIn(ask.language).settings
  const { followed } = following
  const action = urls.label.share(addressOf(following))
  return html`<section aria-labelledby="share">${heading(2, t.shareTitle, 's', 'share')}<p class="govuk-body">${t.shareHint}</p>
${when(followed.sharedAt, () => html`<p class="govuk-body">${t.sharedOn(formatDate(followed.sharedAt ?? '', ask.language))}</p>`)}
${postButton({ text: followed.sharedAt ? t.unshare : t.share, action, hidden: [...ask.hidden(), { name: 'share', value: followed.sharedAt ? 'no' : 'yes' }] })}</section>`
}

export const showSettings = (ask: SignedIn, following: Following): Promise<Answer> =>
  Promise.resolve(page(settingsPage(ask, following, { typed: typedOf(following.followed), version: following.followed.version })))

export async function saveSettings(ask: SignedIn, following: Following): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const { followed, organisation } = following
  const typed = readTyped(ask.form)
  const version = Number(ask.form.text('version')) || 0
  const refused = (errors: readonly FormError[]): Answer => invalid(settingsPage(ask, following, { typed, version, errors }))
  const wrong = wrongDates(typed, t.badDate)
  if (wrong.length > 0) return refused(wrong)
  const result = await saveFollow(ask.db, ask.caller.personId, followed, version, changeOf(typed, followed))
  if ('saved' in result) return redirect(urls.label.show(addressOf(following)), t.saved)
  if (result.refused === 'changed-meanwhile') {
    const now = (await findFollowed(ask.db, organisation.id, followed.frameworkId)) ?? followed
    return invalid(settingsPage(ask, following, { typed, version: now.version, meanwhile: typedOf(now) }))
  }
  return refused([faultError(result.refused, t)])
}

const wrongDates = ({ heldFrom, heldUntil, nextDueOn }: Typed, message: string): FormError[] =>
  Object.entries({ held_from: heldFrom, held_until: heldUntil, next_due_on: nextDueOn }).flatMap(([field, text]) =>
    text && !isDay(text) ? [{ field, id: field, message }] : [],
  )

function changeOf(typed: Typed, followed: Followed): FollowChange {
  const state = followStates.find((one) => one === typed.state && one !== 'ended') ?? followed.state
  const grade = followed.grades.find((one) => String(one.value) === typed.grade)
  return {
    state,
    grade: grade?.value ?? null,
    conditions: followed.questions.flatMap((question) => (typed.conditions.includes(question.code) ? [question.code] : [])),
    held_from: typed.heldFrom || null,
    held_until: typed.heldUntil || null,
    next_step: typed.nextStep,
    next_due_on: typed.nextDueOn || null,
  }
}

function faultError(fault: FollowFault, t: { badDates: string; longStep: string }): FormError {
  switch (fault) {
    case 'bad-dates':
      return { field: 'held_until', id: 'held_until', message: t.badDates }
    case 'long-step':
      return { field: 'next_step', id: 'next_step', message: t.longStep }
  }
}

export async function saveStop(ask: SignedIn, { followed, organisation }: Following): Promise<Answer> {
  await stopFollowing(ask.db, ask.caller.personId, followed)
  return redirect(urls.label.board({ organisation: organisation.id }), textsIn(ask.language).settings.stopped)
}

export async function saveShare(ask: SignedIn, following: Following): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const share = ask.form.text('share') === 'yes'
  await shareFollowed(ask.db, ask.caller.personId, following.followed, share ? ask.now : null)
  return redirect(urls.label.settings(addressOf(following)), share ? t.shared : t.unshared)
}
