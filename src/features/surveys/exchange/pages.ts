import { download, invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { fileField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { audiences } from '../questionnaire/definition.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { createQuestionnaire } from '../write/commands.ts'
import { listCrumbs } from '../write/list-pages.ts'
import { notCarriedList } from '../write/not-carried.ts'
import { crumbsOf } from '../write/show-page.ts'
import { textsIn } from '../write/texts.en.ts'
import type { Questionnaire } from '../write/write-store.ts'
import { readQuestionnaire } from './read-questionnaire.ts'
import { writeLimeSurveyTsv } from './write-limesurvey-tsv.ts'
import { writeLimeSurvey } from './write-limesurvey.ts'
import { writeXlsForm } from './write-xlsform.ts'

function importPage(ask: SignedIn, organisation: Organisation, errors: readonly FormError[] = []): Page {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const fields = html`${fileField({ id: 'file', name: 'file', label: t.exchange.file, hint: t.exchange.fileHint, accept: '.lss,.txt,.tsv,.csv,.xlsx,.ods', error: error('file') })}
${radios({ id: 'audience', name: 'audience', legend: t.bank.audienceLabel, value: ask.form.text('audience'), choices: audiences.map((audience) => ({ value: audience, text: t.audiences[audience] })), error: error('audience') })}${button({ text: t.exchange.read })}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.exchange.importTitle)}<p class="q-lead">${t.exchange.importLead}</p>
${form({ action: urls.questionnaire.import({ organisation: organisation.id }), hidden: ask.hidden(), files: true, content: fields })}`
  return { title: t.exchange.importTitle, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisation.id) }
}

export const showImport = async (ask: SignedIn, organisation: Organisation): Promise<Answer> => page(importPage(ask, organisation))

/** A file of another tool becomes a questionnaire of one's own; what did not come with it stays told on its page. */
export async function saveImport(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const sent = ask.form.file('file')
  const audience = audiences.find((one) => one === ask.form.text('audience'))
  const errors: FormError[] = []
  const read = sent ? readQuestionnaire(sent.bytes) : { refused: t.languages.refused.none }
  if ('refused' in read) errors.push({ field: 'file', id: 'file', message: read.refused })
  if (!audience) errors.push({ field: 'audience', id: 'audience', message: t.bank.noAudience })
  if (!sent || !audience || 'refused' in read) return invalid(importPage(ask, organisation, errors))
  const { definition, notCarried } = read
  const id = await createQuestionnaire(ask, {
    organisationId: organisation.id,
    title: definition.title.fr,
    audience,
    origin: null,
    definition,
    imported: { from: sent.name.slice(0, 200), notCarried },
  })
  return redirect(urls.questionnaire.show({ questionnaire: id }), t.exchange.imported(definition.questions.length))
}

interface Format {
  ending: string
  mediaType: string
  write: (definition: Definition) => ReturnType<typeof writeLimeSurvey>
}

const formats: Readonly<Record<string, Format>> = {
  lss: { ending: 'lss', mediaType: 'application/xml', write: writeLimeSurvey },
  txt: { ending: 'txt', mediaType: 'text/tab-separated-values; charset=utf-8', write: writeLimeSurveyTsv },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsForm },
}

/** One line a format: what it is for, and what it cannot carry of this questionnaire. */
export async function showExport(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).exchange
  const losses = ({ write }: Format): Content => {
    const { notCarried } = write(questionnaire.definition)
    return notCarried.length === 0 ? t.nothingLost : notCarriedList(notCarried)
  }
  const rows = Object.entries(formats).map(([name, format]): Content[] => [
    t.formats[format.ending] ?? format.ending,
    losses(format),
    html`<a class="govuk-link" href="${urls.questionnaire.exportFile({ questionnaire: questionnaire.id, format: name })}" download>${t.download}<span class="govuk-visually-hidden"> ${t.formats[format.ending] ?? ''}</span></a>`,
  ])
  const [tool, lost, file] = t.exportColumns
  const body = html`${heading(1, t.exportTitle)}<p class="q-lead">${t.exportLead}</p>${table({ caption: t.exportTitle, captionHidden: true, columns: [{ header: tool ?? '' }, { header: lost ?? '' }, { header: file ?? '' }], rows })}`
  return page({ title: t.exportTitle, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) })
}

export async function sendExport(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const format = formats[ask.params['format'] ?? '']
  if (!format) return notFound()
  return download(`questionnaire.${format.ending}`, format.mediaType, format.write(questionnaire.definition).bytes)
}
