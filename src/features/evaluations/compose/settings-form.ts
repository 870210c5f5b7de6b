import type { FieldErrors } from '../../../platform/web/form.ts'
import { checkboxes, radios } from '../../../ui/choices.ts'
import { dateField, select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, fieldset } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { inset } from '../../../ui/messages.ts'
import { findSchoolScale, schoolScales } from '../../frameworks/scale.ts'
import type { ListedTheme } from '../../frameworks/store.ts'
import type { SchoolYear } from '../../organisations/store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import type { Language } from '../../../platform/language.ts'
import type { Colleague } from './members-store.ts'
import type { Model, Reusable } from './models-store.ts'
import { scopeKinds, themeValue } from './settings.ts'
import type { Settings } from './settings.ts'
import { textsIn } from './texts.en.ts'

/** What the choices of the form are made from. */
export interface SettingsChoices {
  themes: readonly ListedTheme[]
  years: readonly SchoolYear[]
  /** The evaluation's scale is none of those offered today: it may be kept. */
  otherScale: boolean
  /** For a new evaluation only. */
  beginning: { colleagues: readonly Colleague[]; models: readonly Model[]; reusable: readonly Reusable[]; invite: Content } | null
}

/** Where an error leads: the id of the first element of each field. */
const errorIds: Record<string, string> = {
  title: 'title', purpose: 'purpose', scope: 'scope', 'scope-detail': 'scope-detail', starts: 'starts', ends: 'ends', year: 'year',
}

export const settingsFormErrors = (errors: FieldErrors): FormError[] => Object.entries(errors).map(([field, message]) => ({ field, id: errorIds[field] ?? field, message }))

export function settingsFields(settings: Settings, choices: SettingsChoices, errors: readonly FormError[], language: Language): Html {
  const t = textsIn(language)
  const error = errorsBy(errors, t.errorPrefix)
  const s = t.settings
  return html`${fieldset({ legend: s.what, size: 'l', content: html`
${textField({ id: 'title', name: 'title', label: s.title, hint: s.titleHint, value: settings.title, error: error('title'), required: true, labelSize: 's' })}
${textArea({ id: 'purpose', name: 'purpose', label: s.purpose, hint: s.purposeHint, value: settings.purpose, rows: 3, error: error('purpose'), labelSize: 's' })}
${radios({ id: 'scope', name: 'scope', legend: s.scope, value: settings.scopeKind, error: error('scope'), small: true, choices: scopeKinds.map((kind) => ({ value: kind, text: evaluationTexts(language).scopes[kind], hint: s.scopeHints[kind] })) })}
${textField({ id: 'scope-detail', name: 'scope-detail', label: s.scopeDetail, hint: s.scopeDetailHint, value: settings.scopeDetail, error: error('scope-detail'), labelSize: 's' })}` })}
${themeFields(settings, choices, language)}
${fieldset({ legend: s.when, size: 'l', content: html`
${select({ id: 'year', name: 'year', label: s.year, value: settings.schoolYear, error: error('year'), labelSize: 's', options: choices.years.map((year) => ({ value: year.code, text: year.code })) })}
${dateField({ id: 'starts', name: 'starts', label: s.starts, value: settings.startsOn, error: error('starts'), labelSize: 's' })}
${dateField({ id: 'ends', name: 'ends', label: s.ends, hint: s.endsHint, value: settings.endsOn, error: error('ends'), labelSize: 's' })}` })}
${scaleFields(settings, choices, language)}
${when(choices.beginning, () => beginningFields(settings, choices.beginning, language))}`
}

function themeFields(settings: Settings, choices: SettingsChoices, language: Language): Html {
  const s = textsIn(language).settings
  const list = checkboxes({
    id: 'theme', name: 'theme', legend: s.themes, legendSize: 'l', hint: s.themesHint, small: true, values: settings.themes,
    choices: choices.themes.map((theme) => ({
      value: themeValue(theme),
      text: `${theme.title}${theme.blank ? ` (${s.blank})` : ''}`,
      hint: `${theme.code} · ${theme.keywords.join(', ')}`,
    })),
  })
  return html`<filter-list class="q-choice-columns" data-label="${s.themeSearch}" data-shown="${s.shown}">${list}</filter-list>`
}

function scaleFields(settings: Settings, choices: SettingsChoices, language: Language): Html {
  const s = textsIn(language).settings
  const offered = schoolScales.map(({ key }) => ({ value: key, ...s.scales[key] }))
  return radios({
    id: 'scale', name: 'scale', legend: s.scale, legendSize: 'l', hint: s.scaleHint, small: true, value: findSchoolScale(settings.scale) ? settings.scale : 'kept',
    choices: choices.otherScale ? [{ value: 'kept', text: s.kept }, ...offered] : offered,
  })
}

function beginningFields(settings: Settings, beginning: SettingsChoices['beginning'], language: Language): Content {
  if (!beginning) return nothing
  const s = textsIn(language).settings
  const { colleagues, models, reusable } = beginning
  const groups = [
    { label: s.startEvaluations, options: reusable.map((one) => ({ value: `evaluation:${one.id}`, text: s.startLine(one.title, one.schoolYear, one.items) })) },
    { label: s.startModels, options: models.map((one) => ({ value: `model:${one.id}`, text: one.title })) },
  ].filter((group) => group.options.length > 0)
  const start = select({ id: 'start', name: 'start', label: s.start, hint: s.startHint, value: settings.start, labelSize: 'l', options: [{ value: '', text: s.startNone }, ...groups] })
  const team = checkboxes({
    id: 'member', name: 'member', legend: s.team, legendSize: 'l', hint: s.teamHint, small: true, values: settings.members,
    choices: colleagues.map((person) => ({ value: person.personId, text: person.name, hint: s.roles[person.role] })),
  })
  return html`${when(groups.length > 0, () => start)}
<filter-list class="q-choice-columns" data-label="${s.memberSearch}" data-shown="${s.shown}">${team}</filter-list>
${when(colleagues.length < 2, () => inset(html`${s.nobody} ${beginning.invite}`))}`
}
