import { cleanText } from '../../../platform/documents/clean-text.ts'
import { escapeXml } from '../../../platform/documents/xml.ts'
import type { Definition } from '../questionnaire/definition.ts'
import type { NotCarried } from './carried.ts'
import type { Words } from './draft.ts'
import type { LimeChoice, LimeQuestion, LimeSurvey } from './limesurvey.ts'
import { toLimeSurvey } from './to-limesurvey.ts'

export interface WrittenQuestionnaire {
  bytes: Uint8Array
  notCarried: NotCarried[]
}

/** LimeSurvey 6; older ones of the fifth and the sixth take it too. */
const databaseVersion = '630'
/** LimeSurvey gives a free number when it imports. */
const surveyNumber = '100001'

type Columns = Readonly<Record<string, string>>

/** The questionnaire as a structure that LimeSurvey imports (.lss). */
export function writeLimeSurvey(definition: Definition): WrittenQuestionnaire {
  const { survey, notCarried } = toLimeSurvey(definition)
  const tables = Object.entries(tablesOf(survey)).map(([name, rows]) => tableXml(name, rows))
  const languages = survey.tags.map((tag) => `  <language>${escapeXml(tag)}</language>\n`).join('')
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<document>
 <LimeSurveyDocType>Survey</LimeSurveyDocType>
 <DBVersion>${databaseVersion}</DBVersion>
 <languages>
${languages} </languages>
${tables.join('')}</document>
`
  return { bytes: new TextEncoder().encode(text), notCarried }
}

function tableXml(name: string, rows: readonly Columns[]): string {
  if (rows.length === 0) return ''
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const fields = columns.map((column) => `   <fieldname>${column}</fieldname>\n`).join('')
  const lines = rows.map((row) => {
    const cells = columns.map((column) => (row[column] ? `    <${column}>${escapeXml(cleanText(row[column]))}</${column}>\n` : `    <${column}/>\n`))
    return `   <row>\n${cells.join('')}   </row>\n`
  })
  return ` <${name}>\n  <fields>\n${fields}  </fields>\n  <rows>\n${lines.join('')}  </rows>\n </${name}>\n`
}

function tablesOf(survey: LimeSurvey): Record<string, Columns[]> {
  const { base, tags } = survey
  const written: Written = { tags, next: 1, answers: [], answer_l10ns: [], questions: [], subquestions: [], question_l10ns: [], question_attributes: [] }
  const groups = survey.groups.map((group, index) => {
    const gid = String(index + 1)
    group.questions.forEach((question, order) => writeQuestion(written, question, gid, String(order + 1)))
    return { gid, group }
  })
  const { tags: _, next: __, ...tables } = written
  return {
    ...tables,
    groups: groups.map(({ gid, group }) => ({ gid, sid: surveyNumber, group_order: gid, randomization_group: '', grelevance: group.relevance })),
    group_l10ns: groups.flatMap(({ gid, group }) =>
      inEach(tags, (language) => ({ gid, group_name: group.name.get(language) ?? '', description: '', language })),
    ),
    surveys: [
      {
        sid: surveyNumber,
        gsid: '1',
        admin: '',
        active: 'N',
        anonymized: 'Y',
        format: 'G',
        language: base,
        additional_languages: tags.slice(1).join(' '),
        datestamp: 'N',
        ipaddr: 'N',
        refurl: 'N',
        usecookie: 'N',
        savetimings: 'N',
        showwelcome: 'Y',
      },
    ],
    surveys_languagesettings: inEach(tags, (language) => ({
      surveyls_survey_id: surveyNumber,
      surveyls_language: language,
      surveyls_title: survey.title.get(language) ?? '',
      surveyls_description: '',
      surveyls_welcometext: survey.welcome.get(language) ?? '',
      surveyls_dateformat: '2',
      surveyls_numberformat: '1',
    })),
  }
}

interface Written {
  tags: readonly string[]
  /** The next free number of a question or an answer. */
  next: number
  answers: Columns[]
  answer_l10ns: Columns[]
  questions: Columns[]
  subquestions: Columns[]
  question_l10ns: Columns[]
  question_attributes: Columns[]
}

const inEach = (tags: readonly string[], row: (tag: string) => Columns): Columns[] => tags.map(row)

function writeQuestion(written: Written, question: LimeQuestion, gid: string, order: string): void {
  const qid = String(written.next++)
  const common = { sid: surveyNumber, gid, other: 'N', mandatory: 'N', encrypted: 'N', scale_id: '0', same_default: '0', same_script: '0' }
  written.questions.push({ qid, parent_qid: '0', ...common, type: question.type, title: question.code, question_order: order, relevance: question.relevance })
  written.question_l10ns.push(...textsOf(written, qid, question.words, question.help))
  for (const [attribute, value] of question.attributes) written.question_attributes.push({ qid, attribute, value, language: '' })
  for (const [language, value] of question.suffix) if (value !== '') written.question_attributes.push({ qid, attribute: 'suffix', value, language })
  question.rows.forEach((row, index) => {
    const own = String(written.next++)
    written.subquestions.push({ qid: own, parent_qid: qid, ...common, type: question.type, title: row.code, question_order: String(index + 1), relevance: '1' })
    written.question_l10ns.push(...textsOf(written, own, row.words, new Map()))
  })
  question.answers.forEach((answer, index) => writeAnswer(written, answer, qid, String(index)))
}

const textsOf = ({ tags }: Written, qid: string, words: Words, help: Words): Columns[] =>
  inEach(tags, (language) => ({ qid, question: words.get(language) ?? '', help: help.get(language) ?? '', script: '', language }))

function writeAnswer(written: Written, { code, words }: LimeChoice, qid: string, sortorder: string): void {
  const aid = String(written.next++)
  written.answers.push({ aid, qid, code, sortorder, assessment_value: '0', scale_id: '0' })
  written.answer_l10ns.push(...inEach(written.tags, (language) => ({ aid, answer: words.get(language) ?? '', language })))
}
