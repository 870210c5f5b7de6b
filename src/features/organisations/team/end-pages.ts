import { formatDate } from '../../../platform/language.ts'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { endMandate } from '../../accounts/invitations.ts'
import type { MandateRefusal } from '../../accounts/invitations.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { rolesGivenBy } from '../../accounts/rules.ts'
import { homeCrumb } from '../crumbs.ts'
import type { Organisation } from '../store.ts'
import { isLastHead, periodState } from './rules.ts'
import { findTeamMandate, listTeam } from './store.ts'
import type { TeamMandate } from './store.ts'
import { textsIn } from './texts.en.ts'

type Refusal = Exclude<MandateRefusal, 'not-found'>

function endPage(ask: SignedIn, organisation: Organisation, mandate: TeamMandate, refused: Refusal | null): Page {
  const t = textsIn(ask.language)
  const own = mandate.personId === ask.caller.personId
  const title = own ? t.end.ownTitle : t.end.title(mandate.name)
  const facts = summaryList([
    { key: t.end.role, value: roleNames[ask.language][mandate.role] },
    { key: t.end.since, value: formatDate(mandate.validFrom, ask.language) },
  ])
  const body = html`${heading(1, title)}${facts}${refused ? refusal(ask, organisation, refused) : confirmation(ask, organisation, mandate, own)}`
  const team = { text: t.team.title, href: urls.school.team({ organisation: organisation.id }) }
  return { title, body, here: 'school', breadcrumbs: [homeCrumb(organisation), team] }
}

function confirmation(ask: SignedIn, organisation: Organisation, mandate: TeamMandate, own: boolean): Content {
  const t = textsIn(ask.language)
  return html`${list(own ? t.end.ownConsequences : t.end.consequences(mandate.name))}${form({
    action: urls.school.endMandate({ organisation: organisation.id, mandate: mandate.id }),
    hidden: ask.hidden(),
    content: buttonGroup([
      button({ text: own ? t.end.ownButton : t.end.button, kind: 'harm' }),
      linkButton({ text: t.cancel, href: urls.school.team({ organisation: organisation.id }), kind: 'quiet' }),
    ]),
  })}`
}

function refusal(ask: SignedIn, organisation: Organisation, refused: Refusal): Content {
  const t = textsIn(ask.language).end
  const here = { organisation: organisation.id }
  const back = linkButton({ text: t.back, href: urls.school.team(here), kind: 'quiet' })
  const wayOut = refused === 'last-head' ? [linkButton({ text: t.nameHead, href: urls.school.invite(here, { role: 'head' }) }), back] : [back]
  return callout({ title: t.refusedTitle, content: html`<p class="govuk-body">${t.refusals[refused]}</p>${buttonGroup(wayOut)}` })
}

export async function showEndMandate(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const mandate = await findTeamMandate(ask.db, organisation.id, ask.params['mandate'] ?? '')
  if (!mandate) return notFound()
  return page(endPage(ask, organisation, mandate, await foreseenRefusal(ask, organisation, mandate)))
}

/** Said before the button is pressed; the command decides again. */
async function foreseenRefusal(ask: SignedIn, organisation: Organisation, mandate: TeamMandate): Promise<Refusal | null> {
  if (mandate.personId !== ask.caller.personId && !rolesGivenBy(ask.caller, organisation).includes(mandate.role)) return 'not-yours-to-end'
  if (periodState(mandate, ask.today) === 'over') return 'already-over'
  return isLastHead(mandate, await listTeam(ask.db, organisation.id), ask.today) ? 'last-head' : null
}

export async function saveEndMandate(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).end
  const mandate = await findTeamMandate(ask.db, organisation.id, ask.params['mandate'] ?? '')
  if (!mandate) return notFound()
  const result = await endMandate(ask.db, { mandateId: mandate.id, actor: ask.caller, now: ask.now })
  if ('ended' in result) {
    // Whoever leaves may have nothing left to see here.
    if (mandate.personId === ask.caller.personId) return redirect(urls.home(), t.ownDone)
    return redirect(urls.school.team({ organisation: organisation.id }), t.done(mandate.name))
  }
  return result.refused === 'not-found' ? notFound() : invalid(endPage(ask, organisation, mandate, result.refused))
}
