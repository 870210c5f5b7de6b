import type { FunctionName } from './formula.ts'

/** `periods` and `decimals` are whole numbers typed as such, so that the cost of a formula is known before it runs. */
export type Kind = 'number' | 'truth' | 'reference' | 'periods' | 'decimals'

interface FunctionShape {
  /** What it takes, in order; the last one may come again when `repeats`. */
  takes: readonly Kind[]
  repeats: boolean
  gives: 'number' | 'truth'
  example: string
}

const several = (takes: Kind[], gives: 'number' | 'truth', example: string): FunctionShape => ({ takes, repeats: true, gives, example })
const exactly = (takes: Kind[], gives: 'number' | 'truth', example: string): FunctionShape => ({ takes, repeats: false, gives, example })

export const functions: Readonly<Record<FunctionName, FunctionShape>> = {
  SI: exactly(['truth', 'number', 'number'], 'number', 'SI([A01] > 0 ; 1 ; 0)'),
  SI_VIDE: exactly(['number', 'number'], 'number', 'SI_VIDE([A01] ; 0)'),
  SOMME: several(['number'], 'number', 'SOMME([A01] ; [A02])'),
  MOYENNE: several(['number'], 'number', 'MOYENNE([A01] ; [A02])'),
  MIN: several(['number'], 'number', 'MIN([A01] ; [A02])'),
  MAX: several(['number'], 'number', 'MAX([A01] ; [A02])'),
  PART: exactly(['number', 'number'], 'number', 'PART([R03] ; [A01])'),
  SOMME_PÉRIODES: exactly(['reference', 'periods'], 'number', 'SOMME_PÉRIODES([A01] ; 3)'),
  MOYENNE_PÉRIODES: exactly(['reference', 'periods'], 'number', 'MOYENNE_PÉRIODES([A01] ; 3)'),
  SOMME_SECTIONS: exactly(['reference'], 'number', 'SOMME_SECTIONS([A01])'),
  ET: several(['truth', 'truth'], 'truth', 'ET([A01] > 0 ; [A02] > 0)'),
  OU: several(['truth', 'truth'], 'truth', 'OU([A01] > 0 ; [A02] > 0)'),
  NON: exactly(['truth'], 'truth', 'NON([A01] = 0)'),
  ARRONDI: exactly(['number', 'decimals'], 'number', 'ARRONDI([A01] ; 1)'),
}

/** Without accents nor case: « Somme_periodes » is SOMME_PÉRIODES. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()

const byPlainName = new Map<string, FunctionName>([
  ['SI', 'SI'],
  ['SI_VIDE', 'SI_VIDE'],
  ['SOMME', 'SOMME'],
  ['MOYENNE', 'MOYENNE'],
  ['MIN', 'MIN'],
  ['MAX', 'MAX'],
  ['PART', 'PART'],
  ['SOMME_PERIODES', 'SOMME_PÉRIODES'],
  ['MOYENNE_PERIODES', 'MOYENNE_PÉRIODES'],
  ['SOMME_SECTIONS', 'SOMME_SECTIONS'],
  ['ET', 'ET'],
  ['OU', 'OU'],
  ['NON', 'NON'],
  ['ARRONDI', 'ARRONDI'],
])

/** The function that a person means, in any case and without accents; null when there is none. */
export const functionCalled = (typed: string): FunctionName | null => byPlainName.get(plain(typed)) ?? null
export const functionNames = [...byPlainName.values()]
