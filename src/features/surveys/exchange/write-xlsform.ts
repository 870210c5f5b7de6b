import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { answeringWords, languageName } from '../questionnaire/answering-words.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { inAskedOrder } from '../questionnaire/definition.ts'
import type { Definition, Localized, Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import { everywhere } from './carried.ts'
import type { NotCarried } from './carried.ts'
import { placeOf } from './draft.ts'
import { lostOnTheWayOut } from './lost-going-out.ts'
import { lastDay } from './to-limesurvey.ts'
import type { WrittenQuestionnaire } from './write-limesurvey.ts'

type Cells = Readonly<Record<string, string>>

/** The questionnaire as a form for KoboToolbox, ODK and their kin (XLSForm, .xlsx). */
export function writeXlsForm(asked: Definition): WrittenQuestionnaire {
  const definition = inAskedOrder(asked)
  const tags = definition.languages.map((language) => language.tag)
  const labels = (column: string, words: Localized): Cells => Object.fromEntries(tags.map((tag) => [`${column}::${headOf(tag)}`, words[tag] ?? '']))
  const survey = surveyRows(definition, labels)
  const choices = choiceRows(definition, tags, labels)
  const settings = [{ form_title: definition.title.fr, form_id: 'questionnaire', default_language: headOf('fr') }]
  const languages = (column: string): string[] => tags.map((tag) => `${column}::${headOf(tag)}`)
  const bytes = writeXlsx([
    sheet('survey', ['type', 'name', ...languages('label'), ...languages('hint'), 'relevant', 'constraint', 'appearance'], survey),
    sheet('choices', ['list_name', 'name', ...languages('label')], choices),
    sheet('settings', ['form_title', 'form_id', 'default_language'], settings),
  ])
  return { bytes, notCarried: [...lostOnTheWayOut(definition), ...lostInForm(definition)] }
}

const headOf = (tag: string): string => `${languageName(tag)} (${tag})`

const sheet = (name: string, headers: string[], rows: readonly Cells[]): Parameters<typeof writeXlsx>[0][number] => ({
  name,
  columns: headers.map((header) => ({ header, kind: 'text' })),
  rows: rows.map((row) => headers.map((header) => row[header] ?? '')),
})

/** Names there begin with a letter; hyphens are allowed. */
const nameOf = (code: string): string => (/^[A-Za-z]/.test(code) ? code : `q${code}`)

type Labels = (column: string, words: Localized) => Cells

function surveyRows({ intro, sections, questions }: Definition, labels: Labels): Cells[] {
  const rows: Cells[] = intro.fr.trim() === '' ? [] : [{ type: 'note', name: 'introduction', ...labels('label', intro) }]
  for (const { section, questions: asked } of bySection(sections, questions)) {
    if (section) rows.push({ type: 'begin_group', name: `part_${nameOf(section.code)}`, ...labels('label', section.words) })
    rows.push(...asked.map((one) => questionRow(one, questions, labels)))
    if (section) rows.push({ type: 'end_group' })
  }
  return rows
}

function questionRow(question: Question, all: readonly Question[], labels: Labels): Cells {
  const help = question.help ? labels('hint', question.help) : {}
  return {
    type: typeOf(question),
    name: nameOf(question.code),
    ...labels('label', question.words),
    ...help,
    relevant: relevantOf(question, all),
    ...limitsOf(question),
  }
}

function typeOf(question: Question): string {
  switch (question.kind) {
    case 'scale':
      return `select_one scale_${question.scale}`
    case 'single':
      return `select_one list_${nameOf(question.code)}`
    case 'multiple':
      return `select_multiple list_${nameOf(question.code)}`
    case 'number':
      return question.from.every(Number.isInteger) ? 'integer' : 'decimal'
    case 'date':
    case 'text':
      return question.kind
  }
}

function relevantOf({ when }: Question, all: readonly Question[]): string {
  const asked = all.find((one) => one.code === when?.question)
  if (!when || !asked) return ''
  const reference = `\${${nameOf(asked.code)}}`
  return when.answers.map((answer) => (asked.kind === 'multiple' ? `selected(${reference}, '${answer}')` : `${reference} = '${answer}'`)).join(' or ')
}

function limitsOf(question: Question): Cells {
  if (question.kind === 'date') {
    return {
      constraint: `. >= date('${question.first}-01') and . <= date('${lastDay(question.last)}')`,
      appearance: question.by === 'year' ? 'year' : 'month-year',
    }
  }
  if (question.kind !== 'multiple') return {}
  const alone = question.options.filter((option) => option.alone)
  return { constraint: alone.map(({ code }) => `not(selected(., '${code}') and count-selected(.) > 1)`).join(' and ') }
}

function choiceRows({ questions }: Definition, tags: readonly string[], labels: Labels): Cells[] {
  const used = new Set(questions.flatMap((question) => (question.kind === 'scale' ? [question.scale] : [])))
  const doubt: Localized = {
    fr: answeringWords('fr', 'staff').dontKnow,
    ...Object.fromEntries(tags.map((tag) => [tag, answeringWords(tag, 'staff').dontKnow])),
  }
  const levels = [...used].flatMap((scale) => {
    const list = { list_name: `scale_${scale}` }
    const own = (findScale(scale)?.levels ?? []).map((level, index) => ({ ...list, name: String(index + 1), ...labels('label', level) }))
    return [...own, { ...list, name: 'nsp', ...labels('label', doubt) }]
  })
  const options = questions.flatMap((question) =>
    question.kind === 'single' || question.kind === 'multiple'
      ? question.options.map((option) => ({ list_name: `list_${nameOf(question.code)}`, name: option.code, ...labels('label', option.words) }))
      : [],
  )
  return [...levels, ...options]
}

function lostInForm({ title, questions }: Definition): NotCarried[] {
  const lost: NotCarried[] = []
  if (Object.keys(title).length > 1) lost.push({ place: everywhere, what: 'Les traductions du titre', why: 'Un XLSForm n’a qu’un titre ; il est en français.' })
  for (const question of questions) {
    if (question.kind === 'number' && question.unit) {
      lost.push({
        place: placeOf(question.code, question.words.fr),
        what: `L’unité (${question.unit.fr})`,
        why: 'Un XLSForm n’en a pas : écrivez-la dans la question.',
      })
    }
  }
  return lost
}
