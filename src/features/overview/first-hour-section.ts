import type { SignedIn } from '../../platform/web/route.ts'
import { linkButton } from '../../ui/buttons.ts'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { stepper } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import type { Organisation } from '../organisations/store.ts'
import type { FirstHour, FirstHourStep } from './first-hour-rules.ts'
import { textsIn } from './texts.en.ts'

/** The way to a first diagnosis: five steps, the present one explained, with its button for those who may take it. */
export function firstHourSection(hour: FirstHour, school: Organisation, ask: SignedIn): Html {
  const t = textsIn(ask.language).school
  const leads = may(ask.caller, 'evaluation.create', school)
  const steps = hour.steps.map(({ step, state }) => ({
    text: t.steps[step].name,
    state,
    stateText: t.stepStates[state],
    href: leads && state === 'next' && isOpen(step, hour) ? hrefOf(step, hour, school) : undefined,
  }))
  const present = t.steps[hour.current]
  return html`<section class="q-next" aria-labelledby="first">${heading(2, t.firstTitle, 'm', 'first')}<p>${t.firstLead}</p>
${stepper(t.firstTitle, steps)}
<p class="q-lead">${leads ? present.why : t.firstOthers}</p>
${leads ? linkButton({ text: present.button, href: hrefOf(hour.current, hour, school) }) : ''}
<p><a class="govuk-link" href="${urls.help()}">${t.firstHelp}</a></p></section>`
}

// Steps are a way, not a fence: a team may be invited later, and a theme chosen alone.
const isOpen = (step: FirstHourStep, { evaluationId }: FirstHour): boolean => step === 'invite' || step === 'theme' || evaluationId !== null

function hrefOf(step: FirstHourStep, { evaluationId }: FirstHour, school: Organisation): string {
  const place = { organisation: school.id }
  if (step === 'invite') return urls.school.invite(place)
  if (step === 'theme' || evaluationId === null) return urls.school.newEvaluation(place)
  const evaluation = { evaluation: evaluationId }
  switch (step) {
    case 'compose':
      return urls.evaluation.compose(evaluation)
    case 'open':
      return urls.evaluation.open(evaluation)
    case 'diagnosis':
      return urls.evaluation.show(evaluation)
  }
}
