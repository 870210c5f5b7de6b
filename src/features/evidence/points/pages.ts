import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import type { FormError } from '../../../ui/form.ts'
import { urls } from '../../../urls.ts'
import { findItems, listFrameworks } from '../../frameworks/store.ts'
import type { ItemKey } from '../../frameworks/store.ts'
import { onEvidence } from '../guard.ts'
import { longestPageRef } from '../rules.ts'
import type { Evidence } from '../store.ts'
import { listSupports, removeSupport } from '../supports-store.ts'
import type { UseSource } from '../uses.ts'
import { linkPoints } from './commands.ts'
import type { Linked, Ticked } from './commands.ts'
import type { TickedBox } from './point-box.ts'
import { pointsPage } from './points-page.ts'
import type { PointsView } from './points-page.ts'
import { findPoints, pointKey, searchPoints } from './points-store.ts'
import { suggestPoints } from './suggestions.ts'
import type { ListFollowed } from './suggestions.ts'
import { textsIn } from './texts.en.ts'

export interface PointsSources {
  sources: readonly UseSource[]
  listFollowed: ListFollowed
}

/** Points shown for one search. */
const mostFound = 40

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

function readKey(text: string): ItemKey[] {
  const cut = text.indexOf(':')
  const [frameworkId, code] = [text.slice(0, cut), text.slice(cut + 1)]
  return isId(frameworkId) && code ? [{ frameworkId, code }] : []
}

type Search = PointsView['search']

const readSearch = (text: (name: string) => string): Search => ({
  words: text('q').replaceAll('\u0000', '').trim(),
  frameworkId: isId(text('referentiel')) ? text('referentiel') : null,
})

interface Back {
  sent: ReadonlyMap<string, TickedBox> | null
  errors: readonly FormError[]
}

async function viewOf(ask: SignedIn, evidence: Evidence, from: PointsSources, search: Search, { sent, errors }: Back): Promise<PointsView> {
  const supports = await listSupports(ask.db, { evidenceIds: [evidence.id] })
  const points = await findPoints(ask.db, supports)
  const linked = supports.flatMap((support) => {
    const point = points.get(pointKey(support))
    return point ? [{ ...point, pageRef: support.pageRef }] : []
  })
  const known = new Set(linked.map(pointKey))
  const all = await searchPoints(ask.db, { ...search, limit: mostFound + known.size + 1 })
  const fresh = all.filter((point) => !known.has(pointKey(point)))
  const found = fresh.slice(0, mostFound)
  for (const point of found) known.add(pointKey(point))
  const { proposed, served } = await suggestPoints(ask.db, evidence, from)
  const frameworks = (await listFrameworks(ask.db, ask.today)).filter((framework) => !framework.blank)
  return {
    evidence,
    search,
    frameworks,
    linked,
    found,
    cut: fresh.length > mostFound,
    suggestions: { proposed: proposed.filter(({ point }) => !known.has(pointKey(point))), served },
    sent,
    errors,
  }
}

export const showPoints = (from: PointsSources): Guarded =>
  onEvidence('evidence.attach', async (ask, evidence) => {
    const search = readSearch((name) => ask.query.get(name) ?? '')
    return page(pointsPage(ask, await viewOf(ask, evidence, from, search, { sent: null, errors: [] })))
  })

export const savePoints = (from: PointsSources): Guarded =>
  onEvidence('evidence.attach', async (ask, evidence) => {
    const t = textsIn(ask.language)
    const known = await findItems(ask.db, ask.form.all('point').flatMap(readKey))
    const ticked = known.map(({ frameworkId, code }): Ticked => ({ frameworkId, code, pageRef: pageOf(ask, { frameworkId, code }) }))
    const shown = ask.form.all('shown').flatMap(readKey)
    const errors = ticked
      .filter((item) => item.pageRef.length > longestPageRef)
      .map((item): FormError => ({ field: `page-${pointKey(item)}`, id: `page-${pointKey(item)}`, message: t.longPage }))
    if (ticked.length === 0 && shown.length === 0) errors.push({ field: 'point', id: 'main', message: t.nothing })
    if (errors.length > 0) return refuse(ask, evidence, from, ticked, errors)
    const linked = await linkPoints(ask.db, ask.caller.personId, evidence, { ticked, shown })
    const query = linked.added > 0 ? { nouveau: linked.added } : {}
    return redirect(urls.evidence.show({ evidence: evidence.id }, query), noticeOf(ask, linked))
  })

const pageOf = (ask: SignedIn, item: ItemKey): string => ask.form.text(`page-${pointKey(item)}`).replace(/\s+/g, ' ')

async function refuse(ask: SignedIn, evidence: Evidence, from: PointsSources, ticked: readonly Ticked[], errors: readonly FormError[]): Promise<Answer> {
  const sent = new Map(ticked.map((item) => [pointKey(item), { ticked: true, pageRef: item.pageRef }]))
  const search = readSearch((name) => ask.form.text(name))
  return invalid(pointsPage(ask, await viewOf(ask, evidence, from, search, { sent, errors })))
}

function noticeOf(ask: SignedIn, { added, removed, changed }: Linked): string {
  const t = textsIn(ask.language)
  const told = [...(added > 0 ? [t.added(added)] : []), ...(removed > 0 ? [t.removed(removed)] : []), ...(changed > 0 ? [t.changed] : [])]
  return told.length > 0 ? told.join(' ') : t.unchanged
}

/** Takes the proof off one point: it can be put back at once. */
export const saveUnlink = onEvidence('evidence.attach', async (ask, evidence) => {
  const [item] = readKey(ask.form.text('point'))
  const removed = item ? await removeSupport(ask.db, ask.caller.personId, evidence, item) : false
  return redirect(urls.evidence.show({ evidence: evidence.id }), removed ? textsIn(ask.language).unlinked : undefined)
})
