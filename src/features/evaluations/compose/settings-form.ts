import type { FieldErrors } from '../../../platform/web/form.ts'
import { checkboxes, radios } from '../../../ui/choices.ts'
import { dateField, select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, fieldset } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, inset } from '../../../ui/messages.ts'
import { findSchoolScale, schoolScales } from '../../frameworks/scale.ts'
import type { ListedTheme } from '../../frameworks/store.ts'
import type { SchoolYear } from '../../organisations/store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import type { Language } from '../../../platform/language.ts'
import { addsTo } from './bank.ts'
import type { Colleague } from './members-store.ts'
import type { Model, Reusable } from './models-store.ts'
import { scopeKinds, themeGroups, themeValue } from './settings.ts'
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
  title: 'title',
  purpose: 'purpose',
  scope: 'scope',
  'scope-detail': 'scope-detail',
  starts: 'starts',
  ends: 'ends',
  year: 'year',
}

export const settingsFormErrors = (errors: FieldErrors): FormError[] =>
  Object.entries(errors).map(([field, message]) => ({ field, id: errorIds[field] ?? field, message }))

export function settingsFields(settings: Settings, choices: SettingsChoices, errors: readonly FormError[], language: Language): Html {
  const fields: Fields = { settings, choices, error: errorsBy(errors, textsIn(language).errorPrefix), language }
  const s = textsIn(language).settings
  const first = html`${whatFields(fields)}${themeFields(settings, choices, language)}`
  const rest = html`${scopeFields(fields)}${whenFields(fields)}${scaleFields(settings, choices, language)}`
  if (!choices.beginning) return html`${first}${rest}`
  const later = (words: string, content: Content, open: boolean): Html =>
    details({ summary: html`${words} <span class="q-missing">(${s.moreLater})</span>`, content, open })
  const isUsual = settings.scopeKind === 'school' && !settings.startsOn && !settings.endsOn && settings.scale === 'none'
  const hidesError = errors.some((one) => ['scope', 'scope-detail', 'year', 'starts', 'ends'].includes(one.field))
  return html`${first}${startField(settings, choices.beginning, language)}${later(s.moreTeam, teamFields(settings, choices.beginning, language), settings.members.length > 1)}
${later(s.moreSettings, rest, !isUsual || hidesError)}`
}

interface Fields {
  settings: Settings
  choices: SettingsChoices
  error: ReturnType<typeof errorsBy>
  language: Language
}

function whatFields({ settings, error, language }: Fields): Html {
  const s = textsIn(language).settings
  return html`${textField({ id: 'title', name: 'title', label: s.title, hint: s.titleHint, value: settings.title, error: error('title'), required: true, labelSize: 'm' })}
${textArea({ id: 'purpose', name: 'purpose', label: s.purpose, hint: s.purposeHint, value: settings.purpose, rows: 3, error: error('purpose'), labelSize: 'm' })}`
}

function scopeFields({ settings, error, language }: Fields): Html {
  const s = textsIn(language).settings
  const kinds = scopeKinds.map((kind) => ({ value: kind, text: evaluationTexts(language).scopes[kind], hint: s.scopeHints[kind] }))
  return html`${radios({ id: 'scope', name: 'scope', legend: s.scope, legendSize: 'm', value: settings.scopeKind, error: error('scope'), choices: kinds })}
${textField({ id: 'scope-detail', name: 'scope-detail', label: s.scopeDetail, hint: s.scopeDetailHint, value: settings.scopeDetail, error: error('scope-detail') })}`
}

function whenFields({ settings, choices, error, language }: Fields): Html {
  const s = textsIn(language).settings
  return fieldset({
    legend: s.when,
    size: 'm',
    content: html`
${select({ id: 'year', name: 'year', label: s.year, value: settings.schoolYear, error: error('year'), options: choices.years.map((year) => ({ value: year.code, text: year.code })) })}
${dateField({ id: 'starts', name: 'starts', label: s.starts, value: settings.startsOn, error: error('starts') })}
${dateField({ id: 'ends', name: 'ends', label: s.ends, hint: s.endsHint, value: settings.endsOn, error: error('ends') })}`,
  })
}

/** Our own sheets in sight; the other frameworks each behind its name, opened when one of its themes is ticked or looked for. */
function themeFields(settings: Settings, choices: SettingsChoices, language: Language): Html {
  const s = textsIn(language).settings
  const [first, ...others] = themeGroups(choices.themes.filter((theme) => !choices.themes.some((other) => addsTo(theme, other))))
  if (!first) return nothing
  const isTicked = (theme: ListedTheme): boolean => settings.themes.includes(themeValue(theme))
  const boxes = (themes: readonly ListedTheme[], id: string, legend: string, legendHidden: boolean): Html =>
    checkboxes({
      id,
      name: 'theme',
      legend,
      ...(legendHidden ? { legendHidden } : { legendSize: 'm', hint: s.themesHint }),
      small: true,
      values: settings.themes,
      choices: themes.map((theme) => ({
        value: themeValue(theme),
        text: `${theme.title}${theme.blank ? ` (${s.blank})` : ''}`,
        hint: `${theme.code} · ${theme.keywords.join(', ')}`,
      })),
    })
  const folded = others.map((group, index) =>
    details({
      summary: s.themeGroup(group.title, group.themes.length),
      content: boxes(group.themes, `theme-of-${index + 1}`, group.title, true),
      open: group.themes.some(isTicked),
      quiet: true,
    }),
  )
  return html`<filter-list class="q-choice-columns q-themes" data-label="${s.themeSearch}" data-shown="${s.shown}">${boxes(first.themes, 'theme', s.themes, false)}${folded}</filter-list>`
}

function scaleFields(settings: Settings, choices: SettingsChoices, language: Language): Html {
  const s = textsIn(language).settings
  const offered = schoolScales.map(({ key }) => ({ value: key, ...s.scales[key] }))
  return radios({
    id: 'scale',
    name: 'scale',
    legend: s.scale,
    legendSize: 'm',
    hint: s.scaleHint,
    value: findSchoolScale(settings.scale) ? settings.scale : 'kept',
    choices: choices.otherScale ? [{ value: 'kept', text: s.kept }, ...offered] : offered,
  })
}

type Beginning = NonNullable<SettingsChoices['beginning']>

/** Earlier questionnaires to start from; nothing when there is none. */
function startField(settings: Settings, { models, reusable }: Beginning, language: Language): Content {
  const s = textsIn(language).settings
  const groups = [
    { label: s.startEvaluations, options: reusable.map((one) => ({ value: `evaluation:${one.id}`, text: s.startLine(one.title, one.schoolYear, one.items) })) },
    { label: s.startModels, options: models.map((one) => ({ value: `model:${one.id}`, text: one.title })) },
  ].filter((group) => group.options.length > 0)
  if (groups.length === 0) return nothing
  return select({
    id: 'start',
    name: 'start',
    label: s.start,
    hint: s.startHint,
    value: settings.start,
    labelSize: 'm',
    options: [{ value: '', text: s.startNone }, ...groups],
  })
}

function teamFields(settings: Settings, { colleagues, invite }: Beginning, language: Language): Html {
  const s = textsIn(language).settings
  const team = checkboxes({
    id: 'member',
    name: 'member',
    legend: s.team,
    legendHidden: true,
    hint: s.teamHint,
    small: true,
    values: settings.members,
    choices: colleagues.map((person) => ({ value: person.personId, text: person.name, hint: s.roles[person.role] })),
  })
  return html`<filter-list class="q-choice-columns" data-label="${s.memberSearch}" data-shown="${s.shown}">${team}</filter-list>
${when(colleagues.length < 2, () => inset(html`${s.nobody} ${invite}`))}`
}
