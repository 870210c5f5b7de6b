import { count } from '../../../platform/language.ts'

export const fr = {
  errorPrefix: 'Erreur :',
  errorTitle: 'Il reste quelque chose à corriger',
  title: 'Ajouter des preuves',
  purpose: 'Plusieurs fichiers à la fois, une page web, ou les deux. Vous direz ce qu’elles sont à la page suivante.',
  care: {
    title: 'Aucun document sur une personne',
    text: 'N’ajoutez rien qui nomme un élève ou un membre du personnel : ni PAP, PPS, PAI ou PPRE, ni dossier GPDS, ni bulletin, ni compte rendu d’entretien. Une trame vide ou un bilan chiffré sans nom convient.',
  },
  files: 'Fichiers',
  filesHint: (files: string, each: string, all: string) =>
    `PDF, texte, tableau ou présentation (Word, Excel, PowerPoint, LibreOffice), image PNG, JPEG ou WebP, texte simple ou CSV. ${files} fichiers au plus, ${each} Mo par fichier, ${all} Mo en tout.`,
  drop: {
    here: 'Vous pouvez aussi déposer vos fichiers ici.',
    chosen: 'Fichiers choisis',
    remove: 'Retirer',
    kilobytes: '{n} ko',
    megabytes: '{n} Mo',
    tooLarge: 'trop lourd : 25 Mo au plus par fichier',
    tooMany: 'Il y a trop de fichiers : les derniers ne seront pas pris. Ajoutez-les ensuite.',
    tooHeavy: 'Ces fichiers sont trop lourds ensemble : retirez-en, et ajoutez-les ensuite.',
  },
  address: 'Ou l’adresse d’une page web',
  addressHint: 'Commence par https://. Les personnes de l’établissement doivent pouvoir l’ouvrir.',
  seenBy: 'Qui les voit',
  button: 'Ajouter',
  cancel: 'Annuler',
  nothing: 'Il manque un fichier ou une adresse. Choisissez au moins l’un des deux.',
  refusedFile: (name: string, why: string) => `« ${name} » : ${why}`,
  tooMany: (most: string) => `les ${most} premiers fichiers sont pris en une fois. Ajoutez celui-ci maintenant.`,
  tooHeavy: 'les fichiers étaient trop lourds ensemble. Ajoutez celui-ci maintenant.',
  kept: (number: number) =>
    number === 1 ? 'Une preuve est ajoutée, il n’y a plus à la choisir' : `${number} preuves sont ajoutées, il n’y a plus à les choisir`,
  describeKept: (number: number): string => (number === 1 ? 'Dire ce qu’elle est' : 'Dire ce qu’elles sont'),
  added: (number: number) => `${count(number, 'preuve est ajoutée', 'preuves sont ajoutées', 'fr')}.`,
  reused: (title: string) => `L’établissement avait déjà exactement ce contenu : c’est la preuve « ${title} ».`,
  describe: {
    title: (number: number): string => (number === 1 ? 'Que montre cette preuve ?' : 'Que sont ces preuves ?'),
    purpose: 'Vérifiez ce que nous avons deviné. Tout peut se corriger plus tard.',
    proof: (place: number, all: number) => `Preuve ${place} sur ${all}`,
    button: 'Enregistrer',
    later: 'Plus tard',
    saved: (number: number) => `${count(number, 'fiche est enregistrée', 'fiches sont enregistrées', 'fr')}.`,
    next: 'Dites maintenant où elle sert.',
  },
}

export type Texts = typeof fr
