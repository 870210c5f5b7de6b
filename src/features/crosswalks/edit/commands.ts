import { recordActivity } from '../../../platform/activity.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { listWriters } from '../../frameworks/edit/lists-store.ts'
import { mayPublish } from '../../frameworks/edit/review-rules.ts'
import type { Side } from '../content.ts'
import { findCrosswalk, listCrosswalkGaps, listCrosswalkLinks } from '../read/crosswalks-store.ts'
import type { Crosswalk, CrosswalkGap, CrosswalkLink } from '../read/crosswalks-store.ts'
import { deleteCrosswalk, deleteGap, deleteLink, insertCrosswalk, lockCrosswalk, saveGap, saveLink, touchCrosswalk } from './edit-store.ts'
import type { CrosswalkChange, Held, NewCrosswalk } from './edit-store.ts'
import { aboutStamp, linksStamp, mostLinks } from './link-rules.ts'

export type Refusal = 'not-writing' | 'changed-meanwhile' | 'too-many' | 'not-complete' | 'other-eye'
export type Result = { saved: true } | { refused: Refusal }

const saved: Result = { saved: true }
/** Nothing but its links has changed. */
const onlyLinks: CrosswalkChange = {}

export async function beginCrosswalk(ask: SignedIn, wish: Omit<NewCrosswalk, 'personId'>): Promise<string> {
  const id = await insertCrosswalk(ask.db, { ...wish, personId: ask.caller.personId })
  await record(ask, { id, organisationId: wish.ownerId }, 'crosswalk.created')
  return id
}

/** Changes a crosswalk that is being written, its row held; `work` says what else of it changes, or why nothing does. */
async function change(ask: SignedIn, crosswalk: Crosswalk, work: (held: Held) => Promise<CrosswalkChange | { refused: Refusal }>): Promise<Result> {
  const held = await lockCrosswalk(ask.db, crosswalk.id)
  if (!held || held.state !== 'draft') return { refused: 'not-writing' }
  const done = await work(held)
  if ('refused' in done) return done
  await touchCrosswalk(ask.db, held, done)
  await record(ask, crosswalk, 'crosswalk.edited')
  return saved
}

/** `near` is the statement whose links were shown, `seen` the mark of these links: refused when they are no longer the same. */
export const writeLink = (ask: SignedIn, crosswalk: Crosswalk, link: Omit<CrosswalkLink, 'author'>, shown: { side: Side; seen: string }): Promise<Result> =>
  change(ask, crosswalk, async () => {
    const [links, gaps] = [await listCrosswalkLinks(ask.db, crosswalk.id), await listCrosswalkGaps(ask.db, crosswalk.id)]
    if (linksStamp(links, gaps, link[shown.side], shown.side) !== shown.seen) return { refused: 'changed-meanwhile' }
    if (links.length >= mostLinks) return { refused: 'too-many' }
    await saveLink(ask.db, crosswalk.id, link)
    return onlyLinks
  })

export const removeLink = (ask: SignedIn, crosswalk: Crosswalk, from: string, to: string): Promise<Result> =>
  change(ask, crosswalk, async () => {
    await deleteLink(ask.db, crosswalk.id, from, to)
    return onlyLinks
  })

/** An honest « no equivalent »: not beside links. Without a reason, it is taken back. */
export const writeGap = (ask: SignedIn, crosswalk: Crosswalk, gap: CrosswalkGap): Promise<Result> =>
  change(ask, crosswalk, async () => {
    const links = await listCrosswalkLinks(ask.db, crosswalk.id)
    if (links.some((link) => link[gap.side] === gap.code)) return { refused: 'changed-meanwhile' }
    await (gap.reason ? saveGap(ask.db, crosswalk.id, gap) : deleteGap(ask.db, crosswalk.id, gap.side, gap.code))
    return onlyLinks
  })

/** Refused when somebody changed the same part since it was shown; links have nothing to do with it. */
export const writeAbout = (ask: SignedIn, crosswalk: Crosswalk, seen: string, about: CrosswalkChange): Promise<Result> =>
  change(ask, crosswalk, async () => {
    const now = await findCrosswalk(ask.db, crosswalk.id)
    return now && aboutStamp(now) === seen ? about : { refused: 'changed-meanwhile' }
  })

export async function sendCrosswalk(ask: SignedIn, crosswalk: Crosswalk): Promise<Result> {
  const held = await lockCrosswalk(ask.db, crosswalk.id)
  if (!held || held.state !== 'draft') return { refused: 'not-writing' }
  if (crosswalk.links === 0) return { refused: 'not-complete' }
  await touchCrosswalk(ask.db, held, { state: 'review', sentBy: ask.caller.personId })
  await record(ask, crosswalk, 'crosswalk.sent')
  return saved
}

export async function resumeCrosswalk(ask: SignedIn, crosswalk: Crosswalk): Promise<Result> {
  const held = await lockCrosswalk(ask.db, crosswalk.id)
  if (!held || held.state !== 'review') return { refused: 'not-writing' }
  await touchCrosswalk(ask.db, held, { state: 'draft', sentBy: null })
  await record(ask, crosswalk, 'crosswalk.resumed')
  return saved
}

/** From then on it does not change, and proofs follow its links wherever it is seen. */
export async function publishCrosswalk(ask: SignedIn, crosswalk: Crosswalk): Promise<Result> {
  const held = await lockCrosswalk(ask.db, crosswalk.id)
  if (!held || held.state !== 'review') return { refused: 'not-writing' }
  const writers = await listWriters(ask.db, crosswalk.organisationId, ask.today)
  if (!mayPublish(held.sentBy, ask.caller.personId, writers)) return { refused: 'other-eye' }
  if (crosswalk.links === 0) return { refused: 'not-complete' }
  await touchCrosswalk(ask.db, held, { state: 'published' })
  await record(ask, crosswalk, 'crosswalk.published')
  return saved
}

export async function removeCrosswalk(ask: SignedIn, crosswalk: Crosswalk): Promise<Result> {
  if (!(await deleteCrosswalk(ask.db, crosswalk.id))) return { refused: 'not-writing' }
  await record(ask, crosswalk, 'crosswalk.deleted')
  return saved
}

const record = (ask: SignedIn, crosswalk: Pick<Crosswalk, 'id' | 'organisationId'>, kind: string): Promise<void> =>
  recordActivity(ask.db, { organisationId: crosswalk.organisationId, actorId: ask.caller.personId, kind, subjectKind: 'crosswalk', subjectId: crosswalk.id })
