import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { dateField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { endLink } from './commands.ts'
import type { EndFault } from './link-rules.ts'
import { findSheet, listParents } from './store.ts'
import type { NamedLink, Sheet } from './store.ts'
import { textsIn } from './texts.en.ts'

interface Found {
  school: Sheet
  link: NamedLink
}

async function findLink(ask: SignedIn, group: string | null, from: string | null): Promise<Found | null> {
  const school = await findSheet(ask.db, ask.params['organisation'] ?? '')
  const parents = school ? await listParents(ask.db, school.id) : []
  const link = parents.find((one) => one.parentId === group && one.validFrom === from)
  return school && link ? { school, link } : null
}

function endPage(ask: SignedIn, { school, link }: Found, lastDay: string, fault?: EndFault): Page {
  const words = textsIn(ask.language)
  const t = words.endLink
  const errors = fault ? [{ field: 'last', id: 'last', message: t.faults[fault] }] : []
  const back = urls.operator.organisation({ organisation: school.id })
  const content = html`${dateField({ id: 'last', name: 'last', label: t.lastDay, value: lastDay, min: link.validFrom, error: errorsBy(errors, words.errorPrefix)('last') })}
${buttonGroup([button({ text: t.button, kind: 'harm' }), linkButton({ text: words.cancel, href: back, kind: 'quiet' })])}`
  const hidden = [...ask.hidden(), { name: 'group', value: link.parentId }, { name: 'from', value: link.validFrom }]
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, t.title)}<p class="govuk-body">${t.intro(school.name, link.name)}</p>
${when(link.organisationKind === 'district', () => html`<p class="govuk-body">${t.backToAuthority}</p>`)}${form({ action: urls.operator.endLink({ organisation: school.id }), hidden, content })}`
  return { title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language), { text: school.name, href: back }] }
}

const nothingToEnd = (ask: SignedIn): Answer =>
  redirect(urls.operator.organisation({ organisation: ask.params['organisation'] ?? '' }), textsIn(ask.language).endLink.faults['not-found'])

export async function showEndLink(ask: SignedIn): Promise<Answer> {
  const found = await findLink(ask, ask.query.get('groupe'), ask.query.get('depuis'))
  return found ? page(endPage(ask, found, ask.today)) : nothingToEnd(ask)
}

export async function saveEndLink(ask: SignedIn): Promise<Answer> {
  const found = await findLink(ask, ask.form.text('group'), ask.form.text('from'))
  if (!found) return nothingToEnd(ask)
  const lastDay = ask.form.text('last')
  const result = await endLink(ask.db, ask.caller.personId, found.link, lastDay)
  if ('ended' in result) return redirect(urls.operator.organisation({ organisation: found.school.id }), textsIn(ask.language).endLink.done)
  return result.refused === 'not-found' ? nothingToEnd(ask) : invalid(endPage(ask, found, lastDay, result.refused))
}
