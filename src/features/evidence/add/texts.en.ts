import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorPrefix: 'Error:',
  errorTitle: 'Something is left to correct',
  title: 'Add proofs',
  purpose: 'Several files at once, a web page, or both. You will say what they are on the next page.',
  care: {
    title: 'No document about a person',
    text: 'Add nothing that names a pupil or a member of staff: no individual plan (PAP, PPS, PAI, PPRE), no GPDS file, no school report, no minutes of an interview. An empty form or figures without names are fine.',
  },
  files: 'Files',
  filesHint: (files, each, all) =>
    `PDF, text, spreadsheet or slides (Word, Excel, PowerPoint, LibreOffice), PNG, JPEG or WebP picture, plain text or CSV. ${files} files at most, ${each} MB for each file, ${all} MB in all.`,
  drop: {
    here: 'You can also drop your files here.',
    chosen: 'Chosen files',
    remove: 'Take out',
    kilobytes: '{n} kB',
    megabytes: '{n} MB',
    tooLarge: 'too heavy: 25 MB at most for each file',
    tooMany: 'There are too many files: the last ones will not be taken. Add them afterwards.',
    tooHeavy: 'These files are too heavy together: take some out, and add them afterwards.',
  },
  address: 'Or the address of a web page',
  addressHint: 'Begins with https://. People of the school must be able to open it.',
  seenBy: 'Who sees them',
  button: 'Add',
  cancel: 'Cancel',
  nothing: 'A file or an address is missing. Choose at least one of the two.',
  refusedFile: (name, why) => `“${name}”: ${why}`,
  tooMany: (most) => `the first ${most} files are taken at once. Add this one now.`,
  tooHeavy: 'the files were too heavy together. Add this one now.',
  kept: (number) =>
    number === 1 ? 'One proof is added, there is no need to choose it again' : `${number} proofs are added, there is no need to choose them again`,
  describeKept: (number) => (number === 1 ? 'Say what it is' : 'Say what they are'),
  added: (number) => `${count(number, 'proof is added', 'proofs are added', 'en')}.`,
  reused: (title) => `The school already had exactly this content: it is the proof “${title}”.`,
  describe: {
    title: (number) => (number === 1 ? 'What does this proof show?' : 'What are these proofs?'),
    purpose: 'Check what we have guessed. Everything can be corrected later.',
    proof: (place, all) => `Proof ${place} of ${all}`,
    button: 'Save',
    later: 'Later',
    saved: (number) => `${count(number, 'sheet is saved', 'sheets are saved', 'en')}.`,
    next: 'Now say where it serves.',
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
