import type { Change } from '../frameworks/version-changes.ts'
import type { LinkStatus } from './graph.ts'
import type { Relation } from './relations.ts'

export { changeKinds } from '../frameworks/version-changes.ts'
export type { Change, ChangeKind } from '../frameworks/version-changes.ts'

/** What the files of frameworks/crosswalks and frameworks/conversions say. Their shapes are held by the schemas beside them. */

export interface VersionEnd {
  framework: string
  version: string
}

export interface CrosswalkSource {
  title: string
  url?: string
  note: string
}

export interface LinkContent {
  from: string
  to: string
  type: Relation
  reason: string
  /** The crosswalk's where it does not say. */
  status?: LinkStatus
}

/** Which end an item without an equivalent belongs to. */
export type Side = 'from' | 'to'

export interface GapContent {
  in: Side
  code: string
  reason: string
}

export interface CrosswalkContent {
  from: VersionEnd
  to: VersionEnd
  author: string
  status: LinkStatus
  source: CrosswalkSource
  licence: string
  links: LinkContent[]
  no_equivalent?: GapContent[]
}

export interface ConversionContent {
  framework: string
  from: string
  to: string
  author: string
  note: string
  changes: Change[]
}

export const nameOfEnd = (end: VersionEnd): string => `${end.framework}-${end.version}`
