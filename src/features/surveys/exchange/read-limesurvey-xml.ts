import { orRefusal, refuse } from './carried.ts'
import type { ReadOutcome } from './carried.ts'
import type { Words } from './draft.ts'
import { finishDraft } from './finish-draft.ts'
import { draftOfLimeSurvey } from './from-limesurvey.ts'
import type { LimeChoice, LimeQuestion, LimeSurvey } from './limesurvey.ts'
import { currentMonth } from './propose.ts'
import { readXmlRows } from './read-xml-rows.ts'
import type { Row, XmlRows } from './read-xml-rows.ts'

/** A questionnaire exported by LimeSurvey as a structure (.lss), from version 2 on. `thisMonth` is 'YYYY-MM'. Never throws because of the file. */
export const readLimeSurveyXml = (bytes: Uint8Array, thisMonth = currentMonth()): ReadOutcome =>
  orRefusal(() => {
    const survey = surveyOf(readXmlRows(bytes))
    const { draft, notCarried } = draftOfLimeSurvey(survey, thisMonth)
    return finishDraft(draft, notCarried)
  })

/** The rows of a table by a column. */
function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.get(column) ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function surveyOf(file: XmlRows): LimeSurvey {
  const kind = file.alone.get('LimeSurveyDocType')?.[0]
  if (kind !== 'Survey') refuse('Ce fichier n’est pas un questionnaire LimeSurvey entier : exportez la structure du questionnaire (.lss).')
  const table = (name: string): readonly Row[] => file.tables.get(name) ?? []
  const [survey] = table('surveys')
  const told = file.alone.get('languages') ?? []
  const base = survey?.get('language') ?? told[0] ?? 'en'
  const added = (survey?.get('additional_languages') ?? '').split(/\s+/).filter((tag) => tag !== '')
  const settings = table('surveys_languagesettings')
  const text = (column: string): Words => new Map(settings.map((row) => [row.get('surveyls_language') ?? base, row.get(column) ?? '']))
  return {
    base,
    tags: [...new Set([base, ...added, ...told])],
    title: text('surveyls_title'),
    description: text('surveyls_description'),
    welcome: text('surveyls_welcometext'),
    groups: groupsOf(table, base),
    quotas: table('quota').length > 0,
    assessments: table('assessments').length > 0,
  }
}

type Tables = (name: string) => readonly Row[]

/**
 * Things and their texts. Until version 3 a thing has one row per language, texts included; since version 4 it has one row, and its texts stand in a
 * table of their own.
 */
function thingsOf(rows: readonly Row[], texts: readonly Row[], key: string, base: string): { row: Row; said: (column: string) => Words }[] {
  const byKey = grouped(texts, key)
  return [...grouped(rows, key)].flatMap(([id, same]) => {
    const row = same.find((one) => one.get('language') === base) ?? same[0]
    if (!row) return []
    const told = [...same.filter((one) => one.has('language')), ...(byKey.get(id) ?? [])]
    const said = (column: string): Words => new Map(told.map((one) => [one.get('language') ?? base, one.get(column) ?? '']))
    return [{ row, said }]
  })
}

const inOrder = <T extends { row: Row }>(things: readonly T[], column: string): T[] =>
  things.toSorted((one, other) => Number(one.row.get(column) ?? 0) - Number(other.row.get(column) ?? 0))

function groupsOf(table: Tables, base: string): LimeSurvey['groups'] {
  const groups = inOrder(thingsOf(table('groups'), table('group_l10ns'), 'gid', base), 'group_order')
  const questions = Map.groupBy(questionsOf(table, base), (one) => one.group)
  return groups.map(({ row, said }) => ({
    name: said('group_name'),
    description: said('description'),
    relevance: row.get('grelevance') ?? '',
    questions: (questions.get(row.get('gid')) ?? []).map((one) => one.question),
  }))
}

function questionsOf(table: Tables, base: string): { group: string | undefined; question: LimeQuestion }[] {
  const texts = table('question_l10ns')
  const answers = answersOf(table, base)
  const rows = grouped([...table('subquestions'), ...table('questions').filter(isRow)], 'parent_qid')
  const attributes = grouped(table('question_attributes'), 'qid')
  const asked = table('questions').filter((row) => !isRow(row))
  return inOrder(thingsOf(asked, texts, 'qid', base), 'question_order').map(({ row, said }) => {
    const id = row.get('qid') ?? ''
    const told = attributes.get(id) ?? []
    const value = (name: string): string => told.find((one) => one.get('attribute') === name)?.get('value') ?? ''
    const suffixes = told.filter((one) => one.get('attribute') === 'suffix')
    return {
      group: row.get('gid'),
      question: {
        numbered: `${row.get('sid') ?? ''}X${row.get('gid') ?? ''}X${id}`,
        type: row.get('type') ?? '',
        code: row.get('title') ?? id,
        words: said('question'),
        help: said('help'),
        other: row.get('other') === 'Y',
        mandatory: ['Y', 'S'].includes(row.get('mandatory') ?? ''),
        validated: row.has('preg') || value('em_validation_q') !== '' || value('em_validation_sq') !== '',
        relevance: row.get('relevance') ?? '',
        attributes: new Map(told.map((one) => [one.get('attribute') ?? '', one.get('value') ?? ''])),
        suffix: new Map(suffixes.map((one) => [one.get('language') ?? base, one.get('value') ?? ''])),
        rows: inOrder(thingsOf(rows.get(id) ?? [], texts, 'qid', base), 'question_order').map((one) => ({
          code: one.row.get('title') ?? '',
          words: one.said('question'),
        })),
        answers: answers.get(id) ?? [],
      },
    }
  })
}

const isRow = (row: Row): boolean => (row.get('parent_qid') ?? '0') !== '0'

/** Since version 4 an answer has a number; before, its question and code name it. */
function answersOf(table: Tables, base: string): Map<string, LimeChoice[]> {
  const key = 'the answer'
  const rows = table('answers').map((row) => new Map([...row, [key, row.get('aid') ?? `${row.get('qid')} ${row.get('scale_id')} ${row.get('code')}`]]))
  const texts = table('answer_l10ns').map((row) => new Map([...row, [key, row.get('aid') ?? '']]))
  const things = inOrder(thingsOf(rows, texts, key, base), 'sortorder')
  const answers = new Map<string, LimeChoice[]>()
  for (const { row, said } of things) {
    const question = row.get('qid') ?? ''
    answers.set(question, answers.get(question) ?? [])
    answers.get(question)?.push({ code: row.get('code') ?? '', words: said('answer') })
  }
  return answers
}
