import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { errorSummary } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import { decideAction, detachProof, joinProof, notePosition, takePosition } from '../commands.ts'
import type { Point } from '../guard.ts'
import { loadSpeaking, pointPage } from './point-page.ts'
import type { Shown } from './point-page.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import { figuresBeside } from '../../indicators/beside.ts'
import { saidSection } from '../../surveys/results/said-section.ts'
import { loadStanding } from '../standing.ts'
import type { Standing } from '../standing.ts'
import { findPosition, listActionsOf, listFigures, listJoinable, listProofsOf } from './point-store.ts'
import type { ProofOfItem } from './point-store.ts'
import { positions } from '../tables.ts'
import type { Position } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { turnsBetween, withoutProof, withProof } from '../projection/what-if.ts'
import { nameOf, pointUrl } from '../words.ts'

/** How many of the school's proofs the field proposes. */
const mostJoinable = 200

type Back = Partial<Pick<Shown, 'errors' | 'meanwhile'>> & { typed?: Partial<Shown['typed']> }

/** The point as it stands, with what a proof has turned or would turn, and what comes back of a refused form. */
async function drawPoint(ask: SignedIn, point: Point, back: Back = {}) {
  const { db } = ask
  const standing = await loadStanding(db, point.organisation.id, ask.today)
  const number = numberOf(standing.graph, point.item)
  const proofs = await listProofsOf(db, point.organisation.id, point.item)
  const position = await findPosition(db, point.organisation.id, point.item)
  const turned = turnedBy(ask, standing, number, proofs)
  const errors = back.errors ?? []
  const behind = await itemsBehind(ask, point, standing, number)
  return pointPage(ask, point, {
    standing,
    ...(await loadSpeaking(ask, standing, point, turned?.turns ?? [])),
    surveys: html`${await saidSection(ask, point.organisation.id, behind)}${await figuresBeside(ask, point.organisation.id, behind)}`,
    turned,
    proofs,
    joinable: await listJoinable(db, point.organisation.id, point.item, mostJoinable),
    actions: await listActionsOf(db, point.organisation.id, point.item),
    figures: await listFigures(
      db,
      point.item,
      standing.followed.map((one) => one.followed.frameworkId),
    ),
    position,
    errors,
    errorTop: errors.length > 0 ? errorSummary({ title: textsIn(ask.language).errorTitle, errors }) : nothing,
    typed: {
      evidence: ask.query.get('preuve') ?? '',
      page: ask.query.get('page') ?? '',
      position: position?.position ?? '',
      reason: position?.reason ?? '',
      ...back.typed,
    },
    meanwhile: back.meanwhile ?? false,
  })
}

/** The point itself, and the items that speak of it: people may have been asked about any of them. */
async function itemsBehind(ask: SignedIn, point: Point, { graph }: Standing, number: number): Promise<{ framework: string; code: string }[]> {
  const names = new Map((await listFrameworks(ask.db)).map((one) => [one.id, one.framework]))
  const linked = [...graph.reachEnd.subarray(graph.reachStart[number], graph.reachStart[number + 1])].flatMap((other) => graph.items[other] ?? [])
  return [point.item, ...linked].flatMap(({ frameworkId, code }) => {
    const framework = names.get(frameworkId)
    return framework ? [{ framework, code }] : []
  })
}

/** What the address says has just happened, or is being tried, read from the board as it is: with the proof, against without it. */
function turnedBy(ask: SignedIn, { graph, seeds }: Standing, number: number, proofs: readonly ProofOfItem[]): Shown['turned'] {
  if (ask.query.has('essai')) return { kind: 'would', turns: turnsBetween(graph, seeds, withProof(seeds, [number])) }
  const isHere = (id: string | null): boolean => proofs.some((proof) => proof.id === id && !proof.evaluationId)
  if (isHere(ask.query.get('jointe'))) return { kind: 'joined', turns: turnsBetween(graph, withoutProof(seeds, number), seeds) }
  const removed = ask.query.get('retiree')
  return removed && !isHere(removed) ? { kind: 'removed', turns: turnsBetween(graph, withProof(seeds, [number]), seeds) } : null
}

export const showPoint = async (ask: SignedIn, point: Point): Promise<Answer> => page(await drawPoint(ask, point))

/** Joins a proof, or leads to what joining it would change: both come from one form, so that nothing is typed twice. */
export async function saveJoin(ask: SignedIn, point: Point): Promise<Answer> {
  const t = textsIn(ask.language).point
  const typed = { evidence: ask.form.text('evidence'), page: ask.form.text('page').slice(0, 200) }
  const missing: FormError[] = [{ field: 'evidence', id: 'evidence', message: t.joinMissing }]
  if (!typed.evidence) return invalid(await drawPoint(ask, point, { typed, errors: missing }))
  if (ask.form.has('preview')) return redirect(pointUrl(point.organisation.id, point.item, { essai: 'oui', preuve: typed.evidence, page: typed.page }))
  const joined = await joinProof(ask.db, ask.caller.personId, point.organisation.id, point.item, typed.evidence, typed.page)
  if (!joined) return invalid(await drawPoint(ask, point, { typed: { ...typed, evidence: '' }, errors: missing }))
  return redirect(pointUrl(point.organisation.id, point.item, { jointe: joined.id }), t.joined)
}

export async function saveDetach(ask: SignedIn, point: Point): Promise<Answer> {
  const evidence = ask.params['evidence'] ?? ''
  const removed = await detachProof(ask.db, ask.caller.personId, point.organisation.id, point.item, evidence)
  return redirect(pointUrl(point.organisation.id, point.item, { retiree: removed ? evidence : undefined }), textsIn(ask.language).point.detached)
}

export async function saveNotedPosition(ask: SignedIn, point: Point): Promise<Answer> {
  const t = textsIn(ask.language).point
  const typed = { position: ask.form.text('position'), reason: ask.form.text('reason') }
  if (!isPosition(typed.position))
    return invalid(await drawPoint(ask, point, { typed, errors: [{ field: 'position', id: 'position', message: t.positionMissing }] }))
  const { frameworkId, code } = point.item
  const version = Number(ask.form.text('version')) || 0
  const sent = {
    organisationId: point.organisation.id,
    personId: ask.caller.personId,
    frameworkId,
    code,
    position: typed.position,
    reason: typed.reason,
    version,
  }
  const result = await notePosition(ask.db, sent)
  if ('saved' in result) return redirect(pointUrl(point.organisation.id, point.item), t.positionSaved)
  if (result.refused === 'changed-meanwhile') return invalid(await drawPoint(ask, point, { typed, meanwhile: true }))
  return invalid(await drawPoint(ask, point, { typed, errors: [{ field: 'reason', id: 'reason', message: t.positionLong }] }))
}

const isPosition = (text: string): text is Position => positions.some((position) => position === text)

export async function saveTakenPosition(ask: SignedIn, point: Point): Promise<Answer> {
  const version = Number(ask.form.text('version')) || 0
  const taken = await takePosition(ask.db, ask.caller.personId, point.organisation.id, point.item, version)
  if (!taken) return invalid(await drawPoint(ask, point, { meanwhile: true }))
  return redirect(pointUrl(point.organisation.id, point.item), textsIn(ask.language).point.positionTaken)
}

export async function saveAction(ask: SignedIn, point: Point): Promise<Answer> {
  const t = textsIn(ask.language).point
  const actor = { personId: ask.caller.personId, today: ask.today }
  const action = await decideAction(ask.db, actor, point.organisation.id, point.item, t.actionTitle(nameOf(point.item)).slice(0, 200))
  return redirect(urls.action.edit({ action }), t.actionAdded)
}
