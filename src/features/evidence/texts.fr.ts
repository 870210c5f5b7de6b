import type { FileRefusal, FileType } from './file-type.ts'
import type { LinkRefusal } from './rules.ts'

const typeNames: Record<FileType, string> = {
  pdf: 'PDF',
  odt: 'texte ODT',
  ods: 'tableau ODS',
  odp: 'présentation ODP',
  docx: 'texte Word',
  xlsx: 'tableau Excel',
  pptx: 'présentation PowerPoint',
  png: 'image PNG',
  jpeg: 'photo JPEG',
  webp: 'image WebP',
  text: 'texte simple',
  csv: 'tableau CSV',
}

const endings: Record<FileType, string> = {
  pdf: '.pdf',
  odt: '.odt',
  ods: '.ods',
  odp: '.odp',
  docx: '.docx',
  xlsx: '.xlsx',
  pptx: '.pptx',
  png: '.png',
  jpeg: '.jpg',
  webp: '.webp',
  text: '.txt',
  csv: '.csv',
}

const allowed =
  'Choisissez un PDF, un texte, un tableau ou une présentation (Word, Excel, PowerPoint ou LibreOffice), une image PNG, JPEG ou WebP, un texte simple ou un tableau CSV.'

function fileRefusal(reason: FileRefusal, type?: FileType): string {
  switch (reason) {
    case 'empty':
      return 'Ce fichier est vide. Vérifiez-le, puis choisissez-le de nouveau.'
    case 'too-large':
      return 'Ce fichier dépasse 25 Mo. Enregistrez-le en PDF allégé, ou déposez-le sur votre espace et donnez-en le lien.'
    case 'unknown':
      return `Ce type de fichier n’est pas accepté comme preuve. ${allowed}`
    case 'web-page':
      return `Ce fichier est une page web ou un dessin SVG, qui pourrait agir sur l’ordinateur de qui l’ouvre. Enregistrez-le en PDF, puis choisissez le PDF.`
    case 'old-office':
      return 'Ce fichier est dans un ancien format (.doc, .xls, .ppt) ou protégé par un mot de passe. Enregistrez-le en PDF ou dans le format actuel, sans mot de passe.'
    case 'phone-picture':
      return 'Cette photo est au format HEIC, que beaucoup d’ordinateurs n’ouvrent pas. Exportez-la en JPEG, puis choisissez-la de nouveau.'
    case 'macros':
      return 'Ce document contient des macros, qui pourraient agir sur l’ordinateur de qui l’ouvre. Enregistrez-le sans macro, ou en PDF.'
    case 'archive':
      return 'Cette archive n’est pas acceptée comme preuve. Choisissez un à un les documents qu’elle contient.'
    case 'trap':
      return 'Ce fichier annonce un contenu démesuré ou mal rangé : il pourrait nuire à qui l’ouvre. Enregistrez-le de nouveau en PDF.'
    case 'other-ending':
      return type
        ? `Le contenu de ce fichier est de type « ${typeNames[type]} », mais son nom dit autre chose. Donnez-lui un nom qui finit par « ${endings[type]} ».`
        : allowed
  }
}

const linkRefusals: Record<LinkRefusal, string> = {
  'empty-link': 'Il manque l’adresse de la page. Copiez-la depuis la barre de votre navigateur.',
  'not-a-link': 'Cette adresse n’est pas complète. Copiez-la depuis la barre de votre navigateur ; elle commence par https://.',
  'not-web': 'Seules les adresses de pages web sont acceptées : elles commencent par https:// ou http://.',
  'password-in-link': 'Cette adresse contient un nom ou un mot de passe. Donnez une adresse sans mot de passe.',
  'too-long-link': 'Cette adresse est trop longue. Demandez un lien de partage plus court.',
}

export const fr = {
  typeNames,
  allowed,
  fileRefusal,
  linkRefusals,
  link: 'lien',
  kilobytes: (value: string) => `${value} ko`,
  megabytes: (value: string) => `${value} Mo`,
  list: {
    title: 'Preuves de l’établissement',
    purpose: 'Tout ce qui appuie vos autoévaluations, rangé une fois : un même document peut servir à plusieurs questions.',
    care: 'Seules les personnes de l’établissement voient ces documents. Ils ne sont jamais transmis à l’académie.',
    emptyTitle: 'Aucune preuve pour le moment',
    emptyPurpose: 'Une preuve est un document ou une page web qui montre ce que vous dites : un compte rendu, une convention type, un tableau de suivi.',
    emptyExample: 'Exemple :',
    exampleText: 'la convention type de stage, ajoutée à la question sur le suivi des élèves en entreprise.',
    emptyStep: 'Aller aux autoévaluations',
    evidence: 'Preuve',
    date: 'Date du document',
    added: 'Ajoutée le',
    uses: 'Sert à',
    steps: 'Suite possible',
    unused: 'Ne sert plus à aucune question',
    undated: 'Sans date',
    remove: 'Supprimer',
    previous: 'Plus récentes',
    next: 'Plus anciennes',
    pages: (page: number, pages: number) => `Page ${page} sur ${pages}`,
    pagination: 'Pages de preuves',
  },
  opens: 'Cette preuve est une page web',
  opensText: 'Elle se trouve hors de ce site. Vérifiez l’adresse avant d’y aller :',
  missing: 'Ce fichier n’est plus à sa place',
  missingText:
    'La preuve est bien notée, mais son fichier manque sur le serveur. Prévenez la personne qui administre le site : une sauvegarde le contient sans doute.',
  back: 'Aller aux preuves de l’établissement',
  remove: {
    title: (title: string) => `Supprimer « ${title} » ?`,
    consequence: 'La preuve et son fichier seront effacés pour de bon. Personne ne pourra les retrouver ici.',
    button: 'Supprimer pour de bon',
    keep: 'Garder cette preuve',
    done: 'La preuve est supprimée.',
    usedTitle: 'Cette preuve sert encore',
    used: 'Retirez-la d’abord de ces questions. Celles d’une autoévaluation validée la gardent toujours.',
  },
}

export type Texts = typeof fr
