import { commonRoles, depp, licence, measure } from './dataset.ts'
import type { Dataset, Measure, SeriesBreak } from './dataset.ts'

const indexBreak: readonly SeriesBreak[] = [
  {
    measure: null,
    from: '2022-2023',
    sentence: 'À la rentrée 2022, le calcul de l’indice a changé : les chiffres ne se comparent pas à ceux d’avant.',
  },
]

const schoolIndex = ['ips', 'ips_de_l_etablissement', 'ips_etab']
const lyceeIndex = ['ips_ensemble_gt_pro', 'ips_etab', 'ips_de_l_etablissement', 'ips_etablissement']
const vocationalIndex = ['ips_voie_pro']

const spread = (track: string) => [`ecart_type_de_l_ips_voie_${track}`, `ecart_type_voie_${track}`, `ecart_type_ips_voie_${track}`]

function onTrack(track: 'gt' | 'pro', found: Measure): Measure {
  return { ...found, parts: found.parts.map((part) => ({ ...part, track })) }
}

/** The whole school’s figure, then one for each track; the vocational one alone feeds an indicator. */
const lyceeMeasures: readonly Measure[] = [
  measure('ips-etablissement', 'Indice de position sociale, tout l’établissement', 'index', lyceeIndex),
  onTrack('gt', measure('ips-gt', 'Indice de position sociale, voie générale et technologique', 'index', ['ips_voie_gt'])),
  onTrack('pro', measure('ips-pro', 'Indice de position sociale, voie professionnelle', 'index', vocationalIndex, 'A06-indice')),
  measure('ips-post-bac', 'Indice de position sociale, après le baccalauréat', 'index', ['ips_post_bac']),
  measure('ecart-type-etablissement', 'Écart-type de l’indice, tout l’établissement', 'deviation', [
    'ecart_type_etablissement',
    'ecart_type_de_l_ips_ensemble_gt_pro',
    'ecart_type_de_l_ips',
  ]),
  onTrack('gt', measure('ecart-type-gt', 'Écart-type de l’indice, voie générale et technologique', 'deviation', spread('gt'))),
  onTrack('pro', measure('ecart-type-pro', 'Écart-type de l’indice, voie professionnelle', 'deviation', spread('pro'), 'A06-ecart-type')),
  measure('effectif', 'Élèves, tout l’établissement', 'count', ['effectifs_ensemble_gt_pro', 'effectifs_etablissement']),
  onTrack('gt', measure('effectif-gt', 'Élèves, voie générale et technologique', 'count', ['effectifs_voie_gt'])),
  onTrack('pro', measure('effectif-pro', 'Élèves, voie professionnelle', 'count', ['effectifs_voie_pro'])),
]

const schoolMeasures: readonly Measure[] = [
  measure('ips', 'Indice de position sociale', 'index', schoolIndex),
  measure('ecart-type', 'Écart-type de l’indice', 'deviation', ['ecart_type_de_l_ips', 'ecart_type', 'ecart_type_ips', 'ecart_type_etablissement']),
  measure('effectif', 'Élèves', 'count', ['effectifs', 'effectif', 'effectifs_etablissement']),
]

const index = { producer: depp, licence, roles: commonRoles, track: null, public: null, breaks: indexBreak, titles: null }
// A list of schools may hold an index without its year: it is not one of these data sets, and its year is asked.
const school = {
  ...index,
  required: [schoolIndex, ['rentree_scolaire', 'rentree', 'annee_scolaire']],
  forbidden: [...vocationalIndex, 'ips_voie_gt'],
  measures: schoolMeasures,
}

const students = { producer: depp, licence, titles: null, schoolNames: null, public: null, breaks: [] }

export const schoolDatasets: readonly Dataset[] = [
  {
    ...index,
    code: 'ips-lycees',
    packCode: 'ips-lycees',
    title: 'Indices de position sociale des lycées (IPS)',
    portalNames: ['fr-en-ips-lycees-ap2023', 'fr-en-ips-lycees-ap2022', 'fr-en-ips_lycees', 'donnees-ips-lycees'],
    required: [[...vocationalIndex, 'ips_voie_gt']],
    forbidden: [],
    fileName: /ips[-_]lycees/i,
    schoolNames: /^lyc[ée]e/i,
    measures: lyceeMeasures,
  },
  {
    ...school,
    code: 'ips-colleges',
    packCode: null,
    title: 'Indices de position sociale des collèges (IPS)',
    portalNames: ['fr-en-ips-colleges-ap2023', 'fr-en-ips-colleges-ap2022', 'fr-en-ips_colleges'],
    fileName: /ips[-_]coll[eè]ges/i,
    schoolNames: /^(coll[eè]ge|clg\b)/i,
  },
  {
    ...school,
    code: 'ips-ecoles',
    packCode: null,
    title: 'Indices de position sociale des écoles (IPS)',
    portalNames: ['fr-en-ips-ecoles-ap2022', 'fr-en-ips_ecoles'],
    fileName: /ips[-_][ée]coles/i,
    schoolNames: /^([ée]cole|e\.?[epm]\.?\b)/i,
  },
  {
    ...index,
    code: 'ips-liste',
    packCode: null,
    title: 'Liste d’établissements avec leur indice de position sociale (IPS)',
    portalNames: [],
    required: [['ips'], ['type_etablissement']],
    forbidden: ['rentree_scolaire', 'rentree', 'annee_scolaire', ...vocationalIndex, 'ips_voie_gt'],
    fileName: /etablissements/i,
    schoolNames: null,
    measures: [measure('ips', 'Indice de position sociale', 'index', ['ips'])],
  },
  {
    ...students,
    code: 'effectifs',
    packCode: 'effectifs-pro',
    title: 'Effectifs de la voie professionnelle, par formation',
    portalNames: ['fr-en-lycee_pro-effectifs-niveau-sexe-mef'],
    roles: { ...commonRoles, series: ['mef_bcp_11', 'mef', 'code_mef', 'mef_bcp_6'] },
    required: [
      ['nombre_d_eleves_total', 'nombre_d_eleves'],
      ['mef_bcp_11', 'mef', 'code_mef', 'mef_bcp_6'],
    ],
    forbidden: [],
    fileName: /effectifs/i,
    track: 'pro',
    measures: [
      measure('eleves', 'Élèves', 'count', ['nombre_d_eleves_total', 'nombre_d_eleves']),
      measure('filles', 'Filles', 'count', ['nombre_d_eleves_sexe_filles', 'nombre_d_eleves_filles', 'dont_filles', 'filles']),
      measure('garcons', 'Garçons', 'count', ['nombre_d_eleves_sexe_garcons', 'nombre_d_eleves_garcons', 'dont_garcons', 'garcons']),
    ],
  },
  {
    ...students,
    code: 'annuaire',
    packCode: null,
    title: 'Annuaire de l’éducation, ce que propose l’établissement',
    portalNames: ['fr-en-annuaire-education'],
    roles: { ...commonRoles, uai: ['identifiant_de_l_etablissement'], period: ['date_maj_ligne'] },
    required: [['identifiant_de_l_etablissement'], ['statut_public_prive'], ['date_maj_ligne']],
    forbidden: [],
    fileName: /annuaire/i,
    track: null,
    measures: [
      measure('eleves', 'Élèves', 'count', ['nombre_d_eleves']),
      ...[
        ['voie-generale', 'Voie générale', 'voie_generale'],
        ['voie-technologique', 'Voie technologique', 'voie_technologique'],
        ['voie-professionnelle', 'Voie professionnelle', 'voie_professionnelle'],
        ['apprentissage', 'Apprentissage', 'apprentissage'],
        ['ulis', 'ULIS', 'ulis'],
        ['segpa', 'SEGPA', 'segpa'],
        ['hebergement', 'Hébergement', 'hebergement'],
        ['section-europeenne', 'Section européenne', 'section_europeenne'],
        ['section-internationale', 'Section internationale', 'section_internationale'],
        ['lycee-des-metiers', 'Lycée des métiers', 'lycee_des_metiers'],
        ['post-bac', 'Formations après le baccalauréat', 'post_bac'],
        ['greta', 'GRETA', 'greta'],
      ].map(([code = '', name = '', column = '']) => measure(code, name, 'flag', [column])),
    ],
  },
]
