import type { Language } from '../../../platform/language.ts'
import { formatNumber } from '../../../platform/language.ts'
import { radios } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import type { FieldError, FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { savedUnit } from '../answer/autosave.ts'
import { savedOn } from '../answer/moment.ts'
import { levelChoices } from '../answer/question.ts'
import type { EvaluationItem } from '../store.ts'
import { agreedField, tooLongFields } from './rules.ts'
import type { Agreed } from './rules.ts'
import { textsIn } from './texts.en.ts'

export interface AgreeFields {
  item: EvaluationItem
  agreed: Agreed
  version: number
  /** When what is shown was saved; null when it was not. */
  savedAt: Date | null
  language: Language
  /** Shows what is wrong with what was sent. */
  checked?: boolean
}

/** The agreed position, why, and the other view. They save themselves where scripts run. */
export function agreeFields({ item, agreed, version, savedAt, language, checked }: AgreeFields): Html {
  const t = textsIn(language)
  const error = (name: 'reason' | 'minorityView'): FieldError | undefined =>
    checked && tooLongFields(agreed).includes(name)
      ? { prefix: t.errorPrefix, message: t.tooLongField(formatNumber(agreed[name].length, language)) }
      : undefined
  const choices = [
    ...levelChoices(item.scale),
    { value: 'worded', text: t.worded, apart: item.scale.kind !== 'none' },
    { value: 'not_applicable', text: t.notApplicable, apart: true },
    { value: 'unknown', text: t.unknown, apart: true },
  ]
  const content = html`${radios({ id: 'choice', name: 'choice', legend: t.page.position, hint: t.page.positionHint, choices, value: agreedField(agreed) || (item.scale.kind === 'none' ? 'worded' : '') })}
${textArea({ id: 'reason', name: 'reason', label: t.page.reason, hint: t.page.reasonHint, value: agreed.reason, error: error('reason'), rows: 3 })}
${textArea({ id: 'minority', name: 'minority', label: t.page.minority, hint: t.page.minorityHint, value: agreed.minorityView, error: error('minorityView'), rows: 3 })}`
  const to = urls.evaluation.agree({ evaluation: item.evaluationId, item: item.id })
  return savedUnit({ to, version, content, state: savedAt ? savedOn(savedAt, language) : '' })
}

export const agreeErrors = (agreed: Agreed, language: Language): FormError[] =>
  tooLongFields(agreed).map((name) => ({
    field: name,
    id: name === 'reason' ? 'reason' : 'minority',
    message: textsIn(language).tooLongField(formatNumber(agreed[name].length, language)),
  }))
