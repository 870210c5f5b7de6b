import { writeOds } from '../../../platform/documents/ods.ts'
import { writeOdt } from '../../../platform/documents/odt.ts'
import { PdfTooLong, writePdf } from '../../../platform/documents/pdf.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import type { Language } from '../../../platform/language.ts'
import { download, invalid, notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { get } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { ListActions } from '../diagnosis/action-sheet.ts'
import { onEvaluation } from '../guard.ts'
import { listMembers } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { buildCouncilPage } from './council-page.ts'
import { findReportFacts } from './facts-store.ts'
import type { ReportFacts } from './facts.ts'
import { buildReport } from './model.ts'
import { placesWithNames } from './names.ts'
import { earlyReportPage, placedTexts, reportPage, tooLongPage } from './report-page.ts'
import { textsIn } from './texts.en.ts'
import { buildWorkbook } from './workbook.ts'

/** `listActions` comes from the plans, which stand after evaluations. */
export const reportRoutes = (listActions: ListActions): Route[] => [
  get(urls.evaluation.report, showReport(listActions)),
  get(urls.evaluation.reportFile, giveReport(listActions)),
]

const isEarly = (evaluation: Evaluation): boolean => evaluation.state === 'composing' || evaluation.state === 'answering'

const factsFor = (ask: SignedIn, evaluation: Evaluation, listActions: ListActions): Promise<ReportFacts> =>
  findReportFacts(ask.db, evaluation, listActions, { inside: may(ask.caller, 'evaluation.inside', evaluation), today: ask.today })

const showReport = (listActions: ListActions): Guarded =>
  onEvaluation('evaluation.read', async (ask, evaluation) => {
    if (isEarly(evaluation)) return page(earlyReportPage(ask, evaluation))
    if (!may(ask.caller, 'evaluation.inside', evaluation)) return page(reportPage(ask, evaluation, null))
    const names = (await listMembers(ask.db, evaluation.id)).map((member) => member.name)
    const facts = await factsFor(ask, evaluation, listActions)
    return page(reportPage(ask, evaluation, placesWithNames(placedTexts(ask, facts), names)))
  })

interface Format {
  ending: string
  mediaType: string
  write: (facts: ReportFacts, language: Language) => Promise<Uint8Array> | Uint8Array
}

const pdf = { ending: 'pdf', mediaType: 'application/pdf' }

const formats: Readonly<Record<string, Format>> = {
  pdf: { ...pdf, write: (facts, language) => writePdf(buildReport(facts, language), 'report') },
  synthese: { ...pdf, write: (facts, language) => writePdf(buildCouncilPage(facts, language), 'one-page') },
  odt: { ending: 'odt', mediaType: 'application/vnd.oasis.opendocument.text', write: (facts, language) => writeOdt(buildReport(facts, language)) },
  ods: { ending: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', write: (facts, language) => writeOds(buildWorkbook(facts, language)) },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (facts, language) => writeXlsx(buildWorkbook(facts, language)),
  },
}

const giveReport = (listActions: ListActions): Guarded =>
  onEvaluation('evaluation.read', async (ask, evaluation): Promise<Answer> => {
    const name = ask.params['format'] ?? ''
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined
    if (!format) return notFound()
    if (isEarly(evaluation)) return page(earlyReportPage(ask, evaluation))
    const facts = await factsFor(ask, evaluation, listActions)
    try {
      return download(fileName(ask, evaluation, name, format.ending), format.mediaType, await format.write(facts, ask.language))
    } catch (error) {
      if (error instanceof PdfTooLong) return invalid(tooLongPage(ask, evaluation))
      throw error
    }
  })

/** Longest part of the title kept in a file's name. */
const longestSlug = 60

function fileName(ask: SignedIn, evaluation: Evaluation, format: string, ending: string): string {
  const words = textsIn(ask.language).fileNames
  const plain = evaluation.title.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '')
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  return [format === 'synthese' ? words.council : '', words.report, slug, ask.today].filter(Boolean).join('-') + `.${ending}`
}
