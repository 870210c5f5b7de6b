import { formatNumber } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { fileField, textField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { confidentialityField } from '../description-form.ts'
import { acceptedEndings, largestFile } from '../file-type.ts'
import type { Evidence } from '../store.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import { largestSending, mostFiles } from './limits.ts'
import { textsIn } from './texts.en.ts'

export interface AddForm {
  address: string
  confidentiality: string
  errors: readonly FormError[]
  /** What was kept all the same. */
  kept: readonly Evidence[]
}

export const emptyAddForm: AddForm = { address: '', confidentiality: 'team', errors: [], kept: [] }

/** Adds files, several at once, and an address; what they are is said on the next page. */
export function addPage(ask: SignedIn, organisation: Organisation, sent: AddForm): Page {
  const t = textsIn(ask.language)
  const here = { organisation: organisation.id }
  const pool = urls.school.evidence(here)
  const content = join([
    filesField(ask, sent),
    textField({
      id: 'address',
      name: 'address',
      label: t.address,
      hint: t.addressHint,
      type: 'url',
      value: sent.address,
      spellcheck: false,
      error: errorsBy(sent.errors, t.errorPrefix)('address'),
    }),
    confidentialityField(ask.language, sent.confidentiality, 'confidentiality', t.seenBy),
    buttonGroup([button({ text: t.button }), linkButton({ text: t.cancel, href: pool, kind: 'quiet' })]),
  ])
  const body = html`${errorSummary({ title: t.errorTitle, errors: sent.errors })}${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.purpose}</p>
${when(sent.kept.length > 0, () => keptPart(ask, organisation, sent.kept))}
${callout({ title: t.care.title, content: html`<p class="govuk-body">${t.care.text}</p>` })}
${form({ action: urls.school.addEvidence(here), hidden: ask.hidden(), files: true, content })}`
  const prefix = sent.errors.length > 0 ? `${t.errorPrefix} ` : ''
  return {
    title: `${prefix}${t.title}`,
    body,
    here: 'school',
    breadcrumbs: [{ text: evidenceTexts(ask.language).all, href: pool }],
    scripts: ['drop-files'],
  }
}

function filesField(ask: SignedIn, { errors }: AddForm): Html {
  const t = textsIn(ask.language)
  const refused = errors.filter((error) => error.field === 'files')
  const error = refused.length > 0 ? { prefix: t.errorPrefix, message: refused.map(({ message }) => message).join(' ') } : undefined
  const number = (value: number): string => formatNumber(value, ask.language)
  const megabytes = (bytes: number): string => number(Math.round(bytes / 1024 / 1024))
  const field = fileField({
    id: 'files',
    name: 'files',
    label: t.files,
    hint: t.filesHint(number(mostFiles), megabytes(largestFile), megabytes(largestSending)),
    accept: acceptedEndings,
    multiple: true,
    error,
  })
  const words = t.drop
  return html`<drop-files data-here="${words.here}" data-chosen="${words.chosen}" data-remove="${words.remove}" data-most="${mostFiles}" data-largest="${largestFile}" data-all="${largestSending}" data-too-large="${words.tooLarge}" data-too-many="${words.tooMany}" data-too-heavy="${words.tooHeavy}" data-kilobytes="${words.kilobytes}" data-megabytes="${words.megabytes}">${field}</drop-files>`
}

function keptPart(ask: SignedIn, organisation: Organisation, kept: readonly Evidence[]): Html {
  const t = textsIn(ask.language)
  const describe = urls.school.describeEvidence({ organisation: organisation.id }, { p: kept.map((one) => one.id).join(',') })
  return callout({
    title: t.kept(kept.length),
    content: html`${list(kept.map((one) => html`<a class="govuk-link" href="${urls.evidence.show({ evidence: one.id })}">${one.title}</a>`))}
<p class="govuk-body"><a class="govuk-link" href="${describe}">${t.describeKept(kept.length)}</a></p>`,
  })
}
