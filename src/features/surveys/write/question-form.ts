import type { Form } from '../../../platform/web/form.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import type { FieldError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { details } from '../../../ui/messages.ts'
import { questionKinds, reworded } from '../questionnaire/definition.ts'
import type { Definition, Question, QuestionKind } from '../questionnaire/definition.ts'
import { findScale, scales } from '../questionnaire/scales.ts'
import { newCode, optionsOf } from './definition-edits.ts'
import { fr as french } from './texts.fr.ts'
import type { WriteTexts } from './texts.fr.ts'

/** The form of one question, as it is typed. */
export interface TypedQuestion {
  kind: string
  text: string
  section: string
  scale: string
  options: string
  from: string
  unit: string
  by: string
  first: string
  last: string
  plain: string
  help: string
  pictogram: string
  /** « question=answer », of earlier questions. */
  when: string[]
}

export function typedOf(question: Question | null, { sections }: Definition): TypedQuestion {
  return {
    kind: question?.kind ?? 'scale',
    text: question?.words.fr ?? '',
    section: question?.section ?? sections.at(-1)?.code ?? '',
    scale: question?.kind === 'scale' ? question.scale : 'agreement',
    options: question && 'options' in question ? question.options.map((option) => option.words.fr).join('\n') : '',
    from: question?.kind === 'number' ? question.from.join(' ; ') : '0 ; 1 ; 3 ; 5',
    unit: question?.kind === 'number' ? (question.unit?.fr ?? '') : '',
    by: question?.kind === 'date' ? question.by : 'month',
    first: question?.kind === 'date' ? question.first : '',
    last: question?.kind === 'date' ? question.last : '',
    plain: question?.plain?.fr ?? '',
    help: question?.help?.fr ?? '',
    pictogram: question?.pictogram ?? '',
    when: question?.when ? question.when.answers.map((answer) => `${question.when?.question}=${answer}`) : [],
  }
}

export function readTyped(form: Form): TypedQuestion {
  const text = (name: string): string => form.text(name)
  return {
    kind: text('kind'),
    text: text('text'),
    section: text('section'),
    scale: text('scale'),
    options: text('options'),
    from: text('from'),
    unit: text('unit'),
    by: text('by'),
    first: text('first'),
    last: text('last'),
    plain: text('plain'),
    help: text('help'),
    pictogram: text('pictogram'),
    when: form.all('when'),
  }
}

/** The question that was typed; a text that did not change keeps its translations, one that did has none any more. */
export function questionOf(typed: TypedQuestion, before: Question | null, definition: Definition): Question {
  const kind: QuestionKind = questionKinds.find((one) => one === typed.kind) ?? 'scale'
  const [condition] = typed.when.map((one) => one.split('=')[0] ?? '')
  const asked = {
    code: before?.code ?? newCode(definition),
    section: typed.section,
    words: reworded(typed.text, before?.words),
    ...(typed.plain ? { plain: reworded(typed.plain, before?.plain) } : {}),
    ...(typed.help ? { help: reworded(typed.help, before?.help) } : {}),
    ...(typed.pictogram ? { pictogram: [...typed.pictogram].slice(0, 4).join('') } : {}),
    ...(before?.item ? { item: before.item } : {}),
    ...(condition
      ? { when: { question: condition, answers: typed.when.filter((one) => one.startsWith(`${condition}=`)).map((one) => one.slice(condition.length + 1)) } }
      : {}),
  }
  switch (kind) {
    case 'scale':
      return { ...asked, kind, scale: typed.scale }
    case 'single':
    case 'multiple':
      return { ...asked, kind, options: optionsOf(typed.options, before && 'options' in before ? before.options : []) }
    case 'number':
      return {
        ...asked,
        kind,
        ...(typed.unit ? { unit: reworded(typed.unit, before?.kind === 'number' ? before.unit : undefined) } : {}),
        from: typed.from
          .split(/[;\s]+/)
          .filter((one) => one !== '')
          .map((one) => Number(one.replace(',', '.'))),
      }
    case 'date':
      return { ...asked, kind, by: typed.by === 'year' ? 'year' : 'month', first: typed.first, last: typed.last }
    case 'text':
      return { ...asked, kind }
  }
}

interface Shown {
  definition: Definition
  code: string | null
  typed: TypedQuestion
  error: FieldError | undefined
  t: WriteTexts
}

export function questionFields({ definition, code, typed, error, t }: Shown): Html {
  const q = t.question
  const place = definition.questions.findIndex((one) => one.code === code)
  const earlier = (place < 0 ? definition.questions : definition.questions.slice(0, place)).filter(
    ({ kind }) => kind === 'scale' || kind === 'single' || kind === 'multiple',
  )
  return html`${textArea({ id: 'text', name: 'text', label: q.text, hint: q.textHint, rows: 2, value: typed.text, error })}
${when(definition.sections.length > 0, () => select({ id: 'section', name: 'section', label: q.section, value: typed.section, options: definition.sections.map((section) => ({ value: section.code, text: section.words.fr })) }))}
${select({ id: 'kind', name: 'kind', label: q.kind, value: typed.kind, options: questionKinds.map((kind) => ({ value: kind, text: q.kinds[kind] })) })}
${select({ id: 'scale', name: 'scale', label: q.scale, hint: q.scaleHint, value: typed.scale, options: scales.map((scale) => ({ value: scale.code, text: `${scale.levels[0]?.fr} … ${scale.levels.at(-1)?.fr}` })) })}
${textArea({ id: 'options', name: 'options', label: q.options, hint: q.optionsHint, rows: 4, value: typed.options })}
${details({
  summary: q.numberAndDate,
  open: typed.kind === 'number' || typed.kind === 'date',
  content: html`${textField({ id: 'from', name: 'from', label: q.from, hint: q.fromHint, value: typed.from })}${textField({ id: 'unit', name: 'unit', label: q.unit, hint: q.unitHint, value: typed.unit, width: 10 })}
${select({
  id: 'by',
  name: 'by',
  label: q.by,
  value: typed.by,
  options: [
    { value: 'month', text: q.month },
    { value: 'year', text: q.year },
  ],
})}
${textField({ id: 'first', name: 'first', label: q.first, hint: q.periodHint, value: typed.first, width: 10 })}${textField({ id: 'last', name: 'last', label: q.last, hint: q.periodHint, value: typed.last, width: 10 })}`,
})}
${details({
  summary: q.easier,
  open: typed.plain !== '' || typed.help !== '' || typed.pictogram !== '',
  content: html`${textArea({ id: 'plain', name: 'plain', label: q.plain, hint: q.plainHint, rows: 2, value: typed.plain })}
${textArea({ id: 'help', name: 'help', label: q.help, rows: 2, value: typed.help })}${textField({ id: 'pictogram', name: 'pictogram', label: q.pictogram, hint: q.pictogramHint, value: typed.pictogram, width: 3 })}`,
})}
${earlier.length > 0 ? details({ summary: q.condition, open: typed.when.length > 0, content: html`<p class="govuk-body">${q.conditionHint}</p>${earlier.map((question) => conditionOf(question, typed))}` }) : nothing}`
}

function conditionOf(question: Question, typed: TypedQuestion): Html {
  const answers =
    question.kind === 'scale'
      ? (findScale(question.scale)?.levels ?? []).map((level, index) => ({ code: String(index + 1), text: level.fr }))
      : answersOf(question)
  return checkboxes({
    id: `when-${question.code}`,
    name: 'when',
    legend: question.words.fr,
    values: typed.when,
    choices: answers.map((answer) => ({ value: `${question.code}=${answer.code}`, text: answer.text })),
  })
}

const answersOf = (question: Question): { code: string; text: string }[] =>
  'options' in question ? question.options.map((option) => ({ code: option.code, text: option.words.fr })) : []

/** How a question is answered, in words, for lists. */
export function answersInWords(question: Question, t: WriteTexts = french): string {
  if (question.kind === 'scale') return (findScale(question.scale)?.levels ?? []).map((level) => level.fr).join(' · ')
  if ('options' in question) return question.options.map((option) => option.words.fr).join(' · ')
  return t.question.kinds[question.kind]
}
