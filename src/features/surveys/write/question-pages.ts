import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { languageInWords } from '../questionnaire/answering-words.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { answersLine } from './answers-line.ts'
import { dependents, moveQuestion, withoutQuestion, withQuestion } from './definition-edits.ts'
import { errorOf, questionFields, questionOf, readTyped, typedOf } from './question-form.ts'
import type { TypedQuestion } from './question-form.ts'
import { anchorOf, crumbsOf, hiddenOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import { translatedInto } from './translations.ts'
import type { Questionnaire } from './write-store.ts'

interface Filled {
  question: Question | null
  typed: TypedQuestion
  /** Code of the question after which a new one is to stand; '' for the end. */
  after: string
  errors?: readonly FormError[]
  kept?: Html
}

function questionPage(ask: SignedIn, questionnaire: Questionnaire, { question, typed, after, errors = [], kept = nothing }: Filled): Page {
  const t = textsIn(ask.language)
  const { definition } = questionnaire
  const title = question ? t.question.title : t.question.newTitle
  const here = { questionnaire: questionnaire.id }
  const action = question ? urls.questionnaire.question({ ...here, code: question.code }) : urls.questionnaire.newQuestion(here)
  const fields = questionFields({ definition, code: question?.code ?? null, typed, after, error: errorsBy(errors, t.errorPrefix), t })
  const previous = question ? undefined : definition.questions.find((one) => one.code === after)
  const buttons = buttonGroup([
    button({ text: t.question.save }),
    linkButton({ text: t.show.cancel, href: placeOf(questionnaire, question?.code ?? after), kind: 'quiet' }),
  ])
  const hidden = [...hiddenOf(ask, questionnaire), ...(previous ? [{ name: 'apres', value: previous.code }] : [])]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}${when(previous, () => html`<p class="govuk-body">${t.question.after(previous?.words.fr ?? '')}</p>`)}${kept}
${form({ action, hidden, content: html`${fields}${buttons}` })}`
  return { title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

const findQuestion = (ask: SignedIn, { definition }: Questionnaire): Question | null =>
  definition.questions.find((one) => one.code === ask.params['code']) ?? null

/** Where it stands on the questionnaire's page. */
const placeOf = ({ id, definition }: Questionnaire, code: string): string => {
  const back = urls.questionnaire.show({ questionnaire: id })
  return definition.questions.some((one) => one.code === code) ? `${back}#${anchorOf(code)}` : back
}

/** After a question (« apres »), or at the end of a part (« partie »), or at the end. */
export async function showNewQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const { definition } = questionnaire
  const previous = definition.questions.find((one) => one.code === ask.query.get('apres'))
  const part = definition.sections.find((one) => one.code === ask.query.get('partie'))
  const typed = typedOf(null, definition)
  return page(
    questionPage(ask, questionnaire, {
      question: null,
      typed: { ...typed, section: previous?.section ?? part?.code ?? typed.section },
      after: previous?.code ?? '',
    }),
  )
}

export async function showEditQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const question = findQuestion(ask, questionnaire)
  return question ? page(questionPage(ask, questionnaire, { question, typed: typedOf(question, questionnaire.definition), after: '' })) : notFound()
}

export async function saveQuestion(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const { definition } = questionnaire
  const before = ask.params['code'] ? findQuestion(ask, questionnaire) : null
  if (ask.params['code'] && !before) return notFound()
  const after = ask.form.text('apres')
  const typed = readTyped(ask.form)
  const question = questionOf(typed, before, definition)
  const next = withQuestion(definition, question, after)
  const known = checkDefinition(definition).map((problem) => `${problem.question} ${problem.why}`)
  const problems = checkDefinition(next).filter((problem) => problem.question === question.code || !known.includes(`${problem.question} ${problem.why}`))
  const filled = { question: before, typed, after }
  if (problems.length > 0) {
    const faulty = { definition, typed, after, before: before?.code ?? null }
    return invalid(questionPage(ask, questionnaire, { ...filled, errors: problems.map((one) => errorOf(one, question.code, faulty, ask.language)) }))
  }
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') {
    const errors = [{ field: 'text', id: 'text', message: t.conflict }]
    return conflict(questionPage(ask, questionnaire, { ...filled, errors, kept: keptOf(ask, before) }))
  }
  return redirect(placeOf({ ...questionnaire, definition: next }, question.code), t.show.saved)
}

/** The question as somebody else left it meanwhile. */
const keptOf = (ask: SignedIn, kept: Question | null): Html =>
  kept
    ? inset(
        html`<p class="govuk-body"><strong>${textsIn(ask.language).show.keptNow}</strong></p><p class="govuk-body">${kept.words.fr}</p><p class="govuk-body">${answersLine(kept, ask.language)}</p>`,
      )
    : nothing

/** Nothing is lost: what was typed is in the form, what is kept now beside it. */
export const conflict = (value: Page): Answer => ({ kind: 'page', status: 409, page: value })

export async function saveMove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const code = ask.params['code'] ?? ''
  const back = placeOf(questionnaire, code)
  const moved = moveQuestion(questionnaire.definition, code, ask.form.text('by') === 'up' ? -1 : 1)
  if (!moved) return redirect(back, t.stuck)
  return (await changeQuestionnaire(ask, questionnaire, moved)) === 'saved' ? redirect(back, t.moved) : redirect(back, textsIn(ask.language).conflict)
}

/** Where other questions depend on it, or where it is translated: what becomes of them is said before. */
export async function showRemove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const question = findQuestion(ask, questionnaire)
  if (!question) return notFound()
  const here = { questionnaire: questionnaire.id }
  const affected = dependents(questionnaire.definition, question.code)
  const lost = translatedInto(question).map((tag) => languageInWords(tag, ask.language))
  const buttons = buttonGroup([
    button({ text: t.remove, kind: 'harm' }),
    linkButton({ text: t.cancel, href: placeOf(questionnaire, question.code), kind: 'quiet' }),
  ])
  const body = html`${heading(1, t.removeTitle)}<p class="q-lead">${question.words.fr}</p>
${when(affected.length > 0, () => html`<p class="govuk-body">${t.removeText}</p>${list(affected.map((one) => one.words.fr))}`)}
${when(lost.length > 0, () => html`<p class="govuk-body">${t.removeTranslated(lost.join(', '))}</p>`)}
${form({ action: urls.questionnaire.removeQuestion({ ...here, code: question.code }), hidden: hiddenOf(ask, questionnaire), content: buttons })}`
  return page({ title: t.removeTitle, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) })
}

export async function saveRemove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const back = urls.questionnaire.show({ questionnaire: questionnaire.id })
  if (!findQuestion(ask, questionnaire)) return notFound()
  const outcome = await changeQuestionnaire(ask, questionnaire, withoutQuestion(questionnaire.definition, ask.params['code'] ?? ''))
  return redirect(back, outcome === 'saved' ? textsIn(ask.language).show.removed : textsIn(ask.language).conflict)
}
