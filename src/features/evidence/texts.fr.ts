import type { FileRefusal, FileType } from './file-type.ts'
import type { LinkRefusal } from './rules.ts'
import type { Confidentiality, Nature } from './tables.ts'
import { count } from '../../platform/language.ts'

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
      return 'Ce fichier dépasse 25 Mo. Enregistrez-le en PDF allégé, ou déposez-le sur votre espace et donnez-en le lien.'
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

const natures: Record<Nature, string> = {
  project: 'Projet',
  charter: 'Charte, règlement',
  mission_letter: 'Lettre de mission',
  organisation_chart: 'Organigramme',
  minutes: 'Compte rendu',
  agreement: 'Convention, partenariat',
  dashboard: 'Tableau de bord, suivi',
  figure: 'Chiffres',
  report: 'Bilan, rapport',
  audit_report: 'Rapport d’audit ou d’évaluation',
  plan: 'Plan, programme',
  calendar: 'Calendrier, planning',
  survey: 'Enquête, questionnaire',
  deliberation: 'Délibération, acte',
  training: 'Formation',
  directory: 'Annuaire, liste de partenaires',
  publication: 'Publication, page web',
  photo: 'Photo',
  other: 'Autre document',
}

const confidentialities: Record<Confidentiality, string> = {
  team: 'Toute l’équipe',
  leaders: 'Direction et pilote seulement',
}

export const fr = {
  natures,
  confidentialities,
  leadersOnly: 'Direction et pilote',
  validity: {
    expired: (date: string) => `Périmée depuis le ${date}`,
    ending: (date: string) => `À renouveler avant le ${date}`,
    review: (date: string) => `À revoir depuis le ${date}`,
  },
  until: (date: string) => `valable jusqu’au ${date}`,
  documentOf: (date: string) => `document du ${date}`,
  addedOn: (date: string) => `ajoutée le ${date}`,
  served: (points: number, frameworks: number) =>
    frameworks === 0
      ? `Sert à ${count(points, 'question', 'questions', 'fr')} de l’établissement`
      : `Sert à ${count(points, 'point', 'points', 'fr')}, dans ${count(frameworks, 'référentiel', 'référentiels', 'fr')}`,
  servesNowhere: 'Ne sert nulle part pour le moment',
  typeNames,
  allowed,
  fileRefusal,
  linkRefusals,
  link: 'lien',
  kilobytes: (value: string) => `${value} ko`,
  megabytes: (value: string) => `${value} Mo`,
  opens: 'Cette preuve est une page web',
  opensText: 'Elle se trouve hors de ce site. Vérifiez l’adresse avant d’y aller :',
  missing: 'Ce fichier n’est plus à sa place',
  missingText:
    'La preuve est bien notée, mais son fichier manque sur le serveur. Prévenez la personne qui administre le site : une sauvegarde le contient sans doute.',
  back: 'Aller aux preuves de l’établissement',
  all: 'Preuves de l’établissement',
  remove: {
    title: (title: string) => `Supprimer « ${title} » ?`,
    consequence: 'La preuve et son fichier seront effacés pour de bon. Personne ne pourra les retrouver ici.',
    button: 'Supprimer pour de bon',
    keep: 'Garder cette preuve',
    done: 'La preuve est supprimée.',
    usedTitle: 'Cette preuve sert encore',
    used: 'Détachez-la d’abord de ces points et de ces questions. Les questions d’une autoévaluation validée la gardent toujours.',
    consequenceMany: 'La preuve, son fichier et ses versions précédentes seront effacés pour de bon. Personne ne pourra les retrouver ici.',
  },
}

export type Texts = typeof fr
