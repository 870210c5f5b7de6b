import type { Page } from '../../../platform/web/answer.ts'
import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { EvaluationItem } from '../store.ts'
import { inWordsOf } from './conflict.ts'
import { answeredSoFar } from './promise.ts'
import { answeredCount } from './pages.ts'
import type { Sheet, View } from './pages.ts'
import { isAnswered } from './rules.ts'
import { textsIn } from './texts.en.ts'

/** What is answered and what is not, before saying « J'ai terminé ». Nothing blocks. */
export function finishPage(ask: SignedIn, sheet: Sheet, finishedAt: Date | null, view: View): Page {
  const t = textsIn(ask.language)
  const { evaluation, items } = sheet
  const done = answeredCount(sheet)
  const open = items.filter((item) => !isAnsweredIn(sheet, item))
  const answered = items.filter((item) => isAnsweredIn(sheet, item))
  const back = html`<a class="govuk-link" href="${urls.evaluation.answer({ evaluation: evaluation.id })}">${t.finish.back}</a>`
  const body = html`${heading(1, t.finish.title, 'l')}${answeredSoFar(ask.language, done, items.length)}
<p class="govuk-body">${open.length === 0 ? t.finish.allAnswered : t.finish.left(open.length)}</p>
${
  finishedAt
    ? inset(html`<p class="govuk-body">${t.finish.already(formatDate(finishedAt, ask.language))}</p><p class="govuk-body">${back}</p>`)
    : form({
        action: urls.evaluation.finish({ evaluation: evaluation.id }),
        hidden: ask.hidden(),
        content: html`<p class="govuk-body">${t.finish.later}</p>${buttonGroup([button({ text: t.finish.button }), back])}`,
      })
}
${when(open.length > 0, () => html`${heading(2, t.finish.leftTitle, 'm')}${list(open.map((item) => html`<a class="govuk-link" href="${questionHref(sheet, item, view)}">${item.statement}</a>`))}`)}
${when(answered.length > 0, () => html`${heading(2, t.finish.answeredTitle, 'm')}${summaryOf(ask, sheet, answered, view)}`)}`
  return { title: `${t.finish.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

const isAnsweredIn = (sheet: Sheet, item: EvaluationItem): boolean => {
  const own = sheet.own.get(item.id)
  return own !== undefined && isAnswered(own)
}

function summaryOf(ask: SignedIn, sheet: Sheet, items: readonly EvaluationItem[], view: View): Html {
  const t = textsIn(ask.language)
  return summaryList(
    items.map((item) => {
      const own = sheet.own.get(item.id)
      return {
        key: item.statement,
        value: own ? join(inWordsOf(own, item.scale, t).map((line) => html`<div>${line}</div>`)) : null,
        action: { href: questionHref(sheet, item, view), text: t.finish.change, about: item.statement },
      }
    }),
  )
}

const questionHref = ({ evaluation }: Sheet, item: EvaluationItem, view: View): string =>
  view === 'all'
    ? `${urls.evaluation.answer({ evaluation: evaluation.id })}#q-${item.id}`
    : urls.evaluation.answerItem({ evaluation: evaluation.id, item: item.id })
