import { formatDate } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { dateField, fileField, select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, tabs } from '../../../ui/lists.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { acceptedEndings } from '../../evidence/file-type.ts'
import { longestPageRef, longestTitle } from '../../evidence/rules.ts'
import type { Evidence } from '../../evidence/store.ts'
import { evidenceKind, evidenceLink } from '../../evidence/words.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { mayChangeEvidence } from './rules.ts'
import type { AttachWay } from './rules.ts'
import type { AttachedEvidence } from './store.ts'
import { textsIn } from './texts.en.ts'

export interface AttachForm {
  way: AttachWay
  title: string
  effectiveOn: string
  note: string
  pageRef: string
  address: string
  known: string
  errors: readonly FormError[]
}

export const emptyAttachForm = (way: AttachWay): AttachForm => ({ way, title: '', effectiveOn: '', note: '', pageRef: '', address: '', known: '', errors: [] })

interface Shown {
  evaluation: Evaluation
  item: EvaluationItem
  attached: readonly AttachedEvidence[]
  /** Proofs of the school that could be used again here. */
  known: readonly Evidence[]
  form: AttachForm
}

/** The proofs beside one question, and the way to add one. */
export function attachPage(ask: SignedIn, shown: Shown): Page {
  const t = textsIn(ask.language)
  const { evaluation, item } = shown
  const open = mayChangeEvidence(evaluation.state) && may(ask.caller, 'evidence.attach', evaluation)
  const body = html`${errorSummary({ title: t.errorTitle, errors: shown.form.errors })}
<p>${phaseTag(item.phase, commonTexts(ask.language).phases[item.phase])} ${item.themeTitle}</p>${heading(1, item.statement, 'l')}
${heading(2, t.attached(shown.attached.length), 'm')}${attachedList(ask, shown, open)}
${when(!mayChangeEvidence(evaluation.state), () => inset(t.frozen))}${when(open, () => addPart(ask, shown))}
<ul class="govuk-list"><li><a class="govuk-link" href="${urls.evaluation.sheet({ evaluation: evaluation.id })}">${t.back}</a></li>
<li><a class="govuk-link" href="${urls.school.evidence({ organisation: evaluation.organisationId })}">${t.all}</a></li></ul>`
  const failed = shown.form.errors.length > 0 ? `${t.errorPrefix} ` : ''
  return { title: `${failed}${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

function attachedList(ask: SignedIn, { evaluation, item, attached }: Shown, open: boolean): Content {
  const t = textsIn(ask.language)
  if (attached.length === 0) return ''
  return list(
    attached.map((one) => {
      const remove = urls.evaluation.detachEvidence({ evaluation: evaluation.id, item: item.id, evidence: one.id })
      return html`${evidenceLink(one, ask.language)}${when(one.effectiveOn, () => ` – ${t.attachedOn(formatDate(one.effectiveOn ?? '', ask.language))}`)}
${when(one.pageRef, () => ` – ${one.pageRef}`)}${when(one.shows, () => html`<br><span class="q-typed">${one.shows}</span>`)}${when(open, () => html`<br><a class="govuk-link" href="${remove}">${t.detach}<span class="govuk-visually-hidden"> ${one.title}</span></a>`)}`
    }),
  )
}

function addPart(ask: SignedIn, shown: Shown): Html {
  const t = textsIn(ask.language)
  return html`${suggestions(ask, shown.item)}${heading(2, t.add, 'm')}${callout({
    title: t.care.title,
    level: 3,
    content: html`<p class="govuk-body">${t.care.text}</p><p class="govuk-body">${t.care.seen}</p>`,
  })}${wayTabs(ask, shown)}${attachForm(ask, shown)}`
}

function suggestions(ask: SignedIn, item: EvaluationItem): Content {
  const t = textsIn(ask.language)
  return when(item.evidence.length > 0, () => html`${heading(2, t.suggested, 'm')}${list(item.evidence)}<p class="govuk-body">${t.suggestedWhy}</p>`)
}

function wayTabs(ask: SignedIn, { evaluation, item, form: { way } }: Shown): Html {
  const t = textsIn(ask.language)
  const to = (wanted: AttachWay, text: string) => ({
    text,
    current: way === wanted,
    href: `${urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id }, { way: wanted })}#ajouter`,
  })
  return html`<div id="ajouter">${tabs(t.ways, [to('file', t.file), to('link', t.link), to('known', t.known)])}</div>`
}

function attachForm(ask: SignedIn, shown: Shown): Html {
  const t = textsIn(ask.language)
  const { evaluation, item, form: sent } = shown
  if (sent.way === 'known' && shown.known.length === 0) return html`<p class="govuk-body">${t.noneKnown}</p>`
  const error = errorsBy(sent.errors, t.errorPrefix)
  const note = textArea({ id: 'note', name: 'note', label: t.note, hint: t.noteHint, value: sent.note, error: error('note'), rows: 2 })
  const pageRef = textField({
    id: 'pageRef',
    name: 'pageRef',
    label: t.pageRef,
    hint: t.pageRefHint,
    value: sent.pageRef,
    error: error('pageRef'),
    width: 20,
    maxLength: longestPageRef,
    autocomplete: 'off',
  })
  const again = when(sent.way === 'file' && sent.errors.length > 0, () => html`<p class="govuk-body">${t.chooseAgain}</p>`)
  return form({
    action: urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id }),
    hidden: [...ask.hidden(), { name: 'way', value: sent.way }],
    files: sent.way === 'file',
    content: join([
      again,
      sourceField(ask, shown),
      when(sent.way !== 'known', () => descriptionFields(ask, sent)),
      pageRef,
      note,
      buttonGroup([button({ text: t.button })]),
    ]),
  })
}

function sourceField(ask: SignedIn, { form: sent, known }: Shown): Html {
  const t = textsIn(ask.language)
  const error = errorsBy(sent.errors, t.errorPrefix)('source')
  switch (sent.way) {
    case 'file':
      return fileField({ id: 'source', name: 'file', label: t.fileLabel, hint: t.fileHint, accept: acceptedEndings, error })
    case 'link':
      return textField({ id: 'source', name: 'address', label: t.linkLabel, hint: t.linkHint, type: 'url', value: sent.address, error, spellcheck: false })
    case 'known':
      return select({
        id: 'source',
        name: 'known',
        label: t.knownLabel,
        hint: t.knownHint,
        value: sent.known,
        error,
        options: [{ value: '', text: t.choose }, ...known.map((one) => ({ value: one.id, text: `${one.title} (${evidenceKind(one, ask.language)})` }))],
      })
  }
}

function descriptionFields(ask: SignedIn, sent: AttachForm): Html {
  const t = textsIn(ask.language)
  const error = errorsBy(sent.errors, t.errorPrefix)
  return join([
    textField({
      id: 'title',
      name: 'title',
      label: t.titleLabel,
      hint: sent.way === 'file' ? t.titleHintFile : t.titleHintLink,
      value: sent.title,
      error: error('title'),
      maxLength: longestTitle,
    }),
    dateField({ id: 'effectiveOn', name: 'effectiveOn', label: t.date, hint: t.dateHint, value: sent.effectiveOn, error: error('effectiveOn') }),
  ])
}
