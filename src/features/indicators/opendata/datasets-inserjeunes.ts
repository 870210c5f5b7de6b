import { commonRoles, depp, licence, measure } from './dataset.ts'
import type { Dataset, Measure, SeriesBreak } from './dataset.ts'

const after = (months: number, apart: string[] = []) => [
  `taux_emploi_${months}_mois`,
  `taux_d_emploi_${months}_mois`,
  `taux_d_emploi_a_${months}_mois`,
  `taux_emploi_a_${months}_mois`,
  `taux_d_emploi_${months}_mois_apres_la_sortie`,
  `taux_d_emploi_${months}_mois_apres_la_sortie_taux`,
  `taux_d_emploi_${months}_mois_taux`,
  ...apart,
]

const studyRate = ['taux_poursuite_etudes', 'taux_de_poursuite_d_etudes', 'taux_de_poursuite_etudes', 'taux_poursuite_d_etudes']
const employmentRate = after(6, ['taux'])
const interruptedContracts = ['taux_contrats_interrompus', 'part_contrats_apprentissage_interrompus', 'part_des_contrats_d_apprentissage_interrompus']
const expected = ['taux_emploi_6_mois_attendu', 'taux_d_emploi_6_mois_attendu', ...after(6).map((name) => `${name}_taux_attendu`), 'taux_attendu']
const addedValue = ['va_emploi_6_mois', 'valeur_ajoutee_emploi_6_mois', ...after(6).map((name) => `${name}_valeur_ajoutee`), 'valeur_ajoutee']

function measures(apprentices: boolean): Measure[] {
  const school = (code: string) => (apprentices ? null : code)
  return [
    measure('taux-poursuite', 'Taux de poursuite d’études', 'rate', studyRate, school('P01')),
    measure('taux-emploi-6', 'Taux d’emploi six mois après la sortie', 'rate', employmentRate, school('P02')),
    measure('taux-emploi-6-attendu', 'Taux d’emploi attendu à six mois', 'rate', expected),
    measure('va-emploi-6', 'Valeur ajoutée de l’emploi à six mois', 'added-value', addedValue, apprentices ? 'P05' : null),
    measure('taux-emploi-12', 'Taux d’emploi douze mois après la sortie', 'rate', after(12), school('P03')),
    measure('taux-emploi-18', 'Taux d’emploi dix-huit mois après la sortie', 'rate', after(18)),
    measure('taux-emploi-24', 'Taux d’emploi vingt-quatre mois après la sortie', 'rate', after(24), school('P04')),
    measure('part-poursuite', 'Part de jeunes en poursuite d’études', 'rate', ['part_en_poursuite_d_etudes', 'devenir_part_poursuite_etudes']),
    measure('part-emploi-6', 'Part de jeunes en emploi six mois après la sortie', 'rate', [
      'part_en_emploi_6_mois_apres_la_sortie',
      'devenir_part_en_emploi_6_mois',
    ]),
    measure(
      'part-autre',
      'Part de jeunes dans une autre situation',
      'rate',
      ['part_des_autres_situations', 'devenir_part_autre_situation_6_mois'],
      school('P06'),
    ),
    measure('contrats-interrompus', 'Part de contrats d’apprentissage interrompus', 'rate', interruptedContracts, apprentices ? 'D08' : null),
    measure(
      'taux-interruption',
      'Taux d’interruption en cours de formation',
      'rate',
      ['taux_interruption', 'taux_d_interruption', 'taux_interruption_en_cours_de_formation', 'taux_d_interruption_en_cours_de_formation'],
      school('D09'),
    ),
  ]
}

const breaks: readonly SeriesBreak[] = [
  {
    measure: null,
    from: 'cumul 2022-2023',
    sentence: 'À partir du cumul 2022-2023, l’emploi public est compté : les chiffres ne se comparent pas à ceux d’avant.',
  },
]

const training = ['code_formation_mefstat11', 'mefstat11', 'code_mefstat11', 'libelle_formation']
const publics = ['dont_apprentis_en_eple', 'public', 'statut', 'population']
const common = { producer: depp, licence, titles: null, schoolNames: null, breaks }

export const inserJeunesDatasets: readonly Dataset[] = [
  {
    ...common,
    code: 'inserjeunes-pro',
    packCode: 'inserjeunes-lycee',
    title: 'InserJeunes, lycées professionnels, par établissement',
    portalNames: ['fr-en-inserjeunes-lycee_pro'],
    roles: { ...commonRoles, public: publics },
    required: [employmentRate],
    forbidden: [...interruptedContracts, ...training],
    fileName: /inserjeunes.*(pro|lycee)|(^|[-_])pro\./i,
    titles: /^dont_apprentis_en_eple$/,
    track: 'pro',
    public: null,
    measures: measures(false),
  },
  {
    ...common,
    code: 'inserjeunes-apprentissage',
    packCode: null,
    title: 'InserJeunes, apprentissage, par établissement',
    portalNames: [],
    roles: commonRoles,
    required: [employmentRate],
    forbidden: [...interruptedContracts, ...training, ...publics],
    fileName: /apprentissage/i,
    track: null,
    public: 'apprentis',
    measures: measures(true),
  },
  {
    ...common,
    code: 'inserjeunes-cfa',
    packCode: 'inserjeunes-cfa',
    title: 'InserJeunes, centres de formation d’apprentis',
    portalNames: ['fr-en-inserjeunes-cfa'],
    roles: commonRoles,
    required: [after(6), interruptedContracts],
    forbidden: training,
    fileName: /cfa/i,
    track: null,
    public: 'apprentis',
    measures: measures(true),
  },
  {
    ...common,
    code: 'inserjeunes-lycee-formation',
    packCode: 'inserjeunes-lycee',
    title: 'InserJeunes, lycées professionnels, par formation',
    portalNames: ['fr-en-inserjeunes-lycee_pro-formation-fine'],
    roles: { ...commonRoles, series: training },
    required: [after(6), training],
    forbidden: [],
    fileName: /formation/i,
    track: 'pro',
    public: 'scolaires',
    measures: measures(false),
  },
]
