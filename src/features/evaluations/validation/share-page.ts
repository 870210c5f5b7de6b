import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { columns, list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { findOrganisation } from '../../organisations/store.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import type { Evaluation } from '../store.ts'
import { shareEvaluation } from './commands.ts'
import { textsIn } from './texts.en.ts'

export const showShare = onEvaluation('evaluation.share', async (ask, evaluation) => page(await sharePage(ask, evaluation)))

export const saveShare = onEvaluation('evaluation.share', async (ask, evaluation) => {
  const t = textsIn(ask.language).share
  const stop = ask.form.text('share') === 'stop'
  const outcome = await shareEvaluation(ask.db, evaluation, { personId: ask.caller.personId, at: stop ? null : ask.now })
  if ('refused' in outcome) return invalid(await sharePage(ask, evaluation))
  return redirect(urls.evaluation.share({ evaluation: evaluation.id }), stop ? t.stopped : t.shared)
})

async function sharePage(ask: SignedIn, evaluation: Evaluation): Promise<Page> {
  const t = textsIn(ask.language).share
  const body = evaluation.state === 'validated' ? decision(ask, evaluation, await authorityName(ask, evaluation)) : notYet(ask, evaluation)
  return { title: `${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

async function authorityName(ask: SignedIn, evaluation: Evaluation): Promise<string> {
  const school = await findOrganisation(ask.db, evaluation.organisationId)
  const authority = school?.authorityId ? await findOrganisation(ask.db, school.authorityId) : null
  return authority?.name ?? textsIn(ask.language).share.noAuthority
}

function notYet(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).share
  return html`${heading(1, t.notYet, 'l')}<p class="govuk-body">${t.notYetText}</p>${linkButton({ text: t.notYetStep, href: urls.evaluation.validate({ evaluation: evaluation.id }) })}`
}

function decision(ask: SignedIn, evaluation: Evaluation, authority: string): Html {
  const t = textsIn(ask.language).share
  const ids = { evaluation: evaluation.id }
  const seen = html`${heading(2, t.seenTitle, 'm')}${list(t.seen)}`
  const never = html`${heading(2, t.neverTitle, 'm')}${list(t.never)}`
  return html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.lead(authority)}</p>
${evaluation.sharedAt ? inset(t.since(formatDate(evaluation.sharedAt, ask.language))) : ''}${columns(seen, never)}
<p class="govuk-body">${t.typed}</p><p class="govuk-body"><a class="govuk-link" href="${urls.evaluation.sheet(ids, { vue: 'academie' })}">${t.preview}</a></p>${shareForm(ask, evaluation)}`
}

function shareForm(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).share
  const ids = { evaluation: evaluation.id }
  const shared = evaluation.sharedAt !== null
  const buttons = shared
    ? [button({ text: t.stop, kind: 'secondary' })]
    : [button({ text: t.button }), html`<a class="govuk-link" href="${urls.evaluation.show(ids)}">${t.notNow}</a>`]
  return form({
    action: urls.evaluation.share(ids),
    hidden: [...ask.hidden(), { name: 'share', value: shared ? 'stop' : 'start' }],
    content: html`${shared ? html`<p class="govuk-body">${t.stopText}</p>` : ''}${buttonGroup(buttons)}`,
  })
}
