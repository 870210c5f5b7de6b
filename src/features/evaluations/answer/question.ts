import type { Language } from '../../../platform/language.ts'
import { radios } from '../../../ui/choices.ts'
import type { Choice } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import type { FieldError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { details } from '../../../ui/messages.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { scaleLevels } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { EvaluationItem } from '../store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { savedUnit } from './autosave.ts'
import { savedOn } from './moment.ts'
import { choiceField, inWords } from './rules.ts'
import type { Given } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

export interface Question {
  item: EvaluationItem
  given: Given
  version: number
  /** When the shown answer was saved; null when it was not. */
  savedAt: Date | null
  language: Language
  level: 1 | 2
  /** Added to the names of the fields where a form holds several questions. */
  suffix?: string
  /** Where several questions follow each other, what is said under the first need not be said again. */
  brief?: boolean
  error?: string | undefined
}

/** One question with its fields, which save themselves where scripts run. */
export function question(q: Question): Html {
  const { item, language } = q
  const state = q.savedAt ? savedOn(q.savedAt, language) : ''
  const to = urls.evaluation.answerItem({ evaluation: item.evaluationId, item: item.id })
  return savedUnit({ to, suffix: q.suffix ?? '', version: q.version, state, content: html`${about(q)}${positionField(q)}${reasonField(q)}` })
}

function about({ item, language }: Question): Html {
  return html`<p class="q-question__about">${phaseTag(item.phase, commonTexts(language).phases[item.phase])}${when(item.themeTitle, () => html` <span>${item.themeTitle}</span>`)}</p>`
}

function positionField(q: Question): Html {
  const t = textsIn(q.language)
  const { item, suffix = '' } = q
  const words = item.scale.kind === 'none'
  const statement =
    q.level === 1 ? html`<h1 class="govuk-fieldset__heading">${item.statement}</h1>` : html`<h2 class="govuk-fieldset__heading">${item.statement}</h2>`
  const fields = radios({
    id: `choice${suffix}`,
    name: `choice${suffix}`,
    legend: statement,
    legendSize: q.level === 1 ? 'l' : 'm',
    hint: words || q.brief ? undefined : item.scale.kind === 'statements' ? t.between : t.positionHint,
    small: q.level === 2,
    choices: [...(words ? [{ value: inWords, text: t.withWords }] : []), ...levelChoices(item.scale), ...apartChoices(t)],
    value: choiceField(q.given, item.scale) || (words ? inWords : ''),
  })
  return html`${fields}${when(item.help, () => details({ summary: t.help, content: html`<p class="govuk-body">${item.help}</p>`, quiet: true }))}`
}

/** The levels of a scale, in order. */
export const levelChoices = (scale: Scale): Choice[] =>
  scaleLevels(scale).map((level) => ({ value: String(level.value), text: level.label, ...(level.descriptor ? { hint: level.descriptor } : {}) }))

const apartChoices = (t: Texts): Choice[] => [
  { value: 'not_applicable', text: t.notApplicable, apart: true },
  { value: 'unknown', text: t.unknown, apart: true },
]

function reasonField(q: Question): Html {
  const t = textsIn(q.language)
  const { item, suffix = '' } = q
  const error: FieldError | undefined = q.error ? { prefix: t.errorPrefix, message: q.error } : undefined
  const label = item.scale.kind === 'none' ? t.reasonInWords : t.reason
  return textArea({ id: `reason${suffix}`, name: `reason${suffix}`, label, hint: q.brief ? undefined : t.reasonHint, value: q.given.reason, error, rows: 3 })
}
