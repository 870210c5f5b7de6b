import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { PermissionName } from '../../accounts/permissions.ts'
import type { FileRefusal, FileType } from '../../evidence/file-type.ts'
import { largestFile } from '../../evidence/file-type.ts'
import { longestPageRef, longestTitle, readDay } from '../../evidence/rules.ts'
import type { LinkRefusal } from '../../evidence/rules.ts'
import { textsIn as evidenceTexts } from '../../evidence/texts.en.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { findItem } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { attachPage, emptyAttachForm } from './attach-page.ts'
import type { AttachForm } from './attach-page.ts'
import { attachEvidence, detachEvidence } from './commands.ts'
import type { AttachRefusal, Source } from './commands.ts'
import { longestNote, mayChangeEvidence, readWay } from './rules.ts'
import { listAttachable, listAttached } from './store.ts'
import { textsIn } from './texts.en.ts'

const onQuestion = (permission: PermissionName, handle: (ask: SignedIn, evaluation: Evaluation, item: EvaluationItem) => Promise<Answer>): Guarded =>
  onEvaluation(permission, async (ask, evaluation) => {
    const item = await findItem(ask.db, evaluation.id, ask.params['item'] ?? '')
    return item ? handle(ask, evaluation, item) : notFound()
  })

/** How many of the school's proofs are offered for another use. */
const mostOffered = 200

const showAttach = onQuestion('evidence.read', (ask, evaluation, item) => answer(ask, evaluation, item, emptyAttachForm(readWay(ask.query.get('way') ?? ''))))

async function answer(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem, sent: AttachForm): Promise<Answer> {
  const attached = await listAttached(ask.db, evaluation.id, item.id)
  const known = sent.way === 'known' ? await listAttachable(ask.db, item, mostOffered) : []
  const shown = attachPage(ask, { evaluation, item, attached, known, form: sent })
  return sent.errors.length > 0 ? invalid(shown) : page(shown)
}

const saveAttach = onQuestion('evidence.attach', async (ask, evaluation, item) => {
  const t = textsIn(ask.language)
  const sent = readForm(ask)
  if (sent.errors.length > 0) return answer(ask, evaluation, item, sent)
  const outcome = await attachEvidence(ask.db, ask.services.files, evaluation, item, {
    personId: ask.caller.personId,
    title: sent.title,
    effectiveOn: readDay(sent.effectiveOn),
    shows: sent.note,
    pageRef: sent.pageRef,
    source: sourceOf(ask, sent),
  })
  if ('refused' in outcome) {
    const message = refusalWords(ask, outcome.refused, outcome.type)
    return answer(ask, evaluation, item, { ...sent, errors: [{ field: 'source', id: 'source', message }] })
  }
  const said = outcome.already ? t.doneAlready : outcome.reused ? t.doneReused(outcome.evidence.title) : t.done
  return redirect(urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id }), said)
})

function readForm(ask: SignedIn): AttachForm {
  const t = textsIn(ask.language)
  const text = (name: string): string => ask.form.text(name)
  const sent = {
    way: readWay(text('way')),
    title: text('title'),
    effectiveOn: text('effectiveOn'),
    note: text('note'),
    pageRef: text('pageRef'),
    address: text('address'),
    known: text('known'),
  }
  const errors: FormError[] = []
  if (sent.title.length > longestTitle) errors.push({ field: 'title', id: 'title', message: t.longTitle })
  if (sent.effectiveOn && !readDay(sent.effectiveOn)) errors.push({ field: 'effectiveOn', id: 'effectiveOn', message: t.wrongDate })
  if (sent.pageRef.length > longestPageRef) errors.push({ field: 'pageRef', id: 'pageRef', message: t.longPageRef })
  if (sent.note.length > longestNote) errors.push({ field: 'note', id: 'note', message: t.longNote })
  return { ...sent, errors }
}

function sourceOf(ask: SignedIn, sent: AttachForm): Source {
  switch (sent.way) {
    case 'file':
      return { way: 'file', file: ask.form.file('file') }
    case 'link':
      return { way: 'link', address: sent.address }
    case 'known':
      return { way: 'known', evidenceId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sent.known) ? sent.known : '' }
  }
}

type OwnRefusal = Exclude<AttachRefusal, FileRefusal | LinkRefusal>
const isOwn = (reason: AttachRefusal): reason is OwnRefusal => reason === 'validated' || reason === 'no-file' || reason === 'nothing-chosen'

function refusalWords(ask: SignedIn, reason: AttachRefusal, type?: FileType): string {
  if (isOwn(reason)) return textsIn(ask.language).refusals[reason]
  const t = evidenceTexts(ask.language)
  return isLinkRefusal(reason) ? t.linkRefusals[reason] : t.fileRefusal(reason, type)
}

const isLinkRefusal = (reason: FileRefusal | LinkRefusal): reason is LinkRefusal => reason.includes('link') || reason === 'not-web'

const showDetach = onQuestion('evidence.attach', async (ask, evaluation, item) => {
  const t = textsIn(ask.language)
  const href = urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id })
  if (!mayChangeEvidence(evaluation.state)) return redirect(href, t.frozen)
  const evidence = (await listAttached(ask.db, evaluation.id, item.id)).find((one) => one.id === ask.params['evidence'])
  if (!evidence) return redirect(href)
  const action = urls.evaluation.detachEvidence({ evaluation: evaluation.id, item: item.id, evidence: evidence.id })
  const content = buttonGroup([button({ text: t.detachButton }), html`<a class="govuk-link" href="${href}">${t.keep}</a>`])
  const body = html`${heading(1, t.detachTitle(evidence.title), 'l')}<p class="govuk-body">${item.statement}</p><p class="govuk-body">${t.detachText}</p>${form({ action, hidden: ask.hidden(), content })}`
  return page({ title: t.detachTitle(evidence.title), body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' })
})

const saveDetach = onQuestion('evidence.attach', async (ask, evaluation, item) => {
  const t = textsIn(ask.language)
  const outcome = await detachEvidence(ask.db, ask.caller.personId, evaluation, item, ask.params['evidence'] ?? '')
  return redirect(urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id }), 'refused' in outcome ? t.frozen : t.detached)
})

/** A file somewhat over the limit still arrives whole, so that the refusal gives back what was typed with it. */
const bodyLimit = largestFile + 15 * 1024 * 1024

export const attachRoutes: Route[] = [
  get(urls.evaluation.attachEvidence, showAttach),
  post(urls.evaluation.attachEvidence, saveAttach, { bodyLimit }),
  get(urls.evaluation.detachEvidence, showDetach),
  post(urls.evaluation.detachEvidence, saveDetach),
]
