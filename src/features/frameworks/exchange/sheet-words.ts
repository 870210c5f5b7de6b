import type { Phase } from '../../../ui/phases.ts'
import type { Audience, ContentStatus, FrameworkKind, Gravity } from '../content.ts'
import type { Scale } from '../scale.ts'

/** Words of a workbook, in the sheets of a school: names of sheets and columns, and what stands in their cells. The README gives them too. */

export const sheetNames = { header: 'Référentiel', themes: 'Thèmes', items: 'Énoncés', scale: 'Échelle' } as const

export const headerColumns = { field: 'Champ', value: 'Valeur' } as const

export const headerFields = {
  id: 'Identifiant',
  version: 'Version',
  locale: 'Langue',
  title: 'Titre',
  short_title: 'Titre court',
  kind: 'Sorte',
  status: 'État',
  unconfirmed_note: 'Reste à confirmer',
  blank: 'À remplir par l’établissement',
  valid_from: 'Valable du',
  valid_to: 'Valable jusqu’au',
  source_title: 'Source : titre',
  source_publisher: 'Source : éditeur',
  source_reference: 'Source : référence',
  source_url: 'Source : adresse',
  source_note: 'Source : ce qui est de nous',
  licence: 'Droits',
  notes: 'Remarques',
  award_by: 'Décision : qui décide',
  award_years: 'Décision : pour combien d’années',
  award_status: 'Décision : état',
  award_note: 'Décision : remarque',
  scale: 'Échelle',
} as const
export type HeaderField = keyof typeof headerFields

export const themeColumns = {
  code: 'Code',
  title: 'Titre',
  purpose: 'Ce que regarde le thème',
  keywords: 'Mots-clés',
  status: 'État',
  unconfirmed_note: 'Reste à confirmer',
} as const
export type ThemeColumn = keyof typeof themeColumns

export const itemColumns = {
  theme: 'Thème',
  code: 'Code',
  phase: 'Temps',
  title: 'Intitulé',
  statement: 'Énoncé',
  help: 'Aide',
  contrast_low: 'Phrase du bas',
  contrast_high: 'Phrase du haut',
  audiences: 'Qui peut en parler',
  evidence: 'Preuves',
  indicators: 'Indicateurs',
  grade: 'Niveau',
  conditions: 'Conditions',
  gravity: 'Si le point manque',
  status: 'État',
} as const
export type ItemColumn = keyof typeof itemColumns

export const scaleColumns = { sort: 'Sorte', key: 'Valeur ou code', label: 'Nom ou question', descriptor: 'Description' } as const
export type ScaleColumn = keyof typeof scaleColumns

export const phaseWords: Record<Phase, string> = { plan: 'projeter', do: 'mettre en œuvre', check: 'évaluer', act: 'ajuster' }

export const audienceWords: Record<Audience, string> = {
  staff: 'personnels',
  pupil: 'élèves',
  family: 'familles',
  company: 'entreprises',
  association: 'associations',
  local_authority: 'collectivités',
}

export const statusWords: Record<ContentStatus | 'draft', string> = { confirmed: 'confirmé', unconfirmed: 'à confirmer', draft: 'brouillon' }

export const kindWords: Record<FrameworkKind, string> = {
  guide: 'guide',
  label: 'label',
  certification: 'certification',
  evaluation: 'évaluation externe',
  frame: 'cadre d’un autre pays',
}

export const gravityWords: Record<Gravity, string> = { minor: 'écart mineur', major: 'écart majeur' }

export const scaleWords: Record<Scale['kind'], string> = { none: 'aucune', statements: 'deux phrases opposées', levels: 'degrés' }

export const scaleSorts = { level: 'degré', grade: 'niveau', condition: 'condition' } as const
export type ScaleSort = keyof typeof scaleSorts

export const yesWords = { true: 'oui', false: 'non' } as const

/** As people type it: without case, accents, kinds of apostrophes and spaces. */
export const foldWord = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'oe').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()

/** The key whose word, or whose own name, was typed. */
export function keyOfWord<K extends string>(words: Readonly<Record<K, string>>, typed: string): K | null {
  const wanted = foldWord(typed)
  const found = Object.entries<string>(words).find(([key, word]) => foldWord(word) === wanted || foldWord(key) === wanted)
  return found ? (found[0] as K) : null
}

/** Several values in one cell, one a line; what would cut a value in two is marked. */
export const joinCell = (values: readonly string[]): string => values.map((value) => value.replace(/[\\;]/g, '\\$&').replaceAll('\n', '\\n')).join('\n')

/** One value a line, or between semicolons, around which people leave spaces. */
export function splitCell(cell: string): string[] {
  const values = ['']
  let typed = false
  for (const [piece] of cell.matchAll(/\\n|\\[\\;]|[\s\S]/g)) {
    typed ||= piece === ';'
    if (piece === '\n' || piece === ';') values.push('')
    else values[values.length - 1] += piece === '\\n' ? '\n' : piece.startsWith('\\') && piece.length > 1 ? piece.slice(1) : piece
  }
  return values.map((value) => (typed ? value.trim() : value)).filter((value) => value !== '')
}
