import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import { mostOptions } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { Part } from '../store.ts'

/** Questions that one school adds for one audience, at most: the survey must stay short. */
export const mostAdditions = 10
const longestWords = 300

export const additionKinds = ['scale', 'single', 'text'] as const

export interface TypedAddition {
  partId: string
  kind: string
  words: string
  scale: string
  /** One a line. */
  options: string
}

export const untypedAddition: TypedAddition = { partId: '', kind: 'scale', words: '', scale: 'agreement', options: '' }

export const readAddition = (form: Form): TypedAddition => ({
  partId: form.text('part'),
  kind: form.text('kind'),
  words: form.text('words').replace(/\s+/g, ' '),
  scale: form.text('scale'),
  options: form.text('options'),
})

export const typedAddition = (partId: string, question: Question): TypedAddition => ({
  partId,
  kind: question.kind,
  words: question.words.fr,
  scale: question.kind === 'scale' ? question.scale : 'agreement',
  options: question.kind === 'single' ? question.options.map((option) => option.words.fr).join('\n') : '',
})

interface AdditionErrorWords {
  part: string
  kind: string
  words: string
  wordsLong: (most: number) => string
  scale: string
  options: (most: number) => string
  textOff: string
}

const optionLines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  ),
]

/** The question that the form describes, under a code of its own; `part`: to whom it is asked. */
export function questionFrom(
  typed: TypedAddition,
  part: Part | undefined,
  code: string,
  t: AdditionErrorWords,
): { question: Question | null; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const options = optionLines(typed.options)
  if (!part) errors['part'] = t.part
  if (typed.words.length < 3) errors['words'] = t.words
  else if (typed.words.length > longestWords) errors['words'] = t.wordsLong(longestWords)
  if (typed.kind === 'scale' && !findScale(typed.scale)) errors['scale'] = t.scale
  if (typed.kind === 'single' && (options.length < 2 || options.length > mostOptions)) errors['options'] = t.options(mostOptions)
  if (typed.kind === 'text' && part && !part.freeText) errors['kind'] = t.textOff
  const asked = { code, section: '', words: { fr: typed.words } }
  const question = askedAs(typed, asked, options)
  if (!question) errors['kind'] = t.kind
  return { question: Object.keys(errors).length > 0 ? null : question, errors }
}

function askedAs(typed: TypedAddition, asked: { code: string; section: string; words: { fr: string } }, options: readonly string[]): Question | null {
  switch (typed.kind) {
    case 'scale':
      return { ...asked, kind: 'scale', scale: typed.scale }
    case 'single':
      return { ...asked, kind: 'single', options: options.map((words, index) => ({ code: `R${index + 1}`, words: { fr: words } })) }
    case 'text':
      return { ...asked, kind: 'text' }
    default:
      return null
  }
}

/** A code that no question of the common core, nor another of the school's, has. */
export function freeAdditionCode(taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`ETAB-${number}`)) number++
  return `ETAB-${number}`
}
