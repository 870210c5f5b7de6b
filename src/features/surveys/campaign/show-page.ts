import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList, list, summaryList } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { countSchools, listParts } from '../store.ts'
import type { Part, Survey } from '../store.ts'
import { listParticipation, listReleasedParticipation } from './participation-store.ts'
import type { ParticipationLine } from './participation-store.ts'
import { askAgain } from './campaign-commands.ts'
import { listCrumb } from './crumbs.ts'
import { surveyTag } from './list-page.ts'
import { aboutRows, partCard } from './part-card.ts'
import { mostRows, participationSection, releasedSection } from './participation-view.ts'
import { refusedPage } from './refusals.ts'
import { askedQuestions, missingBefore, nextSurveyStep } from './survey-rules.ts'
import type { Missing, SurveyStep } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

interface Seen {
  survey: Survey
  parts: readonly Part[]
  schools: number
  /** A school that asks its own people. */
  forItself: boolean
  /** Schools that have said that they do not take part. */
  declined: number
  several: boolean
  participation: readonly ParticipationLine[]
  missing: readonly Missing[]
  step: SurveyStep
}

/** A survey: its state in plain words, and the one next step. */
export async function showSurvey(ask: SignedIn, survey: Survey): Promise<Answer> {
  const seen = await seeSurvey(ask, survey)
  const body = html`${heading(1, survey.title)}<p>${surveyTag(ask, survey.state)} <span class="q-missing">${survey.schoolYear}</span></p>
${stepSection(ask, seen)}${partsSection(ask, seen)}${aboutSection(ask, seen)}
${when(survey.state === 'open' || survey.state === 'closed', () => participationSection(ask.language, seen))}${await released(ask, seen)}${otherSteps(ask, survey)}`
  return page({ title: survey.title, body, here: 'surveys', breadcrumbs: [listCrumb(ask, survey.organisationId)] })
}

const released = async (ask: SignedIn, { survey, parts }: Seen): Promise<Content> =>
  survey.state === 'released' ? releasedSection(ask.language, parts, await listReleasedParticipation(ask.db, survey.id, survey.organisationId)) : nothing

async function seeSurvey(ask: SignedIn, survey: Survey): Promise<Seen> {
  const parts = await listParts(ask.db, survey.id)
  const { count, forItself, declined } = await countSchools(ask.db, survey)
  const participation = survey.state === 'open' || survey.state === 'closed' ? await listParticipation(ask.db, survey.id, mostRows + 1) : []
  const missing = missingBefore({ survey, parts, schools: count, today: ask.today })
  const step = nextSurveyStep({
    state: survey.state,
    missing: missing.length,
    forItself,
    passed: survey.closesOn !== null && survey.closesOn < ask.today,
    invited: participation.length > 0,
  })
  return { survey, parts, schools: count, forItself, declined, several: count > 1, participation, missing, step }
}

/** Where what is missing is filled. */
function doorTo(missing: Missing, survey: Survey, parts: readonly Part[]): string {
  const here = { survey: survey.id }
  const frozen = survey.state !== 'draft'
  switch (missing) {
    case 'promise':
      return urls.survey.settings(here)
    case 'closing-day':
    case 'closing-passed':
    case 'results-day':
    case 'results-early':
      return frozen ? urls.survey.extend(here) : urls.survey.settings(here)
    case 'parts':
      return urls.survey.addPart(here)
    case 'questions': {
      const part = parts.find((one) => askedQuestions(one.definition, one.freeText).length === 0)
      return part ? urls.survey.part({ ...here, part: part.id }) : urls.survey.addPart(here)
    }
    case 'schools':
      return urls.survey.schools(here)
  }
}

function stepSection(ask: SignedIn, { survey, parts, forItself, declined, missing, step }: Seen): Html {
  const t = textsIn(ask.language)
  const words = t.steps[step]
  const acts = may(ask.caller, 'survey.open', survey)
  const lines = missing.map((one) => html`${t.missing[one].text} <a class="govuk-link" href="${doorTo(one, survey, parts)}">${t.missing[one].link}</a>`)
  const door = stepDoor(step, survey, forItself)
  return html`<section aria-labelledby="next">${heading(2, t.show.nextTitle, 'm', 'next')}<p class="govuk-body">${words.sentence}</p>
${step === 'complete' ? list(lines) : nothing}${when(declined > 0, () => html`<p class="govuk-body">${t.show.declined(declined)} <a class="govuk-link" href="${urls.survey.schools({ survey: survey.id })}">${t.show.seeSchools}</a></p>`)}${when(door && words.button && acts, () => buttonGroup([linkButton({ text: words.button, href: door })]))}</section>`
}

function stepDoor(step: SurveyStep, survey: Survey, forItself: boolean): string {
  const here = { survey: survey.id }
  const own = { ...here, organisation: survey.organisationId }
  switch (step) {
    case 'offer':
      return urls.survey.offer(here)
    case 'open':
      return urls.survey.open(here)
    case 'close':
      return urls.survey.close(here)
    case 'invite':
      return urls.survey.place(own)
    case 'schools-invite':
      return urls.survey.schools(here)
    case 'wait':
      return forItself ? urls.survey.place(own) : '#participation'
    case 'read':
      return urls.survey.results(own)
    case 'complete':
    case 'wait-release':
      return ''
  }
}

function partsSection(ask: SignedIn, { survey, parts }: Seen): Html {
  const t = textsIn(ask.language).show
  const edits = survey.state === 'draft' && may(ask.caller, 'survey.edit', survey)
  const cards = parts.map((part) => {
    const here = { survey: survey.id, part: part.id }
    return partCard(ask, part, { survey, trial: urls.survey.trial(here), edit: edits ? urls.survey.part(here) : undefined })
  })
  const add = linkButton({ text: t.addPart, href: urls.survey.addPart({ survey: survey.id }), kind: 'secondary' })
  return html`<section aria-labelledby="parts">${heading(2, t.parts, 'm', 'parts')}
${parts.length === 0 ? html`<p class="q-missing">${t.noParts}</p>` : cardList(cards)}${when(edits, () => buttonGroup([add]))}</section>`
}

function aboutSection(ask: SignedIn, { survey, schools }: Seen): Html {
  const t = textsIn(ask.language).show
  const settings = survey.state === 'draft' && may(ask.caller, 'survey.edit', survey) ? urls.survey.settings({ survey: survey.id }) : null
  const rows = aboutRows(ask, survey).map((row) => ({ ...row, ...(settings ? { action: { href: settings, text: t.change, about: String(row.key) } } : {}) }))
  const href = urls.survey.schools({ survey: survey.id })
  const list = { key: t.schools, value: t.schoolCount(schools), action: { href, text: settings ? t.change : t.seeSchools, about: t.schools } }
  return html`<section aria-labelledby="about">${heading(2, t.about, 'm', 'about')}${summaryList([...rows, ...(survey.organisationKind === 'school' ? [] : [list])])}</section>`
}

/** What may also be done, apart from the one next step. */
function otherSteps(ask: SignedIn, survey: Survey): Html {
  const t = textsIn(ask.language).show
  const here = { survey: survey.id }
  const links = [
    ...(survey.organisationKind === 'school' && survey.state === 'open'
      ? [linkButton({ text: t.place, href: urls.survey.place({ ...here, organisation: survey.organisationId }), kind: 'secondary' })]
      : []),
    ...(survey.state === 'open' && may(ask.caller, 'survey.open', survey)
      ? [
          linkButton({ text: t.extend, href: urls.survey.extend(here), kind: 'secondary' }),
          linkButton({ text: t.close, href: urls.survey.close(here), kind: 'secondary' }),
        ]
      : []),
    ...(survey.state === 'draft' && may(ask.caller, 'survey.edit', survey)
      ? [linkButton({ text: t.delete, href: urls.survey.delete(here), kind: 'quiet' })]
      : []),
    ...(survey.state === 'released' && may(ask.caller, 'survey.edit', survey)
      ? [postButton({ text: t.again, action: urls.survey.again(here), hidden: ask.hidden() })]
      : []),
  ]
  return links.length > 0 ? buttonGroup(links) : nothing
}

export async function saveAgain(ask: SignedIn, survey: Survey): Promise<Answer> {
  const result = await askAgain(ask, survey)
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.show({ survey: result.id }), textsIn(ask.language).show.askedAgain)
}
