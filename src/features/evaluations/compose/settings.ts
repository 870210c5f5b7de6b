import { isDay } from '../../../platform/days.ts'
import { longestText } from '../../../platform/web/form.ts'
import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import type { ScopeKind } from '../tables.ts'
import type { Texts } from './texts.fr.ts'

export const scopeKinds: readonly ScopeKind[] = ['school', 'action', 'discipline', 'network']

/** Longest title, in characters: one line of a list. */
export const longestTitle = 150

/** What the form of an evaluation holds, as typed. */
export interface Settings {
  title: string
  purpose: string
  scopeKind: string
  scopeDetail: string
  /** 'framework uuid:theme code', as in the addresses of the sheets. */
  themes: string[]
  schoolYear: string
  startsOn: string
  endsOn: string
  scale: string
  /** '' or 'evaluation:uuid' or 'model:uuid': where the first questions come from. */
  start: string
  members: string[]
}

export const readSettings = (form: Form): Settings => ({
  title: form.text('title'),
  purpose: form.text('purpose'),
  scopeKind: form.text('scope'),
  scopeDetail: form.text('scope-detail'),
  themes: form.all('theme'),
  schoolYear: form.text('year'),
  startsOn: form.text('starts'),
  endsOn: form.text('ends'),
  scale: form.text('scale'),
  start: form.text('start'),
  members: form.all('member'),
})

export const isScopeKind = (text: string): text is ScopeKind => scopeKinds.some((kind) => kind === text)

/** What keeps these settings from being saved, by field, in the order of the page. */
export function settingsErrors(settings: Settings, t: Texts['settings']['errors']): FieldErrors {
  const errors: FieldErrors = {}
  if (settings.title === '') errors['title'] = t.title
  else if (settings.title.length > longestTitle) errors['title'] = t.titleLong(longestTitle)
  if (settings.purpose.length > longestText) errors['purpose'] = t.long(longestText)
  if (!isScopeKind(settings.scopeKind)) errors['scope'] = t.scope
  else if (settings.scopeKind !== 'school' && settings.scopeDetail === '') errors['scope-detail'] = t.scopeDetail[settings.scopeKind]
  if (settings.scopeDetail.length > longestTitle) errors['scope-detail'] = t.long(longestTitle)
  if (settings.startsOn && !isDay(settings.startsOn)) errors['starts'] = t.day
  if (settings.endsOn && !isDay(settings.endsOn)) errors['ends'] = t.day
  else if (settings.startsOn && settings.endsOn && settings.endsOn < settings.startsOn) errors['ends'] = t.order
  return errors
}

/** Whether a text sent in a form has the shape of an id: the database is not asked otherwise. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export interface ThemeKey {
  frameworkId: string
  code: string
}

export const themeValue = (key: ThemeKey): string => `${key.frameworkId}:${key.code}`

export interface ThemeGroup<T> {
  title: string
  themes: T[]
}

/** Themes by framework, in the order in which they come: our own sheets first. */
export const themeGroups = <T extends { frameworkId: string; frameworkTitle: string }>(themes: readonly T[]): ThemeGroup<T>[] =>
  [...Map.groupBy(themes, (theme) => theme.frameworkId).values()].map((group) => ({ title: group[0]?.frameworkTitle ?? '', themes: group }))
