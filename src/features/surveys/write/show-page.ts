import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import { readingLevel } from '../bank/reading-level.ts'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { dependents } from './definition-edits.ts'
import { listCrumbs } from './list-pages.ts'
import { answersInWords } from './question-form.ts'
import { textsIn } from './texts.en.ts'
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
${when(edits, () => html`<a class="govuk-link" href="${urls.survey.create({ organisation: organisationId })}">${t.show.useIt}</a>`)}<a class="govuk-link" href="${urls.questionnaire.export(here)}">${t.exchange.exportTitle}</a></p>`
  const body = html`${heading(1, title)}${when(definition.intro.fr, () => html`<p class="q-lead">${definition.intro.fr}</p>`)}
${when(definition.questions.length > 0, () => html`<p class="govuk-body">${t.show.minutes(minutes)} ${minutes > longMinutes ? t.show.long : ''} ${level ? t.show.levels[level.level] : ''}</p>`)}
${notCarriedOf(ask, questionnaire)}${when(problems.length > 0, () => callout({ title: t.show.problems, content: list(problems.map((problem) => problem.sentence)) }))}${when(edits, () => buttons)}${further}
${when(definition.questions.length === 0, () => html`<p class="govuk-body">${t.show.empty}</p>`)}
${sectionsOf(definition).map(({ words, questions }) => html`<section>${words ? heading(2, words, 'm') : nothing}<ol class="q-spread-list">${questions.map((question) => questionLine(ask, questionnaire, question, edits))}</ol></section>`)}
${when(edits, () => html`<p>${linkButton({ text: t.show.delete, href: urls.questionnaire.delete(here), kind: 'quiet' })}</p>`)}`
  return page({ title, body, here: 'surveys', breadcrumbs: listCrumbs(ask, organisationId) })
}

/** What did not come from another tool: told until the questionnaire is deleted, since it may be missed late. */
function notCarriedOf(ask: SignedIn, { imported }: Questionnaire): Html {
  const t = textsIn(ask.language).exchange
  if (!imported) return nothing
  const lines = imported.notCarried.map(({ place, what, why }) => html`<strong>${place}</strong> : ${what} ${why}`)
  return lines.length > 0
    ? details({ summary: t.notCarried(imported.from, lines.length), content: list(lines), open: true })
    : html`<p class="q-missing">${t.allCarried(imported.from)}</p>`
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
  const remove =
    dependents(questionnaire.definition, question.code).length > 0
      ? linkButton({ text: t.remove, href: urls.questionnaire.removeQuestion(place), kind: 'quiet', about: question.words.fr })
      : form({
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
