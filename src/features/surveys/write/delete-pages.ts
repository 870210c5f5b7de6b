import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { removeQuestionnaire } from './commands.ts'
import { crumbsOf, hiddenOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import type { Questionnaire } from './write-store.ts'

export async function showDelete(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).show
  const here = { questionnaire: questionnaire.id }
  const buttons = buttonGroup([button({ text: t.delete, kind: 'harm' }), linkButton({ text: t.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const body = html`${heading(1, t.deleteTitle)}<p class="govuk-body">${t.deleteText}</p>${form({ action: urls.questionnaire.delete(here), hidden: hiddenOf(ask, questionnaire), content: buttons })}`
  return page({ title: t.deleteTitle, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) })
}

export async function saveDelete(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  if ((await removeQuestionnaire(ask, questionnaire)) === 'conflict')
    return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.show.changedFirst)
  return redirect(urls.questionnaire.list({ organisation: questionnaire.organisationId }), t.show.deleted)
}
