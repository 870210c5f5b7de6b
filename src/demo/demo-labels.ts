import type { DemoLabel } from '../../demo/labels.ts'
import { frameworkId } from '../features/frameworks/load-frameworks.ts'
import type { LabelTables } from '../features/labels/tables.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'

/** Puts what a demo school follows on its board, as the one who leads it there. */
export async function insertLabel(db: Db, label: DemoLabel, organisationId: string, personId: string, now: Date): Promise<void> {
  const moment = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
  const day = (days: number | undefined): string | null => (days === undefined ? null : dayOf(moment(days)))
  const tables = db.withTables<LabelTables>()
  const framework_id = frameworkId(label.framework, label.version)
  await tables
    .insertInto('followed_frameworks')
    .values({
      organisation_id: organisationId,
      framework_id,
      state: label.state,
      grade: label.grade ?? null,
      conditions: [...(label.conditions ?? [])],
      held_from: day(label.heldFrom),
      held_until: day(label.heldUntil),
      next_step: label.nextStep ?? '',
      next_due_on: day(label.nextDue),
      shared_at: label.shared === undefined ? null : moment(label.shared),
      previous_id: label.movedFrom ? frameworkId(label.framework, label.movedFrom) : null,
      added_by: personId,
    })
    .execute()
  const positions = (label.positions ?? []).map(({ code, position, reason }) => ({
    organisation_id: organisationId,
    framework_id,
    item_code: code,
    position,
    reason,
    noted_by: personId,
    noted_at: moment(-40),
  }))
  if (positions.length > 0) await tables.insertInto('item_positions').values(positions).execute()
}
