import { fold } from './fold.ts'

/** Kinds of schools, as in `organisations.school_type`. A lycée whose voie the file does not tell is null: unknown. */
export type SchoolType = 'lycee_pro' | 'lycee_polyvalent' | 'lycee_general_techno' | 'college' | 'ecole' | 'erea' | 'section' | 'training_centre' | 'other'

export type SchoolTypeClues = {
  natureLabel: string | null
  natureCode: string | null
  type: string | null
  general: boolean
  technological: boolean
  vocational: boolean
  name: string
}

// Labels of the national nomenclature of "natures", folded. Lycées without a voie in their label (experimental, climatic) fall through.
const typesByNatureLabel: readonly (readonly [RegExp, SchoolType])[] = [
  [/^LYCEE (ENS GENERAL TECHNO PROF AGRICOLE|POLYVALENT)/, 'lycee_polyvalent'],
  [/^LYCEE PROFESSIONNEL/, 'lycee_pro'],
  [/^LYCEE (D ENSEIGNEMENT|ENSEIGNT|D ENSEIGNT) (GENERAL|TECHNOLOGIQUE)/, 'lycee_general_techno'],
  [/^COLLEGE/, 'college'],
  [/^ETAB REGIONAL/, 'erea'],
  [/^SECTION/, 'section'],
  [/APPRENTI/, 'training_centre'],
  [/^ECOLE (MATERNELLE|ELEMENTAIRE|PRIMAIRE|DE NIVEAU ELEMENTAIRE|SANS EFFECTIFS)/, 'ecole'],
  [/^(ECOLES COMPOSEES|MAISON FAMILIALE|INSTITUT|ETABLISSEMENT (POUR|MEDICO)|IES |CENTRE D INFORMATION|CIRCONSCRIPTION|RECTORAT|SERVICE|DIRECTION)/, 'other'],
]

const typesByNatureCode: Readonly<Record<string, SchoolType>> = {
  '101': 'ecole',
  '151': 'ecole',
  '300': 'lycee_general_techno',
  '302': 'lycee_general_techno',
  '306': 'lycee_polyvalent',
  '320': 'lycee_pro',
  '334': 'section',
  '335': 'section',
  '340': 'college',
  '370': 'erea',
}

const typesByName: readonly (readonly [RegExp, SchoolType])[] = [
  [/^COLLEGE\b/, 'college'],
  [/^(EREA|LEA)\b|\bENSEIGNEMENT ADAPTE\b/, 'erea'],
  [/^(SEGPA|SEP|SGT|SECTION D ENSEIGNEMENT)\b/, 'section'],
  [/^(CFA|CENTRE DE FORMATION D APPRENTIS)\b/, 'training_centre'],
  [/^(LPO|LEGTPA)\b|\bLYCEE POLYVALENT\b/, 'lycee_polyvalent'],
  [/^(L P|LP|LPA|LPP)\b|\bLYCEE (AGRICOLE )?(D ENSEIGNEMENT )?PROFESSIONNEL\b/, 'lycee_pro'],
  [/^(LGT|LEGT|LEGTA)\b|\bLYCEE (D ENSEIGNEMENT |ENSEIGNEMENT )?(GENERAL|TECHNOLOGIQUE)\b/, 'lycee_general_techno'],
  [/^ECOLE (MATERNELLE|ELEMENTAIRE|PRIMAIRE)\b/, 'ecole'],
]

/** What the clues say of a school, from the most official to the least; null when they do not say it. */
export function readSchoolType(clues: SchoolTypeClues): SchoolType | null {
  const byNature = findByPattern(typesByNatureLabel, clues.natureLabel) ?? typesByNatureCode[clues.natureCode ?? '']
  return byNature ?? readDeclaredType(clues)
}

function readDeclaredType(clues: SchoolTypeClues): SchoolType | null {
  const byName = findByPattern(typesByName, clues.name)
  const declared = fold(clues.type ?? '')
  if (declared === '') return byName
  if (declared.startsWith('COLLEGE')) return 'college'
  if (declared.startsWith('ECOLE')) return 'ecole'
  if (declared.startsWith('EREA')) return 'erea'
  if (declared.startsWith('CFA')) return 'training_centre'
  if (!/^(LYCEE|LP|LPO|LEGT|LGT)/.test(declared)) return 'other'
  return findByPattern(typesByName, clues.type) ?? readVoies(clues) ?? (byName === 'college' ? null : byName)
}

function readVoies(clues: SchoolTypeClues): SchoolType | null {
  if (clues.vocational) return clues.general || clues.technological ? 'lycee_polyvalent' : 'lycee_pro'
  return clues.general || clues.technological ? 'lycee_general_techno' : null
}

function findByPattern(patterns: readonly (readonly [RegExp, SchoolType])[], text: string | null): SchoolType | null {
  if (text === null) return null
  const folded = fold(text)
  return patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}
