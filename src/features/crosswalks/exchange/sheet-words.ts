import type { Side } from '../content.ts'
import type { LinkStatus } from '../graph.ts'
import type { Relation } from '../relations.ts'

/** Words of a workbook that holds a crosswalk. */

export const sheetNames = { header: 'Correspondance', links: 'Liens', gaps: 'Sans équivalent' } as const

export const headerFields = {
  from_framework: 'De : identifiant',
  from_version: 'De : version',
  to_framework: 'Vers : identifiant',
  to_version: 'Vers : version',
  author: 'Auteur',
  status: 'État',
  source_title: 'Source : titre',
  source_url: 'Source : adresse',
  source_note: 'Source : remarque',
  licence: 'Droits',
} as const
export type HeaderField = keyof typeof headerFields

export const linkColumns = { from: 'De', type: 'Comparé à l’autre', to: 'Vers', reason: 'Pourquoi', status: 'État' } as const
export type LinkColumn = keyof typeof linkColumns

export const gapColumns = { in: 'Côté', code: 'Code', reason: 'Pourquoi' } as const
export type GapColumn = keyof typeof gapColumns

export const relationWords: Record<Relation, string> = {
  equal: 'dit la même chose',
  narrower: 'n’en est qu’une partie',
  broader: 'le contient en entier',
  overlaps: 'se recouvrent',
}

export const statusWords: Record<LinkStatus, string> = { proposed: 'proposé', validated: 'validé' }

export const sideWords: Record<Side, string> = { from: 'de', to: 'vers' }
