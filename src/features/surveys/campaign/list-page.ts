import { formatDate } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import type { TagKind } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Organisation } from '../../organisations/store.ts'
import { homeCrumb } from '../../organisations/crumbs.ts'
import { listSurveys } from '../store.ts'
import type { Survey } from '../store.ts'
import type { SurveyState } from '../tables.ts'
import { textsIn } from './texts.en.ts'

/** Surveys that an organisation asks, and those in which it takes part. */
export async function showSurveys(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).list
  const skipped = skippedIn(ask)
  const found = await listSurveys(ask.db, organisation.id, { most: mostShown + 1, skipped })
  const surveys = found.slice(0, mostShown)
  const own = surveys.filter((survey) => survey.organisationId === organisation.id)
  const taking = surveys.filter((survey) => !own.includes(survey))
  const here = { organisation: organisation.id }
  const buttons = may(ask.caller, 'survey.edit', organisation)
    ? buttonGroup([
        linkButton({ text: t.create, href: urls.survey.create(here) }),
        linkButton({ text: t.questionnaires, href: urls.questionnaire.list(here), kind: 'secondary' }),
      ])
    : nothing
  const empty = emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyLabel, text: t.emptyExample }, step: buttons })
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${surveys.length === 0 && skipped === 0 ? empty : buttons}
${section(t.own, own, (survey) => ownCard(ask, survey))}${section(t.taking, taking, (survey) => takingCard(ask, survey, organisation))}${turning(ask, organisation, skipped, found.length > mostShown)}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: organisation.kind === 'school' ? [homeCrumb(organisation)] : [] })
}

/** Surveys shown at once. */
const mostShown = 50

/** How many of the latest were seen on the pages before. */
const skippedIn = ({ query }: SignedIn): number => (/^\d{1,5}$/.test(query.get('apres') ?? '') ? Number(query.get('apres')) : 0)

function turning(ask: SignedIn, { id }: Organisation, skipped: number, more: boolean): Html {
  const t = textsIn(ask.language).list
  const to = (from: number): string => `${urls.survey.list({ organisation: id })}?apres=${from}`
  const links = [
    ...(skipped > 0 ? [linkButton({ text: t.newer, href: to(Math.max(0, skipped - mostShown)), kind: 'secondary' })] : []),
    ...(more ? [linkButton({ text: t.older, href: to(skipped + mostShown), kind: 'secondary' })] : []),
  ]
  return links.length > 0 ? buttonGroup(links) : nothing
}

const section = (title: string, surveys: readonly Survey[], cardOf: (survey: Survey) => Card): Html =>
  surveys.length > 0 ? html`<section>${heading(2, title, 'm')}${cardList(surveys.map(cardOf))}</section>` : nothing

const stateKinds: Record<SurveyState, TagKind> = { draft: 'plain', offered: 'active', open: 'active', closed: 'closed', released: 'done' }

export const surveyTag = (ask: SignedIn, state: SurveyState): Html => tag(textsIn(ask.language).states[state], stateKinds[state])

function metaOf(ask: SignedIn, survey: Survey): Html {
  const t = textsIn(ask.language).list
  const until = survey.state === 'open' && survey.closesOn ? t.until(formatDate(survey.closesOn, ask.language)) : t.year(survey.schoolYear)
  return html`${surveyTag(ask, survey.state)} <span>${until}</span>`
}

const ownCard = (ask: SignedIn, survey: Survey): Card => ({
  title: survey.title,
  href: urls.survey.show({ survey: survey.id }),
  meta: metaOf(ask, survey),
  content: when(survey.purpose, () => html`<p>${survey.purpose}</p>`),
})

const takingCard = (ask: SignedIn, survey: Survey, organisation: Organisation): Card => ({
  title: survey.title,
  href: urls.survey.place({ survey: survey.id, organisation: organisation.id }),
  meta: metaOf(ask, survey),
  content: html`<p>${textsIn(ask.language).list.askedBy(survey.organisationName)}</p>`,
})
