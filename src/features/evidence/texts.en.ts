import { count } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { FileRefusal, FileType } from './file-type.ts'
import type { LinkRefusal } from './rules.ts'
import type { Confidentiality, Nature } from './tables.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const typeNames: Record<FileType, string> = {
  pdf: 'PDF',
  odt: 'ODT text',
  ods: 'ODS spreadsheet',
  odp: 'ODP slides',
  docx: 'Word text',
  xlsx: 'Excel spreadsheet',
  pptx: 'PowerPoint slides',
  png: 'PNG picture',
  jpeg: 'JPEG photo',
  webp: 'WebP picture',
  text: 'plain text',
  csv: 'CSV table',
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
  'Choose a PDF, a text, a spreadsheet or slides (Word, Excel, PowerPoint or LibreOffice), a PNG, JPEG or WebP picture, a plain text or a CSV table.'

function fileRefusal(reason: FileRefusal, type?: FileType): string {
  switch (reason) {
    case 'empty':
      return 'This file is empty. Check it, then choose it again.'
    case 'too-large':
      return 'This file is over 25 MB. Save it as a lighter PDF, or put it in your own space and give its link.'
    case 'unknown':
      return `This kind of file is not accepted as a proof. ${allowed}`
    case 'web-page':
      return 'This file is a web page or an SVG drawing, which could act on the computer of whoever opens it. Save it as a PDF, then choose the PDF.'
    case 'old-office':
      return 'This file is in an old format (.doc, .xls, .ppt) or protected by a password. Save it as a PDF or in the present format, without a password.'
    case 'phone-picture':
      return 'This photo is in the HEIC format, which many computers cannot open. Export it as JPEG, then choose it again.'
    case 'macros':
      return 'This document holds macros, which could act on the computer of whoever opens it. Save it without macros, or as a PDF.'
    case 'archive':
      return 'This archive is not accepted as a proof. Choose the documents that it holds one by one.'
    case 'trap':
      return 'This file claims a content that is out of proportion or badly stored: it could harm whoever opens it. Save it again as a PDF.'
    case 'other-ending':
      return type
        ? `The content of this file is of the kind “${typeNames[type]}”, but its name says otherwise. Give it a name that ends with “${endings[type]}”.`
        : allowed
  }
}

const linkRefusals: Record<LinkRefusal, string> = {
  'empty-link': 'The address of the page is missing. Copy it from the bar of your browser.',
  'not-a-link': 'This address is not complete. Copy it from the bar of your browser; it begins with https://.',
  'not-web': 'Only addresses of web pages are accepted: they begin with https:// or http://.',
  'password-in-link': 'This address holds a name or a password. Give an address without a password.',
  'too-long-link': 'This address is too long. Ask for a shorter sharing link.',
}

const natures: Record<Nature, string> = {
  project: 'Project',
  charter: 'Charter, rules',
  mission_letter: 'Mission letter',
  organisation_chart: 'Organisation chart',
  minutes: 'Minutes',
  agreement: 'Agreement, partnership',
  dashboard: 'Dashboard, follow-up',
  figure: 'Figures',
  report: 'Review, report',
  audit_report: 'Audit or evaluation report',
  plan: 'Plan, programme',
  calendar: 'Calendar, schedule',
  survey: 'Survey, questionnaire',
  deliberation: 'Decision of a council',
  training: 'Training',
  directory: 'Directory, list of partners',
  publication: 'Publication, web page',
  photo: 'Photo',
  other: 'Other document',
}

const confidentialities: Record<Confidentiality, string> = {
  team: 'The whole team',
  leaders: 'Head and quality lead only',
}

export const en: Texts = {
  natures,
  confidentialities,
  leadersOnly: 'Head and lead',
  validity: {
    expired: (date) => `Out of date since ${date}`,
    ending: (date) => `To renew before ${date}`,
    review: (date) => `To review since ${date}`,
  },
  until: (date) => `valid until ${date}`,
  documentOf: (date) => `document of ${date}`,
  addedOn: (date) => `added on ${date}`,
  served: (points, frameworks) =>
    frameworks === 0
      ? `Serves ${count(points, 'question', 'questions', 'en')} of the school’s own`
      : `Serves ${count(points, 'point', 'points', 'en')}, in ${count(frameworks, 'framework', 'frameworks', 'en')}`,
  servesNowhere: 'Serves nowhere for now',
  typeNames,
  allowed,
  fileRefusal,
  linkRefusals,
  link: 'link',
  kilobytes: (value) => `${value} kB`,
  megabytes: (value) => `${value} MB`,
  opens: 'This proof is a web page',
  opensText: 'It stands outside this site. Check the address before going there:',
  missing: 'This file is no longer in its place',
  missingText: 'The proof is noted, but its file is missing on the server. Tell the person who runs the site: a backup probably holds it.',
  back: 'Go to the school’s proofs',
  all: 'Proofs of the school',
  remove: {
    title: (title) => `Delete “${title}”?`,
    consequence: 'The proof and its file will be erased for good. Nobody will find them here again.',
    button: 'Delete for good',
    keep: 'Keep this proof',
    done: 'The proof is deleted.',
    usedTitle: 'This proof is still used',
    used: 'Take it off these points and questions first. The questions of a validated self-evaluation keep it for ever.',
    consequenceMany: 'The proof, its file and its earlier versions will be erased for good. Nobody will find them here again.',
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
