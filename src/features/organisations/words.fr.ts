import type { OrganisationKind, SchoolType } from './tables.ts'

const kinds: Record<OrganisationKind, string> = {
  nation: 'Pays',
  academic_region: 'Région académique',
  authority: 'Académie',
  district: 'Bassin',
  school: 'Établissement',
  network: 'Réseau',
  campus: 'Campus',
}

const schoolTypes: Record<SchoolType, string> = {
  lycee_pro: 'Lycée professionnel',
  lycee_polyvalent: 'Lycée polyvalent',
  lycee_general_techno: 'Lycée général et technologique',
  college: 'Collège',
  ecole: 'École',
  erea: 'Établissement régional d’enseignement adapté',
  section: 'Section d’enseignement',
  training_centre: 'Centre de formation',
  other: 'Autre établissement',
}

export const fr = { kinds, schoolTypes, sectors: { public: 'Public', private: 'Privé' } }

export type Words = typeof fr
