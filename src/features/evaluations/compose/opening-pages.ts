import { isDay } from '../../../platform/days.ts'
import { sql } from 'kysely'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { formatDate } from '../../../platform/language.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { dateField } from '../../../ui/fields.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { listItems } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { warningList } from './questionnaire-view.ts'
import { refusalWords, refusedPage } from './refusals.ts'
import { extendRound, listTeamAtWork, openRound, remindTeam } from './round-commands.ts'
import { estimatedMinutes, openingGaps, warningsOf } from './rules.ts'
import type { OpeningGap } from './rules.ts'
import { deleteEvaluation } from './settings-commands.ts'
import { textsIn } from './texts.en.ts'

interface DayTyped {
  until: string
  error?: string
}

const errorsOf = (typed: DayTyped) => (typed.error ? [{ field: 'until', id: 'until', message: typed.error }] : [])

const untilField = (ask: SignedIn, typed: DayTyped, words: { label: string; hint: string }): Content =>
  dateField({
    id: 'until',
    name: 'until',
    ...words,
    value: typed.until,
    min: ask.today,
    ...(typed.error ? { error: { prefix: textsIn(ask.language).errorPrefix, message: typed.error } } : {}),
  })

async function openPage(ask: SignedIn, evaluation: Evaluation, typed: DayTyped): Promise<Page> {
  const t = textsIn(ask.language)
  const o = t.opening
  const items = await listItems(ask.db, evaluation.id)
  const members = await listTeamAtWork(ask, evaluation)
  const gaps = openingGaps({ items: items.length, members: members.length })
  const warnings = warningsOf({ questions: items, members: members.length, hasPurpose: evaluation.purpose !== '' })
  const here = { evaluation: evaluation.id }
  const summary = summaryList([
    {
      key: o.questionnaire,
      value: items.length > 0 ? o.questions(items.length, estimatedMinutes(items)) : null,
      missing: o.noQuestion,
      action: { href: urls.evaluation.compose(here), text: o.change, about: o.questionnaire },
    },
    {
      key: o.team,
      value:
        members.length > 0 ? html`${o.members(members.length)}<br><span class="q-missing">${members.map((member) => member.name).join(', ')}</span>` : null,
      missing: o.nobody,
      action: { href: urls.evaluation.members(here), text: o.change, about: o.team },
    },
  ])
  const body = html`${errorSummary({ title: t.errorTitle, errors: errorsOf(typed) })}${heading(1, o.title, 'l')}<p class="govuk-body">${o.intro}</p>
${summary}${when(warnings.length > 0 && gaps.length === 0, () => html`${heading(2, o.look, 's')}${warningList(warnings, ask.language)}`)}
${
  gaps.length > 0
    ? gapList(ask, evaluation, gaps)
    : html`<p class="govuk-body">${o.after}</p>${form({
        action: urls.evaluation.open(here),
        hidden: ask.hidden(),
        content: html`${untilField(ask, typed, { label: o.until, hint: o.untilHint })}${buttonGroup([button({ text: o.open }), cancel(ask, evaluation)])}`,
      })}`
}`
  return { title: `${o.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

const cancel = (ask: SignedIn, evaluation: Evaluation): Content =>
  linkButton({ text: evaluationTexts(ask.language).cancel, href: urls.evaluation.show({ evaluation: evaluation.id }), kind: 'quiet' })

function gapList(ask: SignedIn, evaluation: Evaluation, gaps: readonly OpeningGap[]): Content {
  const words = gaps.map((gap) => refusalWords(ask, evaluation, gap))
  return callout({
    title: textsIn(ask.language).opening.missing,
    content: list(words.map((one) => html`${one.sentence} <a class="govuk-link" href="${one.href}">${one.text}</a>`)),
  })
}

/** Why a last day cannot be that one; null when it can. `optional`: no day is a day. */
function dayError(ask: SignedIn, until: string, optional: boolean): string | null {
  const t = textsIn(ask.language).opening
  if (until === '') return optional ? null : t.extendMissing
  if (!isDay(until)) return t.errors.day
  return until < ask.today ? t.errors.past : null
}

async function open(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const until = ask.form.text('until')
  const error = dayError(ask, until, true)
  if (evaluation.state === 'composing' && error) return invalid(await openPage(ask, evaluation, { until, error }))
  const result = await openRound(ask, evaluation, until || null)
  if ('refused' in result) return refusedPage(ask, evaluation, result.refused)
  return redirect(urls.evaluation.show({ evaluation: evaluation.id }), textsIn(ask.language).opening.opened(result.members))
}

async function remind(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const result = await remindTeam(ask, evaluation)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(urls.evaluation.show({ evaluation: evaluation.id }), textsIn(ask.language).opening.reminded(result.mails))
}

function extendPage(ask: SignedIn, evaluation: Evaluation, typed: DayTyped): Page {
  const t = textsIn(ask.language)
  const o = t.opening
  const body = html`${errorSummary({ title: t.errorTitle, errors: errorsOf(typed) })}${heading(1, o.extendTitle, 'l')}
<p class="govuk-body">${evaluation.endsOn ? o.extendNow(formatDate(evaluation.endsOn, ask.language)) : o.extendNone}</p>
${form({
  action: urls.evaluation.extend({ evaluation: evaluation.id }),
  hidden: ask.hidden(),
  content: html`
${untilField(ask, typed, { label: o.until, hint: o.extendNote })}${buttonGroup([button({ text: o.extend }), cancel(ask, evaluation)])}`,
})}`
  return { title: o.extendTitle, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

async function extend(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const until = ask.form.text('until')
  const error = dayError(ask, until, false)
  if (evaluation.state === 'answering' && error) return invalid(extendPage(ask, evaluation, { until, error }))
  const result = await extendRound(ask, evaluation, until)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(urls.evaluation.show({ evaluation: evaluation.id }), textsIn(ask.language).opening.extended)
}

async function deletePage(ask: SignedIn, evaluation: Evaluation): Promise<Page> {
  const t = textsIn(ask.language)
  const items = (await listItems(ask.db, evaluation.id)).length
  const here = { evaluation: evaluation.id }
  const body = html`${heading(1, t.deletion.title, 'l')}<p class="govuk-body"><strong>${evaluation.title}</strong></p><p class="govuk-body">${t.deletion.text(items)}</p>
${when(items > 0, () => html`<p class="govuk-body">${t.deletion.model} <a class="govuk-link" href="${urls.evaluation.saveModel(here)}">${t.compose.keep}</a></p>`)}
${form({
  action: urls.evaluation.delete(here),
  hidden: ask.hidden(),
  content: buttonGroup([
    button({ text: t.deletion.delete, kind: 'harm' }),
    linkButton({ text: t.deletion.keep, href: urls.evaluation.show(here), kind: 'secondary' }),
  ]),
})}`
  return { title: t.deletion.title, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

async function remove(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const { rows } = await sql<{ actions: number }>`select count(*) as actions from actions where evaluation_id = ${evaluation.id}`.execute(ask.db)
  const result = await deleteEvaluation(ask, evaluation, rows[0]?.actions ?? 0)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(urls.school.evaluations({ organisation: evaluation.organisationId }), textsIn(ask.language).deletion.deleted)
}

export const openingRoutes: readonly Route[] = [
  get(
    urls.evaluation.open,
    onEvaluation('evaluation.lead', async (ask, evaluation) =>
      evaluation.state === 'composing'
        ? page(await openPage(ask, evaluation, { until: evaluation.endsOn ?? '' }))
        : refusedPage(ask, evaluation, ['not-composing']),
    ),
  ),
  post(urls.evaluation.open, onEvaluation('evaluation.lead', open)),
  post(urls.evaluation.remind, onEvaluation('evaluation.lead', remind)),
  get(
    urls.evaluation.extend,
    onEvaluation('evaluation.lead', (ask, evaluation) =>
      Promise.resolve(
        evaluation.state === 'answering' ? page(extendPage(ask, evaluation, { until: evaluation.endsOn ?? '' })) : refusedPage(ask, evaluation, ['not-open']),
      ),
    ),
  ),
  post(urls.evaluation.extend, onEvaluation('evaluation.lead', extend)),
  get(
    urls.evaluation.delete,
    onEvaluation('evaluation.lead', async (ask, evaluation) =>
      evaluation.state === 'composing' ? page(await deletePage(ask, evaluation)) : refusedPage(ask, evaluation, ['not-composing']),
    ),
  ),
  post(urls.evaluation.delete, onEvaluation('evaluation.lead', remove)),
]
