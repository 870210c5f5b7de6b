import type { Nature } from './tables.ts'

/**
 * Beginnings of words, without accents, that say what a document is. The first nature of the list whose word is found counts, so that
 * the narrower one stands before the wider: a « rapport d’audit » is not any « rapport », a « plan d’actions » not any « projet ».
 */
const natureWords: readonly (readonly [Nature, readonly string[]])[] = [
  ['mission_letter', ['lettre de mission', 'lettres de mission', 'fiche de mission', 'fiche de poste']],
  ['organisation_chart', ['organigramme']],
  ['minutes', ['compte rendu', 'comptes rendus', 'proces verbal', 'releve de decision', 'releve de conclusion', 'cr ', 'pv ', 'emargement', 'ordre du jour']],
  ['deliberation', ['deliberation', 'acte du ca', 'acte administratif', 'vote du ca']],
  ['agreement', ['convention', 'partenariat', 'accord', 'contrat', 'protocole', 'jumelage']],
  ['charter', ['charte', 'reglement interieur', 'engagement']],
  ['audit_report', ['audit', 'evaluation externe', 'rapport de visite', 'rapport d evaluation', 'grille de positionnement']],
  ['dashboard', ['tableau de bord', 'tableau de suivi', 'suivi']],
  ['survey', ['enquete', 'questionnaire', 'sondage', 'satisfaction']],
  ['figure', ['statistique', 'indicateur', 'taux', 'chiffre', 'effectif', 'resultats']],
  ['plan', ['plan d action', 'plan de', 'plan ', 'programme', 'feuille de route', 'duerp', 'ppms']],
  ['calendar', ['calendrier', 'planning', 'emploi du temps', 'agenda', 'echeancier']],
  ['training', ['formation', 'stage de formation', 'attestation', 'habilitation', 'certificat']],
  ['directory', ['annuaire', 'liste des partenaires', 'liste des entreprises', 'repertoire', 'carnet d adresses']],
  ['report', ['bilan', 'rapport', 'synthese', 'diagnostic', 'etude', 'analyse']],
  ['project', ['projet', 'candidature', 'dossier']],
  ['publication', ['article', 'presse', 'affiche', 'plaquette', 'brochure', 'flyer', 'newsletter', 'lettre d information', 'site', 'page web', 'communique']],
  ['photo', ['photo', 'img ', 'dsc ']],
]

export interface Described {
  title: string
  fileName: string | null
  mediaType: string | null
  kind: 'file' | 'link'
}

/** What a proof probably is, from its title and the name of its file; a person may say otherwise. */
export function guessNature({ title, fileName, mediaType, kind }: Described): Nature {
  const words = ` ${fold(title)} ${fold(fileName ?? '')} `
  const found = natureWords.find(([, beginnings]) => beginnings.some((beginning) => words.includes(` ${beginning}`)))
  if (found) return found[0]
  if (mediaType?.startsWith('image/')) return 'photo'
  return kind === 'link' ? 'publication' : 'other'
}

const fold = (text: string): string =>
  text
    .replace(/\.[A-Za-z0-9]+$/, '')
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Words by which points ask for a proof of this nature, for a French search; none for what could be anything. */
export const natureSearchWords = (nature: Nature): string => askedAs[nature]

const askedAs: Readonly<Record<Nature, string>> = {
  project: '',
  charter: 'charte',
  mission_letter: 'lettre de mission',
  organisation_chart: 'organigramme',
  minutes: 'compte rendu de réunion',
  agreement: 'convention de partenariat',
  dashboard: 'tableau de bord, tableau de suivi',
  figure: '',
  report: 'bilan annuel',
  audit_report: 'rapport d’audit',
  plan: 'plan d’actions',
  calendar: 'calendrier, planning',
  survey: 'questionnaire, enquête de satisfaction',
  deliberation: 'délibération',
  training: 'attestation de formation',
  directory: 'annuaire',
  publication: '',
  photo: 'photos',
  other: '',
}
