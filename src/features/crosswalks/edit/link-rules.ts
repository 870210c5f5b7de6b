import { createHash } from 'node:crypto'
import type { Form } from '../../../platform/web/form.ts'
import type { Side } from '../content.ts'
import type { LinkStatus } from '../graph.ts'
import { relations } from '../relations.ts'
import type { Relation } from '../relations.ts'
import type { Crosswalk, CrosswalkGap, CrosswalkLink } from '../read/crosswalks-store.ts'

/** As many as a file may hold. */
export const mostLinks = 5000
export const shortestReason = 10
export const longestReason = 400

/** What the form of a link holds, as typed. */
export interface TypedLink {
  /** Code on the other side, from the suggestions or from the whole list. */
  far: string
  relation: Relation | ''
  reason: string
  status: LinkStatus
}

export const noLink: TypedLink = { far: '', relation: '', reason: '', status: 'proposed' }

export const readLink = (sent: Form): TypedLink => ({
  far: sent.text('far') === 'other' ? sent.text('other') : sent.text('far') || sent.text('other'),
  relation: relations.find((relation) => relation === sent.text('type')) ?? '',
  reason: sent.text('reason').replace(/\s+/g, ' '),
  status: sent.text('status') === 'validated' ? 'validated' : 'proposed',
})

export type LinkFault = 'target' | 'type' | 'reason' | 'reasonLong'

export function linkFaults(typed: TypedLink, known: ReadonlySet<string>): LinkFault[] {
  const faults: LinkFault[] = []
  if (!known.has(typed.far)) faults.push('target')
  if (typed.relation === '') faults.push('type')
  const wrong = reasonFault(typed.reason)
  if (wrong) faults.push(wrong)
  return faults
}

export function reasonFault(reason: string): 'reason' | 'reasonLong' | null {
  if (reason.length < shortestReason) return 'reason'
  return reason.length > longestReason ? 'reasonLong' : null
}

const stampOf = (part: unknown): string => createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 16)

/** A mark of what a crosswalk says of itself. */
export const aboutStamp = ({ author, source, licence, status }: Pick<Crosswalk, 'author' | 'source' | 'licence' | 'status'>): string =>
  stampOf([author, source.title, source.note, licence, status])

/** A mark of what was said of one statement, to see whether somebody changed it meanwhile. */
export function linksStamp(links: readonly CrosswalkLink[], gaps: readonly CrosswalkGap[], code: string, side: Side): string {
  const own = [links.filter((link) => link[side] === code), gaps.filter((gap) => gap.side === side && gap.code === code)]
  return stampOf(own)
}
