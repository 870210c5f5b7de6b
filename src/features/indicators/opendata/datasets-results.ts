import { commonRoles, depp, licence, measure } from './dataset.ts'
import type { Dataset, Measure, Part } from './dataset.ts'

const successColumns = [
  'taux_reu_total',
  'taux_de_reussite_total_ensemble',
  'taux_de_reussite_toutes_series',
  'taux_de_reussite_total',
  'taux_de_reussite_ensemble',
  'taux_de_reussite_tous_secteurs',
  'taux_de_reussite_tous_domaines',
  'taux_de_reussite_toutes_specialites',
  'taux_brut_de_reussite_total_series',
  'taux_brut_de_reussite_total_secteurs',
]

const endings = ['toutes_series', 'total', 'ensemble', 'tous_secteurs', 'tous_domaines', 'toutes_specialites', 'total_series', 'total_secteurs']
const withEndings = (stem: string) => endings.map((ending) => `${stem}_${ending}`)

function bySeries(found: Measure, prefixes: readonly string[]): Measure {
  return { ...found, seriesPrefixes: prefixes }
}

/** The measures that lycées publish for every series. */
function examMeasures(pro: boolean): Measure[] {
  const indicator = (code: string) => (pro ? code : null)
  const exam = pro ? 'au baccalauréat professionnel' : 'au baccalauréat'
  const present = ['presents_total', ...withEndings('presents'), ...withEndings('effectif_presents'), ...withEndings('effectifs_presents')]
  const honours = ['taux_men_total', ...withEndings('taux_de_mentions'), 'taux_mention_brut_toutes_series', ...withEndings('taux_brut_de_mentions')]
  const successGap = ['va_reu_total', ...withEndings('valeur_ajoutee_du_taux_de_reussite')]
  const honoursGap = ['va_men_total', ...withEndings('valeur_ajoutee_du_taux_de_mentions')]
  return [
    bySeries(measure('presents', `Candidats présents ${exam}`, 'count', present), seriesPrefixes.present),
    bySeries(measure('taux-reussite', `Taux de réussite ${exam}`, 'rate', successColumns, indicator('R01')), seriesPrefixes.success),
    bySeries(measure('va-reussite', 'Valeur ajoutée du taux de réussite', 'added-value', successGap, indicator('R02')), seriesPrefixes.successGap),
    bySeries(measure('taux-mentions', 'Taux de mentions', 'rate', honours, indicator('R05')), seriesPrefixes.honours),
    bySeries(measure('va-mentions', 'Valeur ajoutée du taux de mentions', 'added-value', honoursGap), seriesPrefixes.honoursGap),
  ]
}

// The longest first: the first that fits leaves the series’ name.
const seriesPrefixes = {
  present: ['effectif_presents_serie_', 'effectifs_presents_', 'effectif_presents_', 'presents_'],
  success: ['taux_brut_de_reussite_serie_', 'taux_brut_de_reussite_', 'taux_reu_brut_', 'taux_de_reussite_', 'taux_reu_'],
  successGap: ['valeur_ajoutee_du_taux_de_reussite_', 'va_reu_'],
  honours: ['taux_mention_brut_serie_', 'taux_brut_de_mentions_', 'taux_men_brut_', 'taux_de_mentions_', 'taux_men_'],
  honoursGap: ['valeur_ajoutee_du_taux_de_mentions_', 'va_men_'],
}

function lyceeMeasures(pro: boolean): Measure[] {
  return [
    ...examMeasures(pro),
    ...accessMeasures(pro),
    measure('effectif-seconde', 'Effectif de seconde', 'count', ['eff_2nde', 'effectif_de_seconde']),
    measure('effectif-premiere', 'Effectif de première', 'count', ['eff_1ere', 'effectif_de_premiere']),
    measure('effectif-terminale', 'Effectif de terminale', 'count', ['eff_term', 'effectif_de_terminale']),
    ...honourMeasures(),
  ]
}

function accessMeasures(pro: boolean): Measure[] {
  const levels = [
    { code: '2nde', name: 'de la seconde', short: '2nde', long: ['2nde_bac', 'seconde_bac'], old: 'seconde' },
    { code: '1ere', name: 'de la première', short: '1ere', long: ['1ere_bac', 'premiere_bac'], old: 'premiere' },
    { code: 'term', name: 'de la terminale', short: 'term', long: ['terminale_bac', 'term_bac'], old: 'terminale' },
  ]
  return levels.flatMap(({ code, name, short, long, old }) => {
    const indicators = pro && code === '2nde' ? (['R03', 'R04'] as const) : ([null, null] as const)
    const rates = [`taux_acces_${short}`, ...long.map((end) => `taux_d_acces_${end}`), `taux_acces_brut_${old}_bac`]
    const gaps = [`va_acces_${short}`, ...long.map((end) => `valeur_ajoutee_du_taux_d_acces_${end}`), `va_acc_${old}`]
    return [
      measure(`taux-acces-${code}`, `Taux d’accès ${name} au baccalauréat`, 'rate', rates, indicators[0]),
      measure(`va-acces-${code}`, `Valeur ajoutée du taux d’accès ${name} au baccalauréat`, 'added-value', gaps, indicators[1]),
    ]
  })
}

function honourMeasures(): Measure[] {
  const honours = [
    { code: 'mentions-tb-felicitations', name: 'Mentions très bien avec félicitations', ends: ['tb_avecf', 'tb_avec_felicitations'] },
    { code: 'mentions-tb', name: 'Mentions très bien sans félicitations', ends: ['tb_sansf', 'tb_sans_felicitations'] },
    { code: 'mentions-b', name: 'Mentions bien', ends: ['b'] },
    { code: 'mentions-ab', name: 'Mentions assez bien', ends: ['ab'] },
  ]
  return honours.map(({ code, name, ends }) => ({
    ...measure(code, name, 'count', []),
    parts: ['G', 'T'].map((series): Part => {
      const letter = series.toLowerCase()
      return { series, track: null, columns: ends.flatMap((end) => [`nb_mentions_${end}_${letter}`, `nombre_de_mentions_${end}_${letter}`]) }
    }),
  }))
}

const lycees = { producer: depp, licence, roles: commonRoles, required: [successColumns], schoolNames: null, public: null, breaks: [] }

const generalLycees: Dataset = {
  ...lycees,
  code: 'ival-gt',
  packCode: null,
  title: 'Indicateurs de résultats des lycées, voie générale et technologique (IVAL)',
  portalNames: ['fr-en-indicateurs-de-resultat-des-lycees-gt_v2', 'fr-en-indicateurs-de-resultat-des-lycees-denseignement-general-et-technologique'],
  forbidden: [],
  fileName: /ival[-_ ]?gt|lycees[-_]gt|general[-_ ]et[-_ ]techno/i,
  titles: /_(gnle|es|stmg|sti2d|stl|st2s|std2a)$|total_series$/,
  track: 'gt',
  measures: lyceeMeasures(false),
}

const vocationalLycees: Dataset = {
  ...lycees,
  code: 'ival-pro',
  packCode: 'ival-pro',
  title: 'Indicateurs de résultats des lycées, voie professionnelle (IVAL)',
  portalNames: ['fr-en-indicateurs-de-resultat-des-lycees-pro_v2', 'fr-en-indicateurs-de-resultat-des-lycees-denseignement-professionnels'],
  forbidden: [],
  fileName: /ival[-_ ]?pro|lycees[-_]pro|professionnel/i,
  titles: /secteurs$|_(production|services|pluri[a-z_]*|domaines|specialites)$/,
  track: 'pro',
  measures: lyceeMeasures(true),
}

function byCandidates(found: Measure, stem: string, seriesCodes: readonly string[]): Measure {
  const parts = seriesCodes.map((series): Part => ({ series, track: null, columns: [`${stem}_${series.toLowerCase()}`] }))
  return { ...found, parts }
}

const ordinary: readonly Part[] = [
  { series: null, track: null, columns: ['part_presents_3eme_ordinaire_total'] },
  { series: 'G', track: null, columns: ['part_presents_3eme_ordinaire_g'] },
  { series: 'P', track: null, columns: ['part_presents_3eme_ordinaire_p'] },
]

const colleges: Dataset = {
  code: 'ivac',
  packCode: null,
  title: 'Indicateurs de valeur ajoutée des collèges (IVAC)',
  producer: depp,
  licence,
  portalNames: ['fr-en-indicateurs-valeur-ajoutee-colleges'],
  roles: commonRoles,
  required: [['taux_de_reussite_g'], ['nb_candidats_g', 'va_du_taux_de_reussite_g']],
  forbidden: [],
  fileName: /ivac|valeur[-_]ajoutee[-_]colleges/i,
  titles: null,
  schoolNames: null,
  track: null,
  public: null,
  measures: [
    byCandidates(measure('candidats', 'Candidats au brevet', 'count', []), 'nb_candidats', ['G', 'P']),
    byCandidates(measure('taux-reussite', 'Taux de réussite au brevet', 'rate', []), 'taux_de_reussite', ['G', 'P']),
    byCandidates(measure('va-reussite', 'Valeur ajoutée du taux de réussite', 'added-value', []), 'va_du_taux_de_reussite', ['G', 'P']),
    byCandidates(measure('note-ecrit', 'Note moyenne à l’écrit', 'mean', []), 'note_a_l_ecrit', ['G', 'P']),
    byCandidates({ ...measure('va-note', 'Valeur ajoutée de la note', 'added-value', []), unit: 'points sur 20' }, 'va_de_la_note', ['G', 'P']),
    measure('taux-acces', 'Taux d’accès de la sixième à la troisième', 'rate', ['taux_d_acces_6eme_3eme', 'taux_acces_6eme_3eme']),
    { ...measure('part-presents', 'Part de présents, troisième ordinaire', 'rate', []), parts: ordinary },
    measure('part-presents-segpa', 'Part de présents, troisième SEGPA', 'rate', ['part_presents_3eme_segpa_total']),
    byCandidates(measure('mentions-ab', 'Mentions assez bien', 'count', []), 'nb_mentions_ab', ['G', 'P']),
    byCandidates(measure('mentions-b', 'Mentions bien', 'count', []), 'nb_mentions_b', ['G', 'P']),
    byCandidates(measure('mentions-tb', 'Mentions très bien', 'count', []), 'nb_mentions_tb', ['G', 'P']),
    byCandidates(measure('mentions', 'Mentions', 'count', []), 'nb_mentions_global', ['G', 'P']),
  ],
  breaks: [],
}

export const resultsDatasets: readonly Dataset[] = [generalLycees, vocationalLycees, colleges]
