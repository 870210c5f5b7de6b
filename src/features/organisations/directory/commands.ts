import { isDay } from '../../../platform/days.ts'
import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { decideAttach, decideEnd, groupKinds } from './link-rules.ts'
import type { Days, EndFault, GroupKind, LinkChange, LinkFault } from './link-rules.ts'
import { findNamesake, findSheet, insertGroup, insertLink, listLinks, lockSheets, saveLinkEnd, saveLinkParent } from './store.ts'
import type { Link, Sheet } from './store.ts'

export interface GroupWish {
  kind: GroupKind
  name: string
  authorityId: string | null
  validFrom: string
}

export type GroupFault = 'no-kind' | 'no-name' | 'long-name' | 'no-authority' | 'bad-day' | 'namesake'

const longestName = 200

/** What is wrong with a group to create, before looking at those that are there. */
export function groupFault(wish: { kind: string; name: string; authorityId: string | null; validFrom: string }): GroupFault | null {
  if (!groupKinds.some((kind) => kind === wish.kind)) return 'no-kind'
  if (!wish.name) return 'no-name'
  if (wish.name.length > longestName) return 'long-name'
  if (wish.kind === 'district' && !wish.authorityId) return 'no-authority'
  return isDay(wish.validFrom) ? null : 'bad-day'
}

/** Creates a network, a campus or a district; the schools come after. */
export async function createGroup(db: Db, actorId: string, wish: GroupWish): Promise<{ id: string } | { refused: GroupFault; namesakeId?: string }> {
  const fault = groupFault(wish)
  if (fault) return { refused: fault }
  const authority = wish.authorityId ? await findSheet(db, wish.authorityId) : null
  if (wish.authorityId && authority?.kind !== 'authority') return { refused: 'no-authority' }
  const namesake = await findNamesake(db, wish)
  if (namesake) return { refused: 'namesake', namesakeId: namesake.id }
  const id = randomUUID()
  await insertGroup(db, { ...wish, id })
  if (wish.authorityId) await insertLink(db, { childId: id, parentId: wish.authorityId, kind: 'part_of', validFrom: wish.validFrom, validTo: null })
  await recordActivity(db, {
    organisationId: id,
    actorId,
    kind: 'organisation.created',
    subjectKind: 'organisation',
    subjectId: id,
    detail: { kind: wish.kind },
  })
  return { id }
}

export interface RefusedSchool {
  school: Sheet
  fault: LinkFault
}

/** Attaches schools to a group for some days: all of them, or none with the reason for each. */
export async function attachSchools(
  db: Db,
  actorId: string,
  wish: { groupId: string; schoolIds: readonly string[]; days: Days },
): Promise<{ attached: number } | { refused: RefusedSchool[] }> {
  const { groupId, schoolIds, days } = wish
  const group = await findSheet(db, groupId)
  if (!group) return { refused: [] }
  const schools = await lockSheets(db, schoolIds)
  const links = await listLinks(db, schoolIds)
  const decided = schools.map((school) => ({
    school,
    ...decideAttach(
      school,
      group,
      links.filter((link) => link.childId === school.id),
      days,
    ),
  }))
  const refused = decided.flatMap((one) => ('fault' in one ? [{ school: one.school, fault: one.fault }] : []))
  if (refused.length > 0) return { refused }
  for (const one of decided) {
    if ('fault' in one) continue
    await saveChanges(db, one.changes)
    await record(db, actorId, one.school.id, groupId, 'organisation.attached')
  }
  return { attached: decided.length }
}

export async function endLink(db: Db, actorId: string, link: Link, lastDay: string): Promise<{ ended: true } | { refused: EndFault | 'not-found' }> {
  await lockSheets(db, [link.childId])
  const present = (await listLinks(db, [link.childId])).find(
    (one) => one.parentId === link.parentId && one.kind === link.kind && one.validFrom === link.validFrom,
  )
  const group = await findSheet(db, link.parentId)
  if (!present || !group) return { refused: 'not-found' }
  if (!isDay(lastDay)) return { refused: 'bad-day' }
  const decided = decideEnd(present, group, lastDay)
  if ('fault' in decided) return { refused: decided.fault }
  await saveChanges(db, decided.changes)
  await record(db, actorId, link.childId, link.parentId, 'organisation.detached')
  return { ended: true }
}

async function saveChanges(db: Db, changes: readonly LinkChange[]): Promise<void> {
  for (const change of changes) {
    switch (change.do) {
      case 'start':
        await insertLink(db, change.link)
        break
      case 'end':
        await saveLinkEnd(db, change.link, change.lastDay)
        break
      case 'move':
        await saveLinkParent(db, change.link, change.parentId, change.to)
        break
    }
  }
}

// Told in the school's own journal, which is the one that reads it.
const record = (db: Db, actorId: string, schoolId: string, groupId: string, kind: string): Promise<void> =>
  recordActivity(db, { organisationId: schoolId, actorId, kind, subjectKind: 'organisation', subjectId: groupId })
