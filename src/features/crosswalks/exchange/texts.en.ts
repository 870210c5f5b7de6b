import { count, formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const statements = (value: number): string => count(value, 'statement', 'statements', 'en')
const links = (value: number): string => count(value, 'link', 'links', 'en')
const number = (value: number): string => formatNumber(value, 'en')

const refusal: Texts['refusal'] = (why) => {
  switch (why.kind) {
    case 'empty':
      return 'This file is empty. Choose the one that holds the framework or the crosswalk.'
    case 'too-large':
      return 'This file is larger than 10 MB. Take out what is not text, or make several frameworks of it.'
    case 'unknown-format':
      return 'We do not recognise this file. Choose a framework or a crosswalk in YAML, CASE (JSON), XLSX or ODS.'
    case 'old-workbook':
      return 'This workbook is in an old format, or protected by a password. Save it without a password as .xlsx or .ods, then choose it again.'
    case 'encrypted':
      return 'This workbook is protected by a password. Save it without one, then choose it again.'
    case 'not-text':
      return 'This file is not text in UTF-8. Open it in a text editor, save it as UTF-8, then choose it again.'
    case 'nested':
      return 'Lists stand inside one another without end. Follow the shape of one of our exports.'
    case 'forbidden-key':
      return 'This file holds a reserved name (“__proto__”, “constructor” or “prototype”). Take it out.'
    case 'took-too-long':
      return 'Reading this file takes too much time or memory. Make several smaller files of it.'
    case 'json-syntax':
      return `This JSON file is cut or malformed${why.position === null ? '' : `, near character ${number(why.position)}`}. Export it again from its own tool.`
    case 'yaml':
      return fr.refusal(why)
    case 'archive':
      return archives[why.problem]
    case 'too-many-items':
      return `This file holds ${number(why.count)} lines; we read ${number(why.most)} at most. Keep what is useful, or make several files of it.`
    case 'nothing-inside':
      return 'This file can be read, but holds neither a framework nor a crosswalk. In a workbook the sheet is called “Énoncés” or “Liens”.'
  }
}

const archives = {
  broken: 'This workbook is damaged. Open it in your spreadsheet, save it again as .xlsx or .ods, then choose it.',
  'too-many-entries': 'This workbook holds too many files for a framework. Copy the sheet of statements into a new workbook.',
  'expands-too-much': 'This workbook, once unfolded, is far too large. Copy the sheet of statements into a new workbook.',
}

const en: Texts = {
  errorTitle: 'There is something to put right',
  errorPrefix: 'Error:',
  notes: {
    'phases-lost': (n) => `The phase of the cycle of ${statements(n)}.`,
    'audiences-lost': (n) => `Who can speak of ${statements(n)}.`,
    'indicators-lost': (n) => `The suggested indicators of ${statements(n)}.`,
    'contrasts-lost': (n) => `The two contrasting statements of ${statements(n)}.`,
    'gravities-lost': (n) => `What a gap weighs, for ${statements(n)}.`,
    'statuses-lost': (n) => `The mark “to be confirmed”, ${number(n)} times.`,
    'keywords-lost': (n) => `The keywords of ${count(n, 'theme', 'themes', 'en')}.`,
    'award-lost': () => 'Who decides on the label, and for how many years.',
    'kind-lost': () => 'What it is: label, certificate, external evaluation or a partner country’s frame.',
    'validity-lost': () => 'The date on which it ends.',
    'source-shortened': () => 'The details of the source: only the publisher and the remark pass.',
    'groups-mixed': (n) => `Levels crossed with conditions, for ${statements(n)}.`,
    'gaps-lost': (n) => `The answers “no equivalent”: ${number(n)}.`,
    'link-statuses-lost': () => 'The state of each link, proposed or validated.',
    'extension-lost': () => 'These additions complete another framework: the tie with it does not pass.',
    'control-characters-lost': (n) => `Invisible signs, taken out of ${count(n, 'cell', 'cells', 'en')}.`,
    flattened: (n) =>
      `Headings in between, ${number(n)} times: a framework has two floors here, themes and statements. Their titles are kept in the help of each statement.`,
    'loose-items': (n) => `${statements(n)} under no heading: put into a theme of their own.`,
    'assessed-headings': (n) => `${count(n, 'heading', 'headings', 'en')} on which one also positions oneself: they become a theme and a statement.`,
    'empty-headings': (n) => `${count(n, 'heading', 'headings', 'en')} without a statement: left out.`,
    'several-parents': (n) => `${statements(n)} in several places: kept in the first.`,
    recoded: (n) => `${count(n, 'code', 'codes', 'en')} rewritten to follow our rules; the code of origin stays at the head of the title.`,
    'texts-cut': (n) => `${count(n, 'text', 'texts', 'en')} too long: cut where a sentence ends; the rest is in the help as long as it fits.`,
    'texts-completed': (n) => `${statements(n)} too short: completed with the heading.`,
    'audiences-assumed': (n) => `The file does not say who can speak of ${statements(n)}: “staff” everywhere.`,
    'evidence-missing': (n) => `No proof is suggested for ${statements(n)}: to be added before publishing.`,
    'header-assumed': (n) => `${count(n, 'part', 'parts', 'en')} of the presentation missing: filled in for now, to be corrected.`,
    'fields-left': (n) => `Fields without an equivalent here, ${number(n)} times: left out.`,
    'objects-left': (n) => `The file also holds something else (${number(n)}): left out.`,
    'associations-left': (n) => `${links(n)} to other documents, or of a kind unknown here: left out.`,
    'rubrics-left': (n) => `${count(n, 'rubric', 'rubrics', 'en')} that cannot serve as a scale: left out.`,
    'scale-left': (n) => `A scale of ${count(n, 'level', 'levels', 'en')} that we cannot take over: people will use words.`,
    'groups-as-grades': (n) => `${count(n, 'group', 'groups', 'en')} taken over as levels of the label.`,
    'groups-as-conditions': (n) => `${count(n, 'group', 'groups', 'en')} taken over as questions: a statement concerns only those who answer yes.`,
    'groups-left': (n) => `Too many groups to make questions of (${number(n)}): left out.`,
    'mirrors-left': (n) => `${count(n, 'table', 'tables', 'en')} saying the same links backwards: not needed, a link reads both ways here.`,
    'unrelated-left': (n) => `“Not related”, said of ${statements(n)} linked to something else: left out.`,
    'strengths-left': (n) => `The strength in figures of ${links(n)}: we keep the kind of link and its reason.`,
    'reasons-assumed': (n) => `${links(n)} without an explanation: to be written.`,
    'author-assumed': () => 'The file does not say who wrote these links: to be completed.',
    'links-doubled': (n) => `${links(n)} twice: the strongest is kept.`,
    'columns-left': (n) => `${count(n, 'unknown column', 'unknown columns', 'en')}: left out.`,
    'sheets-left': (n) => `${count(n, 'unknown sheet', 'unknown sheets', 'en')}: left out.`,
  },
  examples: (list) => `For instance: ${list}.`,
  formats: {
    yaml: { name: 'Our own format (YAML)', use: 'For another Qualéduc site, or to correct it in a text editor.' },
    case: { name: '1EdTech CASE 1.1 (JSON)', use: 'For tools that exchange frameworks of competencies in education.' },
    ciso: { name: 'CISO Assistant library (YAML)', use: 'For compliance tools that read these libraries.' },
    xlsx: { name: 'Excel workbook (XLSX)', use: 'To read, complete and pass on in a spreadsheet.' },
    ods: { name: 'OpenDocument workbook (ODS)', use: 'The same workbook, for LibreOffice.' },
  },
  refusal,
  readFormats: { own: 'our own format (YAML)', case: 'CASE (JSON)', ciso: 'CISO Assistant library', workbook: 'workbook' },
  exportLink: 'Export',
  exportTitle: (name) => `Export “${name}”`,
  exportLead: 'Choose a format. Each says what it cannot take along; nothing changes here.',
  exportColumns: { format: 'Format', use: 'What it is for', lost: 'What does not pass', file: 'File' },
  nothingLost: 'Nothing: all of it is there.',
  download: 'Download',
  drafts: 'Our frameworks',
  importTitle: 'Import a file',
  importLead:
    'Choose the file of a framework or a crosswalk. You first see what we have read and what cannot be taken over: nothing is saved before you agree.',
  importFile: 'The file',
  importHint: 'YAML, CASE (JSON), CISO Assistant library, XLSX or ODS; 10 MB at most.',
  importHelp: 'How to prepare a workbook?',
  importHelpText: [
    'A sheet “Énoncés” is enough, one line a statement. Its first line names the columns: Thème, Code, Temps, Intitulé, Énoncé, Aide, Qui peut en parler, Preuves… Only the column “Énoncé” must be there.',
    'The easiest way is to export a framework as XLSX and to replace what it holds: the sheets “Référentiel”, “Thèmes” and “Échelle” are there too.',
    'Several values in a cell: one a line, or between semicolons.',
  ],
  importNoFile: 'Choose a file.',
  importButton: 'Read the file',
  importGone: 'This preview is no longer available: it is more than a day old, has been used, or was asked for by somebody else. Choose the file again.',
  previewTitle: 'What we have read',
  previewLead: (file, format) => `File “${file}”, ${format}. Nothing is saved yet.`,
  problemsTitle: (value) => `${count(value, 'point', 'points', 'en')} to put right before importing`,
  problemsLead: 'All of it is taken over, or nothing. Correct the file, then choose it again.',
  problemColumns: { place: 'Where', problem: 'What is wrong', todo: 'What to do' },
  line: (value) => `line ${value}`,
  wholeFile: 'the file',
  notesTitle: 'What has not been taken over as it was',
  notesNone: 'Everything has been taken over as it was.',
  parts: { framework: 'Framework', crosswalk: 'Crosswalk', conversion: 'Conversion table' },
  frameworkFacts: { title: 'Title', version: 'Version', themes: 'Themes', items: 'Statements', scale: 'Scale', extras: 'Levels and conditions' },
  scales: { none: 'words only', statements: 'two contrasting statements', levels: 'levels' },
  themesOf: (list) => list,
  crosswalkFacts: { from: 'From', to: 'To', author: 'Author', links: 'Links', gaps: 'No equivalent' },
  laterTitle: (value) => `${count(value, 'point', 'points', 'en')} to complete before publishing`,
  laterLead: 'You can do so in the draft.',
  firstItems: 'The first statements',
  firstLinks: 'The first links',
  choose: 'This file holds several things. Which one should be taken over?',
  chooseMissing: 'Choose what is to be taken over.',
  confirmFramework: 'Make a draft of it',
  confirmFrameworkHelp: 'The draft belongs to your organisation. Nobody else sees it until it is published.',
  confirmCrosswalk: 'Make a crosswalk to be read again',
  confirmCrosswalkHelp: 'It belongs to your organisation and stays a draft: no school is told anything by it before it is published.',
  conversionOnly:
    'A conversion table joins a new version, in its draft. Open that draft to say what becomes of each statement; this file can be read and may serve as a model.',
  confirm: 'Save the draft',
  another: 'Choose another file',
  imported: 'Saved as a draft. Read it again before you publish it.',
  tooLarge: 'This framework is larger than 2 MB. Make two of it.',
  endsGone: 'One of the two frameworks of this crosswalk is no longer there. Choose the file again.',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
