import { isDay } from '../../../platform/days.ts'
import type { Link, LinkKind } from './store.ts'
import type { OrganisationKind } from '../tables.ts'

/** Groups that people make, and how a school belongs to them: in one district at a time, in as many networks and campuses as one likes. */
export const groupKinds = ['network', 'campus', 'district'] as const
export type GroupKind = (typeof groupKinds)[number]

export const isGroupKind = (kind: OrganisationKind): kind is GroupKind => groupKinds.some((one) => one === kind)

export const linkKindOf: Record<GroupKind, LinkKind> = { network: 'member_of', campus: 'member_of', district: 'part_of' }

interface Party {
  id: string
  kind: OrganisationKind
  authorityId: string | null
  validFrom: string | null
  validTo: string | null
}

/** 'YYYY-MM-DD', both days included; `to` null is without end. */
export interface Days {
  from: string
  to: string | null
}

export type LinkFault = 'bad-dates' | 'not-a-school' | 'school-closed' | 'group-closed' | 'other-authority' | 'already-there' | 'too-early'

export type LinkChange =
  | { do: 'start'; link: Link }
  | { do: 'end'; link: Link; lastDay: string }
  | { do: 'move'; link: Link; parentId: string; to: string | null }

export const dayAfter = (day: string): string => shift(day, 1)
const dayBefore = (day: string): string => shift(day, -1)
const shift = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const last = '9999-12-31'
const overlaps = (link: Link, days: Days): boolean => link.validFrom <= (days.to ?? last) && (link.validTo ?? last) >= days.from

/**
 * What attaching a school to a group changes. Networks and campuses add up; a district takes the place of what the school was part of
 * (its académie, another district), and gives it back to the académie when it ends.
 */
export function decideAttach(school: Party, group: Party, present: readonly Link[], days: Days): { changes: LinkChange[] } | { fault: LinkFault } {
  if (!isDay(days.from) || (days.to !== null && (!isDay(days.to) || days.to < days.from))) return { fault: 'bad-dates' }
  if (school.kind !== 'school' || !isGroupKind(group.kind)) return { fault: 'not-a-school' }
  if (school.validTo !== null && school.validTo < (days.to ?? last)) return { fault: 'school-closed' }
  if ((group.validTo !== null && group.validTo < (days.to ?? last)) || (group.validFrom !== null && group.validFrom > days.from))
    return { fault: 'group-closed' }
  if (present.some((link) => link.parentId === group.id && overlaps(link, days))) return { fault: 'already-there' }
  const kind = linkKindOf[group.kind]
  const link: Link = { childId: school.id, parentId: group.id, kind, validFrom: days.from, validTo: days.to }
  if (kind === 'member_of') return { changes: [{ do: 'start', link }] }
  if (group.authorityId === null || group.authorityId !== school.authorityId) return { fault: 'other-authority' }
  return takePlace(
    link,
    group.authorityId,
    present.filter((one) => one.kind === 'part_of'),
  )
}

function takePlace(link: Link, authorityId: string, places: readonly Link[]): { changes: LinkChange[] } | { fault: LinkFault } {
  if (places.some((place) => place.validFrom > link.validFrom)) return { fault: 'too-early' }
  const changes: LinkChange[] = []
  const before = places.find((place) => (place.validTo ?? last) >= link.validFrom)
  if (!before) changes.push({ do: 'start', link })
  else if (before.validFrom === link.validFrom) changes.push({ do: 'move', link: before, parentId: link.parentId, to: link.validTo })
  else changes.push({ do: 'end', link: before, lastDay: dayBefore(link.validFrom) }, { do: 'start', link })
  if (link.validTo !== null) changes.push(backToAuthority(link, authorityId, link.validTo))
  return { changes }
}

const backToAuthority = (link: Link, authorityId: string, lastDay: string): LinkChange => ({
  do: 'start',
  link: { childId: link.childId, parentId: authorityId, kind: 'part_of', validFrom: dayAfter(lastDay), validTo: null },
})

export type EndFault = 'bad-day' | 'already-over' | 'not-by-hand'

/** What ending a link on its last day changes. The link to the académie comes from the directory: it is not ended by hand. */
export function decideEnd(link: Link, group: Party, lastDay: string): { changes: LinkChange[] } | { fault: EndFault } {
  if (!isGroupKind(group.kind)) return { fault: 'not-by-hand' }
  if (link.validTo !== null) return { fault: 'already-over' }
  if (lastDay < link.validFrom) return { fault: 'bad-day' }
  const end: LinkChange = { do: 'end', link, lastDay }
  return { changes: link.kind === 'part_of' && group.authorityId !== null ? [end, backToAuthority(link, group.authorityId, lastDay)] : [end] }
}
