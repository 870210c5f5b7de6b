import { formatDate } from '../../../platform/language.ts'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Crumb, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { details, emptyPage, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Organisation } from '../../organisations/store.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import { loadBank } from '../bank/load-bank.ts'
import { languageInWords } from '../questionnaire/answering-words.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { audiences } from '../questionnaire/definition.ts'
import { createQuestionnaire } from './commands.ts'
import { answersLine } from './answers-line.ts'
import { listQuestionnaires } from '../store.ts'
import { textsIn } from './texts.en.ts'

export const listCrumbs = (ask: SignedIn, organisationId: string): Crumb[] => [
  { text: textsIn(ask.language).surveys, href: urls.survey.list({ organisation: organisationId }) },
  { text: textsIn(ask.language).list.title, href: urls.questionnaire.list({ organisation: organisationId }) },
]

export async function showQuestionnaires(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = { organisation: organisation.id }
  const all = await listQuestionnaires(ask.db, organisation.id)
  const buttons = may(ask.caller, 'survey.edit', { organisationId: organisation.id })
    ? buttonGroup([
        linkButton({ text: t.list.bank, href: urls.questionnaire.bank(here) }),
        linkButton({ text: t.exchange.importTitle, href: urls.questionnaire.import(here), kind: 'secondary' }),
        linkButton({ text: t.list.blank, href: `${urls.questionnaire.bank(here)}#nouveau`, kind: 'secondary' }),
      ])
    : nothing
  const cards = all.map(({ id, title, audience, kinds, updatedAt }) => ({
    title,
    href: urls.questionnaire.show({ questionnaire: id }),
    meta: html`<span>${t.audiences[audience]} · ${t.list.meta(kinds.length, estimateMinutes({ questions: kinds.map((kind) => ({ kind })) }))} · ${t.list.changed(formatDate(updatedAt, ask.language))}</span>`,
  }))
  const body = html`${heading(1, t.list.title)}<p class="q-lead">${t.list.lead}</p>${
    all.length === 0
      ? emptyPage({ title: t.list.emptyTitle, purpose: t.list.emptyPurpose, example: { label: t.list.emptyLabel, text: t.list.emptyExample }, step: buttons })
      : html`${buttons}${cardList(cards, 'wide', 2)}`
  }`
  return page({ title: t.list.title, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisation.id).slice(0, 1) })
}

export async function showBank(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  return page(await bankPage(ask, organisation, { title: '', audience: '' }))
}

interface Blank {
  title: string
  audience: string
}

async function bankPage(ask: SignedIn, organisation: Organisation, typed: Blank, errors: { field: string; id: string; message: string }[] = []): Promise<Page> {
  const t = textsIn(ask.language)
  const bank = await loadBank()
  const error = errorsBy(errors, t.errorPrefix)
  const sections = audiences.map((audience) => {
    const cards = bank
      .filter((one) => one.audience === audience)
      .map(({ code, title, purpose, definition }) => ({
        title,
        href: urls.questionnaire.ready({ organisation: organisation.id, code }),
        meta: html`<span>${t.list.meta(definition.questions.length, estimateMinutes(definition))}</span>`,
        content: html`<p>${purpose}</p>`,
      }))
    return html`<section>${heading(2, t.bank.forAudience(t.audiences[audience]), 'm')}${cardList(cards, 'grid')}</section>`
  })
  const fields = html`${textField({ id: 'title', name: 'title', label: t.bank.titleLabel, value: typed.title, error: error('title') })}
${radios({ id: 'audience', name: 'audience', legend: t.bank.audienceLabel, value: typed.audience, choices: audiences.map((audience) => ({ value: audience, text: t.audiences[audience] })), error: error('audience') })}${button({ text: t.bank.create })}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.bank.title)}<p class="q-lead">${t.bank.lead}</p>${sections}
<section>${heading(2, t.bank.blankTitle, 'm', 'nouveau')}${form({ action: urls.questionnaire.bank({ organisation: organisation.id }), hidden: ask.hidden(), content: fields })}</section>`
  return { title: t.bank.title, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisation.id) }
}

export async function createBlank(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).bank
  const typed = { title: ask.form.text('title'), audience: ask.form.text('audience') }
  const audience = audiences.find((one) => one === typed.audience)
  const errors = [
    ...(typed.title ? [] : [{ field: 'title', id: 'title', message: t.noTitle }]),
    ...(audience ? [] : [{ field: 'audience', id: 'audience', message: t.noAudience }]),
  ]
  if (!audience || errors.length > 0) return invalid(await bankPage(ask, organisation, typed, errors))
  const definition = { title: { fr: typed.title }, intro: { fr: '' }, sections: [], questions: [], languages: [{ tag: 'fr', reviewed: true }] }
  const id = await createQuestionnaire(ask, { organisationId: organisation.id, title: typed.title, audience, origin: null, definition })
  return redirect(urls.questionnaire.show({ questionnaire: id }))
}

const findReady = async (ask: SignedIn) => (await loadBank()).find((one) => one.code === ask.params['code']) ?? null

export async function showReady(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const ready = await findReady(ask)
  if (!ready) return notFound()
  const { definition } = ready
  const take = form({
    action: urls.questionnaire.ready({ organisation: organisation.id, code: ready.code }),
    hidden: ask.hidden(),
    content: button({ text: t.bank.take }),
  })
  const body = html`${heading(1, ready.title)}<p class="q-lead">${ready.purpose}</p><p class="govuk-body">${t.show.minutes(estimateMinutes(definition))}</p>
${when(may(ask.caller, 'survey.edit', { organisationId: organisation.id }), () => take)}
${bySection(definition.sections, definition.questions).map(({ section, questions }) => html`<section>${when(section, () => heading(2, section?.words.fr ?? '', 'm'))}<ol class="govuk-list govuk-list--number">${questions.map((question) => html`<li>${question.words.fr}<br><small>${answersLine(question, ask.language)}</small></li>`)}</ol></section>`)}
<p class="govuk-body">${t.bank.languages} : ${definition.languages.map(({ tag }) => languageInWords(tag, ask.language)).join(', ')}</p>
${details({ summary: t.bank.source, content: html`<p class="govuk-body">${ready.source}</p>`, quiet: true })}`
  return page({
    title: ready.title,
    body,
    here: 'surveys',
    breadcrumbs: [...listCrumbs(ask, organisation.id), { text: t.bank.title, href: urls.questionnaire.bank({ organisation: organisation.id }) }],
  })
}

export async function takeReady(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const ready = await findReady(ask)
  if (!ready) return notFound()
  const { title, audience, code, definition } = ready
  const id = await createQuestionnaire(ask, { organisationId: organisation.id, title, audience, origin: code, definition })
  return redirect(urls.questionnaire.show({ questionnaire: id }), textsIn(ask.language).bank.taken)
}
