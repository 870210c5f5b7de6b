import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { page, redirect } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, post, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { postButton } from '../../ui/buttons.ts'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { deviceWords } from './device-words.ts'
import { recordOwn } from './second-factor-commands.ts'
import { accountCrumbs } from './second-factor-page.ts'
import { deleteSession, deleteSessions, listSessions } from './sessions.ts'
import type { SessionRecord } from './sessions.ts'
import { textsIn } from './words.ts'

/** In the form: every session but the one that asks. */
const others = 'others'

async function showSessions(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).account
  const sessions = await listSessions(ask.db, ask.caller.personId, ask.now)
  const own = sessions.filter((session) => session.id === ask.caller.sessionId)
  const rest = sessions.filter((session) => session.id !== ask.caller.sessionId)
  const body = html`${heading(1, t.sessionsTitle)}<p class="govuk-body">${t.sessionsIntro}</p>
${cardList([...own, ...rest].map((session) => sessionCard(ask, session)))}
${rest.length > 0 ? endButton(ask, others, t.endOthers) : html`<p class="govuk-body">${t.onlyThis}</p>`}`
  return page({ title: t.sessionsTitle, body, breadcrumbs: accountCrumbs(ask) })
}

function sessionCard(ask: SignedIn, session: SessionRecord): Card {
  const t = textsIn(ask.language).account
  const device = deviceWords(session.device, ask.language)
  const own = session.id === ask.caller.sessionId
  return {
    level: 2,
    title: device,
    meta: own ? tag(t.thisDevice, 'active') : t.lastSeen(moment(session.seenAt, ask.language)),
    content: html`<p class="govuk-body">${t.opened(moment(session.createdAt, ask.language))}</p>`,
    actions: own ? undefined : endButton(ask, session.id, t.end, t.endAbout(device)),
  }
}

const endButton = (ask: SignedIn, session: string, text: string, about?: string): Html =>
  postButton({ text, about, action: urls.account.sessions(), hidden: [...ask.hidden(), { name: 'session', value: session }] })

const clock: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Paris' }),
}

const moment = (at: Date, language: Language): string => `${formatDate(at, language)}, ${clock[language].format(at)}`

async function endSession(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).account
  const { caller } = ask
  const wanted = ask.form.text('session')
  if (wanted === others) {
    await deleteSessions(ask.db, caller.personId, caller.sessionId)
    await recordOwn(ask.db, caller, 'session.others_ended')
    return redirect(urls.account.sessions(), t.othersEnded)
  }
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted) && wanted !== caller.sessionId && (await deleteSession(ask.db, wanted, caller.personId)))
    await recordOwn(ask.db, caller, 'session.ended')
  return redirect(urls.account.sessions(), t.ended)
}

export const sessionRoutes: readonly Route[] = [get(urls.account.sessions, signedIn(showSessions)), post(urls.account.sessions, signedIn(endSession))]
