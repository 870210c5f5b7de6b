import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { dependents, moveQuestion, withoutQuestion, withQuestion } from './definition-edits.ts'
import { answersInWords, questionFields, questionOf, readTyped, typedOf } from './question-form.ts'
import type { TypedQuestion } from './question-form.ts'
import { crumbsOf, hiddenOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import type { Questionnaire } from './write-store.ts'

function questionPage(
  ask: SignedIn,
  questionnaire: Questionnaire,
  question: Question | null,
  typed: TypedQuestion,
  said: readonly string[] = [],
  kept: Html = nothing,
): Page {
  const t = textsIn(ask.language)
  const title = question ? t.question.title : t.question.newTitle
  const errors = said.map((message) => ({ field: 'text', id: 'text', message }))
  const error = errorsBy(errors, t.errorPrefix)
  const here = { questionnaire: questionnaire.id }
  const action = question ? urls.questionnaire.question({ ...here, code: question.code }) : urls.questionnaire.newQuestion(here)
  const fields = questionFields({ definition: questionnaire.definition, code: question?.code ?? null, typed, error: error('text'), t })
  const buttons = buttonGroup([button({ text: t.question.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}${kept}${form({ action, hidden: hiddenOf(ask, questionnaire), content: html`${fields}${buttons}` })}`
  return { title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

const findQuestion = (ask: SignedIn, { definition }: Questionnaire): Question | null =>
  definition.questions.find((one) => one.code === ask.params['code']) ?? null

export async function showNewQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  return page(questionPage(ask, questionnaire, null, typedOf(null, questionnaire.definition)))
}

export async function showEditQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const question = findQuestion(ask, questionnaire)
  return question ? page(questionPage(ask, questionnaire, question, typedOf(question, questionnaire.definition))) : notFound()
}

export async function saveQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const before = ask.params['code'] ? findQuestion(ask, questionnaire) : null
  if (ask.params['code'] && !before) return notFound()
  const typed = readTyped(ask.form)
  const question = questionOf(typed, before, questionnaire.definition)
  const next = withQuestion(questionnaire.definition, question)
  const known = checkDefinition(questionnaire.definition).map((problem) => `${problem.question} ${problem.why}`)
  const problems = checkDefinition(next).filter((problem) => problem.question === question.code || !known.includes(`${problem.question} ${problem.why}`))
  if (problems.length > 0)
    return invalid(
      questionPage(
        ask,
        questionnaire,
        before,
        typed,
        problems.map((problem) => problem.sentence),
      ),
    )
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') {
    return conflict(questionPage(ask, questionnaire, before, typed, [t.conflict], keptOf(ask, before)))
  }
  return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.show.saved)
}

/** The question as somebody else left it meanwhile. */
const keptOf = (ask: SignedIn, kept: Question | null): Html =>
  kept
    ? inset(
        html`<p class="govuk-body"><strong>${textsIn(ask.language).show.keptNow}</strong></p><p class="govuk-body">${kept.words.fr}</p><p class="govuk-body">${answersInWords(kept, textsIn(ask.language))}</p>`,
      )
    : nothing

/** Nothing is lost: what was typed is in the form, what is kept now beside it. */
export const conflict = (value: Page): Answer => ({ kind: 'page', status: 409, page: value })

export async function saveMove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const back = urls.questionnaire.show({ questionnaire: questionnaire.id })
  const moved = moveQuestion(questionnaire.definition, ask.params['code'] ?? '', ask.form.text('by') === 'up' ? -1 : 1)
  if (!moved) return redirect(back, t.stuck)
  return (await changeQuestionnaire(ask, questionnaire, moved)) === 'saved' ? redirect(back, t.moved) : redirect(back, textsIn(ask.language).conflict)
}

/** Where other questions depend on it: what becomes of them is said before. */
export async function showRemove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const question = findQuestion(ask, questionnaire)
  if (!question) return notFound()
  const here = { questionnaire: questionnaire.id }
  const affected = dependents(questionnaire.definition, question.code)
  const buttons = buttonGroup([button({ text: t.remove, kind: 'harm' }), linkButton({ text: t.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const body = html`${heading(1, t.removeTitle)}<p class="q-lead">${question.words.fr}</p>
${when(affected.length > 0, () => html`<p class="govuk-body">${t.removeText}</p>${list(affected.map((one) => one.words.fr))}`)}
${form({ action: urls.questionnaire.removeQuestion({ ...here, code: question.code }), hidden: hiddenOf(ask, questionnaire), content: buttons })}`
  return page({ title: t.removeTitle, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) })
}

export async function saveRemove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const back = urls.questionnaire.show({ questionnaire: questionnaire.id })
  if (!findQuestion(ask, questionnaire)) return notFound()
  const outcome = await changeQuestionnaire(ask, questionnaire, withoutQuestion(questionnaire.definition, ask.params['code'] ?? ''))
  return redirect(back, outcome === 'saved' ? textsIn(ask.language).show.removed : textsIn(ask.language).conflict)
}
