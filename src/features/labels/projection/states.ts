/** Where an item of a framework stands for a school. A planned action is an intention: it never counts as covered. */
export const itemStates = ['missing', 'planned', 'partly', 'covered', 'not_applicable'] as const
export type ItemState = (typeof itemStates)[number]

/**
 * Where that state comes from: nowhere yet, what the school said or proved on the item itself, what it said or proved elsewhere, both
 * alike, or both at odds.
 */
export const provenances = ['none', 'own', 'inherited', 'confirmed', 'diverging'] as const
export type Provenance = (typeof provenances)[number]

/** The numbers under which both stand in typed arrays. */
export const stateCode = { missing: 0, planned: 1, partly: 2, covered: 3, not_applicable: 4 } as const satisfies Record<ItemState, number>
export const provenanceCode = { none: 0, own: 1, inherited: 2, confirmed: 3, diverging: 4 } as const satisfies Record<Provenance, number>

export const stateOfCode = (code: number): ItemState => itemStates[code] ?? 'missing'
export const provenanceOfCode = (code: number): Provenance => provenances[code] ?? 'none'

/** What the school says of an item, as the database keeps it; 0 when it says nothing. */
export const positionCode = { none: 0, notYet: 1, partly: 2, held: 3, notApplicable: 4 } as const
