import { notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { searchField } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { countSchools, findTakingSchool } from '../store.ts'
import type { Survey } from '../store.ts'
import { addSchools, removeSchool } from './campaign-commands.ts'
import { findSchoolChoices } from './campaign-store.ts'
import type { SchoolChoice } from './campaign-store.ts'
import { surveyCrumbs } from './crumbs.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

/** Schools shown at once; the others are found by their name. */
const mostShown = 100

const isPreparing = (survey: Survey): boolean => survey.state === 'draft' || survey.state === 'offered'

export async function showSchools(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).schools
  const words = (ask.query.get('q') ?? '').slice(0, 100)
  const choices = await findSchoolChoices(ask.db, survey, words, ask.today, mostShown)
  const { count } = await countSchools(ask.db, survey)
  const changes = isPreparing(survey) && may(ask.caller, 'survey.edit', survey)
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead(count)}</p>${when(!isPreparing(survey), () => inset(t.frozen))}
${form({
  action: urls.survey.schools({ survey: survey.id }),
  method: 'get',
  inline: true,
  content: html`${searchField({ id: 'q', name: 'q', label: t.search, value: words })}${button({ text: t.searchButton, kind: 'secondary' })}`,
})}
${when(choices.length === 0, () => html`<p class="q-missing">${t.nothing}</p>`)}${when(choices.length === mostShown, () => html`<p class="q-missing">${t.limited(mostShown)}</p>`)}
${takingPart(ask, survey, choices, changes)}${declined(ask, choices)}${others(ask, survey, choices, changes)}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) })
}

const nameOf = ({ name, town }: SchoolChoice): string => (town ? `${name}, ${town}` : name)

function takingPart(ask: SignedIn, survey: Survey, choices: readonly SchoolChoice[], changes: boolean): Html {
  const t = textsIn(ask.language).schools
  const schools = choices.filter((one) => one.takesPart)
  if (schools.length === 0) return nothing
  const lines = schools.map((school) => {
    const href = urls.survey.removeSchool({ survey: survey.id, school: school.id })
    const remove = html`<a class="govuk-link" href="${href}">${t.remove}<span class="govuk-visually-hidden"> ${school.name}</span></a>`
    return html`${nameOf(school)} ${when(changes, () => remove)}`
  })
  return html`<section>${heading(2, t.taking, 'm')}${list(lines)}</section>`
}

function declined(ask: SignedIn, choices: readonly SchoolChoice[]): Html {
  const t = textsIn(ask.language).schools
  const schools = choices.filter((one) => one.declined)
  return schools.length > 0
    ? html`<section>${heading(2, t.declined, 'm')}<p class="govuk-body">${t.declinedText}</p>${list(schools.map(nameOf))}</section>`
    : nothing
}

function others(ask: SignedIn, survey: Survey, choices: readonly SchoolChoice[], changes: boolean): Html {
  const t = textsIn(ask.language).schools
  const schools = choices.filter((one) => !one.takesPart && !one.declined)
  if (!changes || schools.length === 0) return nothing
  const boxes = schools.map((school) => ({ value: school.id, text: nameOf(school) }))
  return form({
    action: urls.survey.schools({ survey: survey.id }),
    hidden: ask.hidden(),
    content: html`${checkboxes({ id: 'school', name: 'school', legend: t.others, legendSize: 'm', choices: boxes, small: true })}${button({ text: t.add })}`,
  })
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export async function saveSchools(ask: SignedIn, survey: Survey): Promise<Answer> {
  const result = await addSchools(ask, survey, ask.form.all('school').filter(isId))
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.schools({ survey: survey.id }), textsIn(ask.language).schools.added)
}

const findTaking = (ask: SignedIn, survey: Survey) => findTakingSchool(ask.db, survey.id, ask.params['school'] ?? '')

export async function showRemoveSchool(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language)
  const school = await findTaking(ask, survey)
  if (!school) return notFound()
  if (!isPreparing(survey)) return refusedPage(ask, survey, 'not-preparing')
  const title = t.schools.removeTitle(school.name)
  const body = html`${heading(1, title)}<p class="govuk-body">${t.schools.removeText}</p>
${form({
  action: urls.survey.removeSchool({ survey: survey.id, school: school.schoolId }),
  hidden: ask.hidden(),
  content: buttonGroup([
    button({ text: t.schools.remove, kind: 'harm' }),
    linkButton({ text: t.cancel, href: urls.survey.schools({ survey: survey.id }), kind: 'quiet' }),
  ]),
})}`
  return page({ title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) })
}

export async function saveRemoveSchool(ask: SignedIn, survey: Survey): Promise<Answer> {
  const school = await findTaking(ask, survey)
  if (!school) return notFound()
  const result = await removeSchool(ask, survey, school.schoolId)
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.schools({ survey: survey.id }), textsIn(ask.language).schools.removed(school.name))
}
