import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Part, Survey } from '../store.ts'
import { answersInFrench } from './answers-in-french.ts'
import { surveyCrumbs } from './crumbs.ts'
import { askedQuestions, estimatedMinutes } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

/** The questionnaire as it will be met, where nothing that is answered is kept; read here once the questionnaire it came from is gone. */
export async function showTrial(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  if (part.questionnaireId && survey.state === 'draft') return Promise.resolve(redirect(urls.questionnaire.preview({ questionnaire: part.questionnaireId })))
  const t = textsIn(ask.language)
  const questions = askedQuestions(part.definition, part.freeText)
  const lines = questions.map(
    (question) => html`<strong>${question.words.fr}</strong><br><span class="q-missing">${answersInFrench(question).join(' · ')}</span>`,
  )
  const title = part.definition.title.fr
  const body = html`${heading(1, title)}<p class="q-lead">${part.definition.intro.fr}</p>
<p class="q-missing">${t.part.minutes(estimatedMinutes(questions), questions.length)}</p>${list(lines, 'number')}`
  return page({ title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) })
}
