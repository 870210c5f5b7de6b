import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { sayTrace } from '../formula/say-trace.ts'
import { textsIn } from '../texts.en.ts'
import { datasetTitle } from '../values/published-points.ts'
import type { Point } from '../values/series.ts'

/** « D’où vient ce chiffre ? », in one or two sentences, with a way to it. */
export function provenanceWords({ provenance: from }: Point, organisationId: string, language: Language): Content {
  const t = textsIn(language).provenance
  const day = (date: Date): string => formatDate(date, language, 'short')
  const because = (note: string): string => (note ? ` ${t.because(note)}` : '')
  switch (from.kind) {
    case 'published':
      return t.published(datasetTitle(from.dataset), from.fileName, day(from.importedAt), from.line, from.column)
    case 'typed':
      return `${t.typed(from.by, day(from.at))}${because(from.note)}`
    case 'file':
      return `${t.file(from.by, day(from.at), from.fileName)}${because(from.note)}`
    case 'counted':
      return t.counted
    case 'survey':
      return html`<a class="govuk-link" href="${urls.survey.result({ survey: from.surveyId, organisation: organisationId, part: from.partId })}">${t.survey(from.title, from.questions)}</a>`
    case 'computed':
      return t.computed(sayTrace(from.trace, { nameOf: from.nameOf, percent: from.percent, language }))
  }
}
