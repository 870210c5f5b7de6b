import type { Language } from '../../../platform/language.ts'
import { checkbox, checkboxes, radios } from '../../../ui/choices.ts'
import type { Choice } from '../../../ui/choices.ts'
import { dateField, select, textArea, textField } from '../../../ui/fields.ts'
import type { Option, TextArea, TextField } from '../../../ui/fields.ts'
import { errorsBy } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { inset } from '../../../ui/messages.ts'
import type { ValueProblem } from '../check-value.ts'
import { formTextsIn } from './form-texts.en.ts'
import type { FormTexts } from './form-texts.fr.ts'
import { fieldOf, idOf } from './places-rules.ts'
import { linesOf } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'

export type FormName = keyof FormTexts['forms']

export interface Drawn {
  form: FormName
  language: Language
  typed: Typed
  errors?: readonly FormError[]
  /** What somebody else saved meanwhile. */
  meanwhile?: Typed
}

/** What is wrong, beside its field and on top of the form. */
export const formErrors = (problems: readonly ValueProblem[], language: Language): FormError[] =>
  problems.map((problem) => {
    const field = problem.kind === 'contrasts-missing' ? 'contrast_low' : fieldOf(problem.path)
    return { field, id: idOf(field), message: formTextsIn(language).faults[problem.kind](problem.limit ?? 0) }
  })

type Simple = Partial<Pick<TextField, 'width' | 'maxLength' | 'type' | 'labelSize'>>

/** Draws the fields of one form by their names: words, what was typed, what is wrong, what somebody saved meanwhile. */
export function fieldsOf(drawn: Drawn) {
  const t = formTextsIn(drawn.language)
  const words = t.forms[drawn.form]
  const error = errorsBy(drawn.errors ?? [], t.errorPrefix)
  const valueOf = (name: string): string => drawn.typed[name] ?? ''
  const labelOf = (name: string): string => words.labels[name] ?? name
  const common = (name: string) => ({ id: idOf(name), name, label: labelOf(name), hint: words.hints[name], value: valueOf(name), error: error(name) })
  const saved = (name: string, shown: (value: string) => Content = (value) => value): Content => {
    const other = drawn.meanwhile?.[name]
    return other === undefined || other === valueOf(name) ? nothing : inset(html`<strong>${t.savedVersion}</strong><br>${other ? shown(other) : t.nothing}`)
  }
  const choiceWords = (choices: readonly Choice[]) => (value: string) =>
    linesOf(value)
      .map((one) => choices.find((choice) => choice.value === one)?.text ?? one)
      .join(', ')
  return {
    line: (name: string, more: Simple = {}): Html => html`${saved(name)}${textField({ ...common(name), autocomplete: 'off', ...more })}`,
    area: (name: string, more: Partial<Pick<TextArea, 'rows' | 'maxLength' | 'labelSize'>> = {}): Html =>
      html`${saved(name)}${textArea({ ...common(name), ...more })}`,
    day: (name: string): Html => html`${saved(name)}${dateField(common(name))}`,
    pick: (name: string, options: readonly Option[]): Html =>
      html`${saved(name, (value) => options.find((option) => option.value === value)?.text ?? value)}${select({ ...common(name), options })}`,
    choice: (name: string, choices: readonly Choice[], inline = false): Html => {
      const { label, ...field } = common(name)
      return html`${saved(name, choiceWords(choices))}${radios({ ...field, legend: label, choices, inline, small: inline })}`
    },
    boxes: (name: string, choices: readonly Choice[], legendHidden = false): Html => {
      const { label, value, ...field } = common(name)
      return html`${saved(name, choiceWords(choices))}${checkboxes({ ...field, legend: label, legendHidden, values: linesOf(value), choices, small: true })}`
    },
    /** One box that stands alone: 'yes' or ''. */
    box: (name: string): Html => checkbox({ id: idOf(name), name, text: labelOf(name), checked: valueOf(name) === 'yes' }),
  }
}
