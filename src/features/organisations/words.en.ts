import type { Language } from '../../platform/language.ts'
import { fr } from './words.fr.ts'
import type { Words } from './words.fr.ts'

export const en: Words = {
  kinds: {
    nation: 'Country',
    academic_region: 'Academic region',
    authority: 'Académie',
    district: 'District',
    school: 'School',
    network: 'Network',
    campus: 'Campus',
  },
  schoolTypes: {
    lycee_pro: 'Vocational lycée',
    lycee_polyvalent: 'Comprehensive lycée',
    lycee_general_techno: 'General and technological lycée',
    college: 'Collège',
    ecole: 'Primary school',
    erea: 'Regional school for adapted education',
    section: 'Teaching section',
    training_centre: 'Training centre',
    other: 'Other school',
  },
  sectors: { public: 'Public', private: 'Private' },
}

/** What kinds of organisations, kinds of schools and sectors are called. */
export const wordsIn = (language: Language): Words => (language === 'fr' ? fr : en)
