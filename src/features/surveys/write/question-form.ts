import type { Language } from '../../../platform/language.ts'
import type { Form } from '../../../platform/web/form.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import type { FieldError, FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { details } from '../../../ui/messages.ts'
import type { DefinitionProblem } from '../questionnaire/check-definition.ts'
import { questionKinds, reworded } from '../questionnaire/definition.ts'
import type { Definition, Question, QuestionKind } from '../questionnaire/definition.ts'
import { sayProblem } from '../questionnaire/say-problem.ts'
import { findScale, scales } from '../questionnaire/scales.ts'
import { newCode, optionsOf } from './definition-edits.ts'
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
  /** The code of the question after which a new one is to stand; '' for the end. */
  after: string
  error: (field: string) => FieldError | undefined
  t: WriteTexts
}

/** On whose answers it may depend: those with answers to choose from that come before. */
function earlierThan({ questions }: Definition, code: string | null, after: string): Question[] {
  const place = code === null ? questions.findIndex((one) => one.code === after) + 1 : questions.findIndex((one) => one.code === code)
  const before = code === null && place === 0 ? questions : questions.slice(0, place)
  return before.filter(({ kind }) => kind === 'scale' || kind === 'single' || kind === 'multiple')
}

const fieldByReason: Partial<Record<DefinitionProblem['why'], string>> = {
  section: 'section',
  scale: 'scale',
  options: 'options',
  bounds: 'from',
  period: 'first',
  condition: 'when',
}

/** Which field has to be changed, and what is wrong with it; a question that depends on this one is told by its number beside the answers. */
export function errorOf(problem: DefinitionProblem, code: string, { definition, typed, after, before }: Faulty, language: Language): FormError {
  const own = problem.question === code
  const message = sayProblem(problem, language, own)
  const field = own ? (fieldByReason[problem.why] ?? 'text') : problem.question === null ? 'text' : typed.options === '' ? 'kind' : 'options'
  if (field !== 'when') return { field, id: field, message }
  const earlier = earlierThan(definition, before, after).map((one) => one.code)
  const asked = typed.when.map((one) => one.split('=')[0] ?? '').find((one) => earlier.includes(one)) ?? earlier[0]
  return asked === undefined ? { field: 'text', id: 'text', message } : { field: `when-${asked}`, id: `when-${asked}`, message }
}

interface Faulty {
  definition: Definition
  typed: TypedQuestion
  after: string
  /** Code of the question as it was; null for a new one. */
  before: string | null
}

export function questionFields({ definition, code, typed, after, error, t }: Shown): Html {
  const q = t.question
  const earlier = earlierThan(definition, code, after)
  const inside = (...fields: readonly string[]): boolean => fields.some((field) => error(field))
  return html`${textArea({ id: 'text', name: 'text', label: q.text, hint: q.textHint, rows: 2, value: typed.text, error: error('text') })}
${when(definition.sections.length > 0, () => select({ id: 'section', name: 'section', label: q.section, value: typed.section, options: definition.sections.map((section) => ({ value: section.code, text: section.words.fr })), error: error('section') }))}
${select({ id: 'kind', name: 'kind', label: q.kind, value: typed.kind, options: questionKinds.map((kind) => ({ value: kind, text: q.kinds[kind] })), error: error('kind') })}
${select({ id: 'scale', name: 'scale', label: q.scale, hint: q.scaleHint, value: typed.scale, options: scales.map((scale) => ({ value: scale.code, text: `${scale.levels[0]?.fr} … ${scale.levels.at(-1)?.fr}` })), error: error('scale') })}
${textArea({ id: 'options', name: 'options', label: q.options, hint: q.optionsHint, rows: 4, value: typed.options, error: error('options') })}
${details({
  summary: q.numberAndDate,
  open: typed.kind === 'number' || typed.kind === 'date' || inside('from', 'first'),
  content: html`${textField({ id: 'from', name: 'from', label: q.from, hint: q.fromHint, value: typed.from, error: error('from') })}${textField({ id: 'unit', name: 'unit', label: q.unit, hint: q.unitHint, value: typed.unit, width: 10 })}
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
${textField({ id: 'first', name: 'first', label: q.first, hint: q.periodHint, value: typed.first, width: 10, error: error('first') })}${textField({ id: 'last', name: 'last', label: q.last, hint: q.periodHint, value: typed.last, width: 10 })}`,
})}
${details({
  summary: q.easier,
  open: typed.plain !== '' || typed.help !== '' || typed.pictogram !== '',
  content: html`${textArea({ id: 'plain', name: 'plain', label: q.plain, hint: q.plainHint, rows: 2, value: typed.plain })}
${textArea({ id: 'help', name: 'help', label: q.help, rows: 2, value: typed.help })}${textField({ id: 'pictogram', name: 'pictogram', label: q.pictogram, hint: q.pictogramHint, value: typed.pictogram, width: 3 })}`,
})}
${earlier.length > 0 ? details({ summary: q.condition, open: typed.when.length > 0 || inside(...earlier.map((one) => `when-${one.code}`)), content: html`<p class="govuk-body">${q.conditionHint}</p>${earlier.map((question) => conditionOf(question, typed, error(`when-${question.code}`)))}` }) : nothing}`
}

function conditionOf(question: Question, typed: TypedQuestion, error: FieldError | undefined): Html {
  const answers =
    question.kind === 'scale'
      ? (findScale(question.scale)?.levels ?? []).map((level, index) => ({ code: String(index + 1), text: level.fr }))
      : choicesOf(question)
  return checkboxes({
    id: `when-${question.code}`,
    name: 'when',
    legend: question.words.fr,
    values: typed.when,
    error,
    choices: answers.map((answer) => ({ value: `${question.code}=${answer.code}`, text: answer.text })),
  })
}

const choicesOf = (question: Question): { code: string; text: string }[] =>
  'options' in question ? question.options.map((option) => ({ code: option.code, text: option.words.fr })) : []
