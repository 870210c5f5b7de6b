import type { Localized } from './definition.ts'

interface ScaleWords {
  code: string
  numeric?: boolean
  levels: readonly Localized[]
}

/** The words of each scale, in every language of the answering page. */
export const answersInWords: readonly ScaleWords[] = [
  {
    code: 'agreement',
    levels: [{ fr: 'Pas du tout d’accord' }, { fr: 'Plutôt pas d’accord' }, { fr: 'Plutôt d’accord' }, { fr: 'Tout à fait d’accord' }],
  },
  { code: 'frequency', levels: [{ fr: 'Jamais' }, { fr: 'Parfois' }, { fr: 'Souvent' }, { fr: 'Toujours' }] },
  {
    code: 'satisfaction',
    levels: [{ fr: 'Pas du tout satisfait' }, { fr: 'Plutôt pas satisfait' }, { fr: 'Plutôt satisfait' }, { fr: 'Tout à fait satisfait' }],
  },
  { code: 'yes', levels: [{ fr: 'Non' }, { fr: 'En partie' }, { fr: 'Oui' }] },
  { code: 'ten', numeric: true, levels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((fr) => ({ fr })) },
]
