import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import { readingLevel } from '../bank/reading-level.ts'
import { wordsOfAnswers } from '../questionnaire/answers-of.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import { inAskedOrder, itemName } from '../questionnaire/definition.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { sayProblem } from '../questionnaire/say-problem.ts'
import { answersLine } from './answers-line.ts'
import { dependents } from './definition-edits.ts'
import { listStatements } from './linked-items.ts'
import { listCrumbs } from './list-pages.ts'
import { notCarriedList } from './not-carried.ts'
import { textsIn } from './texts.en.ts'
import { translatedInto } from './translations.ts'
import type { Questionnaire } from './write-store.ts'

/** More than this, and many people stop before the end. */
const longMinutes = 10

export const crumbsOf = (ask: SignedIn, questionnaire: Questionnaire) => [
  ...listCrumbs(ask, questionnaire.organisationId),
  { text: questionnaire.title, href: urls.questionnaire.show({ questionnaire: questionnaire.id }) },
]

/** With the version that the page was drawn from. */
export const hiddenOf = (ask: SignedIn, { version }: Questionnaire) => [...ask.hidden(), { name: 'version', value: version }]

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
    linkButton({ text: t.items.button, href: urls.questionnaire.fromItems(here), kind: 'secondary' }),
    linkButton({ text: t.show.about, href: urls.questionnaire.about(here), kind: 'secondary' }),
    linkButton({ text: t.show.languages, href: urls.questionnaire.languages(here), kind: 'secondary' }),
  ])
  const further = html`<p class="govuk-body q-inline">${when(definition.questions.length > 0, () => html`<a class="govuk-link" href="${urls.questionnaire.preview(here)}">${t.preview}</a>`)}
${when(edits, () => html`<a class="govuk-link" href="${urls.survey.create({ organisation: organisationId }, { questionnaire: id })}">${t.show.useIt}</a>`)}<a class="govuk-link" href="${urls.questionnaire.export(here)}">${t.exchange.exportTitle}</a></p>`
  const body = html`${heading(1, title)}${when(definition.intro.fr, () => html`<p class="q-lead">${definition.intro.fr}</p>`)}
${when(definition.questions.length > 0, () => html`<p class="govuk-body">${t.show.minutes(minutes)} ${minutes > longMinutes ? t.show.long : ''} ${level ? t.show.levels[level.level] : ''}</p>`)}
${notCarriedOf(ask, questionnaire)}${when(problems.length > 0, () => callout({ title: t.show.problems, content: list(problems.map((problem) => sayProblem(problem, ask.language))) }))}${when(edits, () => buttons)}${further}
${when(definition.questions.length === 0, () => html`<p class="govuk-body">${t.show.empty}</p>`)}
${sectionsOf(ask, { questionnaire, edits, statements: await listStatements(ask, definition.questions) })}
${when(edits, () => html`<p>${linkButton({ text: t.show.delete, href: urls.questionnaire.delete(here), kind: 'quiet' })}</p>`)}`
  return page({ title, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisationId) })
}

/** What did not come from another tool: told until the questionnaire is deleted, since it may be missed late. */
function notCarriedOf(ask: SignedIn, { imported }: Questionnaire): Html {
  const t = textsIn(ask.language).exchange
  if (!imported) return nothing
  const { from, notCarried } = imported
  return notCarried.length > 0
    ? details({ summary: t.notCarried(from, notCarried.length), content: notCarriedList(notCarried), open: true })
    : html`<p class="q-missing">${t.allCarried(from)}</p>`
}

interface Shown {
  questionnaire: Questionnaire
  edits: boolean
  statements: ReadonlyMap<string, string>
}

/** Where a question stands on the page. */
export const anchorOf = (code: string): string => `question-${code}`

/** Numbered as people meet them, through all parts; a part without a question yet is there too. */
function sectionsOf(ask: SignedIn, shown: Shown): Html[] {
  const t = textsIn(ask.language).show
  const { questionnaire, edits } = shown
  const numbers = new Map(inAskedOrder(questionnaire.definition).questions.map((question, index) => [question.code, index + 1]))
  return bySection(questionnaire.definition.sections, questionnaire.definition.questions).map(({ section, questions }) => {
    const add = (): Html =>
      linkButton({
        text: t.addHere,
        href: urls.questionnaire.newQuestion({ questionnaire: questionnaire.id }, { partie: section?.code }),
        kind: 'quiet',
        about: section?.words.fr,
      })
    const lines = html`<ol class="q-spread-list">${questions.map((question) => questionLine(ask, shown, question, numbers.get(question.code) ?? 0))}</ol>`
    const empty = html`<p class="q-missing">${t.emptyPart} ${when(edits, add)}</p>`
    return html`<section>${section ? heading(2, section.words.fr, 'm') : nothing}${questions.length > 0 ? lines : empty}</section>`
  })
}

function questionLine(ask: SignedIn, { questionnaire, edits, statements }: Shown, question: Question, number: number): Html {
  const t = textsIn(ask.language).show
  const { item } = question
  const statement = item ? statements.get(itemName(item)) : undefined
  const mark = question.pictogram ? `${question.pictogram} ` : ''
  return html`<li id="${anchorOf(question.code)}"><div><strong>${number}. ${mark}${question.words.fr}</strong><p>${answersLine(question, ask.language)}</p>
${conditionLine(ask, questionnaire.definition, question)}${when(item, () => html`<p>${statement ? t.linked(statement, item?.code ?? '') : t.linkedCode(item?.code ?? '')}</p>`)}</div>
${when(edits, () => questionTools(ask, questionnaire, question))}</li>`
}

function conditionLine(ask: SignedIn, { questions }: Definition, { when: condition }: Question): Html {
  const asked = questions.find((one) => one.code === condition?.question)
  if (!condition || !asked) return nothing
  return html`<p>${textsIn(ask.language).show.condition(wordsOfAnswers(asked, condition.answers, ask.language), asked.words.fr)}</p>`
}

/** What is lost with a question is said before it is taken out. */
function questionTools(ask: SignedIn, questionnaire: Questionnaire, question: Question): Html {
  const t = textsIn(ask.language).show
  const place = { questionnaire: questionnaire.id, code: question.code }
  const about = question.words.fr
  const move = (by: 'up' | 'down'): Html =>
    postButton({
      text: t[by],
      about,
      kind: 'quiet',
      action: urls.questionnaire.moveQuestion(place),
      hidden: [...hiddenOf(ask, questionnaire), { name: 'by', value: by }],
    })
  const action = urls.questionnaire.removeQuestion(place)
  const asks = dependents(questionnaire.definition, question.code).length > 0 || translatedInto(question).length > 0
  const remove = asks
    ? linkButton({ text: t.remove, href: action, kind: 'quiet', about })
    : postButton({ text: t.remove, about, kind: 'quiet', action, hidden: hiddenOf(ask, questionnaire) })
  const after = urls.questionnaire.newQuestion({ questionnaire: questionnaire.id }, { apres: question.code })
  return html`<div class="q-inline">${linkButton({ text: t.edit, href: urls.questionnaire.question(place), kind: 'quiet', about })}${linkButton({ text: t.addAfter, href: after, kind: 'quiet', about })}${move('up')}${move('down')}${remove}</div>`
}
