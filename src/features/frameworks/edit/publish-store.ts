import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Change } from '../version-changes.ts'
import type { DraftTables } from './tables.ts'

export interface NewConversion {
  fromId: string
  toId: string
  ownerId: string
  author: string
  note: string
  changes: readonly Change[]
}

/** What becomes of each code, frozen with the edition that it leads to. */
export async function insertConversion(db: Db, conversion: NewConversion): Promise<void> {
  await db
    .withTables<DraftTables>()
    .insertInto('framework_conversions')
    .values({
      from_id: conversion.fromId,
      to_id: conversion.toId,
      owner_id: conversion.ownerId,
      author: conversion.author,
      note: conversion.note,
      // A list given as it is would be sent as an array of PostgreSQL, not as JSON.
      changes: sql<Change[]>`${JSON.stringify(conversion.changes)}::text::jsonb`,
    })
    .execute()
}
