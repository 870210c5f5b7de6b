import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { summaryList } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { schoolScales } from '../../frameworks/scale.ts'
import { findOwnOrganisation, listSchoolYears } from '../../organisations/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { findEvaluation, listMembers } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { listColleagues } from './members-store.ts'
import { listModels, listReusable } from './models-store.ts'
import { isSameScale } from './questions.ts'
import { refusedPage } from './refusals.ts'
import { createEvaluation, saveSettings } from './settings-commands.ts'
import type { Checked } from './settings-commands.ts'
import { settingsFields, settingsFormErrors } from './settings-form.ts'
import type { SettingsChoices } from './settings-form.ts'
import { isId, readSettings, settingsErrors, themeValue } from './settings.ts'
import type { Settings } from './settings.ts'
import { listEvaluationThemes, listThemesToChoose } from './settings-store.ts'
import { textsIn } from './texts.en.ts'

const scripts = ['filter-list']

async function choicesForNew(ask: SignedIn, organisation: Organisation): Promise<SettingsChoices> {
  const t = textsIn(ask.language).settings
  const themes = await listThemesToChoose(ask.db, ask.today)
  const years = await listSchoolYears(ask.db, ask.today, 1, 1)
  const colleagues = await listColleagues(ask.db, organisation.id, ask.today)
  const models = await listModels(ask.db, organisation.id)
  const reusable = await listReusable(ask.db, organisation.id)
  const invite = html`<a class="govuk-link" href="${urls.school.invite({ organisation: organisation.id })}">${t.invite}</a>`
  return { themes, years, otherScale: false, beginning: { colleagues, models, reusable, invite } }
}

async function newSettings(ask: SignedIn, organisation: Organisation, choices: SettingsChoices): Promise<Settings> {
  const thisYear = choices.years.find((year) => year.startsOn <= ask.today && ask.today <= year.endsOn)
  const blank: Settings = {
    title: '',
    purpose: '',
    scopeKind: organisation.kind === 'network' ? 'network' : 'school',
    scopeDetail: organisation.kind === 'network' ? organisation.name : '',
    themes: [ask.query.get('theme') ?? ''],
    schoolYear: thisYear?.code ?? '',
    startsOn: '',
    endsOn: '',
    scale: 'none',
    start: '',
    members: [ask.caller.personId],
  }
  const previous = await findPrevious(ask, organisation, ask.query.get('reprendre') ?? '')
  if (!previous) return blank
  return {
    ...(await settingsOf(ask, previous)),
    schoolYear: blank.schoolYear,
    startsOn: '',
    endsOn: '',
    start: `evaluation:${previous.id}`,
    members: (await listMembers(ask.db, previous.id)).map((member) => member.personId),
  }
}

async function findPrevious(ask: SignedIn, organisation: Organisation, id: string): Promise<Evaluation | null> {
  if (!isId(id)) return null
  const previous = await findEvaluation(ask.db, id)
  return previous && previous.organisationId === organisation.id && previous.state !== 'composing' ? previous : null
}

async function settingsOf(ask: SignedIn, evaluation: Evaluation): Promise<Settings> {
  return {
    title: evaluation.title,
    purpose: evaluation.purpose,
    scopeKind: evaluation.scopeKind,
    scopeDetail: evaluation.scopeDetail,
    themes: (await listEvaluationThemes(ask.db, evaluation.id)).map(themeValue),
    schoolYear: evaluation.schoolYear,
    startsOn: evaluation.startsOn ?? '',
    endsOn: evaluation.endsOn ?? '',
    scale: schoolScales.find((one) => isSameScale(one.scale, evaluation.scale))?.key ?? 'kept',
    start: '',
    members: [],
  }
}

/** The form read and held against what may be chosen. */
function check(ask: SignedIn, choices: SettingsChoices): { settings: Settings; errors: FieldErrors; checked: Checked } {
  const t = textsIn(ask.language).settings.errors
  const settings = readSettings(ask.form)
  const errors = settingsErrors(settings, t)
  if (!choices.years.some((year) => year.code === settings.schoolYear)) errors['year'] = t.year
  const themes = choices.themes.filter((theme) => settings.themes.includes(themeValue(theme)))
  const members = (choices.beginning?.colleagues ?? []).map((person) => person.personId).filter((id) => settings.members.includes(id))
  return { settings, errors, checked: { settings, themes, members } }
}

interface Shown {
  title: string
  intro: Content
  action: string
  settings: Settings
  choices: SettingsChoices
  errors?: FieldErrors
  version?: number
  button: string
  back: string
  breadcrumbs: Page['breadcrumbs']
}

function settingsPage(ask: SignedIn, shown: Shown): Page {
  const t = textsIn(ask.language)
  const errors = settingsFormErrors(shown.errors ?? {})
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, shown.title)}${shown.intro}
${form({
  action: shown.action,
  hidden: [...ask.hidden(), ...(shown.version === undefined ? [] : [{ name: 'version', value: shown.version }])],
  content: html`${settingsFields(shown.settings, shown.choices, errors, ask.language)}
${buttonGroup([button({ text: shown.button }), linkButton({ text: evaluationTexts(ask.language).cancel, href: shown.back, kind: 'quiet' })])}`,
})}`
  return { title: shown.title, body, here: 'evaluations', scripts, ...(shown.breadcrumbs ? { breadcrumbs: shown.breadcrumbs } : {}) }
}

function newPage(ask: SignedIn, organisation: Organisation, choices: SettingsChoices, settings: Settings, errors: FieldErrors = {}): Page {
  const t = textsIn(ask.language).settings
  const list = urls.school.evaluations({ organisation: organisation.id })
  return settingsPage(ask, {
    title: t.newTitle,
    intro: html`<p class="govuk-body q-lead">${t.intro}</p>`,
    action: urls.school.newEvaluation({ organisation: organisation.id }),
    settings,
    choices,
    errors,
    button: t.create,
    back: list,
    breadcrumbs: [
      { text: organisation.name, href: urls.school.show({ organisation: organisation.id }) },
      { text: evaluationTexts(ask.language).evaluations, href: list },
    ],
  })
}

async function create(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const choices = await choicesForNew(ask, organisation)
  const { settings, errors, checked } = check(ask, choices)
  if (Object.keys(errors).length > 0) return invalid(newPage(ask, organisation, choices, settings, errors))
  const id = await createEvaluation(ask, organisation.id, checked)
  return redirect(urls.evaluation.compose({ evaluation: id }), textsIn(ask.language).settings.created)
}

async function choicesForEdit(ask: SignedIn, evaluation: Evaluation): Promise<SettingsChoices> {
  const kept = await listEvaluationThemes(ask.db, evaluation.id)
  const years = await listSchoolYears(ask.db, ask.today, 3, 2)
  const otherScale = !schoolScales.some((one) => isSameScale(one.scale, evaluation.scale))
  return { themes: await listThemesToChoose(ask.db, ask.today, kept), years, otherScale, beginning: null }
}

function editPage(
  ask: SignedIn,
  evaluation: Evaluation,
  choices: SettingsChoices,
  settings: Settings,
  extra: { errors?: FieldErrors; intro?: Content } = {},
): Page {
  const t = textsIn(ask.language).settings
  const here = { evaluation: evaluation.id }
  return settingsPage(ask, {
    title: t.editTitle,
    intro: extra.intro ?? nothing,
    action: urls.evaluation.settings(here),
    settings,
    choices,
    version: evaluation.version,
    button: t.save,
    back: urls.evaluation.show(here),
    breadcrumbs: evaluationCrumbs(evaluation, ask.language),
    ...(extra.errors ? { errors: extra.errors } : {}),
  })
}

async function save(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const choices = await choicesForEdit(ask, evaluation)
  const { settings, errors, checked } = check(ask, choices)
  const version = Number(ask.form.text('version'))
  if (Object.keys(errors).length > 0) return invalid(editPage(ask, { ...evaluation, version }, choices, settings, { errors }))
  const result = await saveSettings(ask, evaluation, version, checked)
  if (result === 'changed') return changedPage(ask, evaluation, choices, settings)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(urls.evaluation.show({ evaluation: evaluation.id }), textsIn(ask.language).settings.saved)
}

/** What this person wrote is in the form; what somebody else saved meanwhile stands above it. */
async function changedPage(ask: SignedIn, evaluation: Evaluation, choices: SettingsChoices, settings: Settings): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const saved = await settingsOf(ask, evaluation)
  const titles = choices.themes.filter((theme) => saved.themes.includes(themeValue(theme))).map((theme) => theme.title)
  const content = html`<p class="govuk-body">${t.changed}</p>${summaryList([
    { key: t.title, value: saved.title },
    { key: t.purpose, value: saved.purpose || null },
    { key: t.scope, value: html`${evaluationTexts(ask.language).scopes[evaluation.scopeKind]}${when(saved.scopeDetail, () => html`, ${saved.scopeDetail}`)}` },
    { key: t.themes, value: titles.join(', ') || null },
    { key: t.year, value: saved.schoolYear },
  ])}`
  return { kind: 'page', status: 409, page: editPage(ask, evaluation, choices, settings, { intro: callout({ title: t.changedTitle, content }) }) }
}

const onSchool = (handle: (ask: SignedIn, organisation: Organisation) => Promise<Answer>) =>
  onObject('school', 'evaluation.create', (ask) => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? ''), handle)

export const settingsRoutes: readonly Route[] = [
  get(
    urls.school.newEvaluation,
    onSchool(async (ask, organisation) => {
      const choices = await choicesForNew(ask, organisation)
      return page(newPage(ask, organisation, choices, await newSettings(ask, organisation, choices)))
    }),
  ),
  post(urls.school.newEvaluation, onSchool(create)),
  get(
    urls.evaluation.settings,
    onEvaluation('evaluation.compose', async (ask, evaluation) => {
      if (evaluation.state !== 'composing') return refusedPage(ask, evaluation, ['not-composing'])
      return page(editPage(ask, evaluation, await choicesForEdit(ask, evaluation), await settingsOf(ask, evaluation)))
    }),
  ),
  post(urls.evaluation.settings, onEvaluation('evaluation.compose', save)),
]
