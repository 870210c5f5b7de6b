import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { listAttached } from '../evidence/store.ts'
import { onEvaluation } from '../guard.ts'
import type { Evaluation } from '../store.ts'
import type { FindingKind } from '../tables.ts'
import type { ListActions } from './action-sheet.ts'
import { addFinding, editFinding, moveFinding, removeFinding } from './commands.ts'
import { diagnosisPage, earlyPage } from './diagnosis-page.ts'
import { findingFormPage } from './finding-form.ts'
import type { FindingForm } from './finding-form.ts'
import { diagnosisObstacle, draftErrors, findingKinds } from './rules.ts'
import type { DiagnosisRefusal, FindingDraft } from './rules.ts'
import { findFinding, listAgreedItems, listFindings } from './store.ts'
import type { AgreedItem, Finding } from './store.ts'
import { textsIn } from './texts.en.ts'

/** `listActions` comes from the plans, which stand after evaluations. */
export const diagnosisRoutes = (listActions: ListActions): Route[] => [
  get(urls.evaluation.diagnosis, showDiagnosis(listActions)),
  get(urls.evaluation.newFinding, showNew),
  post(urls.evaluation.newFinding, saveNew),
  get(urls.evaluation.finding, showEdit),
  post(urls.evaluation.finding, saveEdit),
  post(urls.evaluation.moveFinding, saveMove),
  get(urls.evaluation.findingDelete, showRemove(listActions)),
  post(urls.evaluation.findingDelete, saveRemove),
]

const showDiagnosis = (listActions: ListActions): Guarded =>
  onEvaluation('evaluation.read', async (ask, evaluation) => {
    if (diagnosisObstacle(evaluation.state) === 'not-closed') return page(earlyPage(ask, evaluation))
    const items = await listAgreedItems(ask.db, evaluation.id)
    const findings = await listFindings(ask.db, evaluation.id)
    return page(
      diagnosisPage(ask, { evaluation, items, findings, proofs: await listAttached(ask.db, evaluation.id), actions: await listActions(ask.db, evaluation.id) }),
    )
  })

const toDiagnosis = (evaluation: Evaluation, notice?: string): Answer => redirect(urls.evaluation.diagnosis({ evaluation: evaluation.id }), notice)

const readKind = (text: string): FindingKind => findingKinds.find((kind) => kind === text) ?? 'strength'

const showNew = onEvaluation('evaluation.agree', async (ask, evaluation) => {
  if (diagnosisObstacle(evaluation.state)) return toDiagnosis(evaluation)
  const items = await listAgreedItems(ask.db, evaluation.id)
  const kind = readKind(ask.query.get('nature') ?? '')
  const from = items.find((item) => item.id === ask.query.get('question')) ?? null
  return page(findingFormPage(ask, { evaluation, items, draft: startingDraft(ask, kind, from), editing: null }))
})

// A question affirms what one would like to be true: as a weakness it must not read as a success.
function startingDraft(ask: SignedIn, kind: FindingKind, from: AgreedItem | null): FindingDraft {
  if (!from) return { kind, text: '', detail: '', itemIds: [] }
  const text = kind === 'strength' ? from.statement : textsIn(ask.language).form.startWeakness(uncapitalised(from.statement))
  return { kind, text, detail: from.agreed?.reason ?? '', itemIds: [from.id] }
}

// « Pour chaque période » goes on in small letters after a colon; « PFMP » does not.
const uncapitalised = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

const readDraft = (ask: SignedIn): FindingDraft => ({
  kind: readKind(ask.form.text('kind')),
  text: ask.form.text('text').replace(/\s+/g, ' '),
  detail: ask.form.text('detail'),
  itemIds: ask.form.all('items'),
})

/** The form again, filled as it was sent. */
async function again(ask: SignedIn, evaluation: Evaluation, draft: FindingDraft, more: Partial<FindingForm>): Promise<Answer> {
  return invalid(findingFormPage(ask, { evaluation, items: await listAgreedItems(ask.db, evaluation.id), draft, editing: null, ...more }))
}

function errorsOf(ask: SignedIn, draft: FindingDraft) {
  const t = textsIn(ask.language)
  return draftErrors(draft).map(({ field, error }) => ({ field, id: field, message: t.errors[error] }))
}

const saveNew = onEvaluation('evaluation.agree', async (ask, evaluation) => {
  const draft = readDraft(ask)
  const errors = errorsOf(ask, draft)
  if (errors.length > 0) return again(ask, evaluation, draft, { errors })
  const outcome = await addFinding(ask.db, ask.caller.personId, evaluation, draft)
  if ('refused' in outcome) return again(ask, evaluation, draft, { remark: textsIn(ask.language).refusals[outcome.refused] })
  return toDiagnosis(evaluation, textsIn(ask.language).saved)
})

const onFinding = (handle: (ask: SignedIn, evaluation: Evaluation, finding: Finding) => Promise<Answer>): Guarded =>
  onEvaluation('evaluation.agree', async (ask, evaluation) => {
    const finding = await findFinding(ask.db, evaluation.id, ask.params['finding'] ?? '')
    return finding ? handle(ask, evaluation, finding) : notFound()
  })

const showEdit = onFinding(async (ask, evaluation, finding) => {
  if (diagnosisObstacle(evaluation.state)) return toDiagnosis(evaluation)
  return page(findingFormPage(ask, { evaluation, items: await listAgreedItems(ask.db, evaluation.id), draft: finding, editing: finding }))
})

const saveEdit = onEvaluation('evaluation.agree', async (ask, evaluation) => {
  const t = textsIn(ask.language)
  const draft = readDraft(ask)
  const editing = { id: ask.params['finding'] ?? '', version: Math.trunc(Number(ask.form.text('version'))) || 0 }
  const errors = errorsOf(ask, draft)
  if (errors.length > 0) return again(ask, evaluation, draft, { errors, editing })
  const outcome = await editFinding(ask.db, ask.caller.personId, evaluation, { ...editing, draft })
  if ('refused' in outcome) return again(ask, evaluation, draft, { editing, remark: t.refusals[outcome.refused] })
  if ('gone' in outcome) return again(ask, evaluation, draft, { remark: t.gone })
  if ('conflict' in outcome) return again(ask, evaluation, draft, { editing: outcome.conflict, conflict: outcome.conflict })
  return toDiagnosis(evaluation, t.saved)
})

const refusalNotice = (ask: SignedIn, evaluation: Evaluation, reason: DiagnosisRefusal): Answer => {
  const t = textsIn(ask.language)
  return toDiagnosis(evaluation, reason === 'validated' ? t.alreadyValidated : t.refusals[reason])
}

const saveMove = onFinding(async (ask, evaluation, finding) => {
  const outcome = await moveFinding(ask.db, ask.caller.personId, evaluation, finding, ask.form.text('move') === 'up' ? 'up' : 'down')
  if ('refused' in outcome) return refusalNotice(ask, evaluation, outcome.refused)
  return redirect(`${urls.evaluation.diagnosis({ evaluation: evaluation.id })}#constat-${finding.id}`)
})

const showRemove = (listActions: ListActions): Guarded =>
  onFinding(async (ask, evaluation, finding) => {
    const t = textsIn(ask.language)
    if (diagnosisObstacle(evaluation.state)) return toDiagnosis(evaluation)
    const actions = (await listActions(ask.db, evaluation.id)).filter((action) => action.findingId === finding.id).length
    const keep = html`<a class="govuk-link" href="${urls.evaluation.diagnosis({ evaluation: evaluation.id })}">${t.keep}</a>`
    const action = urls.evaluation.findingDelete({ evaluation: evaluation.id, finding: finding.id })
    const body = html`${heading(1, t.removeTitle, 'l')}<p class="govuk-body"><strong>${finding.text}</strong></p><p class="govuk-body">${t.removeText}</p>
${when(actions > 0, () => html`<p class="govuk-body">${t.removeActions(actions)}</p>`)}${form({ action, hidden: ask.hidden(), content: buttonGroup([button({ text: t.removeButton, kind: 'harm' }), keep]) })}`
    return page({ title: t.removeTitle, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' })
  })

const saveRemove = onFinding(async (ask, evaluation, finding) => {
  const outcome = await removeFinding(ask.db, ask.caller.personId, evaluation, finding)
  return 'refused' in outcome ? refusalNotice(ask, evaluation, outcome.refused) : toDiagnosis(evaluation, textsIn(ask.language).removed)
})
