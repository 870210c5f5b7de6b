import type { BinaryKind } from './decode-text.ts'

const binaryKinds: Record<BinaryKind, string> = {
  workbook_or_archive: 'un classeur (XLSX, ODS) ou une archive ZIP',
  old_workbook: 'un ancien classeur Excel (XLS)',
  pdf: 'un document PDF',
  image: 'une image',
  compressed: 'un fichier compressé',
  unknown: 'un fichier qui n’est pas du texte',
}

const number = new Intl.NumberFormat('fr-FR')
const list = new Intl.ListFormat('fr-FR', { type: 'disjunction' })

export const fr = {
  file: {
    binary: (kind: BinaryKind) => `Ce fichier est ${binaryKinds[kind]}. Enregistrez votre tableau au format CSV, puis choisissez ce nouveau fichier.`,
    empty: 'Ce fichier est vide.',
    noRows: 'Ce fichier contient des titres de colonnes, mais aucun établissement.',
    headerTooLong: (characters: number) => `La première ligne dépasse ${number.format(characters)} caractères. Elle doit contenir les titres des colonnes.`,
    tooManyColumns: (count: number, limit: number) =>
      `La première ligne annonce ${number.format(count)} colonnes. Un annuaire en compte moins de ${number.format(limit)}.`,
    missingColumns: (groups: readonly (readonly string[])[]) =>
      groups.length === 1
        ? `Il manque une colonne nécessaire : ${quoteNames(groups[0] ?? [])}.`
        : `Il manque ${groups.length} colonnes nécessaires : ${groups.map(quoteNames).join(' ; ')}.`,
    repeatedColumns: (titles: readonly string[]) => `Un même titre désigne plusieurs colonnes : ${titles.map(quote).join(', ')}. Gardez-en une seule.`,
    lineTooLong: (line: number, characters: number) =>
      `À partir de la ligne ${line}, un établissement dépasse ${number.format(characters)} caractères. Vérifiez qu’un guillemet n’y reste pas ouvert.`,
    quoteNotClosed: (line: number) => `Un guillemet ouvert à partir de la ligne ${line} n’est jamais refermé.`,
    unreadable: (line: number) => `La ligne ${line} ne peut pas être lue. Enregistrez de nouveau votre tableau au format CSV.`,
    tooManyRows: (limit: number) => `Ce fichier compte plus de ${number.format(limit)} lignes : ce n’est pas un annuaire d’établissements.`,
    tooLarge: (megabytes: number) => `Ce fichier dépasse ${number.format(megabytes)} Mo : ce n’est pas un annuaire d’établissements.`,
  },
  row: {
    wrongWidth: (count: number, expected: number) => `Cette ligne a ${count} valeurs, alors que les titres en annoncent ${expected}.`,
    strangeCharacter: 'Cette valeur contient un caractère illisible ou invisible.',
    tooLong: (limit: number) => `Cette valeur dépasse ${limit} caractères.`,
    uaiEmpty: 'L’UAI manque.',
    uaiLostZero: 'L’UAI n’a que six chiffres : un tableur a sans doute retiré le zéro du début.',
    uaiWrongShape: 'Un UAI compte sept chiffres puis une lettre.',
    uaiWrongKey: (expected: string) => `La lettre de cet UAI devrait être ${expected}. L’établissement est gardé, vérifiez l’UAI.`,
    nameEmpty: 'Le nom de l’établissement manque.',
    nameLikeFormula: 'Ce nom commence comme une formule de tableur. Il est gardé comme un simple texte, vérifiez-le.',
    authorityEmpty: 'L’académie manque.',
    notAnAuthority: 'Ce code ne désigne pas une académie.',
    unknownAuthority: 'Cette académie est inconnue.',
    authoritiesDiffer: (first: string, second: string) => `Le code désigne l’académie de ${first}, le nom celle de ${second}.`,
    unknownDepartment: 'Ce département est inconnu. L’établissement est gardé sans département.',
    departmentElsewhere: (department: string, authority: string) =>
      `Le département ${department} ne fait pas partie de l’académie de ${authority}. L’académie est gardée.`,
    unknownSector: 'Ce statut n’est ni public ni privé. Il reste inconnu.',
    unknownState: 'Cet état n’est pas connu. L’établissement est gardé comme s’il n’en avait pas.',
    wrongDate: 'Cette date n’est pas lisible. Elle reste inconnue.',
    wrongPosition: 'Cette position n’est pas lisible. Elle reste inconnue.',
    wrongMother: 'L’UAI de l’établissement de rattachement n’est pas lisible. Il reste inconnu.',
  },
  plan: {
    sameRow: (line: number) => `Cette ligne répète la ligne ${line}.`,
    twoNames: (line: number, name: string) => `Cet UAI porte un autre nom à la ligne ${line} (« ${name} »). La ligne ${line} est gardée.`,
    twoRows: (line: number) => `Cet UAI figure déjà à la ligne ${line}, avec d’autres renseignements. La ligne ${line} est gardée.`,
    outOfScope: (authority: string) => `Cet établissement relève de l’académie de ${authority}, que vous ne suivez pas.`,
    ownedElsewhere: 'Cet établissement est déjà rattaché à une académie que vous ne suivez pas.',
    closesBeforeOpening: 'La fermeture précède l’ouverture. L’établissement n’est pas importé.',
  },
}

export type Texts = typeof fr

function quote(text: string): string {
  return `« ${text} »`
}

function quoteNames(names: readonly string[]): string {
  return list.format(names.map(quote))
}
