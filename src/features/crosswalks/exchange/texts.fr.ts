import { count, formatNumber } from '../../../platform/language.ts'
import type { ExchangeFormat, NoteKind } from '../../frameworks/exchange/formats.ts'
import type { Refusal } from '../../frameworks/exchange/refusal.ts'
import { sayYaml } from '../../frameworks/problem.ts'
import type { ReadFormat } from './reading.ts'

const points = (value: number): string => count(value, 'énoncé', 'énoncés', 'fr')
const number = (value: number): string => formatNumber(value, 'fr')

const notes: Record<NoteKind, (value: number) => string> = {
  'phases-lost': (n) => `Le temps du cycle de ${points(n)}.`,
  'audiences-lost': (n) => `Qui peut parler de ${points(n)}.`,
  'indicators-lost': (n) => `Les indicateurs suggérés de ${points(n)}.`,
  'contrasts-lost': (n) => `Les deux phrases opposées de ${points(n)}.`,
  'gravities-lost': (n) => `Ce que pèse un manque, pour ${points(n)}.`,
  'statuses-lost': (n) => `La marque « à confirmer », ${number(n)} fois.`,
  'keywords-lost': (n) => `Les mots-clés de ${count(n, 'thème', 'thèmes', 'fr')}.`,
  'award-lost': () => 'Qui décide du label, et pour combien d’années.',
  'kind-lost': () => 'Ce que c’est : label, certification, évaluation externe ou cadre d’un autre pays.',
  'validity-lost': () => 'La date de fin de validité.',
  'source-shortened': () => 'Le détail de la source : seuls l’éditeur et la remarque passent.',
  'groups-mixed': (n) => `Le croisement entre niveaux et conditions, pour ${points(n)}.`,
  'gaps-lost': (n) => `Les réponses « sans équivalent » : ${number(n)}.`,
  'link-statuses-lost': () => 'L’état de chaque lien, proposé ou validé.',
  'extension-lost': () => 'Ces ajouts complètent un autre référentiel : le lien avec lui ne passe pas.',
  'control-characters-lost': (n) => `Des signes invisibles, retirés de ${count(n, 'case', 'cases', 'fr')}.`,
  flattened: (n) =>
    `Des rubriques intermédiaires, ${number(n)} fois : le référentiel a ici deux étages, thèmes et énoncés. Leur titre est repris dans l’aide de chaque énoncé.`,
  'loose-items': (n) => `${points(n)} sans rubrique au-dessus : dans un thème à part.`,
  'assessed-headings': (n) => `Rubriques sur lesquelles on se positionne aussi : ${number(n)}. Chacune devient un thème et un énoncé.`,
  'empty-headings': (n) => `Rubriques sans énoncé, laissées de côté : ${number(n)}.`,
  'several-parents': (n) => `Énoncés rangés à plusieurs endroits, gardés au premier : ${number(n)}.`,
  recoded: (n) => `Codes récrits pour suivre nos règles : ${number(n)}. Le code d’origine reste au début de l’intitulé.`,
  'texts-cut': (n) => `Textes trop longs, coupés à la fin d’une phrase : ${number(n)}. La suite est dans l’aide tant qu’elle y tient.`,
  'texts-completed': (n) => `Énoncés trop courts, complétés par leur rubrique : ${number(n)}.`,
  'audiences-assumed': (n) => `Le fichier ne dit pas qui peut parler de ${points(n)} : « personnels » partout.`,
  'evidence-missing': (n) => `Aucune preuve suggérée pour ${points(n)} : à ajouter avant de publier.`,
  'header-assumed': (n) => `Parties de la présentation absentes, remplies provisoirement : ${number(n)}. À corriger dans le brouillon.`,
  'fields-left': (n) => `Des champs sans équivalent ici, ${number(n)} fois : laissés de côté.`,
  'objects-left': (n) => `Le fichier contient aussi autre chose (${number(n)}) : laissé de côté.`,
  'associations-left': (n) => `Liens vers d’autres documents, ou d’une nature inconnue ici, laissés de côté : ${number(n)}.`,
  'rubrics-left': (n) => `Grilles qui ne peuvent pas servir d’échelle, laissées de côté : ${number(n)}.`,
  'scale-left': (n) => `Une échelle de ${count(n, 'degré', 'degrés', 'fr')} que nous ne savons pas reprendre : on se positionnera avec des mots.`,
  'groups-as-grades': (n) => `Groupes repris comme niveaux du label : ${number(n)}.`,
  'groups-as-conditions': (n) => `Groupes repris comme questions : ${number(n)}. Un énoncé ne concerne que ceux qui y répondent oui.`,
  'groups-left': (n) => `Trop de groupes pour en faire des questions (${number(n)}) : laissés de côté.`,
  'mirrors-left': (n) => `Tables qui disaient les mêmes liens à l’envers : ${number(n)}. Inutiles ici : un lien se lit dans les deux sens.`,
  'unrelated-left': (n) => `« Sans rapport », dit d’énoncés liés à autre chose, laissé de côté : ${number(n)}.`,
  'strengths-left': (n) => `Forces chiffrées des liens, laissées de côté : ${number(n)}. Nous gardons la nature du lien et sa raison.`,
  'reasons-assumed': (n) => `Liens sans explication, à écrire : ${number(n)}.`,
  'author-assumed': () => 'Le fichier ne dit pas qui a écrit ces liens : à préciser.',
  'links-doubled': (n) => `Liens en double, dont le plus fort est gardé : ${number(n)}.`,
  'columns-left': (n) => `Colonnes inconnues, laissées de côté : ${number(n)}.`,
  'sheets-left': (n) => `Feuilles inconnues, laissées de côté : ${number(n)}.`,
}

interface FormatWords {
  name: string
  use: string
}

const formats: Record<ExchangeFormat, FormatWords> = {
  yaml: { name: 'Notre format (YAML)', use: 'Pour un autre site Qualéduc, ou pour corriger dans un éditeur de texte.' },
  case: { name: 'CASE 1.1 de 1EdTech (JSON)', use: 'Pour les outils qui échangent des référentiels de compétences, dans l’éducation.' },
  ciso: { name: 'Bibliothèque CISO Assistant (YAML)', use: 'Pour les outils de conformité qui lisent ces bibliothèques.' },
  xlsx: { name: 'Classeur Excel (XLSX)', use: 'Pour relire, compléter et transmettre dans un tableur.' },
  ods: { name: 'Classeur OpenDocument (ODS)', use: 'Le même classeur, pour LibreOffice.' },
}

function refusal(why: Refusal): string {
  switch (why.kind) {
    case 'empty':
      return 'Ce fichier est vide. Choisissez celui qui contient le référentiel ou la correspondance.'
    case 'too-large':
      return 'Ce fichier dépasse 10 Mo. Retirez ce qui n’est pas du texte, ou faites-en plusieurs référentiels.'
    case 'unknown-format':
      return 'Nous ne reconnaissons pas ce fichier. Choisissez un référentiel ou une correspondance au format YAML, CASE (JSON), XLSX ou ODS.'
    case 'old-workbook':
      return 'Ce classeur est dans un ancien format, ou protégé par un mot de passe. Enregistrez-le sans mot de passe en .xlsx ou en .ods, puis choisissez-le de nouveau.'
    case 'encrypted':
      return 'Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis choisissez-le de nouveau.'
    case 'not-text':
      return 'Ce fichier n’est pas un texte en UTF-8. Ouvrez-le dans un éditeur de texte, enregistrez-le en UTF-8, puis choisissez-le de nouveau.'
    case 'nested':
      return 'Des listes y sont emboîtées les unes dans les autres sans fin. Reprenez la forme d’un de nos exports.'
    case 'forbidden-key':
      return 'Ce fichier contient un nom réservé (« __proto__ », « constructor » ou « prototype »). Retirez-le.'
    case 'took-too-long':
      return 'La lecture de ce fichier demande trop de temps ou de mémoire. Faites-en plusieurs fichiers plus petits.'
    case 'json-syntax':
      return `Ce fichier JSON est coupé ou mal formé${why.position === null ? '' : `, vers le caractère ${number(why.position)}`}. Exportez-le de nouveau depuis l’outil d’origine.`
    case 'yaml': {
      const { problem, todo } = sayYaml(why.reason)
      return `${why.line === null ? '' : `Ligne ${why.line} : `}${problem} ${todo}`
    }
    case 'archive':
      return archives[why.problem]
    case 'too-many-items':
      return `Ce fichier contient ${number(why.count)} lignes ; nous en lisons ${number(why.most)} au plus. Gardez ce qui est utile, ou faites-en plusieurs fichiers.`
    case 'nothing-inside':
      return 'Ce fichier se lit, mais ne contient ni référentiel ni correspondance. Dans un classeur, la feuille s’appelle « Énoncés » ou « Liens ».'
  }
}

const archives = {
  broken: 'Ce classeur est abîmé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau en .xlsx ou en .ods, puis choisissez-le.',
  'too-many-entries': 'Ce classeur contient trop de fichiers pour un référentiel. Copiez la feuille des énoncés dans un classeur neuf.',
  'expands-too-much': 'Ce classeur, une fois déplié, est bien trop grand. Copiez la feuille des énoncés dans un classeur neuf.',
}

const readFormats: Record<ReadFormat, string> = {
  own: 'notre format (YAML)',
  case: 'CASE (JSON)',
  ciso: 'bibliothèque CISO Assistant',
  workbook: 'classeur',
}

export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  notes,
  examples: (list: string) => `Par exemple : ${list}.`,
  formats,
  refusal,
  readFormats,
  exportLink: 'Exporter',
  exportTitle: (name: string) => `Exporter « ${name} »`,
  exportLead: 'Choisissez un format. Chacun dit ce qu’il ne peut pas emporter ; rien ne change ici.',
  exportColumns: { format: 'Format', use: 'À quoi il sert', lost: 'Ce qui ne passe pas', file: 'Fichier' },
  nothingLost: 'Rien : tout y est.',
  download: 'Télécharger',
  drafts: 'Nos référentiels',
  importTitle: 'Importer un fichier',
  importLead:
    'Choisissez le fichier d’un référentiel ou d’une correspondance. Vous verrez d’abord ce que nous y avons lu et ce qui ne peut pas être repris : rien n’est enregistré avant votre accord.',
  importFile: 'Le fichier',
  importHint: 'YAML, CASE (JSON), bibliothèque CISO Assistant, XLSX ou ODS ; 10 Mo au plus.',
  importHelp: 'Comment préparer un classeur ?',
  importHelpText: [
    'Une feuille « Énoncés » suffit, avec une ligne par énoncé. Sa première ligne nomme les colonnes : Thème, Code, Temps, Intitulé, Énoncé, Aide, Qui peut en parler, Preuves… Seule la colonne « Énoncé » est obligatoire.',
    'Le plus simple est d’exporter un référentiel en XLSX et de remplacer ce qu’il contient : les feuilles « Référentiel », « Thèmes » et « Échelle » y sont aussi.',
    'Plusieurs valeurs dans une case : une par ligne, ou séparées par des points-virgules.',
  ],
  importNoFile: 'Choisissez un fichier.',
  importButton: 'Lire le fichier',
  importGone: 'Cet aperçu n’est plus disponible : il a plus d’un jour, il a déjà servi, ou une autre personne l’a demandé. Choisissez de nouveau le fichier.',
  previewTitle: 'Ce que nous avons lu',
  previewLead: (file: string, format: string) => `Fichier « ${file} », ${format}. Rien n’est encore enregistré.`,
  problemsTitle: (value: number) => `${count(value, 'point à corriger', 'points à corriger', 'fr')} avant d’importer`,
  problemsLead: 'Tout est repris, ou rien. Corrigez le fichier, puis choisissez-le de nouveau.',
  problemColumns: { place: 'Où', problem: 'Ce qui ne va pas', todo: 'Que faire' },
  line: (value: number) => `ligne ${value}`,
  wholeFile: 'le fichier',
  notesTitle: 'Ce qui n’a pas été repris tel quel',
  notesNone: 'Tout a été repris tel quel.',
  parts: { framework: 'Référentiel', crosswalk: 'Correspondance', conversion: 'Table de conversion' },
  frameworkFacts: {
    title: 'Titre',
    version: 'Version',
    themes: 'Thèmes',
    items: 'Énoncés',
    scale: 'Échelle',
    extras: 'Niveaux et conditions',
  },
  scales: { none: 'des mots seulement', statements: 'deux phrases opposées', levels: 'des degrés' },
  themesOf: (list: string) => list,
  crosswalkFacts: { from: 'De', to: 'Vers', author: 'Auteur', links: 'Liens', gaps: 'Sans équivalent' },
  laterTitle: (value: number) => `${count(value, 'point à compléter', 'points à compléter', 'fr')} avant de publier`,
  laterLead: 'Vous pourrez le faire dans le brouillon.',
  firstItems: 'Les premiers énoncés',
  firstLinks: 'Les premiers liens',
  choose: 'Ce fichier contient plusieurs choses. Laquelle reprendre ?',
  chooseMissing: 'Choisissez ce qui est à reprendre.',
  confirmFramework: 'En faire un brouillon',
  confirmFrameworkHelp: 'Le brouillon appartient à votre organisation. Personne d’autre ne le voit tant qu’il n’est pas publié.',
  confirmCrosswalk: 'En faire une correspondance à relire',
  confirmCrosswalkHelp: 'Elle appartient à votre organisation et reste un brouillon : aucun établissement n’en tient compte avant sa publication.',
  conversionOnly:
    'Une table de conversion se joint à une nouvelle version, dans son brouillon. Ouvrez ce brouillon pour dire ce que devient chaque énoncé ; ce fichier se lit et peut servir de modèle.',
  confirm: 'Enregistrer le brouillon',
  another: 'Choisir un autre fichier',
  imported: 'C’est enregistré comme brouillon. Relisez-le avant de le publier.',
  tooLarge: 'Ce référentiel dépasse 2 Mo. Faites-en deux.',
  endsGone: 'L’un des deux référentiels de cette correspondance n’est plus là. Choisissez de nouveau le fichier.',
}

export type Texts = typeof fr
