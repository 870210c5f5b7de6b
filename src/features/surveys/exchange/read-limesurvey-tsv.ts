import { parse } from 'csv-parse/sync'
import { openDecoder, recogniseBinary } from '../../organisations/import/decode-text.ts'
import { orRefusal, refuse } from './carried.ts'
import type { ReadOutcome } from './carried.ts'
import { finishDraft } from './finish-draft.ts'
import { draftOfLimeSurvey } from './from-limesurvey.ts'
import type { LimeSurvey } from './limesurvey.ts'
import { currentMonth } from './propose.ts'
import { largestXml } from './read-xml-rows.ts'
import type { Row } from './read-xml-rows.ts'

/** Eighty questions of fifteen answers in nine languages make 12 000. */
const mostLines = 20_000

/** A questionnaire exported by LimeSurvey as a table (.txt, columns set apart by tabs). `thisMonth` is 'YYYY-MM'. Never throws because of the file. */
export const readLimeSurveyTsv = (bytes: Uint8Array, thisMonth = currentMonth()): ReadOutcome =>
  orRefusal(() => {
    const { draft, notCarried } = draftOfLimeSurvey(surveyOf(linesOf(bytes)), thisMonth)
    return finishDraft(draft, notCarried)
  })

function linesOf(bytes: Uint8Array): Row[] {
  if (bytes.length > largestXml) refuse('Ce fichier dépasse 5 Mo : un questionnaire LimeSurvey est bien plus petit. Vérifiez que c’est le bon fichier.')
  if (recogniseBinary(bytes.subarray(0, 4096)) !== null)
    refuse('Ce fichier n’est pas un texte : exportez le questionnaire depuis LimeSurvey au format « texte avec tabulations ».')
  const decoder = openDecoder()
  const text = decoder.write(bytes) + decoder.end()
  const cells = cellsOf(text.replace(/^\ufeff/, ''))
  const [head, ...lines] = cells
  if (!head?.includes('class') || !head.includes('type/scale'))
    refuse('Ce fichier n’est pas un questionnaire LimeSurvey en texte (.txt) : sa première ligne n’en a pas les colonnes.')
  if (lines.length > mostLines) refuse('Ce fichier compte trop de lignes : ce n’est pas un questionnaire que l’on puisse poser.')
  return lines.map((line) => new Map(line.flatMap((cell, index): [string, string][] => (cell.trim() === '' ? [] : [[head?.[index] ?? '', cell.trim()]]))))
}

function cellsOf(text: string): string[][] {
  try {
    return parse(text, { delimiter: '\t', quote: '"', relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: mostLines + 2 })
  } catch {
    return refuse('Ce fichier est abîmé ou incomplet : exportez-le de nouveau depuis LimeSurvey.')
  }
}

interface Thing {
  row: Row
  words: Map<string, string>
  help: Map<string, string>
}

interface Question extends Thing {
  rows: Map<string, Thing>
  answers: Map<string, Thing>
}

interface Group extends Thing {
  questions: Map<string, Question>
}

function surveyOf(lines: readonly Row[]): LimeSurvey {
  const setting = (name: string): string => lines.find((line) => line.get('class') === 'S' && line.get('name') === name)?.get('text') ?? ''
  const base = setting('language') || 'en'
  const spoken = (name: string): Map<string, string> =>
    new Map(lines.flatMap((line) => (line.get('class') === 'SL' && line.get('name') === name ? [[line.get('language') ?? base, line.get('text') ?? '']] : [])))
  const titles = spoken('surveyls_title')
  return {
    base,
    tags: [...new Set([base, ...setting('additional_languages').split(/\s+/), ...titles.keys()])].filter((tag) => tag !== ''),
    title: titles,
    description: spoken('surveyls_description'),
    welcome: spoken('surveyls_welcometext'),
    groups: groupsOf(lines, base).map(({ row, words, help, questions }) => ({
      name: words,
      description: help,
      relevance: row.get('relevance') ?? '',
      questions: [...questions.values()].map(questionOf),
    })),
    quotas: lines.some((line) => line.get('class')?.startsWith('QTA')),
    assessments: lines.some((line) => line.get('class') === 'AS'),
  }
}

/** Line after line; what comes again in another language joins what it translates. */
function groupsOf(lines: readonly Row[], base: string): Group[] {
  const groups = new Map<string, Group>()
  let group: Group | undefined
  let question: Question | undefined
  for (const line of lines) {
    const name = line.get('name') ?? ''
    const scale = line.get('type/scale') ?? ''
    switch (line.get('class')) {
      case 'G':
        group = foundIn(groups, line.get('id') ?? (scale || name), () => ({ ...newThing(line), questions: new Map() }))
        say(group, line, base, 'name', 'text')
        break
      case 'Q':
        if (!group) break
        question = foundIn(group.questions, name, () => ({ ...newThing(line), rows: new Map(), answers: new Map() }))
        say(question, line, base, 'text', 'help')
        break
      case 'SQ':
      case 'A': {
        if (!question || (scale !== '' && scale !== '0')) break
        const among = line.get('class') === 'A' ? question.answers : question.rows
        say(
          foundIn(among, name, () => newThing(line)),
          line,
          base,
          'text',
          'help',
        )
      }
    }
  }
  return [...groups.values()]
}

const newThing = (row: Row): Thing => ({ row, words: new Map(), help: new Map() })

function foundIn<T>(things: Map<string, T>, key: string, make: () => T): T {
  const known = things.get(key) ?? make()
  things.set(key, known)
  return known
}

function say(thing: Thing, line: Row, base: string, words: string, help: string): void {
  const tag = line.get('language') ?? base
  thing.words.set(tag, line.get(words) ?? '')
  thing.help.set(tag, line.get(help) ?? '')
}

function questionOf({ row, words, help, rows, answers }: Question): LimeSurvey['groups'][number]['questions'][number] {
  const choices = (things: Map<string, Thing>): { code: string; words: Map<string, string> }[] =>
    [...things].map(([code, thing]) => ({ code, words: thing.words }))
  return {
    numbered: '?',
    type: row.get('type/scale') ?? '',
    code: row.get('name') ?? '',
    words,
    help,
    other: row.get('other') === 'Y',
    mandatory: ['Y', 'S'].includes(row.get('mandatory') ?? ''),
    validated: row.has('validation') || row.has('em_validation_q') || row.has('em_validation_sq'),
    relevance: row.get('relevance') ?? '',
    attributes: row,
    suffix: new Map(row.has('suffix') ? [...words.keys()].map((tag) => [tag, row.get('suffix') ?? '']) : []),
    rows: choices(rows),
    answers: choices(answers),
  }
}
