/** One step of a scale. `value` is what is kept; it says order, never a score. */
export interface Level {
  value: number
  label: string
  descriptor?: string
}

/**
 * How people position themselves on a statement. `none`: with words only. `statements`: between two contrasting statements, which each
 * item of the framework gives (see scaleForItem) or which hold for all (`low`, `high`). `levels`: in ascending order.
 */
export type Scale = { kind: 'none' } | { kind: 'statements'; low?: string; high?: string } | { kind: 'levels'; levels: readonly Level[] }

/** Values kept for the two contrasting statements. */
const lowValue = 1
const highValue = 2

/** What may be chosen on this scale, in ascending order; nothing when people answer with words only. */
export function scaleLevels(scale: Scale): readonly Level[] {
  switch (scale.kind) {
    case 'none':
      return []
    case 'statements':
      return [
        { value: lowValue, label: scale.low ?? standardLow },
        { value: highValue, label: scale.high ?? standardHigh },
      ]
    case 'levels':
      return scale.levels
  }
}

export const scaleValues = (scale: Scale): number[] => scaleLevels(scale).map((level) => level.value)

export const isValue = (scale: Scale, value: number): boolean => scaleValues(scale).includes(value)

/** The words of a value, or null when the scale does not have it. */
export const levelLabel = (scale: Scale, value: number): string | null => scaleLevels(scale).find((level) => level.value === value)?.label ?? null

/** The scale as it stands for one item: its own contrasting statements are written into it. */
export function scaleForItem(scale: Scale, item: { contrastLow: string | null; contrastHigh: string | null }): Scale {
  if (scale.kind !== 'statements' || item.contrastLow === null || item.contrastHigh === null) return scale
  return { kind: 'statements', low: item.contrastLow, high: item.contrastHigh }
}

const standardLow = 'Cette phrase ne dit pas encore ce que nous vivons.'
const standardHigh = 'Cette phrase dit déjà ce que nous vivons.'

export type SchoolScaleKey = 'none' | 'levels' | 'statements'

/**
 * Scales that a school may choose for a framework that has none, the first being the usual one. Qualéduc itself has no scale: these
 * words are ours, and pages that offer them say so. They are kept in French, with the evaluation, like the questions themselves.
 */
export const schoolScales: readonly { key: SchoolScaleKey; title: string; scale: Scale }[] = [
  { key: 'none', title: 'Avec des mots seulement', scale: { kind: 'none' } },
  {
    key: 'levels',
    title: 'Quatre degrés',
    scale: {
      kind: 'levels',
      levels: [
        { value: 1, label: 'Pas encore', descriptor: 'Cela n’existe pas chez nous, ou seulement comme une idée.' },
        { value: 2, label: 'En partie', descriptor: 'Cela existe par endroits, pour quelques-uns ou de temps en temps.' },
        { value: 3, label: 'En grande partie', descriptor: 'C’est l’habitude, avec des exceptions que nous savons nommer.' },
        { value: 4, label: 'Pleinement', descriptor: 'C’est vrai partout et pour tous, et nous pouvons le montrer.' },
      ],
    },
  },
  { key: 'statements', title: 'Deux phrases opposées', scale: { kind: 'statements', low: standardLow, high: standardHigh } },
]

export const findSchoolScale = (key: string): Scale | null => schoolScales.find((choice) => choice.key === key)?.scale ?? null
