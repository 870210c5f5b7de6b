import type { Definition } from '../questionnaire/definition.ts'
import type { LimeChoice, LimeQuestion } from './limesurvey.ts'
import { toLimeSurvey } from './to-limesurvey.ts'
import type { WrittenQuestionnaire } from './write-limesurvey.ts'

const columns = [
  'id',
  'related_id',
  'class',
  'type/scale',
  'name',
  'relevance',
  'text',
  'help',
  'language',
  'validation',
  'mandatory',
  'other',
  'default',
  'same_default',
  'date_format',
  'date_max',
  'date_min',
  'exclude_all_others',
  'suffix',
] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

/** The questionnaire as a table that LimeSurvey imports (.txt): tabs, UTF-8 with its mark. */
export function writeLimeSurveyTsv(definition: Definition): WrittenQuestionnaire {
  const { survey, notCarried } = toLimeSurvey(definition)
  const lines: Cells[] = [
    ['language', survey.base],
    ['additional_languages', survey.tags.slice(1).join(' ')],
    ['anonymized', 'Y'],
    ['format', 'G'],
    ['ipaddr', 'N'],
    ['refurl', 'N'],
    ['datestamp', 'N'],
  ].map(([name = '', text = '']) => ({ class: 'S', name, text }))
  for (const language of survey.tags) {
    lines.push({ class: 'SL', name: 'surveyls_title', text: survey.title.get(language) ?? '', language })
    lines.push({ class: 'SL', name: 'surveyls_welcometext', text: survey.welcome.get(language) ?? '', language })
  }
  for (const language of survey.tags) {
    let number = survey.groups.length
    for (const [index, group] of survey.groups.entries()) {
      lines.push({ id: String(index + 1), class: 'G', 'type/scale': `G${index}`, name: group.name.get(language) ?? '', relevance: group.relevance, language })
      for (const question of group.questions) {
        number += 1
        lines.push(...linesOf(question, String(number), language))
      }
    }
  }
  const rows = [[...columns], ...lines.map((line) => columns.map((column) => line[column] ?? ''))]
  const text = rows.map((row) => row.map(cell).join('\t')).join('\n')
  return { bytes: new TextEncoder().encode(`\ufeff${text}\n`), notCarried }
}

const cell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return /["]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat
}

function linesOf(question: LimeQuestion, id: string, language: string): Cells[] {
  const { attributes, words, help, suffix } = question
  const asked: Cells = {
    id,
    class: 'Q',
    'type/scale': question.type,
    name: question.code,
    relevance: question.relevance,
    text: words.get(language) ?? '',
    help: help.get(language) ?? '',
    language,
    mandatory: 'N',
    other: 'N',
    same_default: '0',
    date_format: attributes.get('date_format') ?? '',
    date_max: attributes.get('date_max') ?? '',
    date_min: attributes.get('date_min') ?? '',
    exclude_all_others: attributes.get('exclude_all_others') ?? '',
    suffix: suffix.get(language) ?? '',
  }
  const choices = (kind: string, list: readonly LimeChoice[]): Cells[] =>
    list.map((one) => ({ class: kind, 'type/scale': '0', name: one.code, relevance: kind === 'SQ' ? '1' : '', text: one.words.get(language) ?? '', language }))
  return [asked, ...choices('SQ', question.rows), ...choices('A', question.answers)]
}
