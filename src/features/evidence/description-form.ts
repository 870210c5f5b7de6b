import type { Form } from '../../platform/web/form.ts'
import { formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { radios } from '../../ui/choices.ts'
import { dateField, select, textArea, textField } from '../../ui/fields.ts'
import { errorsBy } from '../../ui/form.ts'
import type { FormError } from '../../ui/form.ts'
import { html, nothing } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { inset } from '../../ui/messages.ts'
import { textsIn as descriptionTexts } from './description-texts.en.ts'
import { longestTitle, readDay } from './rules.ts'
import type { Description } from './store.ts'
import { natures } from './tables.ts'
import { textsIn } from './texts.en.ts'
import { datesFault } from './validity-rules.ts'

/** Longest note on a proof, in characters. */
export const longestProofNote = 2000

/** What is said of a proof, as typed. */
export type TypedDescription = Record<keyof Description, string>
export type DescriptionField = keyof Description

export const typedOf = (description: Description): TypedDescription => ({
  title: description.title,
  nature: description.nature,
  note: description.note,
  effectiveOn: description.effectiveOn ?? '',
  validUntil: description.validUntil ?? '',
  remindOn: description.remindOn ?? '',
  confidentiality: description.confidentiality,
})

/** Several proofs may stand in one form: the names of their fields end with the proof's own mark. What the form does not hold stays as it is. */
export function readDescription(sent: Form, present: Description, mark = ''): TypedDescription {
  const typed = typedOf(present)
  for (const field of fields) if (sent.has(field + mark)) typed[field] = sent.text(field + mark)
  return { ...typed, title: typed.title.replace(/\s+/g, ' ') }
}

const fields: readonly DescriptionField[] = ['title', 'nature', 'note', 'effectiveOn', 'validUntil', 'remindOn', 'confidentiality']
const days = ['effectiveOn', 'validUntil', 'remindOn'] as const

/** What is wrong with what was typed, field by field; `values` counts only without any fault. */
export function checkDescription(typed: TypedDescription, language: Language, mark = ''): { errors: FormError[]; values: Description } {
  const t = descriptionTexts(language).errors
  const errors: FormError[] = []
  const refuse = (field: DescriptionField, message: string): number => errors.push({ field: field + mark, id: field + mark, message })
  if (!typed.title) refuse('title', t.noTitle)
  if (typed.title.length > longestTitle) refuse('title', t.longTitle)
  const nature = natures.find((one) => one === typed.nature)
  if (!nature) refuse('nature', t.noNature)
  for (const day of days) if (typed[day] && !readDay(typed[day])) refuse(day, t.wrongDay)
  const [effectiveOn, validUntil, remindOn] = days.map((day) => readDay(typed[day]))
  const dates = { effectiveOn: effectiveOn ?? null, validUntil: validUntil ?? null, remindOn: remindOn ?? null }
  const fault = datesFault(dates)
  if (fault === 'ends-before') refuse('validUntil', t.endsBefore)
  if (fault === 'recalled-after') refuse('remindOn', t.recalledAfter)
  if (typed.note.length > longestProofNote) refuse('note', t.longNote(formatNumber(longestProofNote, language)))
  const confidentiality = typed.confidentiality === 'leaders' ? 'leaders' : 'team'
  return { errors, values: { title: typed.title, nature: nature ?? 'other', note: typed.note, ...dates, confidentiality } }
}

export interface DescriptionForm {
  typed: TypedDescription
  errors: readonly FormError[]
  language: Language
  /** Which fields are shown, in the order of the sheet. */
  shown: readonly DescriptionField[]
  mark?: string
  /** What somebody else saved meanwhile. */
  meanwhile?: TypedDescription | undefined
}

export function descriptionFields({ typed, errors, language, shown, mark = '', meanwhile }: DescriptionForm): Html {
  const t = descriptionTexts(language)
  const error = errorsBy(errors, t.errorPrefix)
  const saved = (field: DescriptionField): Content =>
    meanwhile && meanwhile[field] !== typed[field] ? inset(html`<strong>${t.savedVersion}</strong><br>${wordsOf(field, meanwhile[field], language)}`) : nothing
  const common = (field: DescriptionField) => ({
    id: field + mark,
    name: field + mark,
    label: t.labels[field],
    value: typed[field],
    error: error(field + mark),
  })
  const control = (field: DescriptionField): Html => {
    switch (field) {
      case 'title':
        return textField({ ...common(field), maxLength: longestTitle, autocomplete: 'off' })
      case 'nature':
        return select({
          ...common(field),
          hint: t.hints.nature,
          options: natures.map((nature) => ({ value: nature, text: textsIn(language).natures[nature] })),
        })
      case 'note':
        return textArea({ ...common(field), hint: t.hints.note, rows: 2, maxLength: longestProofNote })
      case 'effectiveOn':
      case 'validUntil':
      case 'remindOn':
        return dateField({ ...common(field), hint: t.hints[field] })
      case 'confidentiality':
        return confidentialityField(language, typed.confidentiality, common(field).id)
    }
  }
  return html`${fields.filter((field) => shown.includes(field)).map((field) => html`${saved(field)}${control(field)}`)}`
}

/** Who sees a proof. */
export function confidentialityField(
  language: Language,
  value: string,
  id = 'confidentiality',
  legend = descriptionTexts(language).labels.confidentiality,
): Html {
  const t = descriptionTexts(language)
  const words = textsIn(language).confidentialities
  return radios({
    id,
    name: id,
    legend,
    value: value === 'leaders' ? 'leaders' : 'team',
    small: true,
    choices: [
      { value: 'team', text: words.team },
      { value: 'leaders', text: words.leaders, hint: t.hints.leaders },
    ],
  })
}

function wordsOf(field: DescriptionField, value: string, language: Language): string {
  const t = textsIn(language)
  if (field === 'nature') return t.natures[natures.find((nature) => nature === value) ?? 'other']
  if (field === 'confidentiality') return t.confidentialities[value === 'leaders' ? 'leaders' : 'team']
  return value || '–'
}
