import { sql } from 'kysely'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { select } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { createAction } from '../../plans/commands.ts'
import { checkSheet, emptySheet } from '../../plans/sheet-form.ts'
import { addFinding } from '../../evaluations/diagnosis/commands.ts'
import { findEvaluation } from '../../evaluations/store.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { Place } from '../store.ts'
import { listPartViews } from './part-views.ts'
import { resultCrumbs } from './results-pages.ts'
import { listItemIds } from './results-store.ts'
import { isStrong, isWeak } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { agreementOf, questionInLine, sentences, shareInWords } from './words.ts'

const kinds = ['strength', 'weakness'] as const

interface Proposed {
  part: string
  question: string
  item: Question['item'] | null
  /** What the figure itself says; null where it does not say. */
  kind: (typeof kinds)[number] | null
  text: string
  detail: string
}

async function findProposed(ask: SignedIn, place: Place, part: string, question: string): Promise<Proposed | null> {
  const t = textsIn(ask.language)
  const view = (await listPartViews(ask, place)).find((one) => one.part.id === part)
  const asked = view?.questions.find((one) => one.code === question)
  const result = view?.figures.questions[question]
  if (!view || !asked || !result?.shown || !result.figures.favourable) return null
  const { figures } = result
  const text = t.findingText(questionInLine(asked), t.audiences[view.part.audience], shareInWords(result.figures.favourable.share, t))
  return {
    part,
    question,
    item: asked.item ?? null,
    kind: isStrong(figures) ? 'strength' : isWeak(figures) ? 'weakness' : null,
    text,
    detail: sentences([t.said.survey(place.survey.title, place.survey.schoolYear), agreementOf(figures, t), t.base(figures.base)]),
  }
}

/** Evaluations of the school whose diagnosis is being written. */
async function listAtDiagnosis(ask: SignedIn, organisationId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from evaluations where organisation_id = ${organisationId} and state = 'agreeing' order by created_at desc`.execute(ask.db)
  return rows
}

/** `said`: what stands in the way, by field. */
async function proposePage(ask: SignedIn, place: Place, proposed: Proposed, said: Readonly<Record<string, string>> = {}): Promise<Page> {
  const t = textsIn(ask.language)
  const evaluations = await listAtDiagnosis(ask, place.organisationId)
  const errors = Object.entries(said).map(([field, message]) => ({ field, id: field, message }))
  const error = errorsBy(errors, t.errorPrefix)
  const fields = html`${select({ id: 'evaluation', name: 'evaluation', label: t.evaluation, value: ask.form.text('evaluation'), options: evaluations.map(({ id, title }) => ({ value: id, text: title })), error: error('evaluation') })}
${radios({
  id: 'kind',
  name: 'kind',
  legend: t.kind,
  value: ask.form.text('kind') || (proposed.kind ?? ''),
  error: error('kind'),
  choices: kinds.map((value) => ({ value, text: t[value] })),
})}${button({ text: t.propose })}`
  const hidden = [...ask.hidden(), { name: 'part', value: proposed.part }, { name: 'question', value: proposed.question }]
  const action = urls.survey.toDiagnosis({ survey: place.survey.id, organisation: place.organisationId })
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.findingTitle)}<p class="q-lead">${proposed.text}</p><p class="govuk-body">${proposed.detail}</p>
${heading(2, t.toFinding, 'm')}<p class="govuk-body">${evaluations.length > 0 ? t.findingLead : t.findingNone}</p>${evaluations.length > 0 ? form({ action, hidden, content: fields }) : ''}
${heading(2, t.toAction, 'm')}<p class="govuk-body">${t.actionLead}</p>${form({ action: urls.survey.toAction({ survey: place.survey.id, organisation: place.organisationId }), hidden, content: button({ text: t.makeAction, kind: 'secondary' }) })}`
  return { title: t.findingTitle, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) }
}

/** What is not shown cannot be proposed: back to what is. */
const toResults = (place: Place): Answer => redirect(urls.survey.results({ survey: place.survey.id, organisation: place.organisationId }))

export async function showPropose(ask: SignedIn, place: Place): Promise<Answer> {
  const proposed = await findProposed(ask, place, ask.query.get('part') ?? '', ask.query.get('question') ?? '')
  return proposed ? page(await proposePage(ask, place, proposed)) : toResults(place)
}

export async function savePropose(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language)
  const proposed = await findProposed(ask, place, ask.form.text('part'), ask.form.text('question'))
  if (!proposed) return toResults(place)
  const wished = ask.form.text('evaluation')
  const known = (await listAtDiagnosis(ask, place.organisationId)).some(({ id }) => id === wished)
  const evaluation = known ? await findEvaluation(ask.db, wished) : null
  const kind = kinds.find((one) => one === ask.form.text('kind'))
  if (!evaluation || !kind) {
    return invalid(await proposePage(ask, place, proposed, { ...(evaluation ? {} : { evaluation: t.notProposed }), ...(kind ? {} : { kind: t.noKind }) }))
  }
  const itemIds = proposed.item ? await listItemIds(ask.db, evaluation.id, proposed.item) : []
  const added = await addFinding(ask.db, ask.caller.personId, evaluation, { kind, text: proposed.text, detail: proposed.detail, itemIds })
  if ('refused' in added) return invalid(await proposePage(ask, place, proposed, { evaluation: t.notProposed }))
  return redirect(urls.evaluation.diagnosis({ evaluation: evaluation.id }), t.proposed)
}

/** One step from a result to an action: its sheet, begun with what people said and where that comes from. */
export async function saveAction(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language)
  const proposed = await findProposed(ask, place, ask.form.text('part'), ask.form.text('question'))
  if (!proposed) return toResults(place)
  const actor = { personId: ask.caller.personId, today: ask.today }
  const origin = { organisationId: place.organisationId, evaluationId: null, findingId: null }
  const { values } = checkSheet(emptySheet({ title: t.actionTitle(proposed.text), why: proposed.detail }), [], ask.language)
  const action = await createAction(ask.db, actor, origin, values)
  return redirect(urls.action.show({ action }), t.actionMade)
}
