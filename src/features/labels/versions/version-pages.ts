import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { findNextVersion, findVersionChange } from '../../crosswalks/versions/store.ts'
import type { VersionChange } from '../../crosswalks/versions/store.ts'
import type { Following } from '../guard.ts'
import { findFollowed } from '../store.ts'
import { boardCrumbs } from '../words.ts'
import { confirmMove, moveBack, moveToNext } from './commands.ts'
import type { MoveResult } from './commands.ts'
import { loadOutlook } from './load-outlook.ts'
import { findMovedTo } from './move-store.ts'
import { outlookView } from './outlook-view.ts'
import { textsIn } from './texts.en.ts'

const addressOf = ({ organisation, followed }: Following) => ({ organisation: organisation.id, framework: followed.frameworkId })

/** What a newer version changes for this school: before it moves, and after, until it has confirmed. */
export async function showVersion(ask: SignedIn, following: Following): Promise<Answer> {
  const movedTo = await findMovedTo(ask.db, following.organisation.id, following.followed.frameworkId)
  if (movedTo) return redirect(urls.versions.move({ organisation: following.organisation.id, framework: movedTo }))
  return page(await versionPage(ask, following))
}

async function versionPage(ask: SignedIn, following: Following, refusal?: string): Promise<Page> {
  const t = textsIn(ask.language)
  const { followed, organisation } = following
  const moved = followed.previousId ? await findVersionChange(ask.db, followed.previousId, followed.frameworkId) : null
  const change = moved ?? (followed.state === 'ended' ? null : await findNextVersion(ask.db, followed.frameworkId))
  const told = refusal ? callout({ title: refusal, content: nothing }) : nothing
  const title = titleOf(ask, following, change, moved !== null)
  const body = change
    ? html`${heading(1, title, 'l')}<p class="q-lead">${moved ? t.leadMoved(change.older.version) : t.leadAhead}</p>${told}
${choices(ask, following, change, moved !== null)}
${outlookView(organisation.id, await loadOutlook(ask, followed, change), { older: change.older.version, newer: change.newer.version }, ask.language)}
<p class="govuk-body"><a class="govuk-link" href="${urls.versions.show({ framework: change.newer.id, other: change.older.id })}">${t.table}</a></p>`
    : html`${heading(1, title, 'l')}${told}<p class="govuk-body">${t.latest}</p>${linkButton({ text: t.label, href: urls.label.show(addressOf(following)), kind: 'secondary' })}`
  const crumbs = [...boardCrumbs(organisation, ask.language), { text: followed.shortTitle, href: urls.label.show(addressOf(following)) }]
  return { title, body, here: 'labels', wide: true, breadcrumbs: crumbs }
}

function titleOf(ask: SignedIn, { followed }: Following, change: VersionChange | null, isMoved: boolean): string {
  const t = textsIn(ask.language)
  if (!change) return t.titleLatest(followed.shortTitle)
  return isMoved ? t.titleMoved(followed.shortTitle, change.newer.version) : t.titleAhead(followed.shortTitle, change.newer.version)
}

/** Move; or, once moved, confirm or go back. For those who lead. */
function choices(ask: SignedIn, following: Following, change: VersionChange, isMoved: boolean): Html {
  const t = textsIn(ask.language)
  const safe = html`<p class="govuk-body">${t.safe}</p>`
  const act = (action: string, text: string, kind: 'primary' | 'secondary'): Html =>
    form({ action, inline: true, hidden: [...ask.hidden(), { name: 'version', value: following.followed.version }], content: button({ text, kind }) })
  const here = addressOf(following)
  const buttons = isMoved
    ? [act(urls.versions.confirm(here), t.confirm, 'primary'), act(urls.versions.back(here), t.back(change.older.version), 'secondary')]
    : [act(urls.versions.move(here), t.move(change.newer.version), 'primary')]
  return html`${callout({ title: t.safeTitle, content: html`${safe}${when(isMoved, () => html`<p class="govuk-body">${t.confirmHelp}</p>`)}` })}
${may(ask.caller, 'label.edit', following) ? buttonGroup(buttons) : nothing}`
}

const versionOf = (ask: SignedIn): number => Number(ask.form.text('version')) || 0

async function answer(ask: SignedIn, following: Following, result: MoveResult, done: (version: string) => string): Promise<Answer> {
  const { organisation, followed } = following
  if ('refused' in result) {
    // The next sending is made knowing what somebody else did.
    const now = (await findFollowed(ask.db, organisation.id, followed.frameworkId)) ?? followed
    return invalid(await versionPage(ask, { ...following, followed: now }, textsIn(ask.language).refusals[result.refused]))
  }
  const now = await findFollowed(ask.db, organisation.id, result.movedTo)
  return redirect(urls.label.show({ organisation: organisation.id, framework: result.movedTo }), done(now?.frameworkVersion ?? ''))
}

export const saveMove = async (ask: SignedIn, following: Following): Promise<Answer> =>
  answer(ask, following, await moveToNext(ask.db, ask.caller.personId, following.followed, versionOf(ask)), textsIn(ask.language).moved)

export const saveBack = async (ask: SignedIn, following: Following): Promise<Answer> =>
  answer(ask, following, await moveBack(ask.db, ask.caller.personId, following.followed, versionOf(ask)), textsIn(ask.language).wentBack)

export const saveConfirm = async (ask: SignedIn, following: Following): Promise<Answer> =>
  answer(ask, following, await confirmMove(ask.db, ask.caller.personId, following.followed, versionOf(ask)), () => textsIn(ask.language).confirmed)

/** On the page of a followed label: that a newer version exists, or that a move awaits its confirmation. */
export async function versionNotice(ask: SignedIn, following: Following): Promise<{ text: string; link: string; href: string } | null> {
  const t = textsIn(ask.language)
  const { followed } = following
  const href = urls.versions.move(addressOf(following))
  const moved = followed.previousId ? await findVersionChange(ask.db, followed.previousId, followed.frameworkId) : null
  if (moved) return { text: t.noticeMoved(moved.older.version), link: t.noticeMovedLink, href }
  const next = followed.state === 'ended' ? null : await findNextVersion(ask.db, followed.frameworkId)
  return next ? { text: t.noticeAhead(next.newer.version), link: t.noticeAheadLink, href } : null
}
