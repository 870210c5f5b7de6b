import type { OrganisationKind, SchoolType } from '../src/features/organisations/tables.ts'

export interface DemoOrganisation {
  key: string
  kind: OrganisationKind
  name: string
  parent?: string
  type?: SchoolType
  town?: string
  /** Digits of an UAI that no school has; the key letter is computed. */
  number?: number
  /** Networks that the school belongs to. */
  memberOf?: readonly string[]
}

/** A fictional académie: two districts, a network, six schools of different kinds. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'nation', kind: 'nation', name: 'France (démonstration)' },
  { key: 'region', kind: 'academic_region', name: 'Région académique des Monts et Vallées', parent: 'nation' },
  { key: 'academie', kind: 'authority', name: 'Académie des Trois-Vallées', parent: 'region' },
  { key: 'montclair', kind: 'district', name: 'Bassin de Montclair', parent: 'academie' },
  { key: 'vere', kind: 'district', name: 'Bassin de la Vère', parent: 'academie' },
  { key: 'reseau', kind: 'network', name: 'Réseau Voie pro des Trois-Vallées', parent: 'academie' },
  {
    key: 'tilleuls',
    kind: 'school',
    name: 'Lycée professionnel des Tilleuls',
    parent: 'montclair',
    type: 'lycee_pro',
    town: 'Montclair',
    number: 9990001,
    memberOf: ['reseau'],
  },
  {
    key: 'polyvalent',
    kind: 'school',
    name: 'Lycée polyvalent de la Vère',
    parent: 'vere',
    type: 'lycee_polyvalent',
    town: 'Saint-Aubin-sur-Vère',
    number: 9990002,
    memberOf: ['reseau'],
  },
  {
    key: 'belvedere',
    kind: 'school',
    name: 'Lycée général et technologique du Belvédère',
    parent: 'montclair',
    type: 'lycee_general_techno',
    town: 'Montclair',
    number: 9990003,
  },
  { key: 'vents', kind: 'school', name: 'Collège des Quatre-Vents', parent: 'vere', type: 'college', town: 'Hauteroche', number: 9990004 },
  { key: 'chene', kind: 'school', name: 'EREA du Grand-Chêne', parent: 'vere', type: 'erea', town: 'Bois-le-Prieur', number: 9990005 },
  {
    key: 'arsenal',
    kind: 'school',
    name: 'Lycée des métiers de l’Arsenal',
    parent: 'montclair',
    type: 'lycee_pro',
    town: 'Port-Clair',
    number: 9990006,
    memberOf: ['reseau'],
  },
]
