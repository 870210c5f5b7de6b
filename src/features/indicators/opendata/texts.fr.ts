import { fr as directory } from '../../organisations/import/texts.fr.ts'
import type { Texts as FileTexts } from '../../organisations/import/texts.fr.ts'
import type { MeasureKind } from './dataset.ts'

const number = new Intl.NumberFormat('fr-FR')
const list = new Intl.ListFormat('fr-FR', { type: 'disjunction' })

/** What is said of any text file, without the word « annuaire ». */
export const fileTexts: FileTexts = {
  ...directory,
  file: {
    ...directory.file,
    noRows: 'Ce fichier contient des titres de colonnes, mais aucun chiffre.',
    tooManyColumns: (count, limit) =>
      `Ce fichier annonce ${number.format(count)} colonnes. Un fichier du ministère en compte moins de ${number.format(limit)}.`,
    lineTooLong: (line, characters) =>
      `À partir de la ligne ${line}, une ligne dépasse ${number.format(characters)} caractères. Vérifiez qu’un guillemet n’y reste pas ouvert.`,
    tooManyRows: (limit) => `Ce fichier compte plus de ${number.format(limit)} lignes : il ne peut pas être lu en une fois.`,
    tooLarge: (megabytes) => `Ce fichier dépasse ${number.format(megabytes)} Mo : il ne peut pas être lu en une fois.`,
  },
}

const ranges: Readonly<Record<MeasureKind, string>> = {
  rate: 'Un taux va de 0 à 100.',
  'added-value': 'Une valeur ajoutée va de −100 à 100 points.',
  count: 'Un nombre d’élèves est entier et n’est pas négatif.',
  index: 'Un indice de position sociale va de 0 à 300.',
  deviation: 'Un écart-type va de 0 à 200.',
  mean: 'Une note va de 0 à 20.',
  flag: 'Cette colonne ne contient que 0 ou 1.',
}

export const fr = {
  file: {
    empty: 'Ce fichier est vide.',
    unknown: 'Ce fichier n’est pas un de ceux que l’on sait lire : ses titres de colonnes ne correspondent à aucun jeu de données connu.',
    noUai: 'Aucune colonne ne porte l’UAI des établissements dans les premières lignes de ce fichier.',
    noFigures: (title: string) => `Ce fichier ressemble à « ${title} », mais aucune de ses colonnes ne porte un chiffre connu.`,
    needsPeriod: 'Ce fichier ne dit pas à quelle année se rapportent ses chiffres. Indiquez l’année, puis recommencez.',
    wrongPeriod: (written: string) => `« ${written} » n’est pas une année. Écrivez par exemple 2024, 2018-2019 ou cumul 2023-2024.`,
    needsDataset: (titles: readonly string[]) =>
      `Ces colonnes peuvent être celles de ${list.format(titles.map((title) => `« ${title} »`))}. Indiquez lequel, puis recommencez.`,
    badJson: 'Cette réponse de l’interface du ministère ne peut pas être lue : le fichier est incomplet ou abîmé.',
    noRecords: 'Cette réponse de l’interface du ministère ne contient aucun enregistrement.',
    badWorkbook: 'Ce classeur ne peut pas être lu : il est abîmé, protégé par un mot de passe, ou n’est pas un classeur.',
    workbookTooLarge: (megabytes: number) => `Ce classeur contient plus de ${number.format(megabytes)} Mo de données. Enregistrez la feuille au format CSV.`,
  },
  row: {
    uaiEmpty: directory.row.uaiEmpty,
    uaiLostZero: directory.row.uaiLostZero,
    uaiWrongShape: directory.row.uaiWrongShape,
    uaiWrongKey: (key: string) => `La lettre de cet UAI devrait être ${key}. Les chiffres sont gardés, vérifiez l’UAI.`,
    wrongWidth: directory.row.wrongWidth,
    wholeLine: 'toute la ligne',
    period: 'Cette année n’est pas lisible.',
    periodEmpty: 'L’année manque.',
    public: 'Ce public n’est pas connu : on attend « ensemble », « dont apprentis » ou « dont élèves en voie pro sco ».',
    notANumber: 'Cette valeur n’est pas un nombre.',
    range: (kind: MeasureKind) => ranges[kind],
    otherFigures: (line: number) =>
      `L’établissement a déjà une ligne pour la même période, la ligne ${line}, avec d’autres chiffres. Seule la ligne ${line} est gardée.`,
    sameFigures: (line: number) => `Cette ligne répète les chiffres de la ligne ${line}. Ils ne sont comptés qu’une fois.`,
  },
  warning: {
    untitled: (position: number) => `La colonne ${position} n’a pas de titre : ses chiffres ne sont pas lus, car rien ne dit ce qu’ils mesurent.`,
    repeated: 'Ce titre désigne plusieurs colonnes : elles ne sont pas lues, car rien ne les distingue.',
    partial: (count: number, total: number) =>
      `Cette réponse ne contient que ${number.format(count)} lignes sur ${number.format(total)}. Téléchargez l’export complet pour avoir tous les établissements.`,
    otherSheets: (read: string) => `Seule la feuille « ${read} » est lue.`,
  },
}
