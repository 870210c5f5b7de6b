import type { Db } from '../../platform/database.ts'
import { loadPack } from './pack/load-pack.ts'
import type { Indicator, Pack, Unit } from './pack/indicator.ts'
import { listDefined } from './own/store.ts'

/** One figure of the directory: an indicator, or one of the figures that make it. */
export interface KnownMeasure {
  code: string
  name: string
  unit: Unit
  indicator: Indicator
}

/** The directory as one organisation has it: what comes with the product, and what it or its académie adds. */
export interface Directory {
  pack: Pack
  indicators: readonly Indicator[]
  measures: ReadonlyMap<string, KnownMeasure>
  /** Ids of the organisation's or académie's own indicators, by code. */
  own: ReadonlyMap<string, { id: string; organisationId: string; version: number }>
}

interface Placed {
  id: string
  authorityId: string | null
}

/** The directory as this organisation has it; a retired indicator is no longer in it. */
export async function loadDirectory(db: Db, organisation: Placed): Promise<Directory> {
  const pack = await loadPack()
  const rows = await listDefined(db, organisation.authorityId ? [organisation.id, organisation.authorityId] : [organisation.id])
  const own = rows.map(({ code, definition }): Indicator => ({ ...unsaid, ...definition, code, short_name: definition.name.slice(0, 40) }))
  const indicators = [...pack.indicators, ...own]
  return { pack, indicators, measures: measuresOf(indicators), own: new Map(rows.map((row) => [row.code, row])) }
}

/** What nobody is asked about an indicator of his own. */
const unsaid = {
  question: '',
  source: 'typed',
  dataset: null,
  scope: ['school'],
  updated_by: 'quality-lead',
  frequency: 'yearly',
  data_protection: 'aggregate',
  eqavet: [],
  themes: ['own'],
  status: 'unconfirmed',
} as const satisfies Partial<Indicator>

function measuresOf(indicators: readonly Indicator[]): Map<string, KnownMeasure> {
  const measures = new Map<string, KnownMeasure>()
  for (const indicator of indicators) {
    measures.set(indicator.code, { code: indicator.code, name: indicator.name, unit: indicator.unit, indicator })
    for (const part of indicator.parts ?? []) measures.set(part.code, { ...part, indicator })
  }
  return measures
}
