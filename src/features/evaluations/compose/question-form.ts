import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import { longestText } from '../../../platform/web/form.ts'
import type { Language } from '../../../platform/language.ts'
import { radios } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import { errorsBy, hiddenField } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { isSameScale, longestStatement } from './questions.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** The form of one question, as typed. */
export interface Typed {
  statement: string
  help: string
  phase: Phase | null
  /** 'evaluation', 'none' or 'own'. */
  scale: string
}

/** A question of the bank keeps its quarter: `phase` is that of the question, not of the form. */
export const readQuestion = (form: Form, fixed: Phase | null = null): Typed => ({
  statement: form.text('statement'),
  help: form.text('help'),
  phase: fixed ?? phases.find((phase) => phase === form.text('phase')) ?? null,
  scale: form.text('scale') || 'evaluation',
})

export function questionErrors(typed: Typed, t: Texts['question']['errors']): FieldErrors {
  const errors: FieldErrors = {}
  if (typed.statement === '') errors['statement'] = t.statement
  else if (typed.statement.length > longestStatement) errors['statement'] = t.statementLong(longestStatement)
  if (typed.help.length > longestText) errors['help'] = t.helpLong(longestText)
  if (typed.phase === null) errors['phase'] = t.phase
  return errors
}

export const questionFormErrors = (errors: FieldErrors): FormError[] => Object.entries(errors).map(([field, message]) => ({ field, id: field, message }))

/** Which of the form's choices a question's scale is. */
export function scaleChoice(item: EvaluationItem, evaluation: Evaluation): string {
  if (isSameScale(item.scale, evaluation.scale)) return 'evaluation'
  return item.scale.kind === 'none' ? 'none' : 'own'
}

interface Fields {
  typed: Typed
  evaluation: Evaluation
  /** Null for a new question. */
  item: EvaluationItem | null
  errors: readonly FormError[]
  language: Language
}

export function questionFields({ typed, evaluation, item, errors, language }: Fields): Html {
  const t = textsIn(language)
  const q = t.question
  const error = errorsBy(errors, t.errorPrefix)
  const words = evaluationTexts(language).phases
  const scales = scaleChoices(evaluation, item, q)
  return html`${textArea({ id: 'statement', name: 'statement', label: q.statement, hint: q.statementHint, value: typed.statement, rows: 3, error: error('statement'), labelSize: 's', required: true })}
${textArea({ id: 'help', name: 'help', label: q.help, hint: q.helpHint, value: typed.help, rows: 3, error: error('help'), labelSize: 's' })}
${when(item?.origin !== 'bank', () =>
  radios({
    id: 'phase',
    name: 'phase',
    legend: q.phase,
    value: typed.phase,
    error: error('phase'),
    choices: phases.map((phase) => ({ value: phase, text: phaseTag(phase, words[phase]), hint: q.phaseHints[phase] })),
  }),
)}
${scales.length > 1 ? radios({ id: 'scale', name: 'scale', legend: q.scale, value: typed.scale, small: true, choices: scales }) : hiddenField({ name: 'scale', value: 'evaluation' })}`
}

function scaleChoices(evaluation: Evaluation, item: EvaluationItem | null, q: Texts['question']) {
  const keepsOwn = item !== null && scaleChoice(item, evaluation) === 'own'
  return [
    { value: 'evaluation', text: q.scaleOurs },
    ...(evaluation.scale.kind === 'none' ? [] : [{ value: 'none', text: q.scaleNone }]),
    ...(keepsOwn ? [{ value: 'own', text: q.scaleOwn }] : []),
  ]
}
