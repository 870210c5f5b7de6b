import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import { readingLevel } from '../bank/reading-level.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { changeQuestionnaire, removeQuestionnaire } from './commands.ts'
import { moveQuestion, withoutQuestion, withQuestion } from './definition-edits.ts'
import { listCrumbs } from './list-pages.ts'
import { answersInWords, questionFields, questionOf, readTyped, typedOf } from './question-form.ts'
import type { TypedQuestion } from './question-form.ts'
import { textsIn } from './texts.en.ts'
import type { Questionnaire } from './write-store.ts'

/** More than this, and many people stop before the end. */
const longMinutes = 10

export const crumbsOf = (ask: SignedIn, questionnaire: Questionnaire) => [
  ...listCrumbs(ask, questionnaire.organisationId),
  { text: questionnaire.title, href: urls.questionnaire.show({ questionnaire: questionnaire.id }) },
]

const hiddenOf = (ask: SignedIn, { version }: Questionnaire) => [...ask.hidden(), { name: 'version', value: version }]

export async function showQuestionnaire(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const { definition, id, title, organisationId } = questionnaire
  const here = { questionnaire: id }
  const edits = may(ask.caller, 'survey.edit', questionnaire)
  const level = readingLevel(definition)
  const minutes = estimateMinutes(definition)
  const problems = checkDefinition(definition).filter((problem) => problem.why !== 'empty')
  const buttons = buttonGroup([
    linkButton({ text: t.show.add, href: urls.questionnaire.newQuestion(here) }),
    linkButton({ text: t.show.about, href: urls.questionnaire.about(here), kind: 'secondary' }),
    linkButton({ text: t.show.languages, href: urls.questionnaire.languages(here), kind: 'secondary' }),
    linkButton({ text: t.show.useIt, href: urls.survey.create({ organisation: organisationId }), kind: 'quiet' }),
  ])
  const body = html`${heading(1, title)}${when(definition.intro.fr, () => html`<p class="q-lead">${definition.intro.fr}</p>`)}
${when(definition.questions.length > 0, () => html`<p class="govuk-body">${t.show.minutes(minutes)} ${minutes > longMinutes ? t.show.long : ''} ${level ? t.show.levels[level.level] : ''}</p>`)}
${when(problems.length > 0, () => callout({ title: t.show.problems, content: list(problems.map((problem) => problem.sentence)) }))}${when(edits, () => buttons)}
${when(definition.questions.length === 0, () => html`<p class="govuk-body">${t.show.empty}</p>`)}
${sectionsOf(definition).map(({ words, questions }) => html`<section>${words ? heading(2, words, 'm') : nothing}<ol class="q-spread-list">${questions.map((question) => questionLine(ask, questionnaire, question, edits))}</ol></section>`)}
${when(edits, () => html`<p>${linkButton({ text: t.show.delete, href: urls.questionnaire.delete(here), kind: 'quiet' })}</p>`)}`
  return page({ title, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisationId) })
}

function sectionsOf({ sections, questions }: Definition): { words: string; questions: Question[] }[] {
  const known = sections.map((section) => section.code)
  const loose = questions.filter((question) => !known.includes(question.section))
  const all = sections.map((section) => ({ words: section.words.fr, questions: questions.filter((question) => question.section === section.code) }))
  return [...all, { words: '', questions: loose }].filter((section) => section.questions.length > 0)
}

function questionLine(ask: SignedIn, questionnaire: Questionnaire, question: Question, edits: boolean): Html {
  const t = textsIn(ask.language).show
  const place = { questionnaire: questionnaire.id, code: question.code }
  const condition = questionnaire.definition.questions.find((one) => one.code === question.when?.question)
  const move = (by: 'up' | 'down'): Html =>
    form({
      action: urls.questionnaire.moveQuestion(place),
      hidden: [...hiddenOf(ask, questionnaire), { name: 'by', value: by }],
      inline: true,
      label: `${t[by]} : ${question.words.fr}`,
      content: button({ text: t[by], kind: 'quiet', about: question.words.fr }),
    })
  const remove = form({
    action: urls.questionnaire.removeQuestion(place),
    hidden: hiddenOf(ask, questionnaire),
    inline: true,
    label: `${t.remove} : ${question.words.fr}`,
    content: button({ text: t.remove, kind: 'quiet', about: question.words.fr }),
  })
  const tools = edits
    ? html`<div class="q-inline">${linkButton({ text: t.edit, href: urls.questionnaire.question(place), kind: 'quiet', about: question.words.fr })}${move('up')}${move('down')}${remove}</div>`
    : nothing
  return html`<li><div><strong>${question.pictogram ? `${question.pictogram} ` : ''}${question.words.fr}</strong><p>${answersInWords(question, textsIn(ask.language))}</p>
${when(condition, () => html`<p>${t.condition(condition?.words.fr ?? '')}</p>`)}${when(question.item, () => html`<p>${t.linked(question.item?.code ?? '')}</p>`)}</div>${tools}</li>`
}

function questionPage(ask: SignedIn, questionnaire: Questionnaire, question: Question | null, typed: TypedQuestion, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const title = question ? t.question.title : t.question.newTitle
  const errors = said.map((message) => ({ field: 'text', id: 'text', message }))
  const error = errorsBy(errors, t.errorPrefix)
  const here = { questionnaire: questionnaire.id }
  const action = question ? urls.questionnaire.question({ ...here, code: question.code }) : urls.questionnaire.newQuestion(here)
  const fields = questionFields({ definition: questionnaire.definition, code: question?.code ?? null, typed, error: error('text'), t })
  const buttons = buttonGroup([button({ text: t.question.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}${form({ action, hidden: hiddenOf(ask, questionnaire), content: html`${fields}${buttons}` })}`
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
  const problems = checkDefinition(next).filter((problem) => problem.question === question.code || problem.why === 'too-many')
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
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') return conflict(questionPage(ask, questionnaire, before, typed, [t.conflict]))
  return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.show.saved)
}

/** Nothing is lost: what was typed is in the form, drawn from what is kept now. */
const conflict = (value: Page): Answer => ({ kind: 'page', status: 409, page: value })

export async function saveMove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const back = urls.questionnaire.show({ questionnaire: questionnaire.id })
  const moved = moveQuestion(questionnaire.definition, ask.params['code'] ?? '', ask.form.text('by') === 'up' ? -1 : 1)
  if (!moved) return redirect(back, t.stuck)
  return (await changeQuestionnaire(ask, questionnaire, moved)) === 'saved' ? redirect(back, t.moved) : redirect(back, textsIn(ask.language).conflict)
}

export async function saveRemove(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const back = urls.questionnaire.show({ questionnaire: questionnaire.id })
  if (!findQuestion(ask, questionnaire)) return notFound()
  const outcome = await changeQuestionnaire(ask, questionnaire, withoutQuestion(questionnaire.definition, ask.params['code'] ?? ''))
  return redirect(back, outcome === 'saved' ? textsIn(ask.language).show.removed : textsIn(ask.language).conflict)
}

interface About {
  title: string
  intro: string
  sections: string
}

function aboutPage(ask: SignedIn, questionnaire: Questionnaire, typed: About, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const errors = said.map((message) => ({ field: 'title', id: 'title', message }))
  const error = errorsBy(errors, t.errorPrefix)
  const here = { questionnaire: questionnaire.id }
  const fields = html`${textField({ id: 'title', name: 'title', label: t.about.name, value: typed.title, error: error('title') })}${textArea({ id: 'intro', name: 'intro', label: t.about.intro, rows: 3, value: typed.intro })}
${textArea({ id: 'sections', name: 'sections', label: t.about.sections, hint: t.about.sectionsHint, rows: 5, value: typed.sections })}
${buttonGroup([button({ text: t.about.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.about.title)}${form({ action: urls.questionnaire.about(here), hidden: hiddenOf(ask, questionnaire), content: fields })}`
  return { title: t.about.title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

export async function showAbout(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const { title, intro, sections } = questionnaire.definition
  return page(aboutPage(ask, questionnaire, { title: title.fr, intro: intro.fr, sections: sections.map((section) => section.words.fr).join('\n') }))
}

export async function saveAbout(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const typed = { title: ask.form.text('title'), intro: ask.form.text('intro'), sections: ask.form.text('sections') }
  if (!typed.title) return invalid(aboutPage(ask, questionnaire, typed, [t.bank.noTitle]))
  const { definition } = questionnaire
  const next = {
    ...definition,
    title: typed.title === definition.title.fr ? definition.title : { fr: typed.title },
    intro: typed.intro === definition.intro.fr ? definition.intro : { fr: typed.intro },
    sections: sectionsFrom(typed.sections, definition),
  }
  const known = next.sections.map((section) => section.code)
  const questions = next.questions.map((question) =>
    question.section === '' || known.includes(question.section) ? question : { ...question, section: known[0] ?? '' },
  )
  if ((await changeQuestionnaire(ask, questionnaire, { ...next, questions })) === 'conflict')
    return conflict(aboutPage(ask, questionnaire, typed, [t.conflict]))
  return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.show.saved)
}

/** A part whose name is kept, or which stands at the same place, stays the same part. */
function sectionsFrom(lines: string, { sections }: Definition): Definition['sections'] {
  const names = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const kept = new Map(sections.filter((section) => names.includes(section.words.fr)).map((section) => [section.words.fr, section]))
  const free = sections.filter((section) => !names.includes(section.words.fr))
  let number = sections.length
  return names.map((fr) => kept.get(fr) ?? { code: free.shift()?.code ?? `S${++number}`, words: { fr } })
}

export async function showDelete(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const here = { questionnaire: questionnaire.id }
  const buttons = buttonGroup([button({ text: t.delete, kind: 'harm' }), linkButton({ text: t.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const body = html`${heading(1, t.deleteTitle)}<p class="govuk-body">${t.deleteText}</p>${form({ action: urls.questionnaire.delete(here), hidden: ask.hidden(), content: buttons })}`
  return page({ title: t.deleteTitle, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) })
}

export async function saveDelete(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  await removeQuestionnaire(ask, questionnaire)
  return redirect(urls.questionnaire.list({ organisation: questionnaire.organisationId }), textsIn(ask.language).show.deleted)
}
