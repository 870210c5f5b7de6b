import type { Language } from '../../platform/language.ts'
import { fr } from './description-texts.fr.ts'
import type { Texts } from './description-texts.fr.ts'
import type { Description } from './store.ts'

const labels: Record<keyof Description, string> = {
  title: 'Title',
  nature: 'Kind',
  note: 'Remark',
  effectiveOn: 'Date of the document',
  validUntil: 'Valid until',
  remindOn: 'Remind me on',
  confidentiality: 'Who sees it',
}

export const en: Texts = {
  errorPrefix: 'Error:',
  errorTitle: 'Something is left to correct',
  labels,
  hints: {
    nature: 'Guessed from the title and the name of the file. Correct it if need be.',
    note: 'Optional: what it shows, where it is kept, who brings it up to date.',
    effectiveOn: 'Optional: the day of which the document speaks, not the day it is added.',
    validUntil: 'Optional: the last day on which it holds. The head and the quality lead are reminded a month before.',
    remindOn: 'Optional: another day for the reminder, or the day on which to review a proof without an end.',
    leaders: 'Neither seen, found nor downloaded by the other members of the team; never named in a report.',
  },
  savedVersion: 'Saved meanwhile:',
  changedTitle: 'Somebody has changed this sheet meanwhile',
  changed: 'Your text is kept below, and what was saved is shown beside it. Keep what suits, then save.',
  errors: {
    noTitle: 'The title is missing.',
    longTitle: 'This title is too long: 200 characters at most.',
    noNature: 'Choose a kind in the list.',
    wrongDay: 'This date does not exist. Write the day, the month and the year.',
    endsBefore: 'The end of validity comes before the date of the document. Check both dates.',
    recalledAfter: 'The reminder comes after the end of validity. Choose an earlier day.',
    longNote: (most) => `This remark is too long: ${most} characters at most.`,
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
