import { formatDate } from '../../../platform/language.ts'
import { download, notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeSlips } from '../../../platform/documents/survey-sheets.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { codeOf, formatCode } from '../ballots/codes.ts'
import { findSurveyKey } from '../ballots/keys.ts'
import { textsIn as campaignTexts } from '../campaign/texts.en.ts'
import { partTitle } from '../campaign/part-card.ts'
import { languageInWords, saysTu } from '../questionnaire/answering-words.ts'
import { findPart, hereOf, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import type { Groups } from '../tables.ts'
import { groupWords } from './invitation-forms.ts'
import { lotsOf, slipsInOneFile } from './invitation-rules.ts'
import { listPrintedIds, listPrintedGroups } from './invite-store.ts'
import { placePage, shortAddress } from './place-frame.ts'
import { linkedLanguage, printedLanguages, printedWords } from './printed-words.ts'
import { qrSvg } from './qr-svg.ts'
import { csvOf } from '../../../platform/documents/csv.ts'
import { textsIn } from './texts.en.ts'

/** Sheets of slips to be cut out, or one file of them when a lot is asked. */
export async function showSheets(ask: SignedIn, place: Place): Promise<Answer> {
  const part = await findPart(ask.db, place.survey.id, idOrNone(ask.query.get('public') ?? ''))
  return part && ask.query.has('lot') ? giveSlips(ask, place, part) : listSheets(ask, place)
}

const idOrNone = (text: string): string => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : '00000000-0000-4000-8000-000000000000')

async function listSheets(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language).sheets
  const parts = await listParts(ask.db, place.survey.id)
  const printed: PrintedPart[] = []
  for (const part of parts) {
    const groups = await listPrintedGroups(ask.db, { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId })
    if (groups.length > 0) printed.push({ part, groups })
  }
  const key = await findSurveyKey(ask.services.config.dataDir, place.survey.id)
  const tags = [...new Set(parts.flatMap(printedLanguages))]
  const chosen = ask.query.getAll('langue').filter((tag) => tags.includes(tag))
  const sections = printed.map((one) => partSheets(ask, place, one, chosen))
  const content = html`${languagesForm(ask, place, tags, chosen)}${sections}`
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${inset(t.careful)}
${printed.length === 0 ? html`<p class="q-missing">${t.none}</p>` : key ? content : inset(t.keyGone)}`
  return page(placePage(ask, place, t.title, body))
}

function languagesForm(ask: SignedIn, place: Place, tags: readonly string[], chosen: readonly string[]): Html {
  const t = textsIn(ask.language).sheets
  if (tags.length === 0) return nothing
  const choices = tags.map((tag) => ({ value: tag, text: languageInWords(tag, ask.language) }))
  return form({
    action: urls.survey.sheets(hereOf(place)),
    method: 'get',
    content: html`${checkboxes({ id: 'langue', name: 'langue', legend: t.languages, hint: t.languagesHint, values: chosen, choices, small: true })}${buttonGroup([button({ text: t.show, kind: 'secondary' })])}`,
  })
}

interface PrintedPart {
  part: Part
  groups: Awaited<ReturnType<typeof listPrintedGroups>>
}

function partSheets(ask: SignedIn, place: Place, { part, groups }: PrintedPart, languages: readonly string[]): Html {
  const t = textsIn(ask.language)
  const lines = groups.map(({ groups: of, count }) => {
    const lots = lotsOf(count)
    const links = Array.from({ length: lots }, (_, index) => {
      const href = addressOf(place, part, of, index + 1, languages)
      return html` <a class="govuk-link" href="${href}">${t.sheets.pdf(index + 1, lots)}<span class="govuk-visually-hidden"> ${groupWords(of)}</span></a>`
    })
    return html`${groupWords(of) || t.invitations.everybody} (${count}) ${links}`
  })
  const merge = (format: string): string => `${urls.survey.merge({ ...hereOf(place), format })}?public=${part.id}`
  return html`<section>${heading(2, partTitle(ask, part), 'm')}${list(lines)}
<p class="govuk-body">${t.sheets.merge} <a class="govuk-link" href="${merge('csv')}">CSV</a> <a class="govuk-link" href="${merge('ods')}">ODS</a><br><span class="q-missing">${t.sheets.mergeCareful}</span></p></section>`
}

function addressOf(place: Place, part: Part, groups: Groups, lot: number, languages: readonly string[]): string {
  const query = new URLSearchParams([
    ['public', part.id],
    ['groupes', JSON.stringify(groups)],
    ['lot', String(lot)],
    ...languages.map((tag) => ['langue', tag]),
  ])
  return `${urls.survey.sheets(hereOf(place))}?${query}`
}

/** Groups as they stand in the address, those of the part alone; null means all. */
function groupsAsked(ask: SignedIn, part: Part): Groups | null {
  let value: unknown = null
  try {
    value = JSON.parse(ask.query.get('groupes') ?? '')
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries.filter(([code, group]) => part.breakdowns.some((one) => one.code === code && one.groups.includes(group))))
}

async function giveSlips(ask: SignedIn, place: Place, part: Part): Promise<Answer> {
  const t = textsIn('fr').sheets
  const { config } = ask.services
  const key = await findSurveyKey(config.dataDir, place.survey.id)
  const lot = Math.max(1, Math.min(1000, Math.trunc(Number(ask.query.get('lot'))) || 1))
  const spot = { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId }
  const invitations = await listPrintedIds(ask.db, spot, groupsAsked(ask, part), slipsInOneFile, (lot - 1) * slipsInOneFile)
  if (!key || invitations.length === 0) return notFound()
  const languages = printedWords(part, place.survey.threshold, ask.query.getAll('langue'))
  const bytes = await writeSlips({
    title: place.survey.title,
    how: saysTu(part.audience) ? t.howTu : t.how,
    address: shortAddress(config.baseUrl),
    until: place.survey.closesOn ? t.until(formatDate(place.survey.closesOn, 'fr')) : '',
    qrAlt: t.qrAlt,
    languages,
    slips: invitations.map(({ id, groups }) => {
      const code = codeOf(key, id)
      const link = `${config.baseUrl}${urls.answering.form({ token: code })}${linkedLanguage(languages)}`
      return { place: [place.schoolName, groupWords(groups)].filter(Boolean).join(' · '), code: formatCode(code), qr: qrSvg(link) }
    }),
  })
  return download(`${t.fileName}-${lot}.pdf`, 'application/pdf', bytes)
}

/** Every code of one audience, for letters and labels. */
export async function giveMerge(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn('fr').sheets
  const format = ask.params['format'] ?? ''
  if (format !== 'csv' && format !== 'ods') return notFound()
  const part = await findPart(ask.db, place.survey.id, idOrNone(ask.query.get('public') ?? ''))
  const key = await findSurveyKey(ask.services.config.dataDir, place.survey.id)
  if (!part || !key) return listSheets(ask, place)
  const spot = { surveyId: place.survey.id, partId: part.id, schoolId: place.organisationId }
  const until = place.survey.closesOn ? formatDate(place.survey.closesOn, 'fr') : ''
  const rows = (await listPrintedIds(ask.db, spot, null, 20_000, 0)).map(({ id, groups }) => {
    const code = codeOf(key, id)
    const link = `${ask.services.config.baseUrl}${urls.answering.form({ token: code })}`
    return [place.schoolName, place.survey.title, campaignTexts('fr').audiences[part.audience], groupWords(groups), formatCode(code), link, until]
  })
  const headers = Object.values(t.mergeColumns)
  if (format === 'csv') return download(`${t.fileName}.csv`, 'text/csv; charset=utf-8', csvOf([headers, ...rows]))
  const columns = headers.map((header) => ({ header, kind: 'text' as const }))
  return download(`${t.fileName}.ods`, 'application/vnd.oasis.opendocument.spreadsheet', writeOds([{ name: t.fileName, columns, rows }]))
}
